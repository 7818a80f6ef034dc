/* openrouter-generation-json.c – answers of OpenRouter about single generations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `{"data": {…}}`, or the inner object alone. Only the native token counts are what is
 * billed. The log export has the same generations, by the same ids.
 */

#include "import/format.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "data.native_tokens_prompt|native_tokens_prompt",
                                     "data.total_cost|total_cost|data.usage|usage", "data.id|id",
                                     NULL };

static const char *
build_tags (OutlayRow *row, OutlayJson *data)
{
  static const char *const names[] = { "app", "upstream" };
  const char *values[] = { outlay_json_text (data, "app_id"),
                           outlay_json_text (data, "provider_name") };
  const char *const *first_name = names;
  const char *const *first_value = values;
  gsize n_tags = G_N_ELEMENTS (names);

  if (values[0][0] == '\0')
    {
      first_name++;
      first_value++;
      n_tags--;
    }
  if (values[1][0] == '\0')
    n_tags--;

  return n_tags > 0 ? outlay_row_keep (row, outlay_tags_build (first_name, first_value, n_tags))
                    : "";
}

static void
read_usage (OutlayRow *row, OutlayJson *data, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  gint64 prompt = outlay_row_json_count (row, data, "native_tokens_prompt");
  gint64 cached = MIN (outlay_row_json_count (row, data, "native_tokens_cached"), prompt);

  record->has_usage = TRUE;
  record->is_request = TRUE;
  count[OUTLAY_REQUESTS] = 1;
  count[OUTLAY_INPUT_TOKENS] = prompt - cached;
  count[OUTLAY_CACHE_READ_TOKENS] = cached;
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, data, "native_tokens_completion");
  count[OUTLAY_REASONING_TOKENS] =
      MIN (outlay_row_json_count (row, data, "native_tokens_reasoning"),
           count[OUTLAY_OUTPUT_TOKENS]);
}

static void
read_cost (OutlayRow *row, OutlayJson *data, OutlayRecord *record)
{
  const char *name = outlay_json_text (data, "total_cost")[0] != '\0' ? "total_cost" : "usage";

  record->kind = OUTLAY_CHARGE_USAGE;
  record->billed_nanos = outlay_row_json_decimal (row, data, name, NANOS);
  record->cost_nanos = record->billed_nanos;
  if (strcmp (outlay_json_text (data, "is_byok"), "true") == 0)
    record->notional_nanos = outlay_row_json_decimal (row, data, "upstream_inference_cost", NANOS);
  if (outlay_json_text (data, name)[0] == '\0')
    outlay_row_reject (row, name, "%s", _ ("the amount is missing"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *inner = outlay_json_get (row->object, "data");
  OutlayJson *data = inner != NULL ? inner : row->object;
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "openrouter";
  record.start = outlay_row_json_instant (row, data, "created_at");
  record.end = record.start + 1;
  record.external_id = outlay_json_text (data, "id");
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "created_at", "%s", _ ("the date is missing"));
  if (record.external_id[0] == '\0')
    outlay_row_reject (row, "id", "%s", _ ("the generation's id is missing"));

  read_usage (row, data, &record);
  read_cost (row, data, &record);
  record.field[OUTLAY_FIELD_MODEL] = outlay_json_text (data, "model");
  record.field[OUTLAY_FIELD_USER] = outlay_json_text (data, "external_user");
  record.field[OUTLAY_FIELD_TAGS] = build_tags (row, data);
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openrouter_generation_json = {
  .id = "openrouter-generation-json",
  .title = N_ ("OpenRouter generations (JSON)"),
  .source = "openrouter-activity",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
};
