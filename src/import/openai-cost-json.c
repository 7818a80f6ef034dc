/* openai-cost-json.c – answers of OpenAI's costs interface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts are dollars, as numbers or as text. The dashboard's CSV is this flattened.
 */

#include "import/openai-line-item.h"
#include "import/pages.h"

#include <glib/gi18n.h>

#define MICROS 6
#define NANOS 9

static const char *const marks[] = { "object=organization.costs.*", NULL };

static void
read_names (OutlayJson *result, OutlayRecord *record)
{
  record->account = outlay_json_text (result, "organization_id");
  record->account_name = outlay_json_text (result, "organization_name");
  if (record->account_name[0] == '\0')
    record->account_name = NULL;

  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, outlay_json_text (result, "project_id"),
                          outlay_json_text (result, "project_name"));
  outlay_record_set_pair (record, OUTLAY_FIELD_KEY, outlay_json_text (result, "api_key_id"),
                          outlay_json_text (result, "api_key_name"));
  outlay_record_set_pair (record, OUTLAY_FIELD_USER, outlay_json_text (result, "user_id"),
                          outlay_json_text (result, "user_email"));
}

/* A refund may take back a quantity: that is money, not use. */
static void
read_quantity (OutlayRow *row, OutlayJson *result, OutlayRecord *record)
{
  gint64 micros = outlay_row_json_decimal (row, result, "quantity", MICROS);

  record->has_usage = micros > 0;
  record->usage.count[OUTLAY_QUANTITY_MICROS] = MAX (micros, 0);
  record->field[OUTLAY_FIELD_UNIT] =
      outlay_row_lower (row, outlay_json_text (result, "quantity_unit"));
}

static void
read_result (OutlayRow *row, OutlayJson *result, OutlayRecord *record)
{
  const char *line_item = outlay_json_text (result, "line_item");
  const char *currency = outlay_json_text (result, "amount.currency");
  OutlayLineItem item;

  record->provider = "openai";
  record->kind = OUTLAY_CHARGE_USAGE;
  record->billed_nanos = outlay_row_json_decimal (row, result, "amount.value", NANOS);
  record->cost_nanos = record->billed_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = outlay_row_keep (row, g_ascii_strup (currency, -1));

  outlay_line_item_parse (row, line_item, &item);
  record->meter = item.meter;
  record->field[OUTLAY_FIELD_LINE_ITEM] = line_item;
  record->field[OUTLAY_FIELD_MODEL] = item.model;
  record->field[OUTLAY_FIELD_TIER] = item.tier;
  record->field[OUTLAY_FIELD_CONTEXT] = item.context;
  read_names (result, record);
  read_quantity (row, result, record);

  if (outlay_json_text (result, "amount.value")[0] == '\0')
    outlay_row_reject (row, "amount.value", "%s", _ ("the amount is missing"));
  if (currency[0] == '\0')
    outlay_row_reject (row, "amount.currency", "%s", _ ("the currency is missing"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  return outlay_pages_read_bucket (row, "start_time", "end_time", read_result, error);
}

const OutlayReader outlay_reader_openai_cost_json = {
  .id = "openai-cost-json",
  .title = N_ ("OpenAI costs (JSON)"),
  .source = "openai-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = outlay_pages_paths,
  .sniff_paths = outlay_pages_result_paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
  .finish = outlay_pages_finish,
  .state_new = outlay_pages_state_new,
  .state_free = g_free,
};
