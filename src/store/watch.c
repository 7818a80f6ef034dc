/* watch.c – whether the store has changed, and how a long statement is stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/watch.h"

#define STEPS_A_LOOK 10000 /* of SQLite's machine: well below a millisecond */
#define BUSY_WAIT_MSEC 20
#define BUSY_TIMEOUT_MSEC 10000

/**
 * outlay_database_change_count:
 * @database: a database, not in a transaction
 * @count: (out): a number that is another one when this program or another has
 *   written to the file
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_database_change_count (OutlayDatabase *database, guint32 *count, GError **error)
{
  static const char select_any[] = "SELECT count(*) FROM sqlite_schema";
  sqlite3 *handle = outlay_database_handle (database);
  gint64 any;
  unsigned int version;

  /* What others have written is noticed when something is read. */
  if (!outlay_database_get_int64 (database, select_any, &any, error))
    return FALSE;
  if (sqlite3_file_control (handle, "main", SQLITE_FCNTL_DATA_VERSION, &version) != SQLITE_OK)
    return outlay_database_set_error (database, error);

  *count = version;
  return TRUE;
}

/**
 * outlay_database_in_transaction:
 * @database: a database
 *
 * Returns: %FALSE also when a failure inside of a transaction has ended it
 */
gboolean
outlay_database_in_transaction (OutlayDatabase *database)
{
  return !sqlite3_get_autocommit (outlay_database_handle (database));
}

static int
on_look (void *data)
{
  return g_cancellable_is_cancelled (data);
}

/* Another program writes: it is waited for, as long as nobody stops that. */
static int
on_busy (void *data, int n_waits)
{
  if (g_cancellable_is_cancelled (data) || n_waits * BUSY_WAIT_MSEC >= BUSY_TIMEOUT_MSEC)
    return 0;

  sqlite3_sleep (BUSY_WAIT_MSEC);
  return 1;
}

/**
 * outlay_database_set_cancellable:
 * @database: a database
 * @cancellable: (nullable): borrowed, until the next call; %NULL for none
 *
 * While @cancellable is cancelled, statements fail with %OUTLAY_STORE_ERROR_CANCELLED,
 * and no other program is waited for.
 */
void
outlay_database_set_cancellable (OutlayDatabase *database, GCancellable *cancellable)
{
  sqlite3 *handle = outlay_database_handle (database);

  sqlite3_progress_handler (handle, STEPS_A_LOOK, cancellable != NULL ? on_look : NULL,
                            cancellable);
  sqlite3_busy_handler (handle, on_busy, cancellable);
}
