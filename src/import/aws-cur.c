/* aws-cur.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The older generation has a column for each tag, the newer one maps as JSON. What
 * savings plans and reservations cover is billed at once and costs as it is used: there
 * billed and cost are two amounts.
 */

#include "import/aws-cur.h"

#include "core/date.h"
#include "core/money.h"
#include "import/aws-cur-tags.h"
#include "import/cloud-line.h"
#include "import/focus-service.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9
#define COLUMN(id) OUTLAY_AWS_##id

const OutlayCsvColumn outlay_aws_cur_columns[OUTLAY_AWS_N_COLUMNS] = {
#define LEGACY(id, name, alias, flags) { name, alias, flags },
#define SECOND(id, name, alias, flags) { name, alias, flags },
#include "import/aws-cur-columns.inc"
#undef LEGACY
#undef SECOND
};

/* How a line of a type counts. */
typedef enum
{
  WAY_PLAIN,    /* cost is what is billed */
  WAY_PLAN,     /* covered by a savings plan: cost is its share of it */
  WAY_NEGATION, /* takes back what WAY_PLAN lines bill */
  WAY_RESERVED, /* covered by a reservation */
  WAY_PLAN_FEE, /* a savings plan: cost is what was not used of it */
  WAY_RESERVED_FEE,
  WAY_PREPAID, /* cash, which costs as it is used */
} Way;

