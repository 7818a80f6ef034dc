/* deepseek-amount-csv.c – the usage export of DeepSeek's platform, one row a count
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `amount` is how many, `price` that of one in the account's currency. Cache hits and
 * misses are disjoint. The money is in the cost export.
 */

#include "import/deepseek-day.h"

#include <glib/gi18n.h>

enum
{
  USER_ID,
  UTC_DATE,
  START,
  END,
  MODEL,
  API_KEY_NAME,
  API_KEY,
  TYPE,
  PRICE,
  AMOUNT,
};

static const OutlayCsvColumn columns[] = {
  [USER_ID] = { "user_id", NULL, 0 },
  [UTC_DATE] = { "utc_date", NULL, 0 },
  [START] = { "start_time_iso", NULL, 0 },
  [END] = { "end_time_iso", NULL, 0 },
  [MODEL] = { "model", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [API_KEY] = { "api_key", NULL, 0 },
  [TYPE] = { "type", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [PRICE] = { "price", NULL, OUTLAY_COLUMN_MARK },
  [AMOUNT] = { "amount", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
};

static const struct
{
  const char *type;
  OutlayMeasure measure;
} types[] = {
  { "request_count", OUTLAY_REQUESTS },      { "input_cache_miss_tokens", OUTLAY_INPUT_TOKENS },
  { "input_tokens", OUTLAY_INPUT_TOKENS },   { "input_cache_hit_tokens", OUTLAY_CACHE_READ_TOKENS },
  { "output_tokens", OUTLAY_OUTPUT_TOKENS },
};

static void
read_usage (OutlayRow *row, OutlayUsage *usage)
{
  const char *type = outlay_row_text (row, TYPE);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i].type) == 0)
      {
        usage->count[types[i].measure] = outlay_row_count (row, AMOUNT);
        return;
      }

  outlay_row_reject (row, "type", _ ("no such kind of usage: “%.60s”"), type);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "deepseek";
  record.account = field[USER_ID];
  record.has_usage = TRUE;
  outlay_deepseek_read_day (row, UTC_DATE, START, END, &record);
  read_usage (row, &record.usage);
  outlay_deepseek_read_key (field[API_KEY], field[API_KEY_NAME], &record);
  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_deepseek_amount_csv = {
  .id = "deepseek-amount-csv",
  .title = N_ ("DeepSeek usage export (CSV)"),
  .source = "deepseek-amount",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .read = read_row,
};
