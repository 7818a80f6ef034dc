/* aws-cur-tags.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/aws-cur-tags.h"

#include "import/cloud-line.h"

#include <string.h>

/* Of columns and of keys: the tags that AWS sets itself tell nothing. */
static const char *const prefixes[] = { "resourceTags/user:", "resource_tags_user_",
                                        "costCategory/", "cost_category_" };
static const char *const user_prefixes[] = { "user:", "user_" };
static const char *const own_prefixes[] = { "aws:", "aws_" };

static void
clear_column (gpointer data)
{
  OutlayAwsTagColumn *column = data;

  g_free (column->name);
}

OutlayAwsTags *
outlay_aws_tags_new (void)
{
  OutlayAwsTags *tags = g_new0 (OutlayAwsTags, 1);

  tags->columns = g_array_new (FALSE, FALSE, sizeof (OutlayAwsTagColumn));
  g_array_set_clear_func (tags->columns, clear_column);
  tags->known = outlay_cloud_tags_new ();
  return tags;
}

void
outlay_aws_tags_free (OutlayAwsTags *tags)
{
  g_array_unref (tags->columns);
  g_hash_table_unref (tags->known);
  g_free (tags);
}

/* Returns: how many bytes of @text are one of the prefixes, in whatever case */
static gsize
prefix_length (const char *text, const char *const *list, gsize n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (g_ascii_strncasecmp (text, list[i], strlen (list[i])) == 0)
      return strlen (list[i]);

  return 0;
}

/**
 * outlay_aws_tags_begin:
 * @tags: tags
 * @table: a table whose header has been read
 *
 * Finds the columns that hold tags, of a report of the first generation.
 */
void
outlay_aws_tags_begin (OutlayAwsTags *tags, const OutlayCsvTable *table)
{
  guint n_names;

  tags->is_legacy = TRUE;
  outlay_csv_table_names (table, &n_names);

  for (guint i = 0; i < n_names; i++)
    {
      const char *title = outlay_csv_table_title (table, i);
      gsize length = prefix_length (title, prefixes, G_N_ELEMENTS (prefixes));
      OutlayAwsTagColumn column = { i, g_strdup (title + length) };

      if (length > 0)
        g_array_append_val (tags->columns, column);
      else
        g_free (column.name);
    }
}

/**
 * outlay_aws_tags_of_columns:
 * @tags: tags
 * @row: a line of the first generation
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_TAGS
 */
const char *
outlay_aws_tags_of_columns (OutlayAwsTags *tags, OutlayRow *row)
{
  const OutlayCsvTable *table = outlay_reading_table (row->reading);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < tags->columns->len; i++)
    {
      const OutlayAwsTagColumn *column = &g_array_index (tags->columns, OutlayAwsTagColumn, i);
      const char *value = outlay_csv_table_cell (table, column->place);

      if (value[0] == '\0')
        continue;
      g_ptr_array_add (names, column->name);
      g_ptr_array_add (values, (gpointer) value);
    }

  if (names->len == 0)
    return "";

  return outlay_row_keep (row, outlay_tags_build ((const char *const *) names->pdata,
                                                  (const char *const *) values->pdata, names->len));
}

static void
add_map (OutlayRow *row, const char *text, GPtrArray *names, GPtrArray *values)
{
  OutlayJson *map = outlay_row_parse (row, text);

  for (OutlayJson *tag = outlay_json_first (map); tag != NULL; tag = outlay_json_next (tag))
    {
      const char *name = outlay_json_name (tag);
      const char *value = outlay_json_value (tag);

      if (value[0] == '\0' || prefix_length (name, own_prefixes, G_N_ELEMENTS (own_prefixes)) > 0)
        continue;
      g_ptr_array_add (names, (gpointer) (name + prefix_length (name, user_prefixes,
                                                                G_N_ELEMENTS (user_prefixes))));
      g_ptr_array_add (values, (gpointer) value);
    }
}

/**
 * outlay_aws_tags_of_maps:
 * @tags: tags
 * @row: a line of the second generation
 * @resource_tags: JSON, or ""
 * @cost_category: JSON, or ""
 *
 * Returns: (transfer none): value of %OUTLAY_FIELD_TAGS
 */
const char *
outlay_aws_tags_of_maps (OutlayAwsTags *tags,
                         OutlayRow *row,
                         const char *resource_tags,
                         const char *cost_category)
{
  g_autofree char *text = g_strconcat (resource_tags, "\n", cost_category, NULL);
  const char *found = g_hash_table_lookup (tags->known, text);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  char *built;

  if (found != NULL)
    return found;

  add_map (row, resource_tags, names, values);
  add_map (row, cost_category, names, values);
  built = outlay_tags_build ((const char *const *) names->pdata,
                             (const char *const *) values->pdata, names->len);
  if (g_hash_table_size (tags->known) >= OUTLAY_CLOUD_MAX_TAGS)
    g_hash_table_remove_all (tags->known);
  g_hash_table_insert (tags->known, g_steal_pointer (&text), built);
  return built;
}
