/* cloud-line.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/cloud-line.h"

#include "core/decimal.h"
#include "import/focus-meter.h"
#include "import/model-name.h"

#include <string.h>

#define MICROS 6
#define MAX_LINE_ITEM 120 /* characters */

/**
 * outlay_cloud_tags_new:
 *
 * Returns: (transfer full): what outlay_cloud_tags_find() keeps
 */
GHashTable *
outlay_cloud_tags_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* A member, or a {key, value} of an array. */
static void
add_tag (OutlayJson *tag, GPtrArray *names, GPtrArray *values)
{
  const char *name = outlay_json_name (tag);
  const char *value = outlay_json_value (tag);

  if (name[0] == '\0')
    {
      name = outlay_json_text (tag, "key");
      value = outlay_json_text (tag, "value");
    }

  g_ptr_array_add (names, (gpointer) name);
  g_ptr_array_add (values, (gpointer) value);
}

static char *
build_tags (OutlayJson *tags, const OutlayCloudTag *more, gsize n_more)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (gsize i = 0; i < n_more; i++)
    if (more[i].value[0] != '\0')
      {
        g_ptr_array_add (names, (gpointer) more[i].name);
        g_ptr_array_add (values, (gpointer) more[i].value);
      }

  for (OutlayJson *tag = outlay_json_first (tags); tag != NULL; tag = outlay_json_next (tag))
    add_tag (tag, names, values);

  return outlay_tags_build ((const char *const *) names->pdata, (const char *const *) values->pdata,
                            names->len);
}

/**
 * outlay_cloud_tags_of:
 * @row: a row
 * @tags: (nullable): an object of tags, or an array of objects with `key` and `value`
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_TAGS
 */
const char *
outlay_cloud_tags_of (OutlayRow *row, OutlayJson *tags)
{
  return outlay_json_first (tags) != NULL ? outlay_row_keep (row, build_tags (tags, NULL, 0)) : "";
}

/* Some exports of Azure leave out the brackets around the object. */
static OutlayJson *
parse_tags (const char *text)
{
  g_autofree char *whole = NULL;

  if (text[0] != '"')
    return outlay_json_parse_loose (text);

  whole = g_strdup_printf ("{%s}", text);
  return outlay_json_parse_loose (whole);
}

static char *
join_key (const char *text, const OutlayCloudTag *more, gsize n_more)
{
  GString *key = g_string_new (text);

  for (gsize i = 0; i < n_more; i++)
    g_string_append_printf (key, "\n%s", more[i].value);

  return g_string_free (key, FALSE);
}

/**
 * outlay_cloud_tags_find:
 * @known: of outlay_cloud_tags_new(): millions of lines share a few texts of tags
 * @text: tags as JSON, or ""
 * @more: (array length=n_more) (nullable): tags beside these
 * @n_more: how many
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_TAGS, until the next line
 */
const char *
outlay_cloud_tags_find (GHashTable *known,
                        const char *text,
                        const OutlayCloudTag *more,
                        gsize n_more)
{
  g_autofree char *key = n_more > 0 ? join_key (text, more, n_more) : NULL;
  const char *name = key != NULL ? key : text;
  const char *found = g_hash_table_lookup (known, name);
  g_autoptr (OutlayJson) tags = NULL;
  char *built;

  if (name[0] == '\0' || found != NULL)
    return found != NULL ? found : "";

  tags = parse_tags (text);
  built = build_tags (tags, more, n_more);
  if (g_hash_table_size (known) >= OUTLAY_CLOUD_MAX_TAGS)
    g_hash_table_remove_all (known);
  g_hash_table_insert (known, g_strdup (name), built);
  return built;
}

/**
 * outlay_cloud_find_model:
 * @row: a row
 * @texts: (array length=n_texts): where a model may be named, the best first
 * @n_texts: how many
 *
 * Returns: (transfer none): its name, or ""
 */
const char *
outlay_cloud_find_model (OutlayRow *row, const char *const *texts, gsize n_texts)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      char *found = outlay_model_name_find (texts[i]);

      if (found != NULL)
        return outlay_row_keep (row, found);
    }

  return "";
}

/**
 * outlay_cloud_shorten:
 * @row: a row
 * @line_item: a description of any length
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_LINE_ITEM
 */
const char *
outlay_cloud_shorten (OutlayRow *row, const char *line_item)
{
  if (strlen (line_item) <= MAX_LINE_ITEM || g_utf8_strlen (line_item, -1) <= MAX_LINE_ITEM)
    return line_item;

  return outlay_row_keep (row, g_utf8_substring (line_item, 0, MAX_LINE_ITEM));
}

/**
 * outlay_cloud_read_words:
 * @description: what the line says of itself
 * @record: (inout): gets meter, tier and context
 */
void
outlay_cloud_read_words (const char *description, OutlayRecord *record)
{
  record->meter = outlay_focus_meter_find (description);
  record->field[OUTLAY_FIELD_TIER] = outlay_focus_tier_find (description);
  record->field[OUTLAY_FIELD_CONTEXT] = outlay_focus_is_long_context (description) ? "long" : "";
}

/* What is below zero is taken back with its money, what does not fit counts bytes: both
   are no use of a model. */
static gint64
parse_quantity (const char *quantity, guint power)
{
  gint64 value;

  return outlay_decimal_parse (quantity, power, &value, NULL) ? MAX (value, 0) : 0;
}

/**
 * outlay_cloud_read_quantity:
 * @row: a row
 * @quantity: a decimal number, or ""
 * @unit: of what: `1K Tokens`, `Hrs`…
 * @description: what else the line says
 * @record: (inout): its meter is read; gets the usage
 */
void
outlay_cloud_read_quantity (OutlayRow *row,
                            const char *quantity,
                            const char *unit,
                            const char *description,
                            OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  guint power;
  OutlayFocusUnit kind = outlay_focus_unit_parse (unit, description, &power);

  if (record->kind != OUTLAY_CHARGE_USAGE || parse_quantity (quantity, MICROS) == 0)
    return;

  record->has_usage = TRUE;
  if (kind == OUTLAY_FOCUS_UNIT_TOKENS && record->meter != OUTLAY_METER_ANY &&
      record->meter != OUTLAY_METER_OTHER)
    outlay_focus_meter_count (record->meter, parse_quantity (quantity, power), &record->usage);
  else if (kind == OUTLAY_FOCUS_UNIT_REQUESTS)
    {
      count[OUTLAY_REQUESTS] = parse_quantity (quantity, power);
      record->meter = record->meter == OUTLAY_METER_ANY ? OUTLAY_METER_REQUEST : record->meter;
    }
  else
    {
      count[OUTLAY_QUANTITY_MICROS] = parse_quantity (quantity, MICROS);
      record->field[OUTLAY_FIELD_UNIT] = outlay_row_lower (row, unit);
      record->meter = record->meter == OUTLAY_METER_ANY ? OUTLAY_METER_QUANTITY : record->meter;
    }
}
