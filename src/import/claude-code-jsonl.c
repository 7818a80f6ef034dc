/* claude-code-jsonl.c – session logs of Claude Code, one object a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A message is logged again as it grows, and in the logs of the agents it starts, by the
 * same id: the last one counts. Lines of people and tools have no usage. Most who write
 * such logs pay a flat price: what a message would have cost is notional, and who pays
 * by use has the bill. No row is kept as text: it holds what was written.
 */

#include "import/format.h"
#include "import/session-log.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

static const char *const paths[] = { "[]", NULL };
static const char *const marks[] = { "message.usage|message.role|inputTokens|parentUuid",
                                     "type=assistant|type=user|type=human|type=summary|sessionId",
                                     NULL };
static const char *const omit[] = { "toolUseResult",    "snapshot", "summary",
                                    "thinkingMetadata", "todos",    NULL };

static const char *
text (OutlayRow *row, const char *path)
{
  return outlay_json_text (row->object, path);
}

/* Where the time of cache writes is split up, the split counts. */
static void
read_cache_writes (OutlayRow *row, OutlayJson *usage, gint64 *count)
{
  OutlayJson *split = outlay_json_get (usage, "cache_creation");

  if (outlay_json_first (split) == NULL)
    {
      count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
          outlay_row_json_count (row, usage, "cache_creation_input_tokens");
      return;
    }

  count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
      outlay_row_json_count (row, split, "ephemeral_5m_input_tokens");
  count[OUTLAY_CACHE_WRITE_1H_TOKENS] =
      outlay_row_json_count (row, split, "ephemeral_1h_input_tokens");
}

static void
read_usage (OutlayRow *row, OutlayJson *usage, gint64 *count)
{
  count[OUTLAY_REQUESTS] = 1;

  if (usage == NULL)
    {
      count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, row->object, "inputTokens");
      count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, row->object, "outputTokens");
      count[OUTLAY_CACHE_READ_TOKENS] =
          outlay_row_json_count (row, row->object, "cacheReadInputTokens");
      count[OUTLAY_CACHE_WRITE_5M_TOKENS] =
          outlay_row_json_count (row, row->object, "cacheCreationInputTokens");
      return;
    }

  count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, usage, "input_tokens");
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, usage, "output_tokens");
  count[OUTLAY_CACHE_READ_TOKENS] = outlay_row_json_count (row, usage, "cache_read_input_tokens");
  count[OUTLAY_WEB_SEARCHES] =
      outlay_row_json_count (row, usage, "server_tool_use.web_search_requests");
  read_cache_writes (row, usage, count);
}

/* Older logs have no message id: the line has one, or what makes it its own. */
static const char *
find_id (OutlayRow *row)
{
  const char *message = text (row, "message.id");
  const char *line = text (row, "uuid");

  if (message[0] != '\0')
    return message;
  if (line[0] != '\0')
    return line;

  return outlay_row_keep (row, g_strjoin ("/", text (row, "sessionId"), text (row, "timestamp"),
                                          text (row, "message.model"), NULL));
}

static const char *
find_tier (OutlayRow *row, OutlayJson *usage)
{
  return strcmp (outlay_json_text (usage, "speed"), "fast") == 0
             ? "fast"
             : outlay_row_lower (row, outlay_json_text (usage, "service_tier"));
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *usage = outlay_json_get (row->object, "message.usage");
  OutlayRecord record;

  if (outlay_json_first (usage) == NULL && text (row, "inputTokens")[0] == '\0' &&
      text (row, "outputTokens")[0] == '\0')
    return TRUE;
  if (strcmp (text (row, "message.model"), "<synthetic>") == 0 ||
      strcmp (text (row, "isApiErrorMessage"), "true") == 0)
    return TRUE;

  outlay_record_init (&record);
  record.provider = "claude-code";
  record.start = outlay_row_json_instant (row, row->object, "timestamp");
  record.end = record.start + 1;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));

  record.external_id = find_id (row);
  record.has_usage = TRUE;
  record.is_request = TRUE;
  read_usage (row, usage, record.usage.count);
  record.kind = OUTLAY_CHARGE_USAGE;
  record.is_estimate = TRUE;
  record.notional_nanos = outlay_row_json_decimal (row, row->object, "costUSD", NANOS);

  record.field[OUTLAY_FIELD_MODEL] = text (row, "message.model");
  record.field[OUTLAY_FIELD_PROJECT] = outlay_session_folder (row, text (row, "cwd"));
  record.field[OUTLAY_FIELD_TIER] = find_tier (row, usage);
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_claude_code_jsonl = {
  .id = "claude-code-jsonl",
  .title = N_ ("Claude Code session log (JSON)"),
  .source = "claude-code",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .omit = omit,
  .is_private = TRUE,
  .read = read_object,
};
