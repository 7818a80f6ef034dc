/* otlp-json.c – traces and logs of OpenTelemetry in JSON, as collectors write them to files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is what one resource reported. Spans of agents and chains repeat the counts of
 * those below them: only calls of models count, and of these only such as have no call
 * below them. Input holds what caches read and wrote; where it cannot (it is less), the
 * counts are disjoint. Attributes may hold what people wrote: no row is kept as text.
 */

#include "import/format.h"
#include "import/model-vendor.h"
#include "import/otlp-attributes.h"
#include "import/tag-list.h"

#include "core/money.h"

#include <glib/gi18n.h>
#include <string.h>

#define NANOS 9
#define STATUS_ERROR "2"

static const char *const paths[] = { "[]", "resourceSpans[]", "resourceLogs[]", NULL };
static const char *const marks[] = { "scopeSpans|scopeLogs", NULL };

static const char *const operations[] = { "chat",       "text_completion", "generate_content",
                                          "completion", "embeddings",      "embedding" };

/* What one resource reported. */
typedef struct
{
  OutlayRow *row;
  OutlayJson *resource; /* its attributes */
  GHashTable *parents;  /* ids of spans with a call of a model below */
} Report;

typedef gboolean (*SpanFunc) (Report *report, OutlayJson *span, GError **error);