static const struct
{
  const char *type;
  OutlayChargeKind kind;
  Way way;
} types[] = {
  { "Usage", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
  { "DiscountedUsage", OUTLAY_CHARGE_USAGE, WAY_RESERVED },
  { "SavingsPlanCoveredUsage", OUTLAY_CHARGE_USAGE, WAY_PLAN },
  { "SavingsPlanNegation", OUTLAY_CHARGE_USAGE, WAY_NEGATION },
  { "SavingsPlanRecurringFee", OUTLAY_CHARGE_COMMITMENT, WAY_PLAN_FEE },
  { "SavingsPlanUpfrontFee", OUTLAY_CHARGE_PURCHASE, WAY_PREPAID },
  { "RIFee", OUTLAY_CHARGE_COMMITMENT, WAY_RESERVED_FEE },
  { "Fee", OUTLAY_CHARGE_FEE, WAY_PLAIN },
  { "Tax", OUTLAY_CHARGE_TAX, WAY_PLAIN },
  { "Credit", OUTLAY_CHARGE_CREDIT, WAY_PLAIN },
  { "Refund", OUTLAY_CHARGE_REFUND, WAY_PLAIN },
  { "EdpDiscount", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
  { "PrivateRateDiscount", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
  { "BundledDiscount", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
  { "Discount", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
  { "SppDiscount", OUTLAY_CHARGE_USAGE, WAY_PLAIN },
};

gpointer
outlay_aws_cur_state_new (void)
{
  return outlay_aws_tags_new ();
}

void
outlay_aws_cur_state_free (gpointer state)
{
  outlay_aws_tags_free (state);
}

gboolean
outlay_aws_cur_begin_legacy (OutlayReading *reading, GError **error)
{
  outlay_aws_tags_begin (outlay_reading_state (reading), outlay_reading_table (reading));
  return TRUE;
}

gboolean
outlay_aws_cur_begin_second (OutlayReading *reading, GError **error)
{
  return TRUE;
}

/* Columns of the second generation are not there in the first. */
static const char *
value (OutlayRow *row, guint column)
{
  const OutlayAwsTags *tags = outlay_reading_state (row->reading);

  if (tags->is_legacy && column >= OUTLAY_AWS_N_LEGACY_COLUMNS)
    return "";

  return outlay_row_text (row, column);
}

static gint64
nanos (OutlayRow *row, guint column)
{
  return outlay_row_decimal_of (row, outlay_row_name (row, column), value (row, column), NANOS);
}

static gint64
sum_of (OutlayRow *row, gint64 a, gint64 b)
{
  gint64 sum = a;

  if (!outlay_nanos_add (&sum, b))
    outlay_row_reject (row, NULL, "%s", _ ("the amounts are beyond what can be counted"));

  return sum;
}

static void
read_money (OutlayRow *row, OutlayRecord *record)
{
  const char *type = value (row, COLUMN (TYPE));
  const char *currency = value (row, COLUMN (CURRENCY));
  Way way = WAY_PLAIN;
  gint64 billed = nanos (row, COLUMN (COST));

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (type, types[i].type) == 0)
      {
        record->kind = types[i].kind;
        way = types[i].way;
      }

  if (record->kind == OUTLAY_CHARGE_NONE)
    outlay_row_reject (row, "lineItem/LineItemType", _ ("no such category of charge: “%.40s”"),
                       type);
  if (value (row, COLUMN (COST))[0] == '\0')
    outlay_row_reject (row, "lineItem/UnblendedCost", "%s", _ ("the amount is missing"));

  record->billed_nanos = billed;
  record->cost_nanos = way == WAY_PLAIN ? billed : 0;
  if (way == WAY_PLAN)
    record->cost_nanos = nanos (row, COLUMN (PLAN_COST));
  else if (way == WAY_RESERVED)
    record->cost_nanos = nanos (row, COLUMN (RESERVED_COST));
  else if (way == WAY_PLAN_FEE)
    record->cost_nanos =
        MAX (sum_of (row, nanos (row, COLUMN (PLAN_TOTAL)), -nanos (row, COLUMN (PLAN_USED))), 0);
  else if (way == WAY_RESERVED_FEE)
    record->cost_nanos =
        sum_of (row, nanos (row, COLUMN (UNUSED_UPFRONT)), nanos (row, COLUMN (UNUSED_RECURRING)));

  record->field[OUTLAY_FIELD_CURRENCY] =
      currency[0] != '\0' ? outlay_row_keep (row, g_ascii_strup (currency, -1)) : "USD";
}

static void
read_times (OutlayRow *row, OutlayRecord *record)
{
  gint64 period = outlay_row_instant (row, COLUMN (PERIOD_START));

  record->start = outlay_row_instant (row, COLUMN (START));
  record->end = outlay_row_instant (row, COLUMN (END));
  if (record->start == OUTLAY_UNDATED)
    record->end = OUTLAY_UNDATED;
  else if (record->end == OUTLAY_UNDATED || record->end == record->start)
    record->end = record->start + OUTLAY_SECONDS_PER_DAY;

  if (period != OUTLAY_UNDATED)
    record->invoice_month = outlay_month_of_day (outlay_day_of_instant (period));
}

/* The product's name: a column of its own, or in the map. */
static const char *
find_product (OutlayRow *row)
{
  static const char *const names[] = { "product_name", "servicename" };
  const char *name = value (row, COLUMN (PRODUCT_NAME));
  OutlayJson *product;

  if (name[0] != '\0')
    return name;

  product = outlay_row_parse (row, value (row, COLUMN (PRODUCT)));
  for (guint i = 0; i < G_N_ELEMENTS (names) && name[0] == '\0'; i++)
    name = outlay_json_text (product, names[i]);

  return name;
}

static const char *
find_region (OutlayRow *row)
{
  const char *region = value (row, COLUMN (REGION_CODE));

  return region[0] != '\0' ? region : value (row, COLUMN (REGION));
}

static void
read_dimensions (OutlayRow *row, const char *product, const char *words, OutlayRecord *record)
{
  const char *const models[] = { product, value (row, COLUMN (USAGE_TYPE)),
                                 value (row, COLUMN (DESCRIPTION)),
                                 value (row, COLUMN (RESOURCE)) };
  const char *item = value (row, COLUMN (USAGE_TYPE));
  const char *principal = value (row, COLUMN (PRINCIPAL));

  record->account = value (row, COLUMN (PAYER));
  record->account_name = value (row, COLUMN (PAYER_NAME));
  if (record->account_name[0] == '\0')
    record->account_name = NULL;

  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, value (row, COLUMN (ACCOUNT)),
                          value (row, COLUMN (ACCOUNT_NAME)));
  record->field[OUTLAY_FIELD_USER] =
      principal[0] != '\0' ? principal : value (row, COLUMN (USER_ID));
  record->field[OUTLAY_FIELD_REGION] = find_region (row);
  record->field[OUTLAY_FIELD_LINE_ITEM] =
      outlay_cloud_shorten (row, item[0] != '\0' ? item : value (row, COLUMN (DESCRIPTION)));
  outlay_cloud_read_words (words, record);
  record->field[OUTLAY_FIELD_MODEL] = outlay_cloud_find_model (row, models, G_N_ELEMENTS (models));
}

static const char *
find_tags (OutlayRow *row)
{
  OutlayAwsTags *tags = outlay_reading_state (row->reading);

  if (tags->is_legacy)
    return outlay_aws_tags_of_columns (tags, row);

  return outlay_aws_tags_of_maps (tags, row, value (row, COLUMN (TAGS)),
                                  value (row, COLUMN (CATEGORIES)));
}

/**
 * outlay_aws_cur_read:
 * @row: a line
 * @error: return location for what the sink sets
 */
gboolean
outlay_aws_cur_read (OutlayRow *row, GError **error)
{
  const char *product = find_product (row);
  const char *usage_type = value (row, COLUMN (USAGE_TYPE));
  const char *description = value (row, COLUMN (DESCRIPTION));
  const char *name =
      outlay_row_keep (row, g_strjoin (" ", product, value (row, COLUMN (PRODUCT_CODE)),
                                       value (row, COLUMN (SERVICE_CODE)), usage_type, NULL));
  const char *words = outlay_row_keep (row, g_strjoin (" ", usage_type, description, "", NULL));
  OutlayFocusService service = { "AWS", "", "", "", name, description };
  OutlayRecord record;

  if (!outlay_focus_is_ai (&service) && !outlay_reading_options (row->reading)->all_services)
    {
      outlay_row_skip (row);
      return TRUE;
    }

  outlay_record_init (&record);
  record.provider = "aws";
  read_times (row, &record);
  read_money (row, &record);
  read_dimensions (row, product, words, &record);
  if (!outlay_focus_is_ai (&service))
    record.field[OUTLAY_FIELD_MODEL] = "";
  outlay_cloud_read_quantity (row, value (row, COLUMN (AMOUNT)), value (row, COLUMN (UNIT)), words,
                              &record);
  record.field[OUTLAY_FIELD_TAGS] = find_tags (row);
  return outlay_row_emit (row, &record, error);
}
