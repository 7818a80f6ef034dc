/* test-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/demo.h"
#include "ui/session.h"

#include <adwaita.h>
#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  OutlayWorker *worker;
  OutlaySession *session;
  guint n_changed;
} Fixture;

static void
on_changed (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("outlay-session-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->worker = outlay_worker_new (fixture->path);
  fixture->session = outlay_session_new (fixture->worker);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  outlay_worker_close (fixture->worker);
  g_object_unref (fixture->session);
  g_object_unref (fixture->worker);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (fixture->path, endings[i], NULL);

      g_unlink (file);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  g_assert_true (outlay_worker_open_finish (OUTLAY_WORKER (source), result, NULL));
  *done = TRUE;
}

static gpointer
load_demo (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  outlay_ledger_load_demo (ledger, data, error);
  return NULL;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  outlay_worker_run_finish (OUTLAY_WORKER (source), result, NULL, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static void
wait_for (const gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

static void
open_store (Fixture *fixture)
{
  gboolean done = FALSE;

  outlay_worker_open_async (fixture->worker, NULL, on_opened, &done);
  wait_for (&done);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_null (outlay_session_get_snapshot (fixture->session));
  g_assert_null (outlay_session_get_budget_status (fixture->session));
  g_assert_true (outlay_session_is_empty (fixture->session));

  open_store (fixture);
  g_assert_nonnull (outlay_session_get_snapshot (fixture->session));
  g_assert_true (outlay_session_is_empty (fixture->session));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  OutlaySession *session = fixture->session;
  const OutlayBudgetStatus *status;
  OutlayDemo demo = { 0 };
  gboolean done = FALSE;
  gint32 first, last;

  open_store (fixture);
  outlay_worker_run_async (fixture->worker, OUTLAY_WORK_NONE, load_demo, &demo, NULL, NULL, NULL,
                           on_loaded, &done);
  wait_for (&done);
  outlay_worker_set_day (fixture->worker, demo.day);
  while (outlay_session_get_snapshot (session)->day != demo.day)
    g_main_context_iteration (NULL, TRUE);

  /* The newest month with spend comes first. */
  g_assert_false (outlay_session_is_empty (session));
  g_assert_cmpint (outlay_session_get_month (session), ==, outlay_month_of_day (demo.day));
  outlay_session_get_month_range (session, &first, &last);
  g_assert_cmpint (first, <, outlay_month_of_day (demo.day));
  g_assert_cmpint (last, >=, outlay_month_of_day (demo.day));

  /* Answers are computed once for a month, and anew for another. */
  status = outlay_session_get_budget_status (session);
  g_assert_cmpint (status->month, ==, outlay_session_get_month (session));
  g_assert_true (outlay_session_get_budget_status (session) == status);
  g_assert_cmpint (outlay_session_get_previous_portfolio (session)->to_month, ==,
                   outlay_session_get_month (session) - 1);

  fixture->n_changed = 0;
  outlay_session_set_month (session, first - 100);
  g_assert_cmpint (outlay_session_get_month (session), ==, first);
  g_assert_cmpint (outlay_session_get_budget_status (session)->month, ==, first);
  g_assert_cmpint (outlay_session_get_portfolio (session)->from_month, ==, first);
  outlay_session_set_month (session, first);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/session/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/session/demo", Fixture, NULL, set_up, test_demo, tear_down);

  return g_test_run ();
}
