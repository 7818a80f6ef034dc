/* focus-csv.c – cost and usage in the FOCUS layout, 1.0 to 1.3
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nulls come empty or as `NULL`, dates with and without a zone or as `4/1/25`,
 * amounts with a dollar sign and spaces: the specification's own examples do all of
 * that. BilledCost is what is invoiced, EffectiveCost what budgets use. By default
 * only lines of models and machine learning are taken.
 */

#include "import/cloud-line.h"
#include "import/focus-meter.h"
#include "import/focus-service.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define MICROS 6

enum
{
#define COLUMN(id, name, alias, flags) id,
#include "import/focus-columns.inc"
#undef COLUMN
};

static const OutlayCsvColumn columns[] = {
#define COLUMN(id, name, alias, flags) { name, alias, flags },
#include "import/focus-columns.inc"
#undef COLUMN
};

static gpointer
new_state (void)
{
  return outlay_cloud_tags_new ();
}

static void
free_state (gpointer state)
{
  g_hash_table_unref (state);
}

static const char *
value (OutlayRow *row, guint column)
{
  const char *text = outlay_row_text (row, column);

  return g_ascii_strcasecmp (text, "null") == 0 ? "" : text;
}

static const char *
either (OutlayRow *row, guint column, guint other)
{
  const char *text = value (row, column);

  return text[0] != '\0' ? text : value (row, other);
}

static gboolean
begin (OutlayReading *reading, GError **error)
{
  if (!outlay_reading_has (reading, BILLING_CURRENCY))
    outlay_reading_note (reading, _ ("The file has no column BillingCurrency; its amounts are "
                                     "taken as US dollars"));
  return TRUE;
}

static gint64
nanos (OutlayRow *row, guint column)
{
  return outlay_row_decimal_of (row, outlay_row_name (row, column), value (row, column), 9);
}

static gint64
instant (OutlayRow *row, guint column)
{
  return outlay_row_instant_of (row, outlay_row_name (row, column), value (row, column));
}

static OutlayChargeKind
find_kind (OutlayRow *row)
{
  static const struct
  {
    const char *name;
    OutlayChargeKind kind;
  } kinds[] = {
    { "usage", OUTLAY_CHARGE_USAGE },       { "purchase", OUTLAY_CHARGE_PURCHASE },
    { "tax", OUTLAY_CHARGE_TAX },           { "credit", OUTLAY_CHARGE_CREDIT },
    { "adjustment", OUTLAY_CHARGE_REFUND },
  };
  const char *category = value (row, CHARGE_CATEGORY);
  OutlayChargeKind kind = OUTLAY_CHARGE_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (category, kinds[i].name) == 0)
      kind = kinds[i].kind;

  if (kind == OUTLAY_CHARGE_NONE)
    outlay_row_reject (row, "ChargeCategory", _ ("no such category of charge: “%.40s”"), category);

  /* A corrected tax or credit still is one. */
  if (kind == OUTLAY_CHARGE_TAX || kind == OUTLAY_CHARGE_CREDIT)
    return kind;
  if (g_ascii_strcasecmp (value (row, CHARGE_CLASS), "correction") == 0)
    return OUTLAY_CHARGE_REFUND;
  if (g_ascii_strcasecmp (value (row, COMMITMENT_DISCOUNT_STATUS), "unused") == 0)
    return OUTLAY_CHARGE_COMMITMENT;

  return kind;
}

static void
read_times (OutlayRow *row, OutlayRecord *record)
{
  gint64 period = instant (row, BILLING_PERIOD_START);

  record->start = instant (row, CHARGE_PERIOD_START);
  record->end = instant (row, CHARGE_PERIOD_END);
  if (record->start == OUTLAY_UNDATED)
    record->end = OUTLAY_UNDATED;
  else if (record->end == OUTLAY_UNDATED || record->end == record->start)
    record->end = record->start + OUTLAY_SECONDS_PER_DAY;

  if (period != OUTLAY_UNDATED)
    record->invoice_month = outlay_month_of_day (outlay_day_of_instant (period));
}

