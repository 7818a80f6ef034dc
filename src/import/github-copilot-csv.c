/* github-copilot-csv.c – the usage reports of GitHub Copilot, of all their generations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Requests, or credits, with what they cost: gross, less what the plan includes, is net.
 * What is included is only notional. Estimates of another way of billing stand beside in
 * the columns aic_… and are not added. The oldest reports have no amounts: requests
 * within the quota cost nothing, what those beyond it cost is not known.
 */

#include "import/format.h"

#include "core/date.h"
#include "core/money.h"
#include "import/tag-list.h"

#include <glib/gi18n.h>
#include <string.h>

#define MICROS 6
#define NANOS 9
#define AUTO "Auto: "

enum
{
  DATE,
  USER,
  PRODUCT,
  SKU,
  MODEL,
  QUANTITY,
  UNIT,
  PRICE,
  GROSS,
  DISCOUNT,
  NET,
  EXCEEDS,
  QUOTA,
  ORGANIZATION,
  COST_CENTER,
  REPOSITORY,
  WORKFLOW,
  INPUT,
  OUTPUT,
  CACHE_READ,
  CACHE_WRITE,
  AIC_QUANTITY,
  AIC_GROSS,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "date", "timestamp", OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [USER] = { "username", "user", 0 },
  [PRODUCT] = { "product", NULL, 0 },
  [SKU] = { "sku", NULL, 0 },
  [MODEL] = { "model", NULL, 0 },
  [QUANTITY] = { "quantity", "requests used", OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [UNIT] = { "unit_type", NULL, 0 },
  [PRICE] = { "applied_cost_per_quantity", NULL, OUTLAY_COLUMN_MARK_ANY },
  [GROSS] = { "gross_amount", NULL, 0 },
  [DISCOUNT] = { "discount_amount", NULL, 0 },
  [NET] = { "net_amount", NULL, OUTLAY_COLUMN_MARK_ANY },
  [EXCEEDS] = { "exceeds_quota", "exceeds monthly quota", OUTLAY_COLUMN_MARK_ANY },
  [QUOTA] = { "total_monthly_quota", "total monthly quota", OUTLAY_COLUMN_MARK_ANY },
  [ORGANIZATION] = { "organization", NULL, 0 },
  [COST_CENTER] = { "cost_center_name", NULL, 0 },
  [REPOSITORY] = { "repository", NULL, 0 },
  [WORKFLOW] = { "workflow_path", NULL, 0 },
  [INPUT] = { "input", NULL, 0 },
  [OUTPUT] = { "output", NULL, 0 },
  [CACHE_READ] = { "cache_read", NULL, 0 },
  [CACHE_WRITE] = { "cache_write", NULL, 0 },
  [AIC_QUANTITY] = { "aic_quantity", NULL, 0 },
  [AIC_GROSS] = { "aic_gross_amount", NULL, 0 },
};

/* The general report of metered products has others, too. */
static gboolean
is_copilot (OutlayRow *row)
{
  const char *product = outlay_row_lower (row, outlay_row_text (row, PRODUCT));
  const char *sku = outlay_row_lower (row, outlay_row_text (row, SKU));

  return (product[0] == '\0' && sku[0] == '\0') || strstr (product, "copilot") != NULL ||
         strstr (product, "spark") != NULL || strstr (product, "models") != NULL ||
         strstr (sku, "copilot") != NULL || strstr (sku, "ai_credit") != NULL;
}

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  const char *unit = outlay_row_text (row, UNIT);

  record->has_usage = TRUE;
  count[OUTLAY_QUANTITY_MICROS] =
      outlay_row_decimal_of (row, "quantity", outlay_row_text (row, QUANTITY), MICROS);
  if (count[OUTLAY_QUANTITY_MICROS] < 0)
    outlay_row_reject (row, "quantity", "%s", _ ("a quantity cannot be negative"));

  record->field[OUTLAY_FIELD_UNIT] = unit[0] != '\0' ? outlay_row_lower (row, unit) : "requests";
  count[OUTLAY_INPUT_TOKENS] = outlay_row_count (row, INPUT);
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_count (row, OUTPUT);
  count[OUTLAY_CACHE_READ_TOKENS] = outlay_row_count (row, CACHE_READ);
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = outlay_row_count (row, CACHE_WRITE);
}

/* Of reports with amounts. */
static void
read_amounts (OutlayRow *row, OutlayRecord *record)
{
  if (row->field[NET][0] == '\0')
    outlay_row_reject (row, "net_amount", "%s", _ ("the amount is missing"));

  record->kind = OUTLAY_CHARGE_USAGE;
  record->billed_nanos = outlay_row_nanos (row, NET);
  record->cost_nanos = record->billed_nanos;
  record->notional_nanos = outlay_row_nanos (row, DISCOUNT);
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

/* Of reports without: what is within the quota is paid for. */
static void
read_quota (OutlayRow *row, OutlayRecord *record)
{
  if (g_ascii_strcasecmp (outlay_row_text (row, EXCEEDS), "true") == 0)
    {
      outlay_reading_note (row->reading, _ ("The report does not say what requests beyond the "
                                            "quota cost; import one with amounts, too"));
      return;
    }

  record->kind = OUTLAY_CHARGE_USAGE;
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

static void
read_names (OutlayRow *row, OutlayRecord *record)
{
  const char *model = outlay_row_text (row, MODEL);
  OutlayTagList tags = { .n_tags = 0 };

  if (g_str_has_prefix (model, AUTO))
    model += strlen (AUTO);

  outlay_tag_list_add (&tags, "cost-center", outlay_row_text (row, COST_CENTER));
  outlay_tag_list_add (&tags, "repository", outlay_row_text (row, REPOSITORY));
  record->field[OUTLAY_FIELD_TAGS] = outlay_tag_list_build (&tags, row);
  record->field[OUTLAY_FIELD_PROJECT] = outlay_row_text (row, ORGANIZATION);
  record->field[OUTLAY_FIELD_USER] = outlay_row_text (row, USER);
  record->field[OUTLAY_FIELD_MODEL] = model;
  record->field[OUTLAY_FIELD_LINE_ITEM] = outlay_row_text (row, SKU);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  OutlayRecord record;

  if (!is_copilot (row) && !outlay_reading_options (row->reading)->all_services)
    {
      outlay_row_skip (row);
      return TRUE;
    }

  outlay_record_init (&record);
  record.provider = "github-copilot";
  record.start = outlay_row_instant (row, DATE);
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "date", "%s", _ ("the date is missing"));
  else
    {
      record.start = outlay_day_start (outlay_day_of_instant (record.start));
      record.end = record.start + OUTLAY_SECONDS_PER_DAY;
    }

  read_usage (row, &record);
  if (outlay_reading_has (row->reading, NET))
    read_amounts (row, &record);
  else
    read_quota (row, &record);
  read_names (row, &record);
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_github_copilot_csv = {
  .id = "github-copilot-csv",
  .title = N_ ("GitHub Copilot usage report (CSV)"),
  .source = "github-copilot",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = NET,
  .currency_column = -1,
  .read = read_row,
};
