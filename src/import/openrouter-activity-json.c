/* openrouter-activity-json.c – answers of OpenRouter's activity interface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An object is a day, model and upstream provider; it is the export by day, one step
 * finer. What is paid upstream with one's own key is only a notional amount here.
 */

#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define NANOS 9

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "date", "usage", "byok_usage_inference",
                                     "model_permaslug|model", NULL };

static const char *
build_tags (OutlayRow *row)
{
  static const char *const name = "upstream";
  const char *upstream = outlay_json_text (row->object, "provider_name");

  return upstream[0] != '\0' ? outlay_row_keep (row, outlay_tags_build (&name, &upstream, 1)) : "";
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *object = row->object;
  const char *model = outlay_json_text (object, "model_permaslug");
  OutlayRecord record;
  gint64 *count = record.usage.count;

  outlay_record_init (&record);
  record.provider = "openrouter";
  record.start = outlay_row_json_instant (row, object, "date");
  record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "date", "%s", _ ("the date is missing"));
  if (outlay_json_text (object, "usage")[0] == '\0')
    outlay_row_reject (row, "usage", "%s", _ ("the amount is missing"));

  record.has_usage = TRUE;
  count[OUTLAY_REQUESTS] = outlay_row_json_count (row, object, "requests");
  count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, object, "prompt_tokens");
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, object, "completion_tokens");
  count[OUTLAY_REASONING_TOKENS] =
      MIN (outlay_row_json_count (row, object, "reasoning_tokens"), count[OUTLAY_OUTPUT_TOKENS]);

  record.kind = OUTLAY_CHARGE_USAGE;
  record.billed_nanos = outlay_row_json_decimal (row, object, "usage", NANOS);
  record.cost_nanos = record.billed_nanos;
  record.notional_nanos = outlay_row_json_decimal (row, object, "byok_usage_inference", NANOS);
  record.field[OUTLAY_FIELD_MODEL] = model[0] != '\0' ? model : outlay_json_text (object, "model");
  record.field[OUTLAY_FIELD_TAGS] = build_tags (row);
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openrouter_activity_json = {
  .id = "openrouter-activity-json",
  .title = N_ ("OpenRouter activity by day (JSON)"),
  .source = "openrouter-daily",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
};
