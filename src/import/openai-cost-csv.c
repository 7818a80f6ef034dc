/* openai-cost-csv.c – the cost export of OpenAI's dashboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a day and whatever the page was grouped by, in dollars with all their
 * decimals. Times are seconds since 1970 UTC; the ISO columns beside them come with
 * and without an offset and are not looked at. A day without cost is a row of
 * nothing but times.
 */

#include "import/format.h"
#include "import/openai-line-item.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define MICROS 6

enum
{
  START,
  END,
  START_ISO,
  END_ISO,
  AMOUNT,
  CURRENCY,
  QUANTITY,
  QUANTITY_UNIT,
  LINE_ITEM,
  USER_ID,
  USER_EMAIL,
  API_KEY_ID,
  API_KEY_NAME,
  PROJECT_ID,
  PROJECT_NAME,
  ORGANIZATION_ID,
  ORGANIZATION_NAME,
  API_SOURCE,
};

static const OutlayCsvColumn columns[] = {
  [START] = { "start_time", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [END] = { "end_time", NULL, 0 },
  [START_ISO] = { "start_time_iso", NULL, 0 },
  [END_ISO] = { "end_time_iso", NULL, 0 },
  [AMOUNT] = { "amount_value", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [CURRENCY] = { "amount_currency", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [QUANTITY] = { "quantity", NULL, 0 },
  [QUANTITY_UNIT] = { "quantity_unit", NULL, 0 },
  [LINE_ITEM] = { "line_item", NULL, 0 },
  [USER_ID] = { "user_id", NULL, 0 },
  [USER_EMAIL] = { "user_email", "user_name", 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [PROJECT_ID] = { "project_id", NULL, 0 },
  [PROJECT_NAME] = { "project_name", NULL, 0 },
  [ORGANIZATION_ID] = { "organization_id", NULL, 0 },
  [ORGANIZATION_NAME] = { "organization_name", NULL, 0 },
  [API_SOURCE] = { "api_source", NULL, 0 },
};

/* Rows without cost fill only their times, and sometimes the organisation. */
static gboolean
is_empty_bucket (const char *const *field)
{
  return field[AMOUNT][0] == '\0' && field[CURRENCY][0] == '\0' && field[LINE_ITEM][0] == '\0' &&
         field[PROJECT_ID][0] == '\0' && field[QUANTITY][0] == '\0';
}

static void
read_names (OutlayRow *row, OutlayRecord *record)
{
  const char *const *field = row->field;
  static const struct
  {
    OutlayField field;
    guint id;
    guint name;
  } pairs[] = {
    { OUTLAY_FIELD_PROJECT, PROJECT_ID, PROJECT_NAME },
    { OUTLAY_FIELD_KEY, API_KEY_ID, API_KEY_NAME },
    { OUTLAY_FIELD_USER, USER_ID, USER_EMAIL },
  };

  record->account = field[ORGANIZATION_ID];
  record->account_name = field[ORGANIZATION_NAME][0] != '\0' ? field[ORGANIZATION_NAME] : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    outlay_record_set_pair (record, pairs[i].field, field[pairs[i].id], field[pairs[i].name]);
}

static void
read_item (OutlayRow *row, OutlayRecord *record)
{
  OutlayLineItem item;

  outlay_line_item_parse (row, row->field[LINE_ITEM], &item);
  record->meter = item.meter;
  record->field[OUTLAY_FIELD_LINE_ITEM] = row->field[LINE_ITEM];
  record->field[OUTLAY_FIELD_MODEL] = item.model;
  record->field[OUTLAY_FIELD_TIER] = item.tier;
  record->field[OUTLAY_FIELD_CONTEXT] = item.context;
}

/* The usage export counts tokens; here they are only what the charge is for. A refund
   may take back a quantity: that is money, not use. */
static void
read_quantity (OutlayRow *row, OutlayRecord *record)
{
  gint64 micros = outlay_row_decimal_of (row, "quantity", outlay_row_text (row, QUANTITY), MICROS);

  record->has_usage = micros > 0;
  record->usage.count[OUTLAY_QUANTITY_MICROS] = MAX (micros, 0);
  record->field[OUTLAY_FIELD_UNIT] = outlay_row_lower (row, row->field[QUANTITY_UNIT]);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_unix_of (row, "start_time", outlay_row_text (row, START));
  record.end = outlay_row_unix_of (row, "end_time", outlay_row_text (row, END));
  if (record.start == OUTLAY_UNDATED)
    record.end = OUTLAY_UNDATED;
  else if (record.end == OUTLAY_UNDATED)
    record.end = record.start + OUTLAY_SECONDS_PER_DAY;

  if (is_empty_bucket (field))
    {
      if (row->problem == NULL && record.start != OUTLAY_UNDATED)
        outlay_reading_cover (row->reading, record.start, record.end);
      return TRUE;
    }

  record.provider = "openai";
  record.kind = OUTLAY_CHARGE_USAGE;
  record.billed_nanos = outlay_row_nanos (row, AMOUNT);
  record.cost_nanos = record.billed_nanos;
  record.field[OUTLAY_FIELD_CURRENCY] =
      outlay_row_keep (row, g_ascii_strup (outlay_row_text (row, CURRENCY), -1));
  read_names (row, &record);
  read_item (row, &record);
  read_quantity (row, &record);

  if (field[AMOUNT][0] == '\0')
    outlay_row_reject (row, "amount_value", "%s", _ ("the amount is missing"));
  if (field[CURRENCY][0] == '\0')
    outlay_row_reject (row, "amount_currency", "%s", _ ("the currency is missing"));

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openai_cost_csv = {
  .id = "openai-cost-csv",
  .title = N_ ("OpenAI cost export (CSV)"),
  .source = "openai-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = AMOUNT,
  .currency_column = CURRENCY,
  .name_range = OUTLAY_NAME_RANGE_EXCLUSIVE,
  .read = read_row,
};
