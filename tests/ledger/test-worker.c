/* test-worker.c – the ledger on a thread of its own, from a main loop
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/worker.h"

#include "ledger/feature.h"
#include "store/database.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 30

typedef struct
{
  char *folder;
  char *path; /* of the store */
  OutlayWorker *worker;
  guint n_snapshots; /* notified */
  guint n_busy;
} World;

/* The answer that a test waits for. */
typedef struct
{
  GAsyncResult *result;
} Answer;

static void
on_snapshot (World *world)
{
  g_assert_true (g_main_context_is_owner (NULL));
  world->n_snapshots++;
}

static void
on_busy (World *world)
{
  world->n_busy++;
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_null (answer->result);
  answer->result = g_object_ref (result);
}

static gboolean
on_impatience (gpointer data)
{
  g_error ("nothing came for too long");
  return G_SOURCE_REMOVE;
}

static void
wait_for (Answer *answer)
{
  guint impatience = g_timeout_add_seconds (PATIENCE_SECONDS, on_impatience, NULL);

  while (answer->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (impatience);
}

static void
wait_for_snapshot (World *world, guint n_snapshots)
{
  guint impatience = g_timeout_add_seconds (PATIENCE_SECONDS, on_impatience, NULL);

  while (world->n_snapshots < n_snapshots)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (impatience);
}

static void
clear (Answer *answer)
{
  g_clear_object (&answer->result);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, clear)

static void
open_worker (World *world)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GError) error = NULL;

  outlay_worker_open_async (world->worker, NULL, on_answer, &answer);
  wait_for (&answer);
  outlay_worker_open_finish (world->worker, answer.result, &error);
  g_assert_no_error (error);
}

static void
make_world (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  world->folder = g_dir_make_tmp ("outlay-worker-XXXXXX", &error);
  g_assert_no_error (error);
  world->path = g_build_filename (world->folder, "outlay.db", NULL);
  world->worker = outlay_worker_new (world->path);
  g_signal_connect_swapped (world->worker, "notify::snapshot", G_CALLBACK (on_snapshot), world);
  g_signal_connect_swapped (world->worker, "notify::busy", G_CALLBACK (on_busy), world);
}

static void
end_world (World *world, gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (world->folder, 0, NULL);
  gpointer worker = world->worker;
  const char *name;

  g_signal_handlers_disconnect_by_data (world->worker, world);
  g_object_add_weak_pointer (G_OBJECT (worker), &worker);
  outlay_worker_close (world->worker);
  g_object_unref (world->worker);
  while (worker != NULL)
    g_main_context_iteration (NULL, TRUE);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (world->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (world->folder);
  g_free (world->folder);
  g_free (world->path);
}

static gboolean
add_feature (OutlayLedger *ledger, gpointer name, GError **error)
{
  OutlayFeatureFields fields = { .name = name };

  return outlay_ledger_add_feature (ledger, &fields, error);
}

static void
edit (World *world, const char *label, const char *name)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GError) error = NULL;

  outlay_worker_edit_async (world->worker, label, add_feature, g_strdup (name), g_free, NULL,
                            on_answer, &answer);
  wait_for (&answer);
  outlay_worker_edit_finish (world->worker, answer.result, &error);
  g_assert_no_error (error);
}

static gsize
count_features (World *world)
{
  return outlay_worker_get_snapshot (world->worker)->n_features;
}

static void
test_open (World *world, gconstpointer data)
{
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  gboolean busy;

  g_assert_null (outlay_worker_get_snapshot (world->worker));
  open_worker (world);
  g_assert_cmpuint (world->n_snapshots, ==, 1);
  g_assert_cmpuint (world->n_busy, ==, 2);

  g_object_get (world->worker, "snapshot", &snapshot, "busy", &busy, NULL);
  g_assert_true (snapshot == outlay_worker_get_snapshot (world->worker));
  g_assert_cmpuint (snapshot->n_features, ==, 1);
  g_assert_false (busy);
  g_assert_cmpstr (outlay_worker_get_path (world->worker), ==, world->path);
}