static gboolean
is_call (OutlayJson *span)
{
  OutlayJson *attributes = outlay_json_get (span, "attributes");
  const char *operation = outlay_otlp_attribute (attributes, OUTLAY_OTLP_OPERATION);
  gboolean counts = outlay_otlp_attribute (attributes, OUTLAY_OTLP_INPUT)[0] != '\0' ||
                    outlay_otlp_attribute (attributes, OUTLAY_OTLP_OUTPUT)[0] != '\0';

  if (!counts || operation[0] == '\0')
    return counts && outlay_otlp_attribute (attributes, OUTLAY_OTLP_MODEL)[0] != '\0';

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_ascii_strcasecmp (operation, operations[i]) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
note_parent (Report *report, OutlayJson *span, GError **error)
{
  const char *parent = outlay_json_text (span, "parentSpanId");

  if (parent[0] != '\0' && is_call (span))
    g_hash_table_add (report->parents, (gpointer) parent);

  return TRUE;
}

static void
read_usage (OutlayRow *row, OutlayJson *attributes, gint64 *count)
{
  static const struct
  {
    OutlayOtlpName name;
    OutlayMeasure measure;
  } counts[] = {
    { OUTLAY_OTLP_INPUT, OUTLAY_INPUT_TOKENS },
    { OUTLAY_OTLP_OUTPUT, OUTLAY_OUTPUT_TOKENS },
    { OUTLAY_OTLP_CACHE_READ, OUTLAY_CACHE_READ_TOKENS },
    { OUTLAY_OTLP_CACHE_WRITE, OUTLAY_CACHE_WRITE_5M_TOKENS },
    { OUTLAY_OTLP_REASONING, OUTLAY_REASONING_TOKENS },
  };
  OutlayWide plain;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    count[counts[i].measure] =
        outlay_row_count_of (row, "gen_ai.usage",
                             outlay_otlp_attribute (attributes, counts[i].name));

  plain = (OutlayWide) count[OUTLAY_INPUT_TOKENS] - count[OUTLAY_CACHE_READ_TOKENS] -
          count[OUTLAY_CACHE_WRITE_5M_TOKENS];
  if (plain >= 0)
    count[OUTLAY_INPUT_TOKENS] = (gint64) plain;
  count[OUTLAY_REASONING_TOKENS] =
      MIN (count[OUTLAY_REASONING_TOKENS], count[OUTLAY_OUTPUT_TOKENS]);
  count[OUTLAY_REQUESTS] = 1;
}

static void
read_cost (OutlayRow *row, OutlayJson *attributes, OutlayRecord *record)
{
  const char *cost = outlay_otlp_attribute (attributes, OUTLAY_OTLP_COST);

  if (cost[0] == '\0')
    return;

  record->kind = OUTLAY_CHARGE_USAGE;
  record->is_estimate = TRUE;
  record->cost_nanos = outlay_row_decimal_of (row, "gen_ai.usage.cost", cost, NANOS);
  record->billed_nanos = record->cost_nanos;
  record->field[OUTLAY_FIELD_CURRENCY] = "USD";
}

static gint64
find_start (OutlayRow *row, OutlayJson *span)
{
  static const char *const names[] = { "startTimeUnixNano", "timeUnixNano",
                                       "observedTimeUnixNano" };
  gint64 start = OUTLAY_UNDATED;

  for (guint i = 0; i < G_N_ELEMENTS (names) && start == OUTLAY_UNDATED; i++)
    if (strcmp (outlay_json_text (span, names[i]), "0") != 0)
      start = outlay_row_json_instant (row, span, names[i]);

  if (start == OUTLAY_UNDATED)
    outlay_row_reject (row, "startTimeUnixNano", "%s", _ ("the date is missing"));

  return start;
}

static const char *
find_id (OutlayRow *row, OutlayJson *span)
{
  const char *trace = outlay_json_text (span, "traceId");
  const char *id = outlay_json_text (span, "spanId");

  return id[0] != '\0' ? outlay_row_keep (row, g_strjoin (":", trace, id, NULL)) : NULL;
}

static void
read_names (Report *report, OutlayJson *attributes, OutlayRecord *record)
{
  OutlayTagList tags = { .n_tags = 0 };
  const char *user = outlay_otlp_attribute (attributes, OUTLAY_OTLP_USER);

  outlay_tag_list_add (&tags, "service",
                       outlay_otlp_attribute (report->resource, OUTLAY_OTLP_SERVICE));
  outlay_tag_list_add (&tags, "environment",
                       outlay_otlp_attribute (report->resource, OUTLAY_OTLP_ENVIRONMENT));
  outlay_tag_list_add (&tags, "agent", outlay_otlp_attribute (attributes, OUTLAY_OTLP_AGENT));
  record->field[OUTLAY_FIELD_TAGS] = outlay_tag_list_build (&tags, report->row);
  record->field[OUTLAY_FIELD_USER] =
      user[0] != '\0' ? user : outlay_otlp_attribute (report->resource, OUTLAY_OTLP_USER);
}

/* An error's HTTP status, where it is one. */
static const char *
find_status (OutlayJson *span, OutlayJson *attributes)
{
  const char *type = outlay_otlp_attribute (attributes, OUTLAY_OTLP_ERROR);
  const char *code = outlay_json_text (span, "status.code");

  if (strlen (type) == 3 && strspn (type, "0123456789") == 3)
    return type;

  return type[0] != '\0' || strcmp (code, STATUS_ERROR) == 0 ||
                 strcmp (code, "STATUS_CODE_ERROR") == 0
             ? "error"
             : "";
}

static gboolean
read_span (Report *report, OutlayJson *span, GError **error)
{
  OutlayRow *row = report->row;
  OutlayJson *attributes = outlay_json_get (span, "attributes");
  const char *model = outlay_otlp_attribute (attributes, OUTLAY_OTLP_MODEL);
  OutlayRecord record;

  if (!is_call (span) || g_hash_table_contains (report->parents, outlay_json_text (span, "spanId")))
    return TRUE;

  outlay_record_init (&record);
  record.provider =
      outlay_vendor_find (row, outlay_otlp_attribute (attributes, OUTLAY_OTLP_PROVIDER), model,
                          "otel");
  record.start = find_start (row, span);
  record.end = record.start + 1;
  record.external_id = find_id (row, span);
  record.has_usage = TRUE;
  record.is_request = TRUE;
  read_usage (row, attributes, record.usage.count);
  read_cost (row, attributes, &record);
  read_names (report, attributes, &record);
  record.field[OUTLAY_FIELD_MODEL] = model;
  record.field[OUTLAY_FIELD_STATUS] = find_status (span, attributes);
  return outlay_row_emit (row, &record, error);
}

static gboolean
for_each_span (Report *report, SpanFunc func, GError **error)
{
  static const char *const kinds[][2] = { { "scopeSpans", "spans" },
                                          { "scopeLogs", "logRecords" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (OutlayJson *scope = outlay_json_first (outlay_json_get (report->row->object, kinds[i][0]));
         scope != NULL; scope = outlay_json_next (scope))
      for (OutlayJson *span = outlay_json_first (outlay_json_get (scope, kinds[i][1]));
           span != NULL; span = outlay_json_next (span))
        if (!func (report, span, error))
          return FALSE;

  return TRUE;
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new (g_str_hash, g_str_equal);
  Report report = { row, outlay_json_get (row->object, "resource.attributes"), parents };

  return for_each_span (&report, note_parent, error) && for_each_span (&report, read_span, error);
}

const OutlayReader outlay_reader_otlp_json = {
  .id = "otlp-json",
  .title = N_ ("OpenTelemetry traces and logs (JSON)"),
  .source = "otlp",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .is_private = TRUE,
  .read = read_object,
  .rehearse = TRUE,
};
