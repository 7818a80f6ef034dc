/* litellm-daily-json.c – daily spend of a LiteLLM proxy: its tables, or the activity interface
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the tables LiteLLM_Daily…Spend are plain. The interface gives a day with
 * several views of the same requests: that by model is taken, by key below it where
 * there is one. Every table, and every view, holds the same requests.
 */

#include "import/format.h"
#include "import/model-vendor.h"

#include "core/date.h"
#include "core/money.h"

#include <glib/gi18n.h>

#define NANOS 9

static const char *const paths[] = { "[]", "data[]", "results[]", NULL };
static const char *const marks[] = { "date", "api_requests|metrics.api_requests",
                                     "spend|metrics.spend", NULL };

/* What a record is of, beside the day. */
typedef struct
{
  OutlayJson *metrics;
  OutlayJson *about; /* (nullable): names of a key */
  const char *model;
  const char *key;
} Part;

static const char *
text (OutlayRow *row, const char *name)
{
  return outlay_json_text (row->object, name);
}

/* Prompt tokens hold what was read from and written to a cache; where they cannot (they
   are fewer), the counts are disjoint. */
static void
read_usage (OutlayRow *row, OutlayJson *metrics, gint64 *count)
{
  gint64 prompt = outlay_row_json_count (row, metrics, "prompt_tokens");
  gint64 read = outlay_row_json_count (row, metrics, "cache_read_input_tokens");
  gint64 write = outlay_row_json_count (row, metrics, "cache_creation_input_tokens");
  OutlayWide plain = (OutlayWide) prompt - read - write;

  count[OUTLAY_REQUESTS] = outlay_row_json_count (row, metrics, "api_requests");
  count[OUTLAY_INPUT_TOKENS] = plain >= 0 ? (gint64) plain : prompt;
  count[OUTLAY_CACHE_READ_TOKENS] = read;
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = write;
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, metrics, "completion_tokens");
}

static void
read_names (OutlayRow *row, const Part *part, OutlayRecord *record)
{
  const char *team = text (row, "team_id");
  const char *user = text (row, "user_id");

  outlay_record_set_pair (record, OUTLAY_FIELD_KEY, part->key,
                          outlay_json_text (part->about, "key_alias"));
  record->field[OUTLAY_FIELD_PROJECT] =
      team[0] != '\0' ? team : outlay_json_text (part->about, "team_id");
  record->field[OUTLAY_FIELD_USER] = user[0] != '\0' ? user : text (row, "end_user_id");
  record->field[OUTLAY_FIELD_MODEL] = part->model;
}

static gboolean
emit_part (OutlayRow *row, const Part *part, GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider =
      outlay_vendor_find (row, text (row, "custom_llm_provider"), part->model, "litellm");
  record.start = outlay_row_json_instant (row, row->object, "date");
  record.end = record.start + OUTLAY_SECONDS_PER_DAY;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "date", "%s", _ ("the date is missing"));

  record.has_usage = TRUE;
  read_usage (row, part->metrics, record.usage.count);
  record.kind = OUTLAY_CHARGE_USAGE;
  record.is_estimate = TRUE;
  record.cost_nanos = outlay_row_json_decimal (row, part->metrics, "spend", NANOS);
  record.billed_nanos = record.cost_nanos;
  read_names (row, part, &record);
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";
  return outlay_row_emit (row, &record, error);
}

static gboolean
read_model (OutlayRow *row, OutlayJson *model, GError **error)
{
  OutlayJson *keys = outlay_json_get (model, "api_key_breakdown");
  Part part = { outlay_json_get (model, "metrics"), NULL, outlay_json_name (model), "" };

  if (outlay_json_first (keys) == NULL)
    return emit_part (row, &part, error);

  for (OutlayJson *key = outlay_json_first (keys); key != NULL; key = outlay_json_next (key))
    {
      part.metrics = outlay_json_get (key, "metrics");
      part.about = outlay_json_get (key, "metadata");
      part.key = outlay_json_name (key);
      if (!emit_part (row, &part, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  OutlayJson *metrics = outlay_json_get (row->object, "metrics");
  OutlayJson *models = outlay_json_get (row->object, "breakdown.models");
  const char *model = text (row, "model");
  Part whole = { metrics != NULL ? metrics : row->object, NULL,
                 model[0] != '\0' ? model : text (row, "model_group"), text (row, "api_key") };

  if (outlay_json_first (models) == NULL)
    return emit_part (row, &whole, error);

  for (OutlayJson *part = outlay_json_first (models); part != NULL; part = outlay_json_next (part))
    if (!read_model (row, part, error))
      return FALSE;

  return TRUE;
}

const OutlayReader outlay_reader_litellm_daily_json = {
  .id = "litellm-daily-json",
  .title = N_ ("LiteLLM spend by day (JSON)"),
  .source = "litellm-daily",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = read_object,
  .rehearse = TRUE,
};