static void
test_open_fails (World *world, gconstpointer data)
{
  g_auto (Answer) first = { NULL };
  g_auto (Answer) second = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (world->path, "no database of ours, surely", -1, NULL));
  outlay_worker_open_async (world->worker, NULL, on_answer, &first);
  outlay_worker_edit_async (world->worker, "Add", add_feature, NULL, NULL, NULL, on_answer,
                            &second);
  wait_for (&second);
  g_assert_false (outlay_worker_open_finish (world->worker, first.result, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (outlay_worker_edit_finish (world->worker, second.result, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_assert_null (outlay_worker_get_snapshot (world->worker));

  /* It can be tried again. */
  g_remove (world->path);
  open_worker (world);
  g_assert_nonnull (outlay_worker_get_snapshot (world->worker));
}

static void
test_edits (World *world, gconstpointer data)
{
  g_auto (Answer) undone = { NULL };
  g_auto (Answer) redone = { NULL };
  g_auto (Answer) refused = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *undo_label = NULL, *redo_label = NULL;

  open_worker (world);
  edit (world, "Add Search", "Search");
  g_assert_cmpuint (world->n_snapshots, ==, 2);
  g_assert_cmpuint (count_features (world), ==, 2);
  g_assert_cmpstr (outlay_worker_get_undo_label (world->worker), ==, "Add Search");

  outlay_worker_undo_async (world->worker, on_answer, &undone);
  wait_for (&undone);
  undo_label = outlay_worker_undo_finish (world->worker, undone.result, &error);
  g_assert_cmpstr (undo_label, ==, "Add Search");
  g_assert_cmpuint (count_features (world), ==, 1);
  g_assert_null (outlay_worker_get_undo_label (world->worker));
  g_assert_cmpstr (outlay_worker_get_redo_label (world->worker), ==, "Add Search");

  outlay_worker_redo_async (world->worker, on_answer, &redone);
  wait_for (&redone);
  redo_label = outlay_worker_redo_finish (world->worker, redone.result, &error);
  g_assert_cmpstr (redo_label, ==, "Add Search");
  g_assert_cmpuint (count_features (world), ==, 2);
  g_assert_cmpuint (world->n_snapshots, ==, 4);

  /* What fails says why, and is no news. */
  outlay_worker_edit_async (world->worker, "Again", add_feature, (char *) "Search", NULL, NULL,
                            on_answer, &refused);
  wait_for (&refused);
  g_assert_false (outlay_worker_edit_finish (world->worker, refused.result, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS);
  g_assert_cmpuint (world->n_snapshots, ==, 4);
  g_assert_cmpstr (outlay_worker_get_undo_label (world->worker), ==, "Add Search");
}

static gpointer
read_day (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_false (g_main_context_is_owner (NULL));
  return g_strdup_printf ("%d", outlay_ledger_day (ledger));
}

static void
test_questions (World *world, gconstpointer data)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;
  g_autofree char *text = NULL;

  open_worker (world);
  outlay_worker_set_day (world->worker, 20454);
  outlay_worker_run_async (world->worker, OUTLAY_WORK_READ, read_day, NULL, NULL, g_free, NULL,
                           on_answer, &answer);
  wait_for (&answer);
  g_assert_true (outlay_worker_run_finish (world->worker, answer.result, &value, &error));
  text = value;
  g_assert_cmpstr (text, ==, "20454");
  g_assert_cmpuint (world->n_snapshots, ==, 2);
  g_assert_cmpint (outlay_worker_get_snapshot (world->worker)->day, ==, 20454);
}

/* A change of another program shows up by itself, once. */
static void
test_other_program (World *world, gconstpointer data)
{
  g_autoptr (OutlayLedger) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 written;

  open_worker (world);
  other = outlay_ledger_open (world->path, &error);
  g_assert_no_error (error);
  g_assert_true (add_feature (other, (char *) "Search", &error));
  written = g_get_monotonic_time ();
  wait_for_snapshot (world, 2);
  g_assert_cmpint (g_get_monotonic_time () - written, <, 3 * G_USEC_PER_SEC);
  g_assert_cmpuint (count_features (world), ==, 2);
  g_assert_null (outlay_worker_get_undo_label (world->worker));

  edit (world, "Add Chat", "Chat");
  g_assert_cmpuint (world->n_snapshots, ==, 3);
  g_assert_cmpuint (count_features (world), ==, 3);
}

static GBytes *
make_usage (guint n_rows)
{
  GString *text = g_string_new ("start_time,end_time,project_id,num_model_requests,model,"
                                "input_tokens,output_tokens,input_cached_tokens\n");

  for (guint i = 0; i < n_rows; i++)
    {
      guint start = 1704067200 + 86400 * (i % 700);

      g_string_append_printf (text, "%u,%u,proj_%u,%u,gpt-4o,%u,%u,0\n", start, start + 86400,
                              i / 700, 1 + i % 7, 1000 + i, 100 + i % 50);
    }

  return g_string_free_to_bytes (text);
}

typedef struct
{
  goffset n_bytes;
  guint n_calls;
  GCancellable *cancel_at_once; /* (nullable) */
} Progress;

static void
on_progress (const char *path, goffset n_bytes, gpointer data)
{
  Progress *progress = data;

  g_assert_true (g_main_context_is_owner (NULL));
  g_assert_cmpstr (path, ==, "usage.csv");
  g_assert_cmpint (n_bytes, >, progress->n_bytes);
  progress->n_bytes = n_bytes;
  progress->n_calls++;
  if (progress->cancel_at_once != NULL)
    g_cancellable_cancel (progress->cancel_at_once);
}

static void
import_usage (World *world,
              GBytes *bytes,
              gboolean dry_run,
              GCancellable *cancellable,
              Progress *progress,
              Answer *answer)
{
  g_autofree char *path = g_strdup ("usage.csv"); /* the worker takes copies */
  OutlayImportFile file = { .path = path, .bytes = bytes };
  OutlayImportRequest request = { .files = &file,
                                  .n_files = 1,
                                  .dry_run = dry_run,
                                  .cancellable = cancellable,
                                  .progress = progress != NULL ? on_progress : NULL,
                                  .user_data = progress };

  outlay_worker_import_async (world->worker, &request, on_answer, answer);
}

static void
assert_imported (World *world, Answer *answer, gint64 n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = NULL;
  const OutlayImported *imported;

  wait_for (answer);
  results = outlay_worker_import_finish (world->worker, answer->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  imported = results->pdata[0];
  g_assert_no_error (imported->error);
  g_assert_cmpint (imported->rows, ==, n_rows);
  g_assert_cmpint (imported->new_rows, ==, n_rows);
}

static void
test_import (World *world, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_usage (40000);
  g_auto (Answer) dry = { NULL };
  g_auto (Answer) real = { NULL };
  g_auto (Answer) undone = { NULL };
  Progress progress = { 0 };

  open_worker (world);
  import_usage (world, bytes, TRUE, NULL, NULL, &dry);
  assert_imported (world, &dry, 40000);
  g_assert_cmpuint (world->n_snapshots, ==, 1);

  import_usage (world, bytes, FALSE, NULL, &progress, &real);
  assert_imported (world, &real, 40000);
  g_assert_cmpint (progress.n_bytes, ==, (goffset) g_bytes_get_size (bytes));
  g_assert_cmpuint (progress.n_calls, <, 100);
  g_assert_cmpuint (world->n_snapshots, ==, 2);
  g_assert_cmpuint (outlay_worker_get_snapshot (world->worker)->n_sources, ==, 1);
  g_assert_cmpstr (outlay_worker_get_undo_label (world->worker), ==, "Import of “usage.csv”");

  outlay_worker_undo_async (world->worker, on_answer, &undone);
  wait_for (&undone);
  g_assert_cmpuint (outlay_worker_get_snapshot (world->worker)->n_sources, ==, 0);
}

static void
test_cancel (World *world, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_usage (400000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Answer) stopped = { NULL };
  g_auto (Answer) never_begun = { NULL };
  g_autoptr (GError) error = NULL;
  Progress progress = { .cancel_at_once = cancellable };

  open_worker (world);
  import_usage (world, bytes, FALSE, cancellable, &progress, &stopped);
  wait_for (&stopped);
  g_assert_null (outlay_worker_import_finish (world->worker, stopped.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (progress.n_bytes, <, (goffset) g_bytes_get_size (bytes));
  g_assert_cmpuint (world->n_snapshots, ==, 1);
  g_assert_null (outlay_worker_get_undo_label (world->worker));

  g_clear_error (&error);
  import_usage (world, bytes, FALSE, cancellable, NULL, &never_begun);
  wait_for (&never_begun);
  g_assert_null (outlay_worker_import_finish (world->worker, never_begun.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  edit (world, "Add Search", "Search");
  g_assert_cmpuint (count_features (world), ==, 2);
}

static gboolean
on_time (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

/* Another program that writes for long is waited for, but not against the user's will. */
static void
test_cancel_waiting (World *world, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (OutlayDatabase) other = NULL;
  g_auto (Answer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  gint64 asked;

  open_worker (world);
  other = outlay_database_open (world->path, &error);
  g_assert_true (outlay_database_begin (other, &error));
  asked = g_get_monotonic_time ();
  outlay_worker_edit_async (world->worker, "Add Search", add_feature, (char *) "Search", NULL,
                            cancellable, on_answer, &answer);
  g_timeout_add (100, on_time, cancellable);
  wait_for (&answer);
  g_assert_cmpint (g_get_monotonic_time () - asked, <, 5 * G_USEC_PER_SEC);
  g_assert_false (outlay_worker_edit_finish (world->worker, answer.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  outlay_database_rollback (other);
}

static gboolean
on_rounds (gpointer n_rounds)
{
  ++*(guint *) n_rounds;
  return G_SOURCE_REMOVE;
}

static void
on_failed (OutlayWorker *worker, const GError *error, guint *n_failures)
{
  g_assert_nonnull (error);
  ++*n_failures;
}

/* What goes wrong without anybody waiting for it is told once, and may pass. */
static void
test_failure_passes (World *world, gconstpointer data)
{
  g_autoptr (OutlayDatabase) other = NULL;
  g_autoptr (GError) error = NULL;
  guint n_failures = 0;
  guint n_rounds = 0;

  g_signal_connect (world->worker, "failed", G_CALLBACK (on_failed), &n_failures);
  open_worker (world);
  other = outlay_database_open (world->path, &error);
  g_assert_true (outlay_database_execute (other, "ALTER TABLE budget RENAME TO lost", &error));
  while (n_failures == 0)
    g_main_context_iteration (NULL, TRUE);
  g_timeout_add (2500, on_rounds, &n_rounds);
  while (n_rounds == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_cmpuint (world->n_snapshots, ==, 1);

  g_assert_true (outlay_database_execute (other, "ALTER TABLE lost RENAME TO budget", &error));
  wait_for_snapshot (world, 2);
  g_signal_handlers_disconnect_by_data (world->worker, &n_failures);
}

static gpointer
count_imports (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) imports = outlay_ledger_imports (ledger, error);

  return imports != NULL ? g_strdup_printf ("%u on %d", imports->len, outlay_ledger_day (ledger))
                         : NULL;
}

static void
ask (World *world, const char *expected)
{
  g_auto (Answer) answer = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gpointer value = NULL;

  outlay_worker_run_async (world->worker, OUTLAY_WORK_READ, count_imports, NULL, NULL, g_free, NULL,
                           on_answer, &answer);
  wait_for (&answer);
  g_assert_true (outlay_worker_run_finish (world->worker, answer.result, &value, &error));
  text = value;
  g_assert_cmpstr (text, ==, expected);
}

/* Questions are answered while an import runs, as of before it. */
static void
test_questions_overtake (World *world, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_usage (400000);
  g_auto (Answer) importing = { NULL };
  Progress progress = { 0 };

  open_worker (world);
  outlay_worker_set_day (world->worker, 20454);
  wait_for_snapshot (world, 2);
  import_usage (world, bytes, FALSE, NULL, &progress, &importing);
  while (progress.n_calls == 0)
    g_main_context_iteration (NULL, TRUE);

  ask (world, "0 on 20454");
  g_assert_null (importing.result);
  assert_imported (world, &importing, 400000);
  ask (world, "1 on 20454");
}

/* The window stays alive: between two looks of the main loop there is no import. */
static void
test_main_loop_runs (World *world, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_usage (100000);
  g_auto (Answer) answer = { NULL };
  guint n_looks = 0;

  open_worker (world);
  import_usage (world, bytes, FALSE, NULL, NULL, &answer);
  while (answer.result == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      n_looks++;
    }
  g_assert_cmpuint (n_looks, >, 10);
  assert_imported (world, &answer, 100000);
}

static void
test_close_while_busy (World *world, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_usage (400000);
  g_autoptr (OutlayLedger) other = NULL;
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_auto (Answer) importing = { NULL };
  g_auto (Answer) waiting = { NULL };
  g_auto (Answer) late = { NULL };
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  open_worker (world);
  import_usage (world, bytes, FALSE, NULL, &progress, &importing);
  outlay_worker_edit_async (world->worker, "Add Search", add_feature, (char *) "Search", NULL, NULL,
                            on_answer, &waiting);
  while (progress.n_calls == 0)
    g_main_context_iteration (NULL, TRUE);

  if (GPOINTER_TO_INT (data))
    g_object_run_dispose (G_OBJECT (world->worker));
  else
    outlay_worker_close (world->worker);
  outlay_worker_edit_async (world->worker, "Late", add_feature, (char *) "Late", NULL, NULL,
                            on_answer, &late);
  wait_for (&importing);
  wait_for (&waiting);
  wait_for (&late);
  g_assert_null (outlay_worker_import_finish (world->worker, importing.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (outlay_worker_edit_finish (world->worker, waiting.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (outlay_worker_edit_finish (world->worker, late.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);

  other = outlay_ledger_open (world->path, &error);
  g_assert_no_error (error);
  snapshot = outlay_ledger_snapshot (other, &error);
  g_assert_cmpuint (snapshot->n_features, ==, 1);
  g_assert_cmpuint (snapshot->n_sources, ==, 0);
}

/* A worker that nobody holds goes when its work is done, and takes its thread along. */
static void
test_let_go (World *world, gconstpointer data)
{
  OutlayWorker *worker = outlay_worker_new (world->path);
  gpointer alive = worker;

  g_object_add_weak_pointer (G_OBJECT (worker), &alive);
  outlay_worker_open_async (worker, NULL, NULL, NULL);
  g_object_unref (worker);
  while (alive != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, data, test)                                                                      \
  g_test_add ("/ledger/worker/" name, World, data, make_world, test, end_world)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("open", NULL, test_open);
  ADD ("open-fails", NULL, test_open_fails);
  ADD ("edits", NULL, test_edits);
  ADD ("questions", NULL, test_questions);
  ADD ("other-program", NULL, test_other_program);
  ADD ("import", NULL, test_import);
  ADD ("cancel", NULL, test_cancel);
  ADD ("questions-overtake", NULL, test_questions_overtake);
  ADD ("cancel-waiting", NULL, test_cancel_waiting);
  ADD ("failure-passes", NULL, test_failure_passes);
  ADD ("main-loop-runs", NULL, test_main_loop_runs);
  ADD ("close-while-busy", GINT_TO_POINTER (FALSE), test_close_while_busy);
  ADD ("dispose-while-busy", GINT_TO_POINTER (TRUE), test_close_while_busy);
  ADD ("let-go", NULL, test_let_go);

  return g_test_run ();
}
