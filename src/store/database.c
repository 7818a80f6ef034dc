/* database.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/database.h"

#include "store/database-private.h"
#include "store/migrate.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MSEC 10000
#define CACHE_KIBIBYTES 32768

G_DEFINE_QUARK (OutlayStoreError, outlay_store_error)

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static OutlayStoreError
map_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return OUTLAY_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return OUTLAY_STORE_ERROR_FULL;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return OUTLAY_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return OUTLAY_STORE_ERROR_CORRUPT;
    case SQLITE_INTERRUPT:
      return OUTLAY_STORE_ERROR_CANCELLED;
    case SQLITE_CONSTRAINT:
      return OUTLAY_STORE_ERROR_INVALID;
    default:
      return OUTLAY_STORE_ERROR_FAILED;
    }
}

static const char *
describe (OutlayStoreError code)
{
  switch (code)
    {
    case OUTLAY_STORE_ERROR_BUSY:
      return _ ("Another program is writing to the store. Nothing was changed. Try again when it "
                "is done");
    case OUTLAY_STORE_ERROR_FULL:
      return _ ("Not enough disk space. Nothing was changed. Free some space and try again");
    case OUTLAY_STORE_ERROR_READ_ONLY:
      return _ ("The store cannot be written. Nothing was changed. Check the permissions of the "
                "file and of its folder");
    case OUTLAY_STORE_ERROR_CORRUPT:
      return _ ("The store is damaged. Restore a backup of it");
    case OUTLAY_STORE_ERROR_CANCELLED:
      return _ ("Stopped. Nothing was changed");
    case OUTLAY_STORE_ERROR_FOREIGN:
    case OUTLAY_STORE_ERROR_NEWER:
    case OUTLAY_STORE_ERROR_NOT_FOUND:
    case OUTLAY_STORE_ERROR_EXISTS:
    case OUTLAY_STORE_ERROR_INVALID:
    case OUTLAY_STORE_ERROR_CONFLICT:
    case OUTLAY_STORE_ERROR_FAILED:
    default:
      return _ ("The store could not be used. Nothing was changed");
    }
}

/**
 * outlay_database_set_error:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Says what SQLite's last failure means for the user.
 *
 * Returns: %FALSE, for the caller to hand on
 */
gboolean
outlay_database_set_error (OutlayDatabase *database, GError **error)
{
  OutlayStoreError code = map_code (sqlite3_extended_errcode (database->handle));

  g_set_error (error, OUTLAY_STORE_ERROR, code, "%s (%s)", describe (code),
               sqlite3_errmsg (database->handle));
  return FALSE;
}

/* A new store is made by us, readable by its owner alone, before SQLite opens it. */
static gboolean
create_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY,
                   _ ("The folder “%s” cannot be made: %s"), folder, g_strerror (errno));
      return FALSE;
    }

  fd = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0 && errno != EACCES && errno != EROFS)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY,
                   _ ("The store “%s” cannot be opened: %s"), path, g_strerror (errno));
      return FALSE;
    }

  if (fd >= 0)
    close (fd);
  return TRUE;
}

/* Nobody asks SQLite how much memory it uses; counting it takes a lock each time. */
static gpointer
configure (gpointer data)
{
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  return NULL;
}

static gboolean
set_up (OutlayDatabase *database, GError **error)
{
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                       "PRAGMA foreign_keys = ON; PRAGMA cache_size = -%d;"
                       "PRAGMA temp_store = FILE; PRAGMA journal_size_limit = 67108864;",
                       CACHE_KIBIBYTES);

  return outlay_database_execute (database, pragmas, error);
}

static OutlayDatabase *
open_handle (const char *path, int flags, GError **error)
{
  g_autoptr (OutlayDatabase) database = g_new0 (OutlayDatabase, 1);

  database->path = g_strdup (path);
  database->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  if (sqlite3_open_v2 (path, &database->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY,
                   _ ("The store “%s” cannot be opened: %s"), path,
                   sqlite3_errmsg (database->handle));
      return NULL;
    }

  sqlite3_busy_timeout (database->handle, BUSY_TIMEOUT_MSEC);
  return g_steal_pointer (&database);
}

