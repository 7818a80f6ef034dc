/* test-events.c – logs that overlap: an event counts once, and its newest account of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"

#define FIRST_DAY 20148 /* 1 March 2025 */
#define N_DAYS 20
#define N_EVENTS 400
#define N_STEPS 150
#define MAX_FILES 200

/* What a file says of an event; no tokens where it does not have it. */
typedef struct
{
  gint64 tokens;
  gint64 cost_nanos;
} Event;

typedef struct
{
  char *text;
  gint64 batch;
  gboolean active;
  Event events[N_EVENTS];
} Log;

typedef struct
{
  const char *name;
  const char *file;
  const char *header;
  gint64 input_nanos; /* of a token; 0: it counts what it says itself */
  void (*write) (GString *text, guint id, const Event *event);
} Format;

/* An event's day and the time of it are its own. */
static gint64
start_of (guint id)
{
  return outlay_day_start (FIRST_DAY + (gint32) (id % N_DAYS)) + (id * 7919) % 86400;
}

static void
write_openrouter (GString *text, guint id, const Event *event)
{
  g_autofree char *cost = outlay_nanos_to_string (event->cost_nanos);
  g_autofree char *start = outlay_instant_to_string (start_of (id));

  g_string_append_printf (text, "gen-%u,%s,%s,%" G_GINT64_FORMAT ",0,openai/gpt-4o-mini,key-%u\n",
                          id, start, cost, event->tokens, id % 3);
}

static void
write_litellm (GString *text, guint id, const Event *event)
{
  g_autofree char *cost = outlay_nanos_to_string (event->cost_nanos);
  g_autofree char *start = outlay_instant_to_string (start_of (id));

  g_string_append_printf (text,
                          "{\"request_id\":\"req-%u\",\"call_type\":\"acompletion\",\"spend\":%s,"
                          "\"prompt_tokens\":%" G_GINT64_FORMAT
                          ",\"completion_tokens\":0,\"startTime\":\"%s\",\"model\":\"gpt-4o-mini\","
                          "\"custom_llm_provider\":\"openai\",\"api_key\":\"key-%u\"}\n",
                          id, cost, event->tokens, start, id % 3);
}

static const Format formats[] = {
  { "openrouter-activity-csv", "activity.csv",
    "generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug,"
    "api_key_name\n",
    0, write_openrouter },
  { "litellm-spend-logs", "spend.jsonl", "", 150, write_litellm },
};

static Log *
make_log (GRand *rand, const Format *format)
{
  Log *file = g_new0 (Log, 1);
  g_autoptr (GString) text = g_string_new (format->header);
  guint from = (guint) g_rand_int_range (rand, 0, N_EVENTS - 10);
  guint to = from + (guint) g_rand_int_range (rand, 1, 150);

  for (guint id = from; id < MIN (to, N_EVENTS); id++)
    {
      Event event = { 100 + id, 1000 * (gint64) id };

      if (g_rand_int_range (rand, 0, 4) == 0)
        continue;
      if (g_rand_int_range (rand, 0, 10) == 0)
        event.tokens += g_rand_int_range (rand, 1, 50);
      if (g_rand_int_range (rand, 0, 30) == 0)
        event.cost_nanos = 0;

      format->write (text, id, &event);

      /* Some logs write an event again when they know more. */
      if (g_rand_int_range (rand, 0, 30) == 0)
        {
          event.tokens += 7;
          format->write (text, id, &event);
        }
      file->events[id] = event;
    }
  file->text = g_strdup (text->str);
  return file;
}

static Log *
find_active (Log **logs, guint n_logs, const char *text)
{
  for (guint i = 0; i < n_logs; i++)
    if (logs[i]->active && g_str_equal (logs[i]->text, text))
      return logs[i];

  return NULL;
}

static void
compare_days (Fixture *fixture, Log **logs, guint n_logs, const Format *format)
{
  gint64 tokens[N_DAYS] = { 0 };
  gint64 costs[N_DAYS] = { 0 };
  gint64 requests[N_DAYS] = { 0 };
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "day");
  guint at = 0;

  for (guint id = 0; id < N_EVENTS; id++)
    {
      const Event *newest = NULL;

      for (guint i = 0; i < n_logs; i++)
        if (logs[i]->active && logs[i]->events[id].tokens > 0)
          newest = &logs[i]->events[id];
      if (newest == NULL)
        continue;

      tokens[id % N_DAYS] += newest->tokens;
      costs[id % N_DAYS] +=
          format->input_nanos > 0 ? newest->tokens * format->input_nanos : newest->cost_nanos;
      requests[id % N_DAYS]++;
    }

  for (guint day = 0; day < N_DAYS; day++)
    {
      const OutlaySpendRow *row;

      if (requests[day] == 0)
        continue;
      g_assert_cmpuint (at, <, spend->rows->len);
      row = spend->rows->pdata[at++];
      g_assert_cmpint (row->sums.usage.count[OUTLAY_REQUESTS], ==, requests[day]);
      g_assert_cmpint (row->sums.usage.count[OUTLAY_INPUT_TOKENS], ==, tokens[day]);
      g_assert_cmpint (row->sums.cost_nanos, ==, costs[day]);
    }
  g_assert_cmpuint (spend->rows->len, ==, at);
}

/* Takes @file over; returns whether it is a new one. */
static gboolean
step_import (Fixture *fixture, Log **logs, guint n_logs, const Format *format, Log *file)
{
  const Log *holder = find_active (logs, n_logs, file->text);
  OutlayImported *imported;

  if (strlen (file->text) == strlen (format->header))
    return FALSE;

  imported = import_text (fixture, format->file, file->text);
  file->batch = imported->batch;
  file->active = TRUE;
  g_assert_cmpint (imported->rows, ==,
                   imported->new_rows + imported->duplicate_rows + imported->changed_rows);
  if (holder != NULL)
    {
      g_assert_cmpint (imported->batch, ==, holder->batch);
      g_assert_cmpint (imported->rows, ==, imported->duplicate_rows);
    }
  outlay_imported_free (imported);
  return holder == NULL;
}

static void
flip (Fixture *fixture, Log **logs, guint n_logs, Log *file)
{
  if (file->active)
    undo (fixture, file->batch);
  else if (find_active (logs, n_logs, file->text) == NULL)
    redo (fixture, file->batch);
  else
    return;
  file->active = !file->active;
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  const Format *format = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  Log *logs[MAX_FILES];
  guint n_logs = 0;

  for (guint step = 0; step < N_STEPS; step++)
    {
      gint32 dice = g_rand_int_range (rand, 0, 100);
      gint32 pick = n_logs > 0 ? g_rand_int_range (rand, 0, (gint32) n_logs) : 0;
      Log *file = NULL;

      g_test_message ("step %u", step);
      if (n_logs > 5 && dice < 45)
        flip (fixture, logs, n_logs, logs[pick]);
      else if (n_logs > 5 && dice < 60)
        {
          file = g_memdup2 (logs[pick], sizeof *file);
          file->text = g_strdup (file->text);
        }
      else
        file = make_log (rand, format);

      if (file != NULL && step_import (fixture, logs, n_logs, format, file))
        logs[n_logs++] = file;
      else if (file != NULL)
        {
          g_free (file->text);
          g_free (file);
        }

      compare_days (fixture, logs, n_logs, format);
      assert_clean (fixture);
    }

  for (guint i = 0; i < n_logs; i++)
    {
      g_free (logs[i]->text);
      g_free (logs[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strconcat ("/events/", formats[i].name, NULL);

      g_test_add (path, Fixture, &formats[i], set_up_imports, test_events, tear_down);
    }

  return g_test_run ();
}
