/* test-import.c – what an import says of its rows, once, twice, on trial and taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"
#include "store/database.h"

#define HEADER                                                                                     \
  "usage_date_utc,model_version,api_key,workspace,usage_input_tokens_no_cache,"                    \
  "usage_output_tokens\n"
#define ROW(day, key, input) "2025-03-" day ",claude-3-5-haiku-20241022," key ",w," input ",10\n"

static const char plain[] = HEADER ROW ("01", "a", "100") ROW ("01", "b", "200")
    ROW ("02", "a", "300") ROW ("03", "a", "400");

static void
assert_counts (const OutlayImported *imported, gint64 n_new, gint64 duplicate, gint64 changed)
{
  g_assert_no_error (imported->error);
  g_assert_cmpint (imported->new_rows, ==, n_new);
  g_assert_cmpint (imported->duplicate_rows, ==, duplicate);
  g_assert_cmpint (imported->changed_rows, ==, changed);
  g_assert_cmpint (imported->rows, ==,
                   n_new + duplicate + changed + imported->rejected_rows + imported->skipped_rows);
}

static void
assert_import (Fixture *fixture, const char *text, gint64 n_new, gint64 duplicate, gint64 changed)
{
  OutlayImported *imported = import_text (fixture, "tokens.csv", text);

  assert_counts (imported, n_new, duplicate, changed);
  outlay_imported_free (imported);
  assert_clean (fixture);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  gint64 batch = take_in (fixture, "tokens.csv", plain);
  g_autofree char *before = describe_spend (fixture, "day,key");
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;
  OutlayImported *again = import_text (fixture, "renamed.csv", plain);

  g_assert_cmpint (again->batch, ==, batch);
  g_assert_cmpstr (again->path, ==, "renamed.csv");
  assert_counts (again, 0, 4, 0);
  outlay_imported_free (again);

  imports = outlay_ledger_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 1);
  after = describe_spend (fixture, "day,key");
  g_assert_cmpstr (before, ==, after);
  assert_clean (fixture);
}

/* Other bytes that say the same make a batch, and move nothing. */
static void
test_same_content (Fixture *fixture, gconstpointer data)
{
  gint64 batch = take_in (fixture, "tokens.csv", plain);
  g_autofree char *before = describe_spend (fixture, "day,key");
  g_autofree char *spaced = g_strconcat (plain, "\n", NULL);
  g_autofree char *after = NULL;
  OutlayImported *again = import_text (fixture, "tokens.csv", spaced);

  g_assert_cmpint (again->batch, !=, batch);
  assert_counts (again, 0, 4, 0);
  undo (fixture, batch);
  after = describe_spend (fixture, "day,key");
  g_assert_cmpstr (before, ==, after);
  undo (fixture, again->batch);
  redo (fixture, batch);
  g_clear_pointer (&after, g_free);
  after = describe_spend (fixture, "day,key");
  g_assert_cmpstr (before, ==, after);
  outlay_imported_free (again);
  assert_clean (fixture);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  take_in (fixture, "tokens.csv", plain);

  /* One row moves, one key is new, one day is added, and rows of the file's own are added up. */
  assert_import (fixture,
                 HEADER ROW ("01", "a", "100") ROW ("01", "b", "201") ROW ("01", "c", "5")
                     ROW ("02", "a", "100") ROW ("02", "a", "200") ROW ("03", "a", "400")
                         ROW ("04", "a", "1"),
                 2, 2, 3);
}

static void
test_repeated_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlaySpend) spend = NULL;

  assert_import (fixture, HEADER ROW ("01", "a", "100") ROW ("01", "a", "100") ROW ("01", "a", "1"),
                 3, 0, 0);
  spend = ask_spend (fixture, "");
  g_assert_cmpint (spend->total.usage.count[OUTLAY_INPUT_TOKENS], ==, 201);
}

