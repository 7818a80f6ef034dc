/* azure-cost-csv.c – Azure's cost details, of every kind of agreement
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enterprise, customer and pay-as-you-go agreements name the same columns differently.
 * Dates are month/day/year, or ISO. Tags come with and without the brackets around them.
 * Actual and amortized costs have the same columns and are the same money: of both, one
 * counts a month.
 */

#include "import/cloud-line.h"
#include "import/focus-service.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

enum
{
  BILLING_ACCOUNT_ID,
  BILLING_ACCOUNT_NAME,
  PERIOD_START,
  SUBSCRIPTION_ID,
  SUBSCRIPTION_NAME,
  DATE,
  RESOURCE_GROUP,
  RESOURCE_ID,
  RESOURCE_NAME,
  RESOURCE_LOCATION,
  METER_CATEGORY,
  METER_SUBCATEGORY,
  METER_NAME,
  PRODUCT,
  SERVICE_FAMILY,
  CONSUMED_SERVICE,
  QUANTITY,
  UNIT,
  COST_IN_BILLING_CURRENCY,
  COST,
  BILLING_CURRENCY,
  CURRENCY,
  TAGS,
  CHARGE_TYPE,
  PUBLISHER_NAME,
  RESERVATION_ID,
  PRICING_MODEL,
  COST_CENTER,
};

static const OutlayCsvColumn columns[] = {
  [BILLING_ACCOUNT_ID] = { "BillingAccountId", "EnrollmentNumber", 0 },
  [BILLING_ACCOUNT_NAME] = { "BillingAccountName", NULL, 0 },
  [PERIOD_START] = { "BillingPeriodStartDate", NULL, 0 },
  [SUBSCRIPTION_ID] = { "SubscriptionId", "SubscriptionGuid", 0 },
  [SUBSCRIPTION_NAME] = { "SubscriptionName", NULL, 0 },
  [DATE] = { "Date", "UsageDateTime", OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [RESOURCE_GROUP] = { "ResourceGroup", "ResourceGroupName", 0 },
  [RESOURCE_ID] = { "ResourceId", "InstanceId", 0 },
  [RESOURCE_NAME] = { "ResourceName", "InstanceName", 0 },
  [RESOURCE_LOCATION] = { "ResourceLocation", NULL, 0 },
  [METER_CATEGORY] = { "MeterCategory", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [METER_SUBCATEGORY] = { "MeterSubCategory", NULL, 0 },
  [METER_NAME] = { "MeterName", NULL, OUTLAY_COLUMN_MARK },
  [PRODUCT] = { "Product", "ProductName", 0 },
  [SERVICE_FAMILY] = { "ServiceFamily", NULL, 0 },
  [CONSUMED_SERVICE] = { "ConsumedService", NULL, 0 },
  [QUANTITY] = { "Quantity", "UsageQuantity", 0 },
  [UNIT] = { "UnitOfMeasure", NULL, 0 },
  [COST_IN_BILLING_CURRENCY] = { "CostInBillingCurrency", NULL, OUTLAY_COLUMN_MARK_ANY },
  [COST] = { "Cost", "PreTaxCost", OUTLAY_COLUMN_MARK_ANY },
  [BILLING_CURRENCY] = { "BillingCurrency", "BillingCurrencyCode", 0 },
  [CURRENCY] = { "Currency", NULL, 0 },
  [TAGS] = { "Tags", NULL, 0 },
  [CHARGE_TYPE] = { "ChargeType", NULL, 0 },
  [PUBLISHER_NAME] = { "PublisherName", NULL, 0 },
  [RESERVATION_ID] = { "ReservationId", NULL, 0 },
  [PRICING_MODEL] = { "PricingModel", NULL, 0 },
  [COST_CENTER] = { "CostCenter", NULL, 0 },
};

static const struct
{
  const char *type;
  OutlayChargeKind kind;
} types[] = {
  { "", OUTLAY_CHARGE_USAGE },
  { "usage", OUTLAY_CHARGE_USAGE },
  { "roundingadjustment", OUTLAY_CHARGE_USAGE },
  { "purchase", OUTLAY_CHARGE_FEE },
  { "refund", OUTLAY_CHARGE_REFUND },
  { "credit", OUTLAY_CHARGE_CREDIT },
  { "tax", OUTLAY_CHARGE_TAX },
  { "unusedreservation", OUTLAY_CHARGE_COMMITMENT },
  { "unusedsavingsplan", OUTLAY_CHARGE_COMMITMENT },
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
either (OutlayRow *row, guint column, guint other)
{
  const char *text = outlay_row_text (row, column);

  return text[0] != '\0' ? text : outlay_row_text (row, other);
}

/* A reservation that is bought costs as it is used. */
static gboolean
is_commitment (OutlayRow *row)
{
  const char *model = outlay_row_text (row, PRICING_MODEL);

  return row->field[RESERVATION_ID][0] != '\0' || g_ascii_strcasecmp (model, "reservation") == 0 ||
         g_ascii_strcasecmp (model, "savingsplan") == 0;
}

static void
read_money (OutlayRow *row, OutlayRecord *record)
{
  const char *type = outlay_row_text (row, CHARGE_TYPE);
  const char *cost = either (row, COST_IN_BILLING_CURRENCY, COST);
  const char *currency = either (row, BILLING_CURRENCY, CURRENCY);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i].type) == 0)
      record->kind = types[i].kind;

  if (record->kind == OUTLAY_CHARGE_NONE)
    outlay_row_reject (row, "ChargeType", _ ("no such category of charge: “%.40s”"), type);
  if (cost[0] == '\0')
    outlay_row_reject (row, "Cost", "%s", _ ("the amount is missing"));
  if (currency[0] == '\0')
    outlay_row_reject (row, "BillingCurrency", "%s", _ ("the currency is missing"));

  record->billed_nanos = outlay_row_decimal_of (row, "Cost", cost, NANOS);
  record->cost_nanos = record->billed_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = outlay_row_keep (row, g_ascii_strup (currency, -1));

  if (record->kind == OUTLAY_CHARGE_FEE && is_commitment (row))
    {
      record->kind = OUTLAY_CHARGE_PURCHASE;
      record->cost_nanos = 0;
    }
}

