/* openai-legacy-usage-json.c – answers of OpenAI's older usage address, one day each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An array for each product, of spans of five minutes. Context tokens hold the cached
 * ones.
 */

#include "import/format.h"

#include <glib/gi18n.h>

#define MICROS 6
#define SPAN 300 /* seconds */

static const char *const paths[] = {
  "[]", "data[]", "dalle_api_data[]", "whisper_api_data[]", "tts_api_data[]", NULL
};
static const char *const marks[] = { "aggregation_timestamp|model_id", "n_requests|num_requests",
                                     "snapshot_id|timestamp", NULL };

static const struct
{
  const char *name;
  const char *unit;
} units[] = {
  { "num_images", "images" },
  { "num_characters", "characters" },
  { "num_seconds", "seconds" },
};

static const char *
text (OutlayRow *row, const char *name)
{
  return outlay_json_text (row->object, name);
}

static const char *
either (OutlayRow *row, const char *name, const char *other)
{
  return text (row, name)[0] != '\0' ? name : other;
}

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  OutlayJson *object = row->object;
  gint64 *count = record->usage.count;
  gint64 context = outlay_row_json_count (row, object, "n_context_tokens_total");
  gint64 cached =
      MIN (outlay_row_json_count (row, object, "n_cached_context_tokens_total"), context);

  record->has_usage = TRUE;
  count[OUTLAY_REQUESTS] =
      outlay_row_json_count (row, object, either (row, "n_requests", "num_requests"));
  count[OUTLAY_INPUT_TOKENS] = context - cached;
  count[OUTLAY_CACHE_READ_TOKENS] = cached;
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, object, "n_generated_tokens_total");

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (text (row, units[i].name)[0] != '\0')
      {
        count[OUTLAY_QUANTITY_MICROS] =
            outlay_row_json_decimal (row, object, units[i].name, MICROS);
        record->field[OUTLAY_FIELD_UNIT] = units[i].unit;
        if (count[OUTLAY_QUANTITY_MICROS] < 0)
          outlay_row_reject (row, units[i].name, "%s", _ ("a quantity cannot be negative"));
        break;
      }
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "openai";
  record.start = outlay_row_json_instant (row, row->object,
                                          either (row, "aggregation_timestamp", "timestamp"));
  record.end = record.start + SPAN;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));

  record.account = text (row, "organization_id");
  record.account_name = text (row, "organization_name");
  if (record.account_name[0] == '\0')
    record.account_name = NULL;

  read_usage (row, &record);
  outlay_record_set_pair (&record, OUTLAY_FIELD_PROJECT, text (row, "project_id"),
                          text (row, "project_name"));
  outlay_record_set_pair (&record, OUTLAY_FIELD_KEY, text (row, "api_key_id"),
                          text (row, "api_key_name"));
  record.field[OUTLAY_FIELD_USER] = text (row, either (row, "email", "user_id"));
  record.field[OUTLAY_FIELD_MODEL] = text (row, either (row, "snapshot_id", "model_id"));
  record.field[OUTLAY_FIELD_LINE_ITEM] = text (row, "image_size");
  record.field[OUTLAY_FIELD_TIER] =
      g_ascii_strcasecmp (text (row, "request_type"), "batch") == 0 ? "batch" : "";

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openai_legacy_usage_json = {
  .id = "openai-legacy-usage-json",
  .title = N_ ("OpenAI usage of a day, older interface (JSON)"),
  .source = "openai-legacy-usage",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
};