static void
test_undo_and_again (Fixture *fixture, gconstpointer data)
{
  gint64 batch = take_in (fixture, "tokens.csv", plain);
  g_autofree char *before = describe_spend (fixture, "day,key");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  undo (fixture, batch);
  assert_import (fixture, plain, 4, 0, 0);
  after = describe_spend (fixture, "day,key");
  g_assert_cmpstr (before, ==, after);

  /* The same bytes cannot be in twice. */
  g_assert_false (outlay_ledger_redo_import (fixture->ledger, batch, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (outlay_ledger_undo_import (fixture->ledger, 99, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_NOT_FOUND);
  assert_clean (fixture);
}

/* All rows of all tables, as text. */
static char *
dump_store (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "outlay.db", NULL);
  GString *text = g_string_new (NULL);
  sqlite3 *handle;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
                      -1, &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);

  for (guint i = 0; i < tables->len; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", (char *) tables->pdata[i]);

      g_string_append_printf (text, "%s\n", (char *) tables->pdata[i]);
      sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
      while (sqlite3_step (statement) == SQLITE_ROW)
        {
          for (int c = 0; c < sqlite3_column_count (statement); c++)
            g_string_append_printf (text, "|%s", (const char *) sqlite3_column_text (statement, c));
          g_string_append_c (text, '\n');
        }
      sqlite3_finalize (statement);
    }
  sqlite3_close (handle);
  return g_string_free (text, FALSE);
}

static char *
describe_results (GPtrArray *results)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      const OutlayImported *imported = results->pdata[i];

      g_string_append_printf (
          text,
          "%s %s %s rows %d new %d same %d moved %d bad %d, %d to %d, input %d, %d unpriced\n",
          imported->path, imported->format, imported->error != NULL ? imported->error->message : "",
          (int) imported->rows, (int) imported->new_rows, (int) imported->duplicate_rows,
          (int) imported->changed_rows, (int) imported->rejected_rows, imported->first_day,
          imported->last_day, (int) imported->usage.count[OUTLAY_INPUT_TOKENS],
          (int) imported->unpriced_rows);
    }
  return g_string_free (text, FALSE);
}

/* A trial says what the import says, file after file, and leaves no trace. */
static void
test_dry_run (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "1.csv", "2.csv", "3.csv", "4.csv", "5.csv" };
  static const char *const texts[] = {
    plain,
    HEADER ROW ("01", "a", "101") ROW ("05", "a", "1") ROW ("06", "a", "x"),
    plain,
    "what is this",
    HEADER ROW ("05", "a", "1") ROW ("06", "a", "7"),
  };
  const OutlayImportRequest how = { .dry_run = TRUE };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *said = NULL;
  g_autofree char *done = NULL;
  g_autoptr (GPtrArray) trial = NULL;
  g_autoptr (GPtrArray) results = NULL;

  take_in (fixture, "0.csv", HEADER ROW ("01", "a", "100"));
  before = dump_store (fixture);
  trial = import_texts (fixture, names, texts, G_N_ELEMENTS (names), &how);
  after = dump_store (fixture);
  g_assert_cmpstr (before, ==, after);

  results = import_texts (fixture, names, texts, G_N_ELEMENTS (names), NULL);
  said = describe_results (trial);
  done = describe_results (results);
  g_assert_cmpstr (said, ==, done);
  for (guint i = 0; i < trial->len; i++)
    g_assert_cmpint (((OutlayImported *) trial->pdata[i])->batch, ==, 0);
  assert_clean (fixture);
}

/* Rows that cannot be read do not stop the others, however many they are. */
static void
test_many_rejected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *header = NULL;
  g_autoptr (GError) error = NULL;
  OutlayImported *imported;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, i % 2 == 0 ? ROW ("01", "a", "-1") : ROW ("32", "a", "1"));
  g_string_append (text, ROW ("01", "a", "100"));

  imported = import_text (fixture, "tokens.csv", text->str);
  assert_counts (imported, 1, 0, 0);
  g_assert_cmpint (imported->rejected_rows, ==, 10000);
  rows = outlay_ledger_rejected_rows (fixture->ledger, imported->batch, &header, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 10000);
  g_assert_cmpint (((OutlayRejectedRow *) rows->pdata[0])->line, ==, 2);
  g_assert_true (g_str_has_prefix (header, "usage_date_utc"));
  outlay_imported_free (imported);
  assert_clean (fixture);
}

/* What is no export, or not all of one, is refused as a whole, or row by row. */
static const struct
{
  const char *name;
  const char *text;
  gboolean taken;
} odd[] = {
  { "empty", "", FALSE },
  { "blank", "\n\n  \n", FALSE },
  { "words", "what is this\n", FALSE },
  { "header", HEADER, TRUE },
  { "cut off", HEADER "2025-03-01,claude-3-5-haiku-20241022,a", TRUE },
  { "open quote", HEADER "2025-03-01,\"claude-3-5-haiku-20241022,a,w,1,1\n", TRUE },
  { "broken bytes", HEADER "2025-03-01,claude-3-5-haiku-20241022,\xff\xfe\x80,w,1,1\n", TRUE },
  { "large number", HEADER ROW ("01", "a", "99999999999999999999999"), TRUE },
  { "sums beyond",
    HEADER ROW ("01", "a", "9000000000000000000") ROW ("01", "b", "9000000000000000000"), FALSE },
};