static void
read_times (OutlayRow *row, OutlayRecord *record)
{
  gint64 period = outlay_row_instant (row, PERIOD_START);

  record->start = outlay_row_instant (row, DATE);
  if (record->start == OUTLAY_UNDATED)
    {
      outlay_row_reject (row, "Date", "%s", _ ("the date is missing"));
      return;
    }

  record->end = record->start + OUTLAY_SECONDS_PER_DAY;
  record->invoice_month = outlay_month_of_day (
      outlay_day_of_instant (period != OUTLAY_UNDATED ? period : record->start));
}

/* The resource's name, or the end of its id. */
static const char *
find_resource (OutlayRow *row)
{
  const char *name = outlay_row_text (row, RESOURCE_NAME);
  const char *id = outlay_row_text (row, RESOURCE_ID);
  const char *slash = strrchr (id, '/');

  if (name[0] != '\0')
    return name;

  return slash != NULL ? slash + 1 : id;
}

static void
read_dimensions (OutlayRow *row, const char *words, OutlayRecord *record)
{
  const OutlayCloudTag more[] = { { "resource-group", outlay_row_text (row, RESOURCE_GROUP) },
                                  { "resource", find_resource (row) },
                                  { "cost-center", outlay_row_text (row, COST_CENTER) } };
  const char *meter = outlay_row_text (row, METER_NAME);

  record->account = outlay_row_text (row, BILLING_ACCOUNT_ID);
  record->account_name = outlay_row_text (row, BILLING_ACCOUNT_NAME);
  if (record->account_name[0] == '\0')
    record->account_name = NULL;

  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, outlay_row_text (row, SUBSCRIPTION_ID),
                          outlay_row_text (row, SUBSCRIPTION_NAME));
  record->field[OUTLAY_FIELD_REGION] = outlay_row_text (row, RESOURCE_LOCATION);
  record->field[OUTLAY_FIELD_LINE_ITEM] =
      outlay_cloud_shorten (row, meter[0] != '\0' ? meter : outlay_row_text (row, PRODUCT));
  record->field[OUTLAY_FIELD_TAGS] =
      outlay_cloud_tags_find (outlay_reading_state (row->reading), outlay_row_text (row, TAGS),
                              more, G_N_ELEMENTS (more));
  outlay_cloud_read_words (words, record);
}

/* Of newer families the meter has only the number: `5.5 ShortCo opt Gl 1M Tokens`. */
static const char *
find_model (OutlayRow *row, const char *meter, const char *product)
{
  const char *const texts[] = { meter, product, outlay_row_text (row, METER_SUBCATEGORY) };
  const char *model = outlay_cloud_find_model (row, texts, G_N_ELEMENTS (texts));
  gsize n_number = strspn (meter, "0123456789.");

  if (n_number == 0 || meter[n_number] != ' ' || g_ascii_strncasecmp (model, "gpt", 3) != 0)
    return model;

  return outlay_row_keep (row, g_strdup_printf ("gpt-%.*s", (int) n_number, meter));
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *meter = outlay_row_text (row, METER_NAME);
  const char *product = outlay_row_text (row, PRODUCT);
  const char *name =
      outlay_row_keep (row, g_strjoin (" ", outlay_row_text (row, METER_CATEGORY),
                                       outlay_row_text (row, METER_SUBCATEGORY),
                                       outlay_row_text (row, CONSUMED_SERVICE), NULL));
  const char *words = outlay_row_keep (row, g_strjoin (" ", meter, product, "", NULL));
  OutlayFocusService service = {
    "Azure", outlay_row_text (row, PUBLISHER_NAME), outlay_row_text (row, SERVICE_FAMILY), "", name,
    meter
  };
  gboolean is_ai = outlay_focus_is_ai (&service) || strstr (name, "CognitiveServices") != NULL;
  OutlayRecord record;

  if (!is_ai && !outlay_reading_options (row->reading)->all_services)
    {
      outlay_row_skip (row);
      return TRUE;
    }

  outlay_record_init (&record);
  record.provider = "azure";
  read_times (row, &record);
  read_money (row, &record);
  read_dimensions (row, words, &record);
  if (is_ai)
    record.field[OUTLAY_FIELD_MODEL] = find_model (row, meter, product);
  outlay_cloud_read_quantity (row, outlay_row_text (row, QUANTITY), outlay_row_text (row, UNIT),
                              words, &record);
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_azure_cost_csv = {
  .id = "azure-cost-csv",
  .title = N_ ("Azure cost details (CSV)"),
  .source = "azure-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = COST,
  .currency_column = BILLING_CURRENCY,
  .read = read_row,
  .state_new = new_state,
  .state_free = free_state,
};
