/* langfuse.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only observations that used or cost something are records: spans around them carry
 * nothing of their own. Counts by kind of token are disjoint, “total” is their sum. Costs
 * are estimates from a table of prices. What went in and came out is never read.
 */

#include "import/langfuse.h"

#include "core/money.h"
#include "import/model-vendor.h"
#include "import/tag-list.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

enum
{
  ID,
  TRACE_ID,
  TYPE,
  NAME,
  START,
  END,
  MODEL,
  USAGE,
  COST,
  TOTAL_COST,
  INPUT_USAGE,
  OUTPUT_USAGE,
  TRACE_NAME,
  TRACE_TAGS,
  TAGS,
  USER,
  PROMPT_NAME,
  ENVIRONMENT,
  VERSION,
  LEVEL,
  PARENT,
  TOTAL_USAGE,
};

const OutlayCsvColumn outlay_langfuse_columns[OUTLAY_LANGFUSE_N_COLUMNS] = {
  [ID] = { "id", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [TRACE_ID] = { "traceId", "trace_id", OUTLAY_COLUMN_MARK },
  [TYPE] = { "type", NULL, 0 },
  [NAME] = { "name", NULL, 0 },
  [START] = { "startTime", "start_time", OUTLAY_COLUMN_REQUIRED },
  [END] = { "endTime", "end_time", 0 },
  [MODEL] = { "model", "providedModelName", 0 },
  [USAGE] = { "usageDetails", "usage_details", OUTLAY_COLUMN_MARK },
  [COST] = { "costDetails", "cost_details", 0 },
  [TOTAL_COST] = { "totalCost", "calculatedTotalCost", 0 },
  [INPUT_USAGE] = { "inputUsage", "promptTokens", 0 },
  [OUTPUT_USAGE] = { "outputUsage", "completionTokens", 0 },
  [TRACE_NAME] = { "traceName", "trace_name", 0 },
  [TRACE_TAGS] = { "traceTags", "trace_tags", 0 },
  [TAGS] = { "tags", NULL, 0 },
  [USER] = { "userId", "user_id", 0 },
  [PROMPT_NAME] = { "promptName", "prompt_name", 0 },
  [ENVIRONMENT] = { "environment", NULL, 0 },
  [VERSION] = { "version", NULL, 0 },
  [LEVEL] = { "level", NULL, 0 },
  [PARENT] = { "parentObservationId", "parent_observation_id", 0 },
  [TOTAL_USAGE] = { "totalUsage", "totalTokens", 0 },
};

/* Members of objects, and columns in lower case. */
const char *const outlay_langfuse_omit[] = {
  "input",           "output",        "metadata",      "modelParameters",
  "modelparameters", "statusMessage", "statusmessage", "toolDefinitions",
  "tooldefinitions", "toolCalls",     "toolcalls",     NULL,
};

static const char *
text (OutlayRow *row, guint column)
{
  return outlay_row_value (row, outlay_langfuse_columns, column);
}

static void
add_count (OutlayRow *row, gint64 *count, OutlayMeasure measure, gint64 tokens)
{
  if (__builtin_add_overflow (count[measure], tokens, &count[measure]))
    {
      count[measure] = 0;
      outlay_row_reject (row, "usageDetails", "%s", _ ("the counts are beyond what can be added"));
    }
}

/* `input`, `input_cached_tokens`, `cache_creation_input_tokens`, `output_reasoning`… */
static void
add_detail (OutlayRow *row, OutlayJson *detail, gint64 *count)
{
  const char *name = outlay_row_lower (row, outlay_json_name (detail));
  gint64 tokens = outlay_row_count_of (row, "usageDetails", outlay_json_value (detail));
  gboolean is_output = g_str_has_prefix (name, "output") || g_str_has_prefix (name, "completion");

  if (strcmp (name, "total") == 0 || strcmp (name, "total_tokens") == 0)
    return;

  if (strstr (name, "cach") != NULL &&
      (strstr (name, "creat") != NULL || strstr (name, "writ") != NULL))
    add_count (row, count,
               strstr (name, "1h") != NULL ? OUTLAY_CACHE_WRITE_1H_TOKENS
                                           : OUTLAY_CACHE_WRITE_5M_TOKENS,
               tokens);
  else if (strstr (name, "cach") != NULL)
    add_count (row, count, OUTLAY_CACHE_READ_TOKENS, tokens);
  else if (is_output || strstr (name, "reasoning") != NULL)
    {
      add_count (row, count, OUTLAY_OUTPUT_TOKENS, tokens);
      if (strstr (name, "reasoning") != NULL)
        add_count (row, count, OUTLAY_REASONING_TOKENS, tokens);
      if (strstr (name, "audio") != NULL)
        add_count (row, count, OUTLAY_AUDIO_OUTPUT_TOKENS, tokens);
    }
  else if (g_str_has_prefix (name, "input") || g_str_has_prefix (name, "prompt"))
    {
      add_count (row, count, OUTLAY_INPUT_TOKENS, tokens);
      if (strstr (name, "audio") != NULL)
        add_count (row, count, OUTLAY_AUDIO_INPUT_TOKENS, tokens);
    }
}

static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  OutlayJson *details = outlay_row_inner (row, outlay_langfuse_columns, USAGE);

  for (OutlayJson *detail = outlay_json_first (details); detail != NULL;
       detail = outlay_json_next (detail))
    add_detail (row, detail, count);

  if (outlay_json_first (details) == NULL)
    {
      count[OUTLAY_INPUT_TOKENS] = outlay_row_count_of (row, "inputUsage", text (row, INPUT_USAGE));
      count[OUTLAY_OUTPUT_TOKENS] =
          outlay_row_count_of (row, "outputUsage", text (row, OUTPUT_USAGE));
    }

  record->has_usage = !outlay_usage_is_empty (&record->usage);
  if (record->has_usage)
    count[OUTLAY_REQUESTS] = 1;
}

