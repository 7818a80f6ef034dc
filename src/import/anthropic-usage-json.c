/* anthropic-usage-json.c – answers of Anthropic's usage report of messages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The counts of input are disjoint. Dimensions that it was not grouped by are null. Some
 * tools write the sum of the cache writes beside their split; only one of both counts.
 */

#include "import/anthropic-dimensions.h"
#include "import/pages.h"

#include <glib/gi18n.h>

static const char *const marks[] = { "uncached_input_tokens", "output_tokens", NULL };
static const char *const bare[] = { "starting_at", "ending_at", "results", NULL };

static void
read_usage (OutlayRow *row, OutlayJson *result, gint64 *count)
{
  OutlayJson *split = outlay_json_get (result, "cache_creation");

  count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, result, "uncached_input_tokens");
  count[OUTLAY_CACHE_READ_TOKENS] = outlay_row_json_count (row, result, "cache_read_input_tokens");
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, result, "output_tokens");
  count[OUTLAY_WEB_SEARCHES] =
      outlay_row_json_count (row, result, "server_tool_use.web_search_requests");

  if (outlay_json_first (split) == NULL)
    count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
        outlay_row_json_count (row, result, "cache_creation_input_tokens");
  else
    {
      count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
          outlay_row_json_count (row, split, "ephemeral_5m_input_tokens");
      count[OUTLAY_CACHE_WRITE_1H_TOKENS] =
          outlay_row_json_count (row, split, "ephemeral_1h_input_tokens");
    }
}

static void
read_result (OutlayRow *row, OutlayJson *result, OutlayRecord *record)
{
  record->provider = "anthropic";
  record->has_usage = TRUE;
  read_usage (row, result, record->usage.count);

  record->field[OUTLAY_FIELD_MODEL] = outlay_json_text (result, "model");
  record->field[OUTLAY_FIELD_PROJECT] = outlay_json_text (result, "workspace_id");
  record->field[OUTLAY_FIELD_KEY] = outlay_json_text (result, "api_key_id");
  record->field[OUTLAY_FIELD_USER] = outlay_json_text (result, "account_id");
  record->field[OUTLAY_FIELD_TIER] =
      outlay_anthropic_tier (row, outlay_json_text (result, "service_tier"),
                             outlay_json_text (result, "speed"));
  record->field[OUTLAY_FIELD_REGION] =
      outlay_anthropic_region (outlay_json_text (result, "inference_geo"));
  record->field[OUTLAY_FIELD_CONTEXT] =
      outlay_anthropic_context (outlay_json_text (result, "context_window"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  return outlay_pages_read_bucket (row, "starting_at", "ending_at", read_result, error);
}

const OutlayReader outlay_reader_anthropic_usage_json = {
  .id = "anthropic-usage-json",
  .title = N_ ("Anthropic usage report (JSON)"),
  .source = "anthropic-usage",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .amount_column = -1,
  .currency_column = -1,
  .paths = outlay_pages_paths,
  .sniff_paths = outlay_pages_result_paths,
  .marks = marks,
  .bare_header = bare,
  .read = read_object,
  .rehearse = TRUE,
  .finish = outlay_pages_finish,
  .state_new = outlay_pages_state_new,
  .state_free = g_free,
};
