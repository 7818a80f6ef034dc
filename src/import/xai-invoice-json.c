/* xai-invoice-json.c – an invoice of xAI, or the preview of one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is an invoice: its lines, in dollars as text, with tax and credits as lines of
 * their own. Amounts beside them that are objects are cents, and not needed.
 */

#include "import/focus-meter.h"
#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>
#include <string.h>

#define MICROS 6
#define NANOS 9
#define POWER_THOUSAND 3
#define POWER_MILLION 6

static const char *const paths[] = { "[]", NULL };
static const char *const marks[] = { "coreInvoice.lines", "billingCycle", NULL };

static gboolean
read_cycle (OutlayRow *row, OutlayRecord *record)
{
  gint64 year = outlay_row_json_count (row, row->object, "billingCycle.year");
  gint64 month = outlay_row_json_count (row, row->object, "billingCycle.month");
  gint32 day;

  if (year > G_MAXINT16 || month > 12 || !outlay_day_from_ymd ((int) year, (int) month, 1, &day))
    {
      outlay_row_reject (row, "billingCycle", "%s", _ ("the date is missing"));
      return FALSE;
    }

  record->invoice_month = outlay_month_of_day (day);
  record->start = outlay_day_start (day);
  record->end = outlay_day_start (day + outlay_month_n_days (record->invoice_month));
  return TRUE;
}

/* `input tokens (1M)` */
static void
read_units (OutlayRow *row, OutlayJson *line, OutlayRecord *record)
{
  const char *unit = outlay_json_text (line, "unitType");
  guint power = strstr (unit, "1M") != NULL   ? POWER_MILLION
                : strstr (unit, "1K") != NULL ? POWER_THOUSAND
                                              : 0;
  gint64 *count = record->usage.count;

  record->meter = outlay_focus_meter_find (unit);
  record->has_usage = TRUE;
  if (strstr (unit, "oken") != NULL && record->meter != OUTLAY_METER_ANY &&
      record->meter != OUTLAY_METER_OTHER)
    outlay_focus_meter_count (record->meter, outlay_row_json_decimal (row, line, "numUnits", power),
                              &record->usage);
  else
    {
      count[OUTLAY_QUANTITY_MICROS] = outlay_row_json_decimal (row, line, "numUnits", MICROS);
      record->field[OUTLAY_FIELD_UNIT] = unit;
    }

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (count[i] < 0)
      outlay_row_reject (row, "numUnits", "%s", _ ("a quantity cannot be negative"));
}

static gboolean
read_line (OutlayRow *row, OutlayJson *line, OutlayRecord *record, GError **error)
{
  record->kind = OUTLAY_CHARGE_USAGE;
  record->billed_nanos = outlay_row_json_decimal (row, line, "amount", NANOS);
  record->cost_nanos = record->billed_nanos;
  record->field[OUTLAY_FIELD_MODEL] = outlay_json_text (line, "description");
  record->field[OUTLAY_FIELD_LINE_ITEM] = outlay_json_text (line, "unitType");
  record->field[OUTLAY_FIELD_REGION] = outlay_json_text (line, "clusterName");
  read_units (row, line, record);

  if (outlay_json_text (line, "amount")[0] == '\0')
    outlay_row_reject (row, "amount", "%s", _ ("the amount is missing"));

  return outlay_row_emit (row, record, error);
}

static gboolean
add_amount (OutlayRow *row,
            OutlayChargeKind kind,
            gint64 nanos,
            const OutlayRecord *month,
            GError **error)
{
  OutlayRecord record = *month;

  if (nanos == 0)
    return TRUE;

  record.kind = kind;
  record.billed_nanos = nanos;
  record.cost_nanos = nanos;
  return outlay_row_emit (row, &record, error);
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *invoice = outlay_json_get (row->object, "coreInvoice");
  gint64 tax = outlay_row_json_decimal (row, invoice, "vatCost", NANOS);
  gint64 automatic = outlay_row_json_decimal (row, invoice, "autoCreditsIssued", NANOS);
  gint64 standard = outlay_row_json_decimal (row, invoice, "defaultCreditsIssued", NANOS);
  OutlayRecord month;

  outlay_record_init (&month);
  month.provider = "xai";
  month.field[OUTLAY_FIELD_CURRENCY] = "USD";
  if (!read_cycle (row, &month))
    return TRUE;

  for (OutlayJson *line = outlay_json_first (outlay_json_get (invoice, "lines")); line != NULL;
       line = outlay_json_next (line))
    {
      OutlayRecord record = month;

      if (!read_line (row, line, &record, error))
        return FALSE;
    }

  if (automatic == 0 && standard == 0 && outlay_json_text (invoice, "amountAfterVat")[0] != '\0')
    outlay_reading_control (row->reading, "USD",
                            outlay_row_json_decimal (row, invoice, "amountAfterVat", NANOS));

  return add_amount (row, OUTLAY_CHARGE_TAX, tax, &month, error) &&
         add_amount (row, OUTLAY_CHARGE_CREDIT, -ABS (automatic), &month, error) &&
         add_amount (row, OUTLAY_CHARGE_CREDIT, -ABS (standard), &month, error);
}

const OutlayReader outlay_reader_xai_invoice_json = {
  .id = "xai-invoice-json",
  .title = N_ ("xAI invoice (JSON)"),
  .source = "xai-invoice",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
};
