/* test-crash.c – killed, without room, or stopped half-way: old state or new, none between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"
#include "ledger/ledger-private.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#define HEADER                                                                                     \
  "usage_date_utc,model_version,api_key,workspace,usage_input_tokens_no_cache,"                    \
  "usage_output_tokens\n"
#define N_ROUNDS 12

/* A file that takes a while; two of them overlap. */
static char *
make_text (gint64 input)
{
  GString *text = g_string_new (HEADER);

  for (gint32 day = 0; day < 60; day++)
    {
      g_autofree char *date = day_text (20148 + day);

      for (guint key = 0; key < 500; key++)
        g_string_append_printf (text,
                                "%s,claude-3-5-haiku-20241022,key-%u,w%u,%" G_GINT64_FORMAT ",1\n",
                                date, key, key % 7, input);
    }
  return g_string_free (text, FALSE);
}

static gint64
count_tokens (Fixture *fixture)
{
  g_autoptr (OutlaySpend) spend = ask_spend (fixture, "");

  return spend->total.usage.count[OUTLAY_INPUT_TOKENS];
}

static char *
store_path (const Fixture *fixture)
{
  return g_build_filename (fixture->folder, "outlay.db", NULL);
}

static void
open_again (Fixture *fixture)
{
  g_autofree char *path = store_path (fixture);
  g_autoptr (GError) error = NULL;

  fixture->ledger = outlay_ledger_open (path, &error);
  g_assert_no_error (error);
  outlay_ledger_set_day (fixture->ledger, TODAY);
}

/* The child never comes back. */
static void
import_in_child (Fixture *fixture, const char *text)
{
  open_again (fixture);
  take_in (fixture, "tokens.csv", text);
  _exit (0);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  gint64 usec = 200000; /* of a whole import, learned on the way */
  gint64 want = 100;
  guint n_old = 0;
  g_autofree char *first = make_text (100);

  take_in (fixture, "first.csv", first);
  for (guint round = 1; round <= N_ROUNDS; round++)
    {
      gint64 input = 100 + round;
      g_autofree char *text = make_text (input);
      gint64 begun = g_get_monotonic_time ();
      gint64 got;
      pid_t child;
      int status;

      g_clear_pointer (&fixture->ledger, outlay_ledger_close);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        import_in_child (fixture, text);

      if (round > 1)
        {
          g_usleep ((gulong) g_rand_int_range (rand, 1000, (gint32) MAX (usec, 2000)));
          kill (child, SIGKILL);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      if (round == 1)
        usec = g_get_monotonic_time () - begun;

      open_again (fixture);
      got = count_tokens (fixture);
      g_assert_true (got == want * 30000 || got == input * 30000);
      n_old += got == want * 30000 ? 1 : 0;
      want = got / 30000;
      assert_clean (fixture);
    }
  g_test_message ("%u of %u came too late for the kill", N_ROUNDS - n_old, N_ROUNDS);
  g_assert_cmpuint (n_old, >, 0);
}

/* A limit on its pages is to SQLite what a full disk is. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (7);
  const char *name = "tokens.csv";
  const char *texts = text;
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;
  const OutlayImported *imported;

  take_in (fixture, "small.csv", HEADER "2025-03-01,claude-3-5-haiku-20241022,k,w,5,5\n");
  outlay_database_execute (fixture->ledger->database, "PRAGMA max_page_count = 120", &error);
  g_assert_no_error (error);
  results = import_texts (fixture, &name, &texts, 1, NULL);
  imported = results->pdata[0];
  g_assert_error (imported->error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FULL);
  g_assert_cmpint (imported->batch, ==, 0);
  g_assert_cmpint (count_tokens (fixture), ==, 5);
  imports = outlay_ledger_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 1);
  assert_clean (fixture);

  outlay_database_execute (fixture->ledger->database, "PRAGMA max_page_count = 1000000", &error);
  g_assert_no_error (error);
  take_in (fixture, "tokens.csv", text);
  g_assert_cmpint (count_tokens (fixture), ==, 7 * 30000 + 5); /* two workspaces */
  assert_clean (fixture);
}

/* A trial of several files: what gives up the whole transaction lets none of them in. */
static void
test_no_room_on_trial (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = make_text (7);
  const char *names[] = { "large.csv", "small.csv" };
  const char *texts[] = { large, HEADER "2025-03-01,claude-3-5-haiku-20241022,k,w,5,5\n" };
  const OutlayImportRequest how = { .dry_run = TRUE };
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;

  outlay_database_execute (fixture->ledger->database, "PRAGMA max_page_count = 120", &error);
  g_assert_no_error (error);
  results = import_texts (fixture, names, texts, 2, &how);
  g_assert_nonnull (((OutlayImported *) results->pdata[0])->error);
  imports = outlay_ledger_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 0);
  assert_clean (fixture);
}

static void
on_progress (const char *path, goffset n_bytes, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make_text (7);
  const char *name = "tokens.csv";
  const char *texts = text;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const OutlayImportRequest how = { .cancellable = cancellable,
                                    .progress = on_progress,
                                    .user_data = cancellable };
  g_autoptr (GPtrArray) results = import_texts (fixture, &name, &texts, 1, &how);
  const OutlayImported *imported = results->pdata[0];

  g_assert_error (imported->error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CANCELLED);
  g_assert_cmpint (count_tokens (fixture), ==, 0);
  assert_clean (fixture);
}

/* Another program holds the store. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_path (fixture);
  const char *name = "tokens.csv";
  const char *text = HEADER "2025-03-01,claude-3-5-haiku-20241022,k,w,5,5\n";
  g_autoptr (GPtrArray) results = NULL;
  const OutlayImported *imported;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (outlay_database_handle (fixture->ledger->database), 50);
  results = import_texts (fixture, &name, &text, 1, NULL);
  imported = results->pdata[0];
  g_assert_error (imported->error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_BUSY);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  take_in (fixture, name, text);
  assert_clean (fixture);
}

static const struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/crash/killed", test_killed },
  { "/crash/no-room", test_no_room },
  { "/crash/no-room-on-trial", test_no_room_on_trial },
  { "/crash/cancelled", test_cancelled },
  { "/crash/held", test_held },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_imports, tests[i].func, tear_down);

  return g_test_run ();
}