/* A look before anything is opened for writing: closing a file of another program would
 * write what its own last run has left beside it. */
static gboolean
look (const char *path, GError **error)
{
  g_autoptr (OutlayDatabase) database = NULL;
  gboolean is_empty;

  if (!outlay_migrate_check_file (path, &is_empty, error))
    return FALSE;
  if (is_empty)
    return TRUE;

  database = open_handle (path, SQLITE_OPEN_READONLY, error);
  return database != NULL && outlay_migrate_check (database, error);
}

/**
 * outlay_database_open:
 * @path: the file; it is made, mode 0600, if it is not there
 * @error: return location for an #OutlayStoreError
 *
 * Opens the store and brings it to this version. A file that is not ours, or is
 * from a newer version, is refused before a byte of it is written.
 *
 * Returns: (transfer full) (nullable): the database
 */
OutlayDatabase *
outlay_database_open (const char *path, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_autoptr (OutlayDatabase) database = NULL;

  g_once (&once, configure, NULL);
  if (!create_file (path, error))
    return NULL;

  if (look (path, error))
    database = open_handle (path, SQLITE_OPEN_READWRITE, error);
  if (database == NULL || !set_up (database, error) || !outlay_migrate (database, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&database);
}

/**
 * outlay_database_close:
 * @database: (transfer full) (nullable): a database
 */
void
outlay_database_close (OutlayDatabase *database)
{
  if (database == NULL)
    return;

  g_hash_table_unref (database->statements);
  sqlite3_close (database->handle);
  g_free (database->path);
  g_free (database);
}

/**
 * outlay_database_path:
 * @database: a database
 *
 * Returns: (transfer none): its file
 */
const char *
outlay_database_path (OutlayDatabase *database)
{
  return database->path;
}

/**
 * outlay_database_handle:
 * @database: a database
 *
 * Returns: (transfer none): SQLite's handle, for what has no function here
 */
sqlite3 *
outlay_database_handle (OutlayDatabase *database)
{
  return database->handle;
}

/**
 * outlay_database_begin:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Begins a transaction that writes. Inside of one it is a part of it that can be
 * taken back by itself, so that a command may be made of commands.
 */
gboolean
outlay_database_begin (OutlayDatabase *database, GError **error)
{
  if (!outlay_database_execute (database,
                                database->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT part", error))
    return FALSE;

  database->depth++;
  return TRUE;
}

/**
 * outlay_database_commit:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: %FALSE if it failed; then it has been rolled back
 */
gboolean
outlay_database_commit (OutlayDatabase *database, GError **error)
{
  g_return_val_if_fail (database->depth > 0, FALSE);

  if (!outlay_database_execute (database, database->depth == 1 ? "COMMIT" : "RELEASE part", error))
    {
      outlay_database_rollback (database);
      return FALSE;
    }

  database->depth--;
  return TRUE;
}

/**
 * outlay_database_rollback:
 * @database: a database
 *
 * Takes back everything since the last outlay_database_begin() that is not
 * committed. Where SQLite had to give up all of it, as on a full disk, nothing is
 * left of the parts around it either.
 */
void
outlay_database_rollback (OutlayDatabase *database)
{
  GHashTableIter iter;
  gpointer statement;

  if (database->depth == 0)
    return;

  g_hash_table_iter_init (&iter, database->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (statement);

  if (sqlite3_get_autocommit (database->handle))
    {
      database->depth = 0;
      return;
    }

  database->depth--;
  sqlite3_exec (database->handle,
                database->depth == 0 ? "ROLLBACK" : "ROLLBACK TO part; RELEASE part", NULL, NULL,
                NULL);
}
