/* anthropic-usage-csv.c – the token export of Anthropic's Console
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a day or an hour, model and key; the grain stands in the row itself. The
 * four input counts are disjoint. There is neither a count of requests nor money.
 */

#include "import/anthropic-dimensions.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define SECONDS_PER_HOUR 3600
#define SECONDS_PER_MINUTE 60

enum
{
  DATE,
  MODEL,
  API_KEY,
  API_KEY_ID,
  API_KEY_STATUS,
  WORKSPACE,
  USAGE_TYPE,
  CONTEXT_WINDOW,
  INPUT,
  CACHE_WRITE,
  CACHE_WRITE_5M,
  CACHE_WRITE_1H,
  CACHE_READ,
  OUTPUT,
  WEB_SEARCHES,
  INFERENCE_GEO,
  SPEED,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "usage_date_utc", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [MODEL] = { "model_version", "model", OUTLAY_COLUMN_REQUIRED },
  [API_KEY] = { "api_key", NULL, 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_STATUS] = { "api_key_status", NULL, 0 },
  [WORKSPACE] = { "workspace", NULL, 0 },
  [USAGE_TYPE] = { "usage_type", NULL, 0 },
  [CONTEXT_WINDOW] = { "context_window", NULL, 0 },
  [INPUT] = { "usage_input_tokens_no_cache", NULL, OUTLAY_COLUMN_REQUIRED },
  [CACHE_WRITE] = { "usage_input_tokens_cache_write", NULL, 0 },
  [CACHE_WRITE_5M] = { "usage_input_tokens_cache_write_5m", NULL, 0 },
  [CACHE_WRITE_1H] = { "usage_input_tokens_cache_write_1h", NULL, 0 },
  [CACHE_READ] = { "usage_input_tokens_cache_read", NULL, 0 },
  [OUTPUT] = { "usage_output_tokens", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [WEB_SEARCHES] = { "web_search_count", NULL, 0 },
  [INFERENCE_GEO] = { "inference_geo", NULL, 0 },
  [SPEED] = { "speed", NULL, 0 },
};

/* A day, or with a time of day an hour; a minute where the time is none of an hour. */
static gint64
span_of (const char *date, gint64 start)
{
  if (strchr (date, ':') == NULL)
    return OUTLAY_SECONDS_PER_DAY;

  return start % SECONDS_PER_HOUR == 0 ? SECONDS_PER_HOUR : SECONDS_PER_MINUTE;
}

/* An older export has one count of cache writes; where the split is, it is the same. */
static void
read_cache_writes (OutlayRow *row, gint64 *count)
{
  gboolean split = outlay_reading_has (row->reading, CACHE_WRITE_5M) ||
                   outlay_reading_has (row->reading, CACHE_WRITE_1H);

  count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
      outlay_row_count (row, split ? CACHE_WRITE_5M : CACHE_WRITE);
  count[OUTLAY_CACHE_WRITE_1H_TOKENS] = outlay_row_count (row, CACHE_WRITE_1H);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  gboolean has_id = field[API_KEY_ID][0] != '\0';
  OutlayRecord record;
  gint64 *count = record.usage.count;

  outlay_record_init (&record);
  record.provider = "anthropic";
  record.start = outlay_row_instant (row, DATE);
  record.end = record.start + span_of (field[DATE], record.start);
  record.has_usage = TRUE;

  count[OUTLAY_INPUT_TOKENS] = outlay_row_count (row, INPUT);
  count[OUTLAY_CACHE_READ_TOKENS] = outlay_row_count (row, CACHE_READ);
  read_cache_writes (row, count);
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_count (row, OUTPUT);
  count[OUTLAY_WEB_SEARCHES] = outlay_row_count (row, WEB_SEARCHES);

  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];
  record.field[OUTLAY_FIELD_PROJECT] = field[WORKSPACE];
  record.field[OUTLAY_FIELD_KEY] = has_id ? field[API_KEY_ID] : field[API_KEY];
  record.name[OUTLAY_FIELD_KEY] = has_id && field[API_KEY][0] != '\0' ? field[API_KEY] : NULL;
  record.field[OUTLAY_FIELD_TIER] = outlay_anthropic_tier (row, field[USAGE_TYPE], field[SPEED]);
  record.field[OUTLAY_FIELD_REGION] = outlay_anthropic_region (field[INFERENCE_GEO]);
  record.field[OUTLAY_FIELD_CONTEXT] = outlay_anthropic_context (field[CONTEXT_WINDOW]);

  if (field[DATE][0] == '\0')
    outlay_row_reject (row, "usage_date_utc", "%s", _ ("the date is missing"));

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_anthropic_usage_csv = {
  .id = "anthropic-usage-csv",
  .title = N_ ("Anthropic usage export (CSV)"),
  .source = "anthropic-usage",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .name_range = OUTLAY_NAME_RANGE_INCLUSIVE,
  .read = read_row,
};
