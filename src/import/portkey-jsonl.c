/* portkey-jsonl.c – the logs that Portkey exports, one object a request
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Costs are estimates in CENTS. Which fields there are is up to whoever made the export.
 * Requests and responses are never read.
 */

#include "import/format.h"
#include "import/model-vendor.h"
#include "import/tag-list.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS_OF_CENTS 7

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "ai_org|ai_model", "req_units|total_units", NULL };
static const char *const omit[] = { "request",       "response",        "request.body",
                                    "response.body", "request.headers", "response.headers",
                                    "request_body",  "response_body",   NULL };

static const char *
text (OutlayRow *row, const char *name)
{
  return outlay_json_text (row->object, name);
}

/* A member by its whole name, which has a dot in it. */
static OutlayJson *
find_dotted (OutlayRow *row, const char *name)
{
  for (OutlayJson *member = outlay_json_first (row->object); member != NULL;
       member = outlay_json_next (member))
    if (strcmp (outlay_json_name (member), name) == 0)
      return member;

  return NULL;
}

/* An object of tags, or a list of names and one of values. */
static const char *
build_tags (OutlayRow *row)
{
  OutlayTagList tags = { .n_tags = 0 };
  OutlayJson *name = outlay_json_first (find_dotted (row, "metadata.key"));
  OutlayJson *value = outlay_json_first (find_dotted (row, "metadata.value"));

  outlay_tag_list_add_members (&tags, outlay_json_get (row->object, "metadata"));
  for (; name != NULL && value != NULL; name = outlay_json_next (name))
    {
      outlay_tag_list_add (&tags, outlay_json_value (name), outlay_json_value (value));
      value = outlay_json_next (value);
    }

  outlay_tag_list_add (&tags, "prompt", text (row, "prompt_slug"));
  outlay_tag_list_add (&tags, "config", text (row, "config"));
  return outlay_tag_list_build (&tags, row);
}

/* Without an id, what makes a request its own. */
static const char *
find_id (OutlayRow *row)
{
  const char *id = text (row, "id");

  if (id[0] != '\0')
    return id;

  return outlay_row_keep (row, g_strjoin ("/", text (row, "trace_id"), text (row, "created_at"),
                                          text (row, "ai_model"), text (row, "req_units"),
                                          text (row, "res_units"), NULL));
}

static const char *
find_status (OutlayRow *row)
{
  const char *code = text (row, "response_status_code");
  const char *success = text (row, "is_success");
  gboolean failed = strcmp (success, "0") == 0 || strcmp (success, "false") == 0;

  if (code[0] == '2' || (code[0] == '\0' && !failed))
    return "";

  return strlen (code) == 3 && strspn (code, "0123456789") == 3 ? code : "error";
}

/* What the gateway answers from its own cache uses nothing at the provider. */
static void
read_usage (OutlayRow *row, gint64 *count)
{
  count[OUTLAY_REQUESTS] = 1;
  if (g_str_has_suffix (text (row, "cache_status"), "HIT"))
    return;

  count[OUTLAY_INPUT_TOKENS] = outlay_row_json_count (row, row->object, "req_units");
  count[OUTLAY_OUTPUT_TOKENS] = outlay_row_json_count (row, row->object, "res_units");
}

static void
read_cost (OutlayRow *row, OutlayRecord *record)
{
  const char *currency = text (row, "cost_currency");

  if (text (row, "cost")[0] == '\0')
    return;

  record->kind = OUTLAY_CHARGE_USAGE;
  record->is_estimate = TRUE;
  record->cost_nanos = outlay_row_json_decimal (row, row->object, "cost", NANOS_OF_CENTS);
  record->billed_nanos = record->cost_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] =
      currency[0] != '\0' ? outlay_row_keep (row, g_ascii_strup (currency, -1)) : "USD";
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  const char *model = text (row, "ai_model");
  OutlayRecord record;

  outlay_record_init (&record);
  record.start = outlay_row_json_instant (row, row->object, "created_at");
  record.end = record.start + 1;
  if (record.start == OUTLAY_UNDATED)
    outlay_row_reject (row, "created_at", "%s", _ ("the date is missing"));

  record.provider = outlay_vendor_find (row, text (row, "ai_org"), model, "portkey");
  record.external_id = find_id (row);
  record.has_usage = TRUE;
  record.is_request = TRUE;
  read_usage (row, record.usage.count);
  read_cost (row, &record);
  record.field[OUTLAY_FIELD_MODEL] = model;
  record.field[OUTLAY_FIELD_KEY] = text (row, "virtual_key");
  record.field[OUTLAY_FIELD_TAGS] = build_tags (row);
  record.field[OUTLAY_FIELD_STATUS] = find_status (row);
  return outlay_row_emit (row, &record, error);
}

const OutlayReader outlay_reader_portkey_jsonl = {
  .id = "portkey-jsonl",
  .title = N_ ("Portkey logs (JSON)"),
  .source = "portkey",
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
