/* openai-usage-csv.c – the completions usage export of OpenAI's dashboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a bucket (day, hour or minute) and whatever the page was grouped by; rows
 * of equal keys are real and add up. input_tokens holds cached tokens and cache
 * writes, too. An export without any usage has no columns but its times.
 */

#include "import/format.h"
#include "import/openai-tokens.h"

#include "core/date.h"

#include <glib/gi18n.h>

enum
{
  START,
  END,
  START_ISO,
  END_ISO,
  PROJECT_ID,
  PROJECT_NAME,
  REQUESTS,
  USER_ID,
  USER_EMAIL,
  API_KEY_ID,
  API_KEY_NAME,
  MODEL,
  BATCH,
  SERVICE_TIER,
  INPUT,
  OUTPUT,
  CACHED,
  UNCACHED,
  CACHE_WRITE,
  CACHE_WRITE_12H,
  INPUT_TEXT,
  OUTPUT_TEXT,
  CACHED_TEXT,
  INPUT_AUDIO,
  CACHED_AUDIO,
  OUTPUT_AUDIO,
  INPUT_IMAGE,
  CACHED_IMAGE,
  OUTPUT_IMAGE,
  ORGANIZATION_ID,
  ORGANIZATION_NAME,
  API_SOURCE,
};

static const OutlayCsvColumn columns[] = {
  [START] = { "start_time", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [END] = { "end_time", NULL, 0 },
  [START_ISO] = { "start_time_iso", NULL, 0 },
  [END_ISO] = { "end_time_iso", NULL, 0 },
  [PROJECT_ID] = { "project_id", NULL, 0 },
  [PROJECT_NAME] = { "project_name", NULL, 0 },
  [REQUESTS] = { "num_model_requests", NULL, OUTLAY_COLUMN_MARK },
  [USER_ID] = { "user_id", NULL, 0 },
  [USER_EMAIL] = { "user_email", "user_name", 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [MODEL] = { "model", NULL, 0 },
  [BATCH] = { "batch", NULL, 0 },
  [SERVICE_TIER] = { "service_tier", NULL, 0 },
  [INPUT] = { "input_tokens", NULL, OUTLAY_COLUMN_MARK },
  [OUTPUT] = { "output_tokens", NULL, OUTLAY_COLUMN_MARK },
  [CACHED] = { "input_cached_tokens", NULL, 0 },
  [UNCACHED] = { "input_uncached_tokens", NULL, 0 },
  [CACHE_WRITE] = { "input_cache_write_tokens", NULL, 0 },
  [CACHE_WRITE_12H] = { "input_cache_write_12h_tokens", NULL, 0 },
  [INPUT_TEXT] = { "input_text_tokens", NULL, 0 },
  [OUTPUT_TEXT] = { "output_text_tokens", NULL, 0 },
  [CACHED_TEXT] = { "input_cached_text_tokens", NULL, 0 },
  [INPUT_AUDIO] = { "input_audio_tokens", NULL, 0 },
  [CACHED_AUDIO] = { "input_cached_audio_tokens", NULL, 0 },
  [OUTPUT_AUDIO] = { "output_audio_tokens", NULL, 0 },
  [INPUT_IMAGE] = { "input_image_tokens", NULL, 0 },
  [CACHED_IMAGE] = { "input_cached_image_tokens", NULL, 0 },
  [OUTPUT_IMAGE] = { "output_image_tokens", NULL, 0 },
  [ORGANIZATION_ID] = { "organization_id", NULL, 0 },
  [ORGANIZATION_NAME] = { "organization_name", NULL, 0 },
  [API_SOURCE] = { "api_source", NULL, 0 },
};

static const char *const bare_header[] = { "start_time", "end_time", "start_time_iso",
                                           "end_time_iso", NULL };

static gboolean
begin (OutlayReading *reading, GError **error)
{
  static const guint needed[] = { REQUESTS, INPUT, OUTPUT };
  OutlayCsvTable *table = outlay_reading_table (reading);
  guint n_names;

  outlay_csv_table_names (table, &n_names);
  if (n_names == g_strv_length ((char **) bare_header) && outlay_csv_table_has (table, START_ISO) &&
      outlay_csv_table_has (table, END_ISO))
    {
      outlay_reading_note (reading, _ ("The export says that there was no usage in its days"));
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!outlay_csv_require (table, &columns[needed[i]], needed[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
is_empty_bucket (const char *const *field)
{
  return field[REQUESTS][0] == '\0' && field[INPUT][0] == '\0' && field[OUTPUT][0] == '\0';
}

static void
read_usage (OutlayRow *row, OutlayUsage *usage)
{
  OutlayOpenaiTokens tokens = {
    .total = row->field[INPUT][0] != '\0' ? outlay_row_count (row, INPUT) : -1,
    .uncached = outlay_row_count (row, UNCACHED),
    .cached = outlay_row_count (row, CACHED),
    .write = outlay_row_count (row, CACHE_WRITE),
    .long_write = outlay_row_count (row, CACHE_WRITE_12H),
    .text = outlay_row_count (row, INPUT_TEXT),
    .audio = outlay_row_count (row, INPUT_AUDIO),
    .cached_audio = outlay_row_count (row, CACHED_AUDIO),
    .image = outlay_row_count (row, INPUT_IMAGE),
    .cached_image = outlay_row_count (row, CACHED_IMAGE),
    .output = outlay_row_count (row, OUTPUT),
    .output_audio = outlay_row_count (row, OUTPUT_AUDIO),
    .output_image = outlay_row_count (row, OUTPUT_IMAGE),
  };

  usage->count[OUTLAY_REQUESTS] = outlay_row_count (row, REQUESTS);
  outlay_openai_tokens_count (row, &tokens, usage->count);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_unix_of (row, "start_time", outlay_row_text (row, START));
  record.end = outlay_row_unix_of (row, "end_time", outlay_row_text (row, END));
  if (record.end == OUTLAY_UNDATED && record.start != OUTLAY_UNDATED)
    record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "start_time", "%s", _ ("the date is missing"));

  if (is_empty_bucket (field))
    {
      if (row->problem == NULL)
        outlay_reading_cover (row->reading, record.start, record.end);
      return TRUE;
    }

  record.provider = "openai";
  record.account = field[ORGANIZATION_ID];
  record.account_name = field[ORGANIZATION_NAME][0] != '\0' ? field[ORGANIZATION_NAME] : NULL;
  record.has_usage = TRUE;
  read_usage (row, &record.usage);
  outlay_record_set_pair (&record, OUTLAY_FIELD_PROJECT, field[PROJECT_ID], field[PROJECT_NAME]);
  outlay_record_set_pair (&record, OUTLAY_FIELD_KEY, field[API_KEY_ID], field[API_KEY_NAME]);
  outlay_record_set_pair (&record, OUTLAY_FIELD_USER, field[USER_ID], field[USER_EMAIL]);
  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];
  record.field[OUTLAY_FIELD_TIER] = outlay_openai_tier (row, field[BATCH], field[SERVICE_TIER]);

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openai_usage_csv = {
  .id = "openai-usage-csv",
  .title = N_ ("OpenAI usage export (CSV)"),
  .source = "openai-usage-completions",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .bare_header = bare_header,
  .name_range = OUTLAY_NAME_RANGE_EXCLUSIVE,
  .begin = begin,
  .read = read_row,
};
