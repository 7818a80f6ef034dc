/* test-database.c – the file: what is refused, what fails, and that nothing of it stays
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/database.h"
#include "store/settings.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("outlay-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "store.db", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *folder;
  const char *name;

  g_chmod (fixture->folder, 0700);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static OutlayDatabase *
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  OutlayDatabase *database = outlay_database_open (fixture->path, &error);

  g_assert_no_error (error);
  return database;
}

static void
set (OutlayDatabase *database, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;

  outlay_settings_set (database, key, value, &error);
  g_assert_no_error (error);
}

static char *
get (OutlayDatabase *database, const char *key)
{
  g_autoptr (GError) error = NULL;
  char *value = NULL;

  outlay_settings_get (database, key, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
assert_refused (Fixture *fixture, int code)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  g_assert_null (outlay_database_open (fixture->path, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, code);
  g_assert_true (g_file_get_contents (fixture->path, &after, &n_after, NULL));
  g_assert_cmpuint (n_before, ==, n_after);
  g_assert_true (memcmp (before, after, n_before) == 0);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  OutlayDatabase *database = open_store (fixture);
  struct stat status;

  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  outlay_database_close (database);
}

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "this is no database, whatever its name may say\n", "x",
                                       "SQLite format 3" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (fixture->path, texts[i], -1, NULL));
      assert_refused (fixture, OUTLAY_STORE_ERROR_FOREIGN);
    }

  g_remove (fixture->path);
  run_sql (fixture, "CREATE TABLE notes (text)");
  assert_refused (fixture, OUTLAY_STORE_ERROR_FOREIGN);

  g_remove (fixture->path);
  run_sql (fixture, "PRAGMA application_id = 77");
  assert_refused (fixture, OUTLAY_STORE_ERROR_FOREIGN);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* Another program's file that it has died over: what it wrote last is not ours to
 * bring in. */
