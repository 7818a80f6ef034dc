/* groq-activity-json.c – the activity of Groq's console
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Named as OpenAI once named it, with a cost in dollars beside. Context tokens hold the
 * cached ones.
 */

#include "import/format.h"

#include "core/date.h"

#include <glib/gi18n.h>

#define MICROS 6
#define NANOS 9

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "n_context_tokens_total", "n_generated_tokens_total",
                                     "timestamp", "cost", NULL };

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  OutlayJson *object = row->object;
  gint64 *count = record->usage.count;
  gint64 context = outlay_row_json_count (row, object, "n_context_tokens_total");
  gint64 plain = context;
  const char *seconds = "num_seconds_billed";

  if (outlay_json_text (object, "n_non_cached_context_tokens_total")[0] != '\0')
    plain = outlay_row_json_count (row, object, "n_non_cached_context_tokens_total");

  record->has_usage = TRUE;
  count[OUTLAY_REQUESTS] = outlay_row_json_count (row, object, "num_requests");
  count[OUTLAY_INPUT_TOKENS] = MIN (plain, context);
  count[OUTLAY_CACHE_READ_TOKENS] = context - MIN (plain, context);
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, object, "n_generated_tokens_total");

  if (outlay_json_text (object, seconds)[0] == '\0')
    seconds = "num_seconds";
  count[OUTLAY_QUANTITY_MICROS] = outlay_row_json_decimal (row, object, seconds, MICROS);
  if (count[OUTLAY_QUANTITY_MICROS] != 0)
    record->field[OUTLAY_FIELD_UNIT] = "seconds";
  if (count[OUTLAY_QUANTITY_MICROS] < 0)
    outlay_row_reject (row, seconds, "%s", _ ("a quantity cannot be negative"));
}

static const char *
find_tier (OutlayRow *row)
{
  const char *tier = outlay_json_text (row->object, "service_tier");

  return g_ascii_strcasecmp (tier, "on_demand") == 0 ? "standard" : outlay_row_lower (row, tier);
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *object = row->object;
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "groq";
  record.account = outlay_json_text (object, "organization_id");
  record.start = outlay_row_json_instant (row, object, "timestamp");
  record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));
  if (outlay_json_text (object, "cost")[0] == '\0')
    outlay_row_reject (row, "cost", "%s", _ ("the amount is missing"));

  read_usage (row, &record);
  record.kind = OUTLAY_CHARGE_USAGE;
  record.billed_nanos = outlay_row_json_decimal (row, object, "cost", NANOS);
  record.cost_nanos = record.billed_nanos;

  outlay_record_set_pair (&record, OUTLAY_FIELD_PROJECT, outlay_json_text (object, "project_id"),
                          outlay_json_text (object, "project_name"));
  outlay_record_set_pair (&record, OUTLAY_FIELD_KEY, outlay_json_text (object, "api_key_id"),
                          outlay_json_text (object, "api_key_name"));
  record.field[OUTLAY_FIELD_USER] = outlay_json_text (object, "user_id");
  record.field[OUTLAY_FIELD_MODEL] = outlay_json_text (object, "model");
  record.field[OUTLAY_FIELD_TIER] = find_tier (row);
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_groq_activity_json = {
  .id = "groq-activity-json",
  .title = N_ ("Groq activity (JSON)"),
  .source = "groq-activity",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
};
