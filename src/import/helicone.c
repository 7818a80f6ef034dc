/* helicone.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The writer of the CSV doubles the quotation marks of objects twice. Costs are estimates
 * in dollars. Bodies of requests and responses are never read.
 */

#include "import/helicone.h"

#include "core/money.h"
#include "import/model-vendor.h"
#include "import/tag-list.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9

enum
{
  RESPONSE_ID,
  REQUEST_ID,
  REQUEST_CREATED,
  RESPONSE_CREATED,
  STATUS,
  PROPERTIES,
  USER,
  MODEL,
  PROVIDER,
  PROMPT,
  COMPLETION,
  LATENCY,
  COST,
};

const OutlayCsvColumn outlay_helicone_columns[OUTLAY_HELICONE_N_COLUMNS] = {
  [RESPONSE_ID] = { "response_id", NULL, OUTLAY_COLUMN_MARK },
  [REQUEST_ID] = { "request_id", NULL, 0 },
  [REQUEST_CREATED] = { "request_created_at", NULL, OUTLAY_COLUMN_REQUIRED | OUTLAY_COLUMN_MARK },
  [RESPONSE_CREATED] = { "response_created_at", NULL, 0 },
  [STATUS] = { "response_status", NULL, OUTLAY_COLUMN_MARK },
  [PROPERTIES] = { "request_properties", "properties", 0 },
  [USER] = { "request_user_id", "user_id", 0 },
  [MODEL] = { "model", "response_model", 0 },
  [PROVIDER] = { "provider", NULL, 0 },
  [PROMPT] = { "prompt_tokens", NULL, OUTLAY_COLUMN_MARK },
  [COMPLETION] = { "completion_tokens", NULL, 0 },
  [LATENCY] = { "latency", "delay_ms", 0 },
  [COST] = { "cost", "costUSD", 0 },
};

const char *const outlay_helicone_omit[] = { "request_body",     "response_body",
                                             "request_prompt",   "response_prompt",
                                             "signed_body_url",  "llmSchema",
                                             "request_feedback", NULL };

static const char *
text (OutlayRow *row, guint column)
{
  return outlay_row_value (row, outlay_helicone_columns, column);
}

static const char *
either (OutlayRow *row, guint column, guint other)
{
  const char *value = text (row, column);

  return value[0] != '\0' ? value : text (row, other);
}

/* Only objects have the further counts. */
static gint64
count_of (OutlayRow *row, const char *name)
{
  return row->object != NULL ? outlay_row_json_count (row, row->object, name) : 0;
}

static const char *
find_model (OutlayRow *row)
{
  const char *model = text (row, MODEL);

  return model[0] != '\0' || row->object == NULL ? model
                                                 : outlay_json_text (row->object, "request_model");
}

/* Anthropic counts what caches read and wrote beside the prompt, others within. */
static void
read_usage (OutlayRow *row, OutlayRecord *record)
{
  gint64 *count = record->usage.count;
  gint64 prompt = outlay_row_count_of (row, "prompt_tokens", text (row, PROMPT));
  gint64 read = count_of (row, "prompt_cache_read_tokens");
  gint64 write = count_of (row, "prompt_cache_write_tokens");
  OutlayWide plain = (OutlayWide) prompt - read - write;
  gboolean is_disjoint = plain < 0 || strcmp (record->provider, "anthropic") == 0;

  record->has_usage = TRUE;
  record->is_request = TRUE;
  count[OUTLAY_REQUESTS] = 1;
  count[OUTLAY_INPUT_TOKENS] = is_disjoint ? prompt : (gint64) plain;
  count[OUTLAY_CACHE_READ_TOKENS] = read;
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = write;
  count[OUTLAY_OUTPUT_TOKENS] =
      outlay_row_count_of (row, "completion_tokens", text (row, COMPLETION));
}

static void
read_cost (OutlayRow *row, OutlayRecord *record)
{
  const char *cost = text (row, COST);

  if (cost[0] == '\0')
    return;

  record->kind = OUTLAY_CHARGE_USAGE;
  record->is_estimate = TRUE;
  record->cost_nanos = outlay_row_decimal_of (row, "cost", cost, NANOS);
  record->billed_nanos = record->cost_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

/* The object may be written with each quotation mark doubled. */
static OutlayJson *
find_properties (OutlayRow *row)
{
  OutlayJson *properties = outlay_row_inner (row, outlay_helicone_columns, PROPERTIES);
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  if (properties != NULL || text (row, PROPERTIES)[0] != '{')
    return properties;

  parts = g_strsplit (text (row, PROPERTIES), "\"\"", -1);
  plain = g_strjoinv ("\"", parts);
  return outlay_row_parse (row, plain);
}

static const char *
find_status (OutlayRow *row)
{
  const char *status = text (row, STATUS);

  if (status[0] == '\0' || status[0] == '2')
    return "";

  return strlen (status) == 3 && strspn (status, "0123456789") == 3 ? status : "error";
}

/**
 * outlay_helicone_read:
 * @row: a request, of CSV or an object
 * @error: return location for what the sink sets
 */
gboolean
outlay_helicone_read (OutlayRow *row, GError **error)
{
  OutlayTagList tags = { .n_tags = 0 };
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_instant_of (row, "request_created_at",
                                        either (row, REQUEST_CREATED, RESPONSE_CREATED));
  record.end = record.start + 1;
  record.external_id = either (row, RESPONSE_ID, REQUEST_ID);
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "request_created_at", "%s", _ ("the date is missing"));
  if (record.external_id[0] == '\0')
    outlay_row_reject (row, "response_id", "%s", _ ("the request's id is missing"));

  record.provider = outlay_vendor_find (row, text (row, PROVIDER), find_model (row), "helicone");
  read_usage (row, &record);
  read_cost (row, &record);
  outlay_tag_list_add_members (&tags, find_properties (row));
  record.field[OUTLAY_FIELD_MODEL] = find_model (row);
  record.field[OUTLAY_FIELD_USER] = text (row, USER);
  record.field[OUTLAY_FIELD_TAGS] = outlay_tag_list_build (&tags, row);
  record.field[OUTLAY_FIELD_STATUS] = find_status (row);
  return outlay_row_emit (row, &record, error);
}