static void
test_foreign_log (Fixture *fixture, gconstpointer data)
{
  g_autofree char *living = g_build_filename (fixture->folder, "living.db", NULL);
  g_autofree char *living_log = g_strconcat (living, "-wal", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (living, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "PRAGMA journal_mode = WAL; CREATE TABLE notes (text);"
                                 "INSERT INTO notes VALUES ('kept')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  copy_file (living, fixture->path);
  copy_file (living_log, log);
  assert_refused (fixture, OUTLAY_STORE_ERROR_FOREIGN);
  sqlite3_close (handle);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  outlay_database_close (open_store (fixture));
  run_sql (fixture, "PRAGMA user_version = 999");
  assert_refused (fixture, OUTLAY_STORE_ERROR_NEWER);
}

/* A store of the first version: it is copied, and brought to this one. */
static void
test_migrate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".v1", NULL);
  OutlayDatabase *database = open_store (fixture);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_parts = -1;

  set (database, "currency", "EUR");
  outlay_database_close (database);
  run_sql (fixture, "DROP TABLE part; PRAGMA user_version = 1");

  database = open_store (fixture);
  value = get (database, "currency");
  g_assert_cmpstr (value, ==, "EUR");
  outlay_database_get_int64 (database, "SELECT count(*) FROM part", &n_parts, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n_parts, ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  outlay_database_close (database);
}

/* A step that fails leaves the file as it was. */
static void
test_failed_migration (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *handle;
  sqlite3_stmt *statement;

  outlay_database_close (open_store (fixture));
  run_sql (fixture, "DROP TABLE part; CREATE VIEW part AS SELECT 1; PRAGMA user_version = 1");
  g_assert_null (outlay_database_open (fixture->path, &error));
  g_assert_nonnull (error);

  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_prepare_v2 (handle, "PRAGMA user_version", -1, &statement, NULL);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
}

static void
test_nested (Fixture *fixture, gconstpointer data)
{
  OutlayDatabase *database = open_store (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *dropped = NULL;

  outlay_database_begin (database, &error);
  g_assert_no_error (error);
  set (database, "outer", "1");
  outlay_database_begin (database, &error);
  set (database, "inner", "1");
  outlay_database_rollback (database);
  outlay_database_begin (database, &error);
  set (database, "outer", "2");
  outlay_database_commit (database, &error);
  outlay_database_commit (database, &error);
  g_assert_no_error (error);

  kept = get (database, "outer");
  dropped = get (database, "inner");
  g_assert_cmpstr (kept, ==, "2");
  g_assert_null (dropped);
  outlay_database_close (database);
}

static void
test_busy (Fixture *fixture, gconstpointer data)
{
  OutlayDatabase *first = open_store (fixture);
  OutlayDatabase *second = open_store (fixture);
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (outlay_database_handle (second), 50);
  outlay_database_begin (first, &error);
  g_assert_no_error (error);
  set (first, "who", "first");
  g_assert_false (outlay_database_begin (second, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_BUSY);
  g_clear_error (&error);

  outlay_database_commit (first, &error);
  g_assert_no_error (error);
  g_assert_true (outlay_database_begin (second, &error));
  outlay_database_commit (second, &error);
  g_assert_no_error (error);
  outlay_database_close (first);
  outlay_database_close (second);
}

/* A disk that has no room left: all of the transaction goes, around all its parts. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  OutlayDatabase *database = open_store (fixture);
  g_autofree char *large = g_strnfill (1024 * 1024, 'x');
  g_autofree char *outer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  outlay_database_execute (database, "PRAGMA max_page_count = 200", &error);
  g_assert_no_error (error);
  outlay_database_begin (database, &error);
  set (database, "outer", "1");
  outlay_database_begin (database, &error);
  g_assert_no_error (error);
  g_assert_false (outlay_settings_set (database, "large", large, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FULL);
  g_clear_error (&error);
  outlay_database_rollback (database);
  outlay_database_rollback (database);

  outer = get (database, "outer");
  g_assert_null (outer);
  outlay_database_check (database, faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);

  outlay_database_begin (database, &error);
  set (database, "outer", "2");
  outlay_database_commit (database, &error);
  g_assert_no_error (error);
  outlay_database_close (database);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *child = g_build_filename (fixture->folder, "sub", "store.db", NULL);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }

  g_chmod (fixture->folder, 0500);
  g_assert_null (outlay_database_open (fixture->path, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (outlay_database_open (child, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY);
}

/* A folder, or a path below a file. */
static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *child = g_build_filename (fixture->path, "store.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_database_open (fixture->folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  g_assert_null (outlay_database_open (child, &error));
  g_assert_nonnull (error);
}

/* An empty file, as a file dialog leaves it, becomes a store. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", -1, NULL));
  outlay_database_close (open_store (fixture));
}

static void
test_back_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "copy.db", NULL);
  OutlayDatabase *database = open_store (fixture);
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  set (database, "currency", "EUR");
  outlay_database_back_up (database, copy, &error);
  g_assert_no_error (error);
  outlay_database_back_up (database, copy, &error);
  g_assert_no_error (error);
  g_assert_false (outlay_database_back_up (database, missing, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  outlay_database_close (database);

  g_assert_cmpint (stat (copy, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  database = outlay_database_open (copy, &error);
  g_assert_no_error (error);
  value = get (database, "currency");
  g_assert_cmpstr (value, ==, "EUR");
  outlay_database_close (database);
}

/* Bytes lost in the middle: the check says so, and reading fails as what it is. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  OutlayDatabase *database = open_store (fixture);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *key = g_strdup_printf ("key-%u", i);
      g_autofree char *value = g_strnfill (200, 'v');

      set (database, key, value);
    }
  outlay_database_close (database);

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  memset (bytes + length / 2, 0x5a, length / 4);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) length, NULL));

  database = outlay_database_open (fixture->path, &error);
  if (database == NULL)
    {
      g_assert_nonnull (error);
      return;
    }
  if (outlay_database_check (database, faults, &error))
    g_assert_cmpuint (faults->len, >, 0);
  else
    g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CORRUPT);
  outlay_database_close (database);
}

static const struct
{
  const char *path;
  void (*func) (Fixture *fixture, gconstpointer data);
} tests[] = {
  { "/database/made", test_made },
  { "/database/foreign", test_foreign },
  { "/database/foreign-log", test_foreign_log },
  { "/database/newer", test_newer },
  { "/database/migrate", test_migrate },
  { "/database/failed-migration", test_failed_migration },
  { "/database/nested", test_nested },
  { "/database/busy", test_busy },
  { "/database/full", test_full },
  { "/database/read-only", test_read_only },
  { "/database/no-file", test_no_file },
  { "/database/empty", test_empty },
  { "/database/back-up", test_back_up },
  { "/database/damaged", test_damaged },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
