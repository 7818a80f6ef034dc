/* xai-usage-json.c – answers of xAI's usage analytics
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is a series of points for a group; its labels are a model, a key or whatever was
 * asked for. The first value of a point is dollars.
 */

#include "import/format.h"
#include "import/model-name.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define NANOS 9

static const char *const paths[] = { "[]", "timeSeries[]", NULL };
static const char *const marks[] = { "groupLabels|group", "dataPoints", NULL };

static void
read_labels (OutlayRow *row, OutlayRecord *record)
{
  OutlayJson *labels = outlay_json_get (row->object, "groupLabels");

  if (outlay_json_first (labels) == NULL)
    labels = outlay_json_get (row->object, "group");

  for (OutlayJson *label = outlay_json_first (labels); label != NULL;
       label = outlay_json_next (label))
    {
      const char *text = outlay_json_value (label);
      g_autofree char *model = outlay_model_name_find (text);
      OutlayField field = model != NULL ? OUTLAY_FIELD_MODEL : OUTLAY_FIELD_LINE_ITEM;

      if (record->field[field][0] == '\0')
        record->field[field] = text;
    }
}

/* From one point to the next; behind the last as before it; a day where there is one. */
static gint64
span_of (OutlayRow *row, OutlayJson *point, gint64 start, gint64 span)
{
  OutlayJson *next = outlay_json_next (point);
  gint64 end = next != NULL ? outlay_row_json_instant (row, next, "timestamp") : OUTLAY_UNDATED;

  return start != OUTLAY_UNDATED && end != OUTLAY_UNDATED && end > start ? end - start : span;
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *points = outlay_json_get (row->object, "dataPoints");
  gint64 span = OUTLAY_SECONDS_PER_DAY;

  for (OutlayJson *point = outlay_json_first (points); point != NULL;
       point = outlay_json_next (point))
    {
      const char *amount =
          outlay_json_value (outlay_json_first (outlay_json_get (point, "values")));
      OutlayRecord record;

      outlay_record_init (&record);
      record.provider = "xai";
      record.start = outlay_row_json_instant (row, point, "timestamp");
      span = span_of (row, point, record.start, span);
      record.end = record.start + span;
      record.kind = OUTLAY_CHARGE_USAGE;
      record.billed_nanos = outlay_row_decimal_of (row, "values", amount, NANOS);
      record.cost_nanos = record.billed_nanos;
      record.field[OUTLAY_FIELD_CURRENCY] = "USD";
      read_labels (row, &record);

      if (record.start == OUTLAY_UNDATED)
        outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));
      if (amount[0] == '\0')
        outlay_row_reject (row, "values", "%s", _ ("the amount is missing"));
      if (!outlay_row_emit (row, &record, error))
        return FALSE;
    }

  return TRUE;
}

const OutlayReader outlay_reader_xai_usage_json = {
  .id = "xai-usage-json",
  .title = N_ ("xAI usage (JSON)"),
  .source = "xai-usage",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
};