static void
read_money (OutlayRow *row, OutlayRecord *record)
{
  const char *currency = value (row, BILLING_CURRENCY);

  record->billed_nanos = nanos (row, BILLED_COST);
  record->cost_nanos =
      value (row, EFFECTIVE_COST)[0] != '\0' ? nanos (row, EFFECTIVE_COST) : record->billed_nanos;

  if (value (row, BILLED_COST)[0] == '\0')
    outlay_row_reject (row, "BilledCost", "%s", _ ("the amount is missing"));
  if (currency[0] == '\0' && outlay_reading_has (row->reading, BILLING_CURRENCY))
    outlay_row_reject (row, "BillingCurrency", "%s", _ ("the currency is missing"));

  record->field[OUTLAY_FIELD_CURRENCY] =
      currency[0] != '\0' ? outlay_row_keep (row, g_ascii_strup (currency, -1)) : "USD";
}

/* What meter and model can be read from, in one text. */
static const char *
join_description (OutlayRow *row)
{
  return outlay_row_keep (row,
                          g_strconcat (value (row, SKU_METER), " ", value (row, X_SKU_DESCRIPTION),
                                       " ", value (row, CHARGE_DESCRIPTION), " ", NULL));
}

static const char *
find_detail_model (OutlayRow *row, guint column)
{
  static const char *const names[] = { "ModelName", "model", "Model", "modelId", "x_ModelName" };
  g_autoptr (OutlayJson) details = outlay_json_parse_loose (value (row, column));

  for (guint i = 0; details != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *model = outlay_json_text (details, names[i]);

      if (model[0] != '\0')
        return outlay_row_keep (row, g_strdup (model));
    }

  return NULL;
}

static const char *
find_model (OutlayRow *row, const char *description, gboolean is_ai)
{
  const char *const texts[] = { description, value (row, RESOURCE_NAME), value (row, SKU_ID),
                                value (row, SERVICE_NAME) };
  const char *model = find_detail_model (row, SKU_PRICE_DETAILS);

  if (!is_ai)
    return "";

  if (model == NULL)
    model = find_detail_model (row, X_SKU_DETAILS);
  if (model != NULL)
    return model;

  model = outlay_cloud_find_model (row, texts, G_N_ELEMENTS (texts));
  return model[0] != '\0' ? model : value (row, SERVICE_NAME);
}

static void
read_tokens (OutlayRow *row, const char *quantity, guint power, OutlayRecord *record)
{
  gint64 tokens = power == 0 ? outlay_row_count_of (row, "ConsumedQuantity", quantity)
                             : outlay_row_decimal_of (row, "ConsumedQuantity", quantity, power);

  outlay_focus_meter_count (record->meter, tokens, &record->usage);
}

