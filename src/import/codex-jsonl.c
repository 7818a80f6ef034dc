/* codex-jsonl.c – session logs of Codex, one object a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts come as running totals, with what was added beside; where the total stays the
 * same, the line is a repetition. Input holds the cached tokens, output the reasoning.
 * The log of an agent that was started by another begins with a replay of that one, all
 * in one second. A flat price pays for it: it costs nothing here. No row is kept as text.
 */

#include "import/format.h"
#include "import/session-log.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNKNOWN_MODEL "gpt-5" /* what logs without a name were of */

static const char *const paths[] = { "[]", NULL };
static const char *const marks[] = { "payload|usage",
                                     "type=session_meta|type=turn_context|type=event_msg|type="
                                     "response_item|type=response|" OUTLAY_HEAD_CUT,
                                     "timestamp", NULL };

/* Running totals, in the order of @names. */
enum
{
  INPUT,
  CACHED,
  WRITTEN,
  OUTPUT,
  REASONING,
  N_TOTALS,
};

static const char *const names[N_TOTALS] = { "input_tokens", "cached_input_tokens",
                                             "cache_write_input_tokens", "output_tokens",
                                             "reasoning_output_tokens" };

typedef struct
{
  char *session;  /* owned, (nullable) */
  char *model;    /* owned, (nullable) */
  char *folder;   /* owned, (nullable) */
  char *first_id; /* owned, (nullable): of the first count */
  gint64 totals[N_TOTALS];
  gboolean is_agent;  /* started by another session */
  guint n_counts;     /* that were no repetition */
  gint64 first_start; /* of the first count */
  gboolean is_replay; /* what lies in that second */
} Session;

static gpointer
new_state (void)
{
  return g_new0 (Session, 1);
}

static void
free_state (gpointer state)
{
  Session *session = state;

  g_free (session->session);
  g_free (session->model);
  g_free (session->folder);
  g_free (session->first_id);
  g_free (session);
}

static void
keep (char **kept, const char *text)
{
  if (text[0] == '\0')
    return;

  g_free (*kept);
  *kept = g_strdup (text);
}

/* A file may hold several sessions, one after the other. */
static void
begin_session (OutlayRow *row, Session *session)
{
  OutlayJson *payload = outlay_json_get (row->object, "payload");

  keep (&session->session, outlay_json_text (payload, "id"));
  keep (&session->folder, outlay_session_folder (row, outlay_json_text (payload, "cwd")));
  session->is_agent = outlay_json_get (payload, "source.subagent") != NULL ||
                      outlay_json_text (payload, "forked_from_id")[0] != '\0';
  memset (session->totals, 0, sizeof session->totals);
  session->n_counts = 0;
  session->is_replay = FALSE;
}

static void
read_totals (OutlayRow *row, OutlayJson *json, gint64 *totals)
{
  for (guint i = 0; i < N_TOTALS; i++)
    totals[i] = outlay_row_json_count (row, json, names[i]);
}

/* What is new: what the line says so, or what the total grew by. */
static gboolean
find_growth (OutlayRow *row, Session *session, OutlayJson *info, gint64 *growth)
{
  OutlayJson *total = outlay_json_get (info, "total_token_usage");
  OutlayJson *last = outlay_json_get (info, "last_token_usage");
  gint64 totals[N_TOTALS] = { 0 };
  gboolean same;

  read_totals (row, total, totals);
  same = memcmp (totals, session->totals, sizeof totals) == 0;
  if (total != NULL && same)
    return FALSE;

  for (guint i = 0; i < N_TOTALS; i++)
    growth[i] = MAX (totals[i] - session->totals[i], 0);
  if (outlay_json_first (last) != NULL)
    read_totals (row, last, growth);
  if (total != NULL && row->problem == NULL)
    memcpy (session->totals, totals, sizeof totals);

  for (guint i = 0; i < N_TOTALS; i++)
    if (growth[i] > 0)
      return TRUE;

  return FALSE;
}

static void
read_usage (const gint64 *growth, gint64 *count)
{
  gint64 cached = MIN (growth[CACHED], growth[INPUT]);
  gint64 written = MIN (growth[WRITTEN], growth[INPUT] - cached);

  count[OUTLAY_REQUESTS] = 1;
  count[OUTLAY_INPUT_TOKENS] = growth[INPUT] - cached - written;
  count[OUTLAY_CACHE_READ_TOKENS] = cached;
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = written;
  count[OUTLAY_OUTPUT_TOKENS] = growth[OUTPUT];
  count[OUTLAY_REASONING_TOKENS] = MIN (growth[REASONING], growth[OUTPUT]);
}

