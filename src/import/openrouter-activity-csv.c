/* openrouter-activity-csv.c – OpenRouter's log export, one row a generation
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seen with 22 and 24 columns. cost_total is what was charged, net: cost_cache is
 * negative and already inside. Cached tokens are part of the prompt, reasoning is part
 * of the completion. What one pays an upstream provider with one's own key is that
 * provider's spend: here it is only a notional amount.
 */

#include "import/format.h"

#include <glib/gi18n.h>

#define NANOS 9

enum
{
  GENERATION_ID,
  CREATED_AT,
  COST_TOTAL,
  COST_WEB_SEARCH,
  COST_CACHE,
  COST_FILE_PROCESSING,
  BYOK,
  PROMPT,
  COMPLETION,
  REASONING,
  CACHED,
  MODEL,
  PROVIDER_NAME,
  VARIANT,
  CANCELLED,
  STREAMED,
  USER,
  FINISH_RAW,
  FINISH,
  GENERATION_TIME,
  FIRST_TOKEN_TIME,
  APP_NAME,
  API_KEY_NAME,
  API_KEY_DISABLED,
};

static const OutlayCsvColumn columns[] = {
  [GENERATION_ID] = { "generation_id", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [CREATED_AT] = { "created_at", NULL, OUTLAY_COLUMN_REQUIRED },
  [COST_TOTAL] = { "cost_total", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [COST_WEB_SEARCH] = { "cost_web_search", NULL, 0 },
  [COST_CACHE] = { "cost_cache", NULL, 0 },
  [COST_FILE_PROCESSING] = { "cost_file_processing", NULL, 0 },
  [BYOK] = { "byok_usage_inference", NULL, 0 },
  [PROMPT] = { "tokens_prompt", NULL, OUTLAY_COLUMN_REQUIRED },
  [COMPLETION] = { "tokens_completion", NULL, OUTLAY_COLUMN_REQUIRED },
  [REASONING] = { "tokens_reasoning", NULL, 0 },
  [CACHED] = { "tokens_cached", NULL, 0 },
  [MODEL] = { "model_permaslug", "model", OUTLAY_COLUMN_REQUIRED },
  [PROVIDER_NAME] = { "provider_name", NULL, 0 },
  [VARIANT] = { "variant", NULL, 0 },
  [CANCELLED] = { "cancelled", NULL, 0 },
  [STREAMED] = { "streamed", NULL, 0 },
  [USER] = { "user", NULL, 0 },
  [FINISH_RAW] = { "finish_reason_raw", NULL, 0 },
  [FINISH] = { "finish_reason_normalized", NULL, 0 },
  [GENERATION_TIME] = { "generation_time_ms", NULL, 0 },
  [FIRST_TOKEN_TIME] = { "time_to_first_token_ms", NULL, 0 },
  [APP_NAME] = { "app_name", NULL, 0 },
  [API_KEY_NAME] = { "api_key_name", NULL, 0 },
  [API_KEY_DISABLED] = { "api_key_disabled", NULL, 0 },
};

/* The price book knows a free variant by the end of its name. */
static const char *
find_model (OutlayRow *row)
{
  const char *model = row->field[MODEL];

  if (g_ascii_strcasecmp (row->field[VARIANT], "free") != 0 || g_str_has_suffix (model, ":free"))
    return model;

  return outlay_row_keep (row, g_strconcat (model, ":free", NULL));
}

static const char *
build_tags (OutlayRow *row)
{
  const char *const *field = row->field;
  const char *names[2];
  const char *values[2];
  gsize n_tags = 0;

  if (field[APP_NAME][0] != '\0')
    {
      names[n_tags] = "app";
      values[n_tags++] = field[APP_NAME];
    }

  if (field[PROVIDER_NAME][0] != '\0')
    {
      names[n_tags] = "upstream";
      values[n_tags++] = field[PROVIDER_NAME];
    }

  return n_tags > 0 ? outlay_row_keep (row, outlay_tags_build (names, values, n_tags)) : "";
}

/* Prompt and cached tokens come from different tokenizers now and then. */
static void
read_usage (OutlayRow *row, gint64 *count)
{
  gint64 prompt = outlay_row_count (row, PROMPT);
  gint64 cached = MIN (outlay_row_count (row, CACHED), prompt);

  count[OUTLAY_REQUESTS] = 1;
  count[OUTLAY_INPUT_TOKENS] = prompt - cached;
  count[OUTLAY_CACHE_READ_TOKENS] = cached;
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_count (row, COMPLETION);
  count[OUTLAY_REASONING_TOKENS] =
      MIN (outlay_row_count (row, REASONING), count[OUTLAY_OUTPUT_TOKENS]);
}

static gboolean
read_row (OutlayRow *row, GError **error)
{
  const char *const *field = row->field;
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "openrouter";
  record.start = outlay_row_instant (row, CREATED_AT);
  record.end = record.start != OUTLAY_UNDATED ? record.start + 1 : OUTLAY_UNDATED;
  record.external_id = field[GENERATION_ID];
  record.has_usage = TRUE;
  record.is_request = TRUE;
  read_usage (row, record.usage.count);

  record.kind = OUTLAY_CHARGE_USAGE;
  record.billed_nanos = outlay_row_nanos (row, COST_TOTAL);
  record.cost_nanos = record.billed_nanos;
  record.notional_nanos =
      outlay_row_decimal_of (row, "byok_usage_inference", outlay_row_text (row, BYOK), NANOS);

  record.field[OUTLAY_FIELD_MODEL] = find_model (row);
  record.field[OUTLAY_FIELD_KEY] = field[API_KEY_NAME];
  record.field[OUTLAY_FIELD_USER] = field[USER];
  record.field[OUTLAY_FIELD_TAGS] = build_tags (row);
  record.field[OUTLAY_FIELD_STATUS] =
      g_ascii_strcasecmp (field[FINISH], "error") == 0 ? "error" : "";
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";

  if (field[GENERATION_ID][0] == '\0')
    outlay_row_reject (row, "generation_id", "%s", _ ("the generation's id is missing"));

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_openrouter_activity_csv = {
  .id = "openrouter-activity-csv",
  .title = N_ ("OpenRouter activity export (CSV)"),
  .source = "openrouter-activity",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = COST_TOTAL,
  .currency_column = -1,
  .read = read_row,
};
