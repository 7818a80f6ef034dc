/* anthropic-cost-csv.c – the cost export of Anthropic's Console
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row a day, model, key and kind of token, in dollars rounded to cents. Seen
 * with 6 to 14 columns from 2024 to 2026; workspace and key are there only when some
 * row has one. The model is a display name, not the id of the usage export. Rows of
 * equal keys are real and add up.
 */

#include "import/anthropic-dimensions.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  DATE,
  MODEL,
  WORKSPACE,
  API_KEY,
  API_KEY_ID,
  API_KEY_STATUS,
  USAGE_TYPE,
  CONTEXT_WINDOW,
  TOKEN_TYPE,
  COST,
  LIST_PRICE,
  COST_TYPE,
  INFERENCE_GEO,
  SPEED,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "usage_date_utc", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [MODEL] = { "model", NULL, OUTLAY_COLUMN_REQUIRED },
  [WORKSPACE] = { "workspace", NULL, 0 },
  [API_KEY] = { "api_key", NULL, 0 },
  [API_KEY_ID] = { "api_key_id", NULL, 0 },
  [API_KEY_STATUS] = { "api_key_status", NULL, 0 },
  [USAGE_TYPE] = { "usage_type", NULL, 0 },
  [CONTEXT_WINDOW] = { "context_window", NULL, 0 },
  [TOKEN_TYPE] = { "token_type", NULL, OUTLAY_COLUMN_MARK },
  [COST] = { "cost_usd", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [LIST_PRICE] = { "list_price_usd", NULL, 0 },
  [COST_TYPE] = { "cost_type", NULL, 0 },
  [INFERENCE_GEO] = { "inference_geo", NULL, 0 },
  [SPEED] = { "speed", NULL, 0 },
};

static const struct
{
  const char *name;
  OutlayMeter meter;
} meters[] = {
  { "input_no_cache", OUTLAY_METER_INPUT },
  { "uncached_input_tokens", OUTLAY_METER_INPUT },
  { "output", OUTLAY_METER_OUTPUT },
  { "output_tokens", OUTLAY_METER_OUTPUT },
  { "input_cache_read", OUTLAY_METER_CACHE_READ },
  { "cache_read_input_tokens", OUTLAY_METER_CACHE_READ },
  { "input_cache_write", OUTLAY_METER_CACHE_WRITE },
  { "input_cache_write_5m", OUTLAY_METER_CACHE_WRITE_5M },
  { "input_cache_write_1h", OUTLAY_METER_CACHE_WRITE_1H },
  { "web_search", OUTLAY_METER_WEB_SEARCH },
  { "", OUTLAY_METER_ANY },
};

static const struct
{
  const char *word;
  OutlayChargeKind kind;
} kinds[] = {
  { "tax", OUTLAY_CHARGE_TAX },
  { "credit", OUTLAY_CHARGE_CREDIT },
  { "refund", OUTLAY_CHARGE_REFUND },
  { "fee", OUTLAY_CHARGE_FEE },
};

static OutlayMeter
find_meter (const char *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (meters); i++)
    if (g_ascii_strcasecmp (item, meters[i].name) == 0)
      return meters[i].meter;

  return OUTLAY_METER_OTHER;
}

static OutlayChargeKind
find_kind (OutlayRow *row, const char *cost_type)
{
  const char *lower = outlay_row_lower (row, cost_type);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strstr (lower, kinds[i].word) != NULL)
      return kinds[i].kind;

  return OUTLAY_CHARGE_USAGE;
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  const char *cost_type = field[COST_TYPE];
  gboolean is_tokens = cost_type[0] == '\0' || g_ascii_strncasecmp (cost_type, "token", 5) == 0;
  const char *item = is_tokens || field[TOKEN_TYPE][0] != '\0' ? field[TOKEN_TYPE] : cost_type;
  gboolean has_id = field[API_KEY_ID][0] != '\0';
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "anthropic";
  record.start = outlay_row_instant (row, DATE);
  record.end =
      record.start != OUTLAY_UNDATED ? record.start + OUTLAY_SECONDS_PER_DAY : OUTLAY_UNDATED;
  record.kind = find_kind (row, cost_type);
  record.meter = find_meter (is_tokens ? item : outlay_row_lower (row, cost_type));
  record.billed_nanos = outlay_row_nanos (row, COST);
  record.cost_nanos = record.billed_nanos;

  record.field[OUTLAY_FIELD_MODEL] = field[MODEL];
  record.field[OUTLAY_FIELD_PROJECT] = field[WORKSPACE];
  record.field[OUTLAY_FIELD_KEY] = has_id ? field[API_KEY_ID] : field[API_KEY];
  record.name[OUTLAY_FIELD_KEY] = has_id && field[API_KEY][0] != '\0' ? field[API_KEY] : NULL;
  record.field[OUTLAY_FIELD_TIER] = outlay_anthropic_tier (row, field[USAGE_TYPE], field[SPEED]);
  record.field[OUTLAY_FIELD_REGION] = outlay_anthropic_region (field[INFERENCE_GEO]);
  record.field[OUTLAY_FIELD_CONTEXT] = outlay_anthropic_context (field[CONTEXT_WINDOW]);
  record.field[OUTLAY_FIELD_LINE_ITEM] = item;
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  if (field[COST][0] == '\0')
    outlay_row_reject (row, "cost_usd", "%s", _ ("the amount is missing"));

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_anthropic_cost_csv = {
  .id = "anthropic-cost-csv",
  .title = N_ ("Anthropic cost export (CSV)"),
  .source = "anthropic-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = COST,
  .currency_column = -1,
  .name_range = OUTLAY_NAME_RANGE_INCLUSIVE,
  .read = read_row,
};
