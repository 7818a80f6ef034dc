/* gcp-billing.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is owed is the cost and its credits, which are negative: discounts make the cost
 * less, promotions stand beside it. The invoice's month follows another clock than the
 * usage. Tokens come counted as requests, or just counted.
 */

#include "import/gcp-billing.h"

#include "core/date.h"
#include "core/money.h"
#include "import/cloud-line.h"
#include "import/focus-service.h"
#include "import/python-literal.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9
#define N_MONTH 6 /* bytes of YYYYMM */
#define MODALITY " Text"

enum
{
  COST = OUTLAY_GCP_COST,
  CURRENCY = OUTLAY_GCP_CURRENCY,
  ACCOUNT,
  SERVICE_ID,
  SERVICE,
  SKU_ID,
  SKU,
  START,
  END,
  PROJECT_ID,
  PROJECT_NAME,
  LABELS,
  TAGS,
  REGION,
  LOCATION,
  AMOUNT,
  UNIT,
  PRICED_AMOUNT,
  PRICED_UNIT,
  CREDITS,
  MONTH,
  COST_TYPE,
  SELLER,
};

const OutlayCsvColumn outlay_gcp_columns[OUTLAY_GCP_N_COLUMNS] = {
  [COST] = { "cost", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [CURRENCY] = { "currency", NULL, 0 },
  [ACCOUNT] = { "billing_account_id", NULL, 0 },
  [SERVICE_ID] = { "service.id", "service_id", 0 },
  [SERVICE] = { "service.description", "service_description", OUTLAY_COLUMN_MARK },
  [SKU_ID] = { "sku.id", "sku_id", 0 },
  [SKU] = { "sku.description", "sku_description", OUTLAY_COLUMN_MARK },
  [START] = { "usage_start_time", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [END] = { "usage_end_time", NULL, 0 },
  [PROJECT_ID] = { "project.id", "project_id", 0 },
  [PROJECT_NAME] = { "project.name", "project_name", 0 },
  [LABELS] = { "labels", NULL, 0 },
  [TAGS] = { "tags", NULL, 0 },
  [REGION] = { "location.region", "location_region", 0 },
  [LOCATION] = { "location.location", "location_location", 0 },
  [AMOUNT] = { "usage.amount", "usage_amount", 0 },
  [UNIT] = { "usage.unit", "usage_unit", 0 },
  [PRICED_AMOUNT] = { "usage.amount_in_pricing_units", "usage_amount_in_pricing_units", 0 },
  [PRICED_UNIT] = { "usage.pricing_unit", "usage_pricing_unit", 0 },
  [CREDITS] = { "credits", NULL, 0 },
  [MONTH] = { "invoice.month", "invoice_month", 0 },
  [COST_TYPE] = { "cost_type", NULL, 0 },
  [SELLER] = { "seller_name", NULL, 0 },
};

static const struct
{
  const char *type;
  OutlayChargeKind kind;
} types[] = {
  { "", OUTLAY_CHARGE_USAGE },
  { "regular", OUTLAY_CHARGE_USAGE },
  { "rounding_error", OUTLAY_CHARGE_USAGE },
  { "tax", OUTLAY_CHARGE_TAX },
  { "adjustment", OUTLAY_CHARGE_REFUND },
};

static const char *
text (OutlayRow *row, guint column)
{
  return outlay_row_value (row, outlay_gcp_columns, column);
}

/* Lists come as JSON, or as Python prints them. */
static OutlayJson *
list (OutlayRow *row, guint column)
{
  OutlayJson *found = outlay_row_inner (row, outlay_gcp_columns, column);
  g_autofree char *json = NULL;

  if (found != NULL || text (row, column)[0] != '[')
    return found;

  json = outlay_python_to_json (text (row, column));
  return outlay_row_parse (row, json);
}

static void
add_credit (OutlayRow *row, OutlayJson *credit, gint64 *discount, gint64 *promotion)
{
  const char *type = outlay_json_text (credit, "type");
  gboolean is_discount = strstr (type, "DISCOUNT") != NULL || strstr (type, "MARGIN") != NULL;
  gint64 nanos = outlay_row_json_decimal (row, credit, "amount", NANOS);

  if (!outlay_nanos_add (is_discount ? discount : promotion, nanos))
    outlay_row_reject (row, "credits", "%s", _ ("the credits are beyond what can be counted"));
}

static void
read_money (OutlayRow *row, OutlayRecord *record, gint64 *promotion)
{
  const char *type = text (row, COST_TYPE);
  const char *currency = text (row, CURRENCY);
  gint64 discount = 0;
  OutlayJson *credits = list (row, CREDITS);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i].type) == 0)
      record->kind = types[i].kind;

  if (record->kind == OUTLAY_CHARGE_NONE)
    outlay_row_reject (row, "cost_type", _ ("no such category of charge: “%.40s”"), type);
  if (text (row, COST)[0] == '\0')
    outlay_row_reject (row, "cost", "%s", _ ("the amount is missing"));
  if (credits == NULL && text (row, CREDITS)[0] != '\0')
    outlay_row_reject (row, "credits", "%s", _ ("the list of credits cannot be read"));

  *promotion = 0;
  for (OutlayJson *credit = outlay_json_first (credits); credit != NULL;
       credit = outlay_json_next (credit))
    add_credit (row, credit, &discount, promotion);

  record->billed_nanos = outlay_row_decimal_of (row, "cost", text (row, COST), NANOS);
  if (!outlay_nanos_add (&record->billed_nanos, discount))
    outlay_row_reject (row, "credits", "%s", _ ("the credits are beyond what can be counted"));
  record->cost_nanos = record->billed_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] =
      currency[0] != '\0' ? outlay_row_keep (row, g_ascii_strup (currency, -1)) : "USD";
}