static gboolean
emit (OutlayRow *row,
      const Session *session,
      const char *id,
      const char *model,
      gint64 start,
      const gint64 *growth,
      GError **error)
{
  OutlayRecord record;

  outlay_record_init (&record);
  record.provider = "codex";
  record.start = start;
  record.end = start + 1;
  record.external_id = id;
  record.has_usage = TRUE;
  record.is_request = TRUE;
  if (growth != NULL)
    read_usage (growth, record.usage.count);
  record.kind = OUTLAY_CHARGE_USAGE;
  record.is_estimate = TRUE;
  record.field[OUTLAY_FIELD_MODEL] = model;
  record.field[OUTLAY_FIELD_PROJECT] = session->folder != NULL ? session->folder : "";
  record.field[OUTLAY_FIELD_CURRENCY] = "USD";
  return outlay_row_emit (row, &record, error);
}

static const char *
find_model (const Session *session, OutlayJson *holder)
{
  const char *model = outlay_json_text (holder, "model");

  if (model[0] != '\0')
    return model;

  return session->model != NULL ? session->model : UNKNOWN_MODEL;
}

/* The first count of an agent shows as a replay only when a second one shares its second:
   then it is written once more, by the same id, and empty. */
static gboolean
take_back_replay (OutlayRow *row, Session *session, gint64 start, gboolean *drop, GError **error)
{
  *drop = FALSE;
  if (!session->is_agent || start != session->first_start)
    return TRUE;

  *drop = session->n_counts > 1;
  if (session->n_counts != 2)
    return TRUE;

  return emit (row, session, session->first_id, find_model (session, NULL), start, NULL, error);
}

static gboolean
read_count (OutlayRow *row, Session *session, OutlayJson *info, GError **error)
{
  gint64 growth[N_TOTALS] = { 0 };
  gint64 start = outlay_row_json_instant (row, row->object, "timestamp");
  gboolean drop;
  const char *id;

  if (!find_growth (row, session, info, growth) && row->problem == NULL)
    return TRUE;
  if (start == OUTLAY_UNDATED)
    outlay_row_reject (row, "timestamp", "%s", _ ("the date is missing"));

  id = outlay_row_keep (row, g_strdup_printf ("%s:%s:%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT,
                                              session->session != NULL ? session->session : "",
                                              outlay_json_text (row->object, "timestamp"),
                                              session->totals[INPUT], session->totals[OUTPUT]));
  if (row->problem == NULL && session->n_counts++ == 0)
    {
      session->first_start = start;
      keep (&session->first_id, id);
    }

  if (!take_back_replay (row, session, start, &drop, error))
    return FALSE;

  return drop || emit (row, session, id, find_model (session, info), start, growth, error);
}

static gboolean
read_object (OutlayRow *row, GError **error)
{
  Session *session = outlay_reading_state (row->reading);
  OutlayJson *payload = outlay_json_get (row->object, "payload");
  const char *type = outlay_json_text (row->object, "type");
  gint64 growth[N_TOTALS];

  if (strcmp (type, "session_meta") == 0)
    begin_session (row, session);
  else if (strcmp (type, "turn_context") == 0)
    {
      keep (&session->model, outlay_json_text (payload, "model"));
      keep (&session->folder, outlay_session_folder (row, outlay_json_text (payload, "cwd")));
    }
  else if (strcmp (type, "event_msg") == 0 &&
           strcmp (outlay_json_text (payload, "type"), "token_count") == 0)
    return read_count (row, session, outlay_json_get (payload, "info"), error);
  else if (strcmp (type, "response") == 0 && outlay_json_get (row->object, "usage") != NULL)
    {
      read_totals (row, outlay_json_get (row->object, "usage"), growth);
      return emit (row, session, outlay_json_text (row->object, "timestamp"),
                   find_model (session, row->object),
                   outlay_row_json_instant (row, row->object, "timestamp"), growth, error);
    }

  return TRUE;
}

const OutlayReader outlay_reader_codex_jsonl = {
  .id = "codex-jsonl",
  .title = N_ ("Codex session log (JSON)"),
  .source = "codex",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .is_private = TRUE,
  .read = read_object,
  .state_new = new_state,
  .state_free = free_state,
};
