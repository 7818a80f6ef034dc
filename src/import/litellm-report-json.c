/* litellm-report-json.c – the spend report of a LiteLLM proxy, by team or customer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is a day. Its details need not add up to the total that stands beside them: they
 * are what is taken, the total only where there are none. Tokens are not told apart. A
 * report by key has no days and cannot be placed.
 */

#include "import/format.h"
#include "import/model-vendor.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define MICROS 6
#define NANOS 9

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "group_by_day|model_details", "teams|customers|total_cost",
                                     NULL };

static gboolean
emit_detail (OutlayRow *row,
             OutlayField field,
             const char *group,
             OutlayJson *detail,
             const char *spend,
             GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_json_instant (row, row->object, "group_by_day");
  record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  record.provider = outlay_vendor_find (row, "", outlay_json_text (detail, "model"), "litellm");
  record.kind = OUTLAY_CHARGE_USAGE;
  record.is_estimate = TRUE;
  record.cost_nanos = outlay_row_json_decimal (row, detail, spend, NANOS);
  record.billed_nanos = record.cost_nanos;
  if (outlay_json_text (detail, spend)[0] == '\0')
    outlay_row_reject (row, spend, "%s", _ ("the amount is missing"));

  record.usage.count[OUTLAY_QUANTITY_MICROS] =
      outlay_row_json_decimal (row, detail, "total_tokens", MICROS);
  if (record.usage.count[OUTLAY_QUANTITY_MICROS] < 0)
    outlay_row_reject (row, "total_tokens", "%s", _ ("a quantity cannot be negative"));
  record.has_usage = record.usage.count[OUTLAY_QUANTITY_MICROS] > 0;
  record.field[OUTLAY_FIELD_UNIT] = record.has_usage ? "tokens" : "";

  record.field[field] = group;
  record.field[OUTLAY_FIELD_MODEL] = outlay_json_text (detail, "model");
  record.field[OUTLAY_FIELD_KEY] = outlay_json_text (detail, "api_key");
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";
  return outlay_row_emit (row, &record, error);
}

static gboolean
read_groups (OutlayRow *row,
             OutlayField field,
             const char *groups,
             const char *name,
             GError **error)
{
  for (OutlayJson *group = outlay_json_first (outlay_json_get (row->object, groups)); group != NULL;
       group = outlay_json_next (group))
    {
      const char *label = outlay_json_text (group, name);
      OutlayJson *detail = outlay_json_first (outlay_json_get (group, "metadata"));

      if (detail == NULL && !emit_detail (row, field, label, group, "total_spend", error))
        return FALSE;

      for (; detail != NULL; detail = outlay_json_next (detail))
        if (!emit_detail (row, field, label, detail, "spend", error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  if (outlay_json_text (row->object, "group_by_day")[0] == '\0')
    outlay_row_reject (row, "group_by_day", "%s",
                       _ ("the report says no day; save it by team or by customer"));

  return read_groups (row, OUTLAY_FIELD_PROJECT, "teams", "team_name", error) &&
         read_groups (row, OUTLAY_FIELD_USER, "customers", "customer", error);
}

const OutlayReader outlay_reader_litellm_report_json = {
  .id = "litellm-report-json",
  .title = N_ ("LiteLLM spend report (JSON)"),
  .source = "litellm-report",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
};