/* `202611` */
static void
read_month (OutlayRow *row, OutlayRecord *record)
{
  const char *month = text (row, MONTH);
  g_autofree char *spelled = NULL;

  if (month[0] == '\0')
    return;

  spelled = g_strdup_printf ("%.4s-%s", month, strlen (month) == N_MONTH ? month + 4 : "");
  if (!outlay_month_parse (spelled, &record->invoice_month, NULL))
    outlay_row_reject (row, "invoice.month", _ ("not a month: “%.40s”"), month);
}

static void
read_times (OutlayRow *row, OutlayRecord *record)
{
  record->start = outlay_row_instant_of (row, "usage_start_time", text (row, START));
  record->end = outlay_row_instant_of (row, "usage_end_time", text (row, END));
  if (record->start == OUTLAY_UNDATED)
    outlay_row_reject (row, "usage_start_time", "%s", _ ("the date is missing"));
  else if (record->end == OUTLAY_UNDATED || record->end == record->start)
    record->end = record->start + OUTLAY_SECONDS_PER_DAY;

  read_month (row, record);
}

static void
read_quantity (OutlayRow *row, gboolean is_ai, OutlayRecord *record)
{
  static const char *const counted[] = { "", "count", "counts", "request", "requests", "tokens" };
  const char *unit = text (row, UNIT);
  const char *sku = text (row, SKU);
  gboolean is_counted = FALSE;

  /* What a cache holds is paid by the hour. */
  if (strstr (outlay_row_lower (row, sku), "storage") != NULL)
    record->meter = OUTLAY_METER_OTHER;

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    is_counted |= g_ascii_strcasecmp (unit, counted[i]) == 0;

  if (is_ai && is_counted && record->meter != OUTLAY_METER_ANY &&
      record->meter != OUTLAY_METER_OTHER)
    outlay_cloud_read_quantity (row, text (row, AMOUNT), "tokens", sku, record);
  else
    outlay_cloud_read_quantity (row, text (row, PRICED_AMOUNT), text (row, PRICED_UNIT), sku,
                                record);
}

/* `Gemini 2.5 Flash Lite Text Input` is of Gemini 2.5 Flash Lite. */
static const char *
find_model (OutlayRow *row)
{
  const char *const texts[] = { text (row, SKU), text (row, SERVICE) };
  const char *model = outlay_cloud_find_model (row, texts, G_N_ELEMENTS (texts));

  if (!g_str_has_suffix (model, MODALITY))
    return model;

  return outlay_row_keep (row, g_strndup (model, strlen (model) - strlen (MODALITY)));
}

static void
read_dimensions (OutlayRow *row, gboolean is_ai, OutlayRecord *record)
{
  const char *sku = text (row, SKU);
  const char *region = text (row, REGION);
  const char *tags = outlay_cloud_tags_of (row, list (row, LABELS));

  record->account = text (row, ACCOUNT);
  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, text (row, PROJECT_ID),
                          text (row, PROJECT_NAME));
  record->field[OUTLAY_FIELD_REGION] = region[0] != '\0' ? region : text (row, LOCATION);
  record->field[OUTLAY_FIELD_LINE_ITEM] = outlay_cloud_shorten (row, sku);
  record->field[OUTLAY_FIELD_TAGS] =
      tags[0] != '\0' ? tags : outlay_cloud_tags_of (row, list (row, TAGS));
  outlay_cloud_read_words (sku, record);
  if (is_ai)
    record->field[OUTLAY_FIELD_MODEL] = find_model (row);
}

/**
 * outlay_gcp_read:
 * @row: a line, of CSV or an object
 * @error: return location for what the sink sets
 */
gboolean
outlay_gcp_read (OutlayRow *row, GError **error)
{
  OutlayFocusService service = { "Google Cloud",      text (row, SELLER), "", "",
                                 text (row, SERVICE), text (row, SKU) };
  gboolean is_ai = outlay_focus_is_ai (&service);
  OutlayRecord record;
  gint64 promotion;

  if (!is_ai && !outlay_reading_options (row->reading)->all_services)
    {
      outlay_row_skip (row);
      return TRUE;
    }

  outlay_record_init (&record);
  record.provider = "google";
  read_times (row, &record);
  read_money (row, &record, &promotion);
  read_dimensions (row, is_ai, &record);
  read_quantity (row, is_ai, &record);
  if (!outlay_row_emit (row, &record, error))
    return FALSE;
  if (promotion == 0)
    return TRUE;

  record.kind = OUTLAY_CHARGE_CREDIT;
  record.has_usage = FALSE;
  record.usage = (OutlayUsage){ 0 };
  record.billed_nanos = promotion;
  record.cost_nanos = promotion;
  return outlay_row_emit (row, &record, error);
}
