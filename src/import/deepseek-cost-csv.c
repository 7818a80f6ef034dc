/* deepseek-cost-csv.c – the cost export of DeepSeek's platform
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In the account's currency, yuan or dollars. Some exports write what was spent as
 * positive amounts, some as what was taken from the wallet: negative. What is taken from
 * a granted balance is use, and a credit of the same amount.
 */

#include "import/deepseek-day.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  USER_ID,
  UTC_DATE,
  START,
  END,
  MODEL,
  WALLET_TYPE,
  COST,
  CURRENCY,
};

static const OutlayCsvColumn columns[] = {
  [USER_ID] = { "user_id", NULL, 0 },
  [UTC_DATE] = { "utc_date", NULL, 0 },
  [START] = { "start_time_iso", NULL, 0 },
  [END] = { "end_time_iso", NULL, 0 },
  [MODEL] = { "model", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [WALLET_TYPE] = { "wallet_type", NULL, OUTLAY_COLUMN_MARK },
  [COST] = { "cost", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [CURRENCY] = { "currency", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
};

static void
set_amount (OutlayRecord *record, OutlayChargeKind kind, gint64 nanos)
{
  record->kind = kind;
  record->billed_nanos = nanos;
  record->cost_nanos = nanos;
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  gint64 nanos = outlay_row_nanos (row, COST);
  OutlayRecord record;

  if (field[COST][0] == '\0')
    outlay_row_reject (row, "cost", "%s", _ ("the amount is missing"));
  if (field[CURRENCY][0] == '\0')
    outlay_row_reject (row, "currency", "%s", _ ("the currency is missing"));

  outlay_record_init (&record);
  record.provider = "deepseek";
  record.account = field[USER_ID];
  outlay_deepseek_read_day (row, UTC_DATE, START, END, &record);
  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];
  record.field[OUTLAY_FIELD_LINE_ITEM] = outlay_row_lower (row, field[WALLET_TYPE]);
  record.field[OUTLAY_FIELD_CURRENCY] =
      outlay_row_keep (row, g_ascii_strup (outlay_row_text (row, CURRENCY), -1));

  set_amount (&record, OUTLAY_CHARGE_USAGE, ABS (nanos));
  if (!outlay_row_emit (row, &record, error))
    return FALSE;
  if (strcmp (record.field[OUTLAY_FIELD_LINE_ITEM], "granted") != 0)
    return TRUE;

  set_amount (&record, OUTLAY_CHARGE_CREDIT, -ABS (nanos));
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_deepseek_cost_csv = {
  .id = "deepseek-cost-csv",
  .title = N_ ("DeepSeek cost export (CSV)"),
  .source = "deepseek-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = COST,
  .currency_column = CURRENCY,
  .read = read_row,
  .rehearse = TRUE,
};
