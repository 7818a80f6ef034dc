/* litellm-spend-logs.c – the spend logs of a LiteLLM proxy, one object a request
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An array, {"data": […]} or one object a line. metadata and request_tags are
 * objects, or JSON written as strings. Spend is LiteLLM's estimate from a table of
 * prices, not a bill. What people wrote and models answered is never read.
 */

#include "import/format.h"
#include "import/model-vendor.h"
#include "import/tag-list.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9
#define USER_AGENT "User-Agent"

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "request_id", "spend", "call_type", NULL };
static const char *const omit[] = { "messages", "response", "proxy_server_request", NULL };

static const char *
text (OutlayRow *row, const char *path)
{
  return outlay_json_text (row->object, path);
}

/* The first of the two that says anything. */
static const char *
either (OutlayRow *row, const char *path, const char *other)
{
  const char *value = text (row, path);

  return value[0] != '\0' ? value : text (row, other);
}

/* The proxy tags each request with the caller's program: that is no feature. */
static const char *
build_tags (OutlayRow *row)
{
  OutlayTagList tags = { .n_tags = 0 };

  for (OutlayJson *tag = outlay_json_first (outlay_json_get (row->object, "request_tags"));
       tag != NULL; tag = outlay_json_next (tag))
    if (g_ascii_strncasecmp (outlay_json_value (tag), USER_AGENT, strlen (USER_AGENT)) != 0)
      outlay_tag_list_add_word (&tags, row, outlay_json_value (tag));

  return outlay_tag_list_build (&tags, row);
}

static gint64
count_of (OutlayRow *row, OutlayJson *usage, const char *path)
{
  return outlay_row_count_of (row, path, outlay_json_text (usage, path));
}

/* Prompt tokens hold what was read from and written to a cache; where they cannot
   (they are fewer), the counts are disjoint. */
static void
read_prompt (OutlayRow *row, OutlayJson *usage, gint64 *counts)
{
  OutlayJson *details = outlay_json_get (usage, "prompt_tokens_details");
  gint64 prompt = count_of (row, row->object, "prompt_tokens");
  gint64 read = count_of (row, details, "cached_tokens");
  gint64 write = count_of (row, usage, "cache_creation_input_tokens");
  gint64 hour = count_of (row, details, "cache_creation_token_details.ephemeral_1h_input_tokens");
  OutlayWide plain;

  if (read == 0)
    read = count_of (row, usage, "cache_read_input_tokens");
  if (write == 0)
    write = count_of (row, details, "cache_creation_tokens");

  plain = (OutlayWide) prompt - read - write;
  hour = MIN (hour, write);
  counts[OUTLAY_INPUT_TOKENS] = plain >= 0 ? (gint64) plain : prompt;
  counts[OUTLAY_CACHE_READ_TOKENS] = read;
  counts[OUTLAY_CACHE_WRITE_5M_TOKENS] = write - hour;
  counts[OUTLAY_CACHE_WRITE_1H_TOKENS] = hour;
  counts[OUTLAY_AUDIO_INPUT_TOKENS] =
      MIN (count_of (row, details, "audio_tokens"), counts[OUTLAY_INPUT_TOKENS]);
}

static void
read_usage (OutlayRow *row, gint64 *counts)
{
  OutlayJson *usage = outlay_json_get (row->object, "metadata.usage_object");
  OutlayJson *details = outlay_json_get (usage, "completion_tokens_details");
  gint64 output;

  counts[OUTLAY_REQUESTS] = 1;

  /* What the proxy answers from its own cache uses nothing at the provider. */
  if (g_ascii_strcasecmp (text (row, "cache_hit"), "true") == 0)
    return;

  read_prompt (row, usage, counts);
  output = count_of (row, row->object, "completion_tokens");
  counts[OUTLAY_OUTPUT_TOKENS] = output;
  counts[OUTLAY_REASONING_TOKENS] = MIN (count_of (row, details, "reasoning_tokens"), output);
  counts[OUTLAY_AUDIO_OUTPUT_TOKENS] = MIN (count_of (row, details, "audio_tokens"), output);
}

/* An error's HTTP status where the log has one. */
static const char *
find_status (OutlayRow *row)
{
  const char *code = text (row, "metadata.error_information.error_code");
  const char *status = either (row, "status", "metadata.status");

  if (g_ascii_strcasecmp (status, "failure") != 0 && g_ascii_strcasecmp (status, "error") != 0)
    return "";

  return strlen (code) == 3 && strspn (code, "0123456789") == 3 ? code : "error";
}

static void
read_dimensions (OutlayRow *row, OutlayRecord *record)
{
  const char *key = text (row, "api_key");
  const char *alias = text (row, "metadata.user_api_key_alias");
  const char *team = either (row, "team_id", "metadata.user_api_key_team_id");
  const char *team_alias = either (row, "team_alias", "metadata.user_api_key_team_alias");

  outlay_record_set_pair (record, OUTLAY_FIELD_KEY, key, alias);
  outlay_record_set_pair (record, OUTLAY_FIELD_PROJECT, team, team_alias);
  record->field[OUTLAY_FIELD_USER] = either (row, "user", "end_user");
  record->field[OUTLAY_FIELD_MODEL] = either (row, "model", "model_group");
  record->field[OUTLAY_FIELD_TAGS] = build_tags (row);
  record->field[OUTLAY_FIELD_STATUS] = find_status (row);
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

/* Text without a zone is UTC; some sinks write seconds since 1970. */
static gint64
find_start (OutlayRow *row)
{
  const char *start = text (row, "startTime");
  gsize n_digits = strspn (start, "0123456789");

  if (n_digits > 4 && (start[n_digits] == '\0' || start[n_digits] == '.'))
    return outlay_row_unix_of (row, "startTime",
                               outlay_row_keep (row, g_strndup (start, n_digits)));

  return outlay_row_instant_of (row, "startTime", start);
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider =
      outlay_vendor_find (row, text (row, "custom_llm_provider"), text (row, "model"), "litellm");
  record.start = find_start (row);
  record.end = record.start != OUTLAY_UNDATED ? record.start + 1 : OUTLAY_UNDATED;
  record.external_id = text (row, "request_id");
  record.has_usage = TRUE;
  record.is_request = TRUE;
  record.is_estimate = TRUE;
  read_usage (row, record.usage.count);

  record.kind = OUTLAY_CHARGE_USAGE;
  record.cost_nanos = outlay_row_decimal_of (row, "spend", text (row, "spend"), NANOS);
  record.billed_nanos = record.cost_nanos;
  read_dimensions (row, &record);

  if (record.external_id[0] == '\0')
    outlay_row_reject (row, "request_id", "%s", _ ("the request's id is missing"));

  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_litellm_spend_logs = {
  .id = "litellm-spend-logs",
  .title = N_ ("LiteLLM spend logs (JSON)"),
  .source = "litellm",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .omit = omit,
  .read = read_object,
};