/* Usage that is taken back comes with its money; use itself is never negative. */
static void
read_quantity (OutlayRow *row, OutlayRecord *record)
{
  gboolean consumed = value (row, CONSUMED_QUANTITY)[0] != '\0';
  const char *quantity = value (row, consumed ? CONSUMED_QUANTITY : PRICING_QUANTITY);
  const char *unit = value (row, consumed ? CONSUMED_UNIT : PRICING_UNIT);
  gint64 *count = record->usage.count;
  guint power;
  OutlayFocusUnit kind = outlay_focus_unit_parse (unit, join_description (row), &power);

  if (record->kind != OUTLAY_CHARGE_USAGE || quantity[0] == '\0' ||
      (quantity[0] == '-' && record->billed_nanos < 0))
    return;

  if (outlay_row_decimal_of (row, "ConsumedQuantity", quantity, MICROS) < 0)
    outlay_row_reject (row, "ConsumedQuantity", _ ("a quantity cannot be negative: “%.40s”"),
                       quantity);

  record->has_usage = TRUE;
  if (kind == OUTLAY_FOCUS_UNIT_TOKENS && record->meter != OUTLAY_METER_ANY &&
      record->meter != OUTLAY_METER_OTHER)
    read_tokens (row, quantity, power, record);
  else if (kind == OUTLAY_FOCUS_UNIT_REQUESTS)
    {
      count[OUTLAY_REQUESTS] =
          power == 0 ? outlay_row_count_of (row, "ConsumedQuantity", quantity)
                     : outlay_row_decimal_of (row, "ConsumedQuantity", quantity, power);
      record->meter = record->meter == OUTLAY_METER_ANY ? OUTLAY_METER_REQUEST : record->meter;
    }
  else
    {
      count[OUTLAY_QUANTITY_MICROS] =
          outlay_row_decimal_of (row, "ConsumedQuantity", quantity, MICROS);
      record->field[OUTLAY_FIELD_UNIT] = outlay_row_lower (row, unit);
      record->meter = record->meter == OUTLAY_METER_ANY ? OUTLAY_METER_QUANTITY : record->meter;
    }
}

static const char *
find_line_item (OutlayRow *row)
{
  const char *item = either (row, SKU_METER, CHARGE_DESCRIPTION);

  return outlay_cloud_shorten (row, item[0] != '\0' ? item : value (row, SKU_ID));
}

static void
read_dimensions (OutlayRow *row, gboolean is_ai, OutlayRecord *record)
{
  const char *description = join_description (row);

  record->account = value (row, BILLING_ACCOUNT_ID);
  record->account_name = value (row, BILLING_ACCOUNT_NAME);
  if (record->account_name[0] == '\0')
    record->account_name = NULL;

  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, value (row, SUB_ACCOUNT_ID),
                          value (row, SUB_ACCOUNT_NAME));
  record->field[OUTLAY_FIELD_KEY] = value (row, CREDENTIAL_ID);
  record->field[OUTLAY_FIELD_USER] = value (row, PRINCIPAL_ID);
  record->field[OUTLAY_FIELD_MODEL] = find_model (row, description, is_ai);
  record->field[OUTLAY_FIELD_REGION] = value (row, REGION_ID);
  record->field[OUTLAY_FIELD_LINE_ITEM] = find_line_item (row);
  record->field[OUTLAY_FIELD_TAGS] =
      outlay_cloud_tags_find (outlay_reading_state (row->reading), value (row, TAGS), NULL, 0);
  outlay_cloud_read_words (description, record);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *issuer = either (row, PUBLISHER_NAME, INVOICE_ISSUER_NAME);
  const char *provider = either (row, SERVICE_PROVIDER_NAME, PROVIDER_NAME);
  OutlayFocusService service = { provider[0] != '\0' ? provider : issuer,
                                 value (row, PUBLISHER_NAME),
                                 value (row, SERVICE_CATEGORY),
                                 value (row, SERVICE_SUBCATEGORY),
                                 value (row, SERVICE_NAME),
                                 value (row, CHARGE_DESCRIPTION) };
  gboolean is_ai = outlay_focus_is_ai (&service);
  OutlayRecord record;

  if (!is_ai && !outlay_reading_options (row->reading)->all_services)
    {
      outlay_row_skip (row);
      return TRUE;
    }

  outlay_record_init (&record);
  record.provider = outlay_focus_provider (service.provider);
  if (record.provider[0] == '\0')
    record.provider = "focus";

  record.kind = find_kind (row);
  read_times (row, &record);
  read_money (row, &record);
  read_dimensions (row, is_ai, &record);
  read_quantity (row, &record);
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_focus_csv = {
  .id = "focus-csv",
  .title = N_ ("FOCUS cost and usage (CSV)"),
  .source = "focus",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = BILLED_COST,
  .currency_column = BILLING_CURRENCY,
  .begin = begin,
  .read = read_row,
  .state_new = new_state,
  .state_free = free_state,
};
