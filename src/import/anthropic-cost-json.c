/* anthropic-cost-json.c – answers of Anthropic's cost report
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Amounts are cents, as text, with fractions: "123.78912" is $1.2378912. (The Console's
 * CSV has dollars.) What it was not grouped by is null; a description alone still names
 * the model.
 */

#include "import/anthropic-dimensions.h"
#include "import/focus-meter.h"
#include "import/pages.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS_OF_CENTS 7
#define MODEL_END " Usage"

static const char *const marks[] = { "amount", "currency", "cost_type|description|workspace_id",
                                     NULL };

static const struct
{
  const char *name;
  OutlayMeter meter;
} meters[] = {
  { "uncached_input_tokens", OUTLAY_METER_INPUT },
  { "output_tokens", OUTLAY_METER_OUTPUT },
  { "cache_read_input_tokens", OUTLAY_METER_CACHE_READ },
  { "cache_creation.ephemeral_5m_input_tokens", OUTLAY_METER_CACHE_WRITE_5M },
  { "cache_creation.ephemeral_1h_input_tokens", OUTLAY_METER_CACHE_WRITE_1H },
  { "web_search", OUTLAY_METER_WEB_SEARCH },
  { "code_execution", OUTLAY_METER_OTHER },
  { "session_usage", OUTLAY_METER_OTHER },
};

static OutlayMeter
find_meter (const char *token_type, const char *cost_type, const char *description)
{
  for (guint i = 0; i < G_N_ELEMENTS (meters); i++)
    if (strcmp (meters[i].name, token_type) == 0 || strcmp (meters[i].name, cost_type) == 0)
      return meters[i].meter;

  return outlay_focus_meter_find (description);
}

/* `Claude Opus 4 Usage - Input Tokens` names a model. */
static const char *
find_model (OutlayRow *row, OutlayJson *result)
{
  const char *model = outlay_json_text (result, "model");
  const char *description = outlay_json_text (result, "description");
  const char *end = strstr (description, MODEL_END);

  if (model[0] != '\0' || end == NULL || !g_str_has_prefix (description, "Claude"))
    return model;

  return outlay_row_keep (row, g_strndup (description, (gsize) (end - description)));
}

static void
read_result (OutlayRow *row, OutlayJson *result, OutlayRecord *record)
{
  const char *amount = outlay_json_text (result, "amount");
  const char *currency = outlay_json_text (result, "currency");
  const char *token_type = outlay_json_text (result, "token_type");
  const char *cost_type = outlay_json_text (result, "cost_type");
  const char *description = outlay_json_text (result, "description");

  record->provider = "anthropic";
  record->kind = OUTLAY_CHARGE_USAGE;
  record->meter = find_meter (token_type, cost_type, description);
  record->billed_nanos = outlay_row_decimal_of (row, "amount", amount, NANOS_OF_CENTS);
  record->cost_nanos = record->billed_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = outlay_row_keep (row, g_ascii_strup (currency, -1));

  record->field[OUTLAY_FIELD_MODEL] = find_model (row, result);
  record->field[OUTLAY_FIELD_PROJECT] = outlay_json_text (result, "workspace_id");
  record->field[OUTLAY_FIELD_LINE_ITEM] = token_type[0] != '\0'    ? token_type
                                          : description[0] != '\0' ? description
                                                                   : cost_type;
  record->field[OUTLAY_FIELD_TIER] =
      outlay_anthropic_tier (row, outlay_json_text (result, "service_tier"),
                             outlay_json_text (result, "speed"));
  record->field[OUTLAY_FIELD_REGION] =
      outlay_anthropic_region (outlay_json_text (result, "inference_geo"));
  record->field[OUTLAY_FIELD_CONTEXT] =
      outlay_anthropic_context (outlay_json_text (result, "context_window"));

  if (amount[0] == '\0')
    outlay_row_reject (row, "amount", "%s", _ ("the amount is missing"));
  if (currency[0] == '\0')
    outlay_row_reject (row, "currency", "%s", _ ("the currency is missing"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  return outlay_pages_read_bucket (row, "starting_at", "ending_at", read_result, error);
}

const OutlayReader outlay_reader_anthropic_cost_json = {
  .id = "anthropic-cost-json",
  .title = N_ ("Anthropic cost report (JSON)"),
  .source = "anthropic-cost",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = outlay_pages_paths,
  .sniff_paths = outlay_pages_result_paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
  .finish = outlay_pages_finish,
  .state_new = outlay_pages_state_new,
  .state_free = g_free,
};