static void
test_odd (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      const char *name = "tokens.csv";
      g_autoptr (GPtrArray) results = import_texts (fixture, &name, &odd[i].text, 1, NULL);
      const OutlayImported *imported = results->pdata[0];

      g_test_message ("%s", odd[i].name);
      g_assert_cmpint (imported->error == NULL, ==, odd[i].taken);
      if (!odd[i].taken)
        g_assert_cmpint (imported->batch, ==, 0);
      assert_clean (fixture);
    }
}

/* One line without an end is refused before it fills the memory. */
static void
test_huge_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_malloc (20 * 1024 * 1024 + 1);
  const char *name = "tokens.csv";
  const char *texts = text;
  gsize length = strlen (HEADER);
  g_autoptr (GPtrArray) results = NULL;

  memcpy (text, HEADER, length);
  memset (text + length, 'x', 20 * 1024 * 1024 - length);
  text[20 * 1024 * 1024] = '\0';
  results = import_texts (fixture, &name, &texts, 1, NULL);
  g_assert_nonnull (((OutlayImported *) results->pdata[0])->error);
  assert_clean (fixture);
}

/* What the covered bytes of a snapshot say, by account. */
static char *
describe_coverage (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OutlaySnapshot *snapshot = outlay_ledger_snapshot (fixture->ledger, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      const OutlayAccount *account = &snapshot->accounts[i];
      g_autofree char *first = outlay_day_to_string (account->first_day);
      g_autofree char *last = outlay_day_to_string (account->last_day);

      g_string_append_printf (text, "%s %s %s ", account->provider, first, last);
      for (gsize d = 0; d < MIN (account->n_covered, 12); d++)
        g_string_append_c (text, (char) ('0' + account->covered[d]));
    }
  outlay_snapshot_unref (snapshot);
  return g_string_free (text, FALSE);
}

static void
assert_coverage (Fixture *fixture, const char *want)
{
  g_autofree char *got = describe_coverage (fixture);

  g_assert_cmpstr (got, ==, want);
}

static void
test_coverage (Fixture *fixture, gconstpointer data)
{
  gint64 batch;

  take_in (fixture, "tokens.csv", HEADER ROW ("02", "a", "1") ROW ("04", "a", "1"));
  assert_coverage (fixture, "anthropic 2025-03-02 2025-03-04 221000000000");
  batch = take_in (fixture, "claude_api_tokens_2025_03_06_to_2025_03_09.csv",
                   HEADER ROW ("07", "a", "1"));
  assert_coverage (fixture, "anthropic 2025-03-02 2025-03-09 221022220000");
  take_in (fixture, "tokens.csv", HEADER ROW ("04", "a", "1") ROW ("05", "a", "1"));
  assert_coverage (fixture, "anthropic 2025-03-02 2025-03-09 222122220000");
  undo (fixture, batch);
  assert_coverage (fixture, "anthropic 2025-03-02 2025-03-05 222100000000");
  assert_clean (fixture);
}

/* What the check has to find. */
static const char *const damages[] = {
  "UPDATE daily SET input = input + 1",
  "UPDATE daily SET effective = effective + 1",
  "UPDATE daily SET live = 0",
  "UPDATE daily SET settled = 1",
  "UPDATE daily SET cost = cost + 1",
  "UPDATE daily SET unpriced_rows = unpriced_rows + 1",
  "UPDATE fact SET output = output + 1",
  "DELETE FROM daily WHERE day = (SELECT max(day) FROM daily)",
  "UPDATE cover SET total = total + 5",
  "UPDATE batch SET input = input + 1",
};

static void
test_check (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autofree char *path = NULL;
      sqlite3 *handle;

      if (i > 0)
        set_up_imports (fixture, NULL);
      path = g_build_filename (fixture->folder, "outlay.db", NULL);
      take_in (fixture, "tokens.csv", plain);
      g_test_message ("%s", damages[i]);
      g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
      sqlite3_exec (handle, "BEGIN", NULL, NULL, NULL);
      g_assert_cmpint (sqlite3_exec (handle, damages[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_changes (handle), >, 0);
      sqlite3_exec (handle, "COMMIT", NULL, NULL, NULL);
      sqlite3_close (handle);

      outlay_ledger_check (fixture->ledger, faults, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, >, 0);

      if (i + 1 < G_N_ELEMENTS (damages))
        tear_down (fixture, NULL);
    }
}

static const struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/import/twice", test_twice },
  { "/import/same-content", test_same_content },
  { "/import/changed", test_changed },
  { "/import/repeated-keys", test_repeated_keys },
  { "/import/undo-and-again", test_undo_and_again },
  { "/import/dry-run", test_dry_run },
  { "/import/many-rejected", test_many_rejected },
  { "/import/odd", test_odd },
  { "/import/huge-line", test_huge_line },
  { "/import/coverage", test_coverage },
  { "/import/check", test_check },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up_imports, tests[i].func, tear_down);

  return g_test_run ();
}
