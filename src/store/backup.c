/* backup.c – copies of the store, and whether it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PAGES_A_STEP 1024
#define WAIT_MSEC 50

static gboolean
copy (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");
  int code;

  if (backup == NULL)
    return FALSE;

  do
    {
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        sqlite3_sleep (WAIT_MSEC);
    }
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);

  return sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE;
}

/**
 * outlay_database_back_up:
 * @database: a database
 * @path: the file to write; one that is there is replaced once the copy is whole
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_database_back_up (OutlayDatabase *database, const char *path, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  sqlite3 *copy_handle = NULL;
  gboolean copied;
  int fd;

  g_unlink (part);
  fd = g_open (part, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY,
                   _ ("The backup “%s” cannot be written: %s"), path, g_strerror (errno));
      return FALSE;
    }
  close (fd);

  copied =
      sqlite3_open_v2 (part, &copy_handle, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
      copy (outlay_database_handle (database), copy_handle) &&
      sqlite3_exec (copy_handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) == SQLITE_OK;
  if (!copied)
    g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAILED,
                 _ ("The backup “%s” cannot be written: %s"), path, sqlite3_errmsg (copy_handle));
  sqlite3_close (copy_handle);

  if (copied && g_rename (part, path) != 0)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_READ_ONLY,
                   _ ("The backup “%s” cannot be written: %s"), path, g_strerror (errno));
      copied = FALSE;
    }

  if (!copied)
    g_unlink (part);
  return copied;
}

/**
 * outlay_database_check:
 * @database: a database
 * @faults: (element-type utf8): where to add what is wrong
 * @error: return location for an #OutlayStoreError
 *
 * SQLite's own check of the file and of what refers to what.
 */
gboolean
outlay_database_check (OutlayDatabase *database, GPtrArray *faults, GError **error)
{
  static const char check_file[] = "PRAGMA integrity_check";
  static const char check_references[] = "PRAGMA foreign_key_check";
  sqlite3_stmt *statement = outlay_database_statement (database, check_file, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (outlay_database_step (database, statement, &row, error) && row)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (faults, g_strdup (text));
    }

  statement = outlay_database_statement (database, check_references, error);
  if (statement == NULL)
    return FALSE;

  while (outlay_database_step (database, statement, &row, error) && row)
    g_ptr_array_add (faults, g_strdup_printf (_ ("A row of “%s” refers to one that is not there"),
                                              (const char *) sqlite3_column_text (statement, 0)));

  return TRUE;
}