/* A total of 0 without details is no cost that is known. */
static void
read_cost (OutlayRow *row, OutlayRecord *record)
{
  OutlayJson *details = outlay_row_inner (row, outlay_langfuse_columns, COST);
  const char *total = text (row, TOTAL_COST);
  gint64 nanos = total[0] != '\0' ? outlay_row_decimal_of (row, "totalCost", total, NANOS)
                                  : outlay_row_json_decimal (row, details, "total", NANOS);

  if (nanos == 0 && outlay_json_first (details) == NULL)
    return;

  record->kind = OUTLAY_CHARGE_USAGE;
  record->is_estimate = TRUE;
  record->cost_nanos = nanos;
  record->billed_nanos = nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

/* A trace as a whole has its name, tags and user beside the observations. */
static const char *
of_trace (OutlayRow *row, guint column, const char *path)
{
  const char *value = text (row, column);

  return value[0] != '\0' || row->bucket == NULL ? value : outlay_json_text (row->bucket, path);
}

static const char *
build_tags (OutlayRow *row)
{
  OutlayTagList tags = { .n_tags = 0 };
  OutlayJson *list = outlay_row_inner (row, outlay_langfuse_columns, TRACE_TAGS);

  if (list == NULL)
    list = outlay_row_inner (row, outlay_langfuse_columns, TAGS);
  if (list == NULL && row->bucket != NULL)
    list = outlay_json_get (row->bucket, "trace.tags");

  for (OutlayJson *tag = outlay_json_first (list); tag != NULL; tag = outlay_json_next (tag))
    outlay_tag_list_add_word (&tags, row, outlay_json_value (tag));

  outlay_tag_list_add (&tags, "trace", of_trace (row, TRACE_NAME, "trace.name"));
  outlay_tag_list_add (&tags, "observation", text (row, NAME));
  outlay_tag_list_add (&tags, "prompt", text (row, PROMPT_NAME));
  outlay_tag_list_add (&tags, "environment", text (row, ENVIRONMENT));
  return outlay_tag_list_build (&tags, row);
}

/**
 * outlay_langfuse_read:
 * @row: an observation, of CSV or an object
 * @error: return location for what the sink sets
 */
gboolean
outlay_langfuse_read (OutlayRow *row, GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  read_usage (row, &record);
  read_cost (row, &record);
  if (row->problem == NULL && !record.has_usage && record.kind == OUTLAY_CHARGE_NONE)
    return TRUE;

  record.start = outlay_row_instant_of (row, "startTime", text (row, START));
  record.end = record.start + 1;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "startTime", "%s", _ ("the date is missing"));

  record.external_id = text (row, ID);
  if (record.external_id[0] == '\0')
    outlay_row_reject (row, "id", "%s", _ ("the request's id is missing"));

  record.is_request = TRUE;
  record.provider = outlay_vendor_find (row, "", text (row, MODEL), "langfuse");
  record.field[OUTLAY_FIELD_MODEL] = text (row, MODEL);
  record.field[OUTLAY_FIELD_USER] = of_trace (row, USER, "trace.userId");
  record.field[OUTLAY_FIELD_TAGS] = build_tags (row);
  record.field[OUTLAY_FIELD_STATUS] = strcmp (text (row, LEVEL), "ERROR") == 0 ? "error" : "";
  return outlay_row_emit (row, &record, error);
}
