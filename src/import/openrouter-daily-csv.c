/* openrouter-daily-csv.c – OpenRouter's activity export, one row a day and model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What one pays an upstream provider with one's own key is that provider's spend: here it
 * is only a notional amount.
 */

#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>

enum
{
  DATE,
  SLUG,
  USAGE,
  BYOK,
  REQUESTS,
  PROMPT,
  COMPLETION,
  REASONING,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "date", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [SLUG] = { "slug", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [USAGE] = { "usage", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [BYOK] = { "byok usage", NULL, 0 },
  [REQUESTS] = { "requests", NULL, 0 },
  [PROMPT] = { "prompt tokens", NULL, 0 },
  [COMPLETION] = { "completion tokens", NULL, 0 },
  [REASONING] = { "reasoning tokens", NULL, 0 },
};

static gboolean
read_row (OutlayRow *row, GError **error)
{
  OutlayRecord record;
  gint64 *count = record.usage.count;

  outlay_record_init (&record);
  record.provider = "openrouter";
  record.start = outlay_row_instant (row, DATE);
  record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "Date", "%s", _ ("the date is missing"));
  if (row->field[USAGE][0] == '\0')
    outlay_row_reject (row, "Usage", "%s", _ ("the amount is missing"));

  record.has_usage = TRUE;
  count[OUTLAY_REQUESTS] = outlay_row_count (row, REQUESTS);
  count[OUTLAY_INPUT_TOKENS] = outlay_row_count (row, PROMPT);
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_count (row, COMPLETION);
  count[OUTLAY_REASONING_TOKENS] =
      MIN (outlay_row_count (row, REASONING), count[OUTLAY_OUTPUT_TOKENS]);

  record.kind = OUTLAY_CHARGE_USAGE;
  record.billed_nanos = outlay_row_nanos (row, USAGE);
  record.cost_nanos = record.billed_nanos;
  record.notional_nanos = outlay_row_nanos (row, BYOK);
  record.field[OUTLAY_FIELD_MODEL] = row->field[SLUG];
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openrouter_daily_csv = {
  .id = "openrouter-daily-csv",
  .title = N_ ("OpenRouter activity by day (CSV)"),
  .source = "openrouter-daily",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = USAGE,
  .currency_column = -1,
  .read = read_row,
};
