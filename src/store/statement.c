/* statement.c – statements of the database, prepared once and run often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/database-private.h"

/**
 * outlay_database_statement_kept:
 * @database: a database
 * @sql: (not nullable): the text of one statement, static: it is the key of the cache
 * @error: return location for an #OutlayStoreError
 *
 * For statements that are run for each row of a file and bind all they have each time.
 *
 * Returns: (transfer none) (nullable): the statement, with what it was bound to before
 */
sqlite3_stmt *
outlay_database_statement_kept (OutlayDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (database->statements, sql);

  if (statement != NULL)
    return statement;

  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      outlay_database_set_error (database, error);
      return NULL;
    }

  g_hash_table_insert (database->statements, (gpointer) sql, statement);
  return statement;
}

/**
 * outlay_database_statement:
 * @database: a database
 * @sql: (not nullable): the text of one statement, static: it is the key of the cache
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound
 */
sqlite3_stmt *
outlay_database_statement (OutlayDatabase *database, const char *sql, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement_kept (database, sql, error);

  if (statement == NULL)
    return NULL;

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return statement;
}

/**
 * outlay_database_step:
 * @database: a database
 * @statement: a statement of it
 * @row: (out): there is a row to read
 * @error: return location for an #OutlayStoreError
 *
 * After the last row the statement is reset. A failure is no end: it leaves @row %TRUE,
 * so that a loop over rows can tell by it.
 */
gboolean
outlay_database_step (OutlayDatabase *database,
                      sqlite3_stmt *statement,
                      gboolean *row,
                      GError **error)
{
  int code = sqlite3_step (statement);

  *row = code != SQLITE_DONE;
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    {
      outlay_database_set_error (database, error);
      sqlite3_reset (statement);
      return FALSE;
    }

  sqlite3_reset (statement);
  return TRUE;
}

/**
 * outlay_database_run:
 * @database: a database
 * @statement: a statement of it that has no rows to read
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_database_run (OutlayDatabase *database, sqlite3_stmt *statement, GError **error)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    {
      outlay_database_set_error (database, error);
      sqlite3_reset (statement);
      return FALSE;
    }

  sqlite3_reset (statement);
  return TRUE;
}

/**
 * outlay_database_execute:
 * @database: a database
 * @sql: statements without values
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_database_execute (OutlayDatabase *database, const char *sql, GError **error)
{
  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return outlay_database_set_error (database, error);

  return TRUE;
}

/**
 * outlay_database_get_int64:
 * @database: a database
 * @sql: a query of one value, static
 * @value: (out): the value; 0 if there is no row
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_database_get_int64 (OutlayDatabase *database, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, sql, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return FALSE;

  *value = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * outlay_database_last_id:
 * @database: a database
 *
 * Returns: the id of the row inserted last
 */
gint64
outlay_database_last_id (OutlayDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}

/**
 * outlay_database_n_changed:
 * @database: a database
 *
 * Returns: how many rows the last statement changed
 */
gint64
outlay_database_n_changed (OutlayDatabase *database)
{
  return sqlite3_changes64 (database->handle);
}

/**
 * outlay_database_data_version:
 * @database: a database
 *
 * Returns: a number that changes when another program has written
 */
gint64
outlay_database_data_version (OutlayDatabase *database)
{
  gint64 version = 0;

  outlay_database_get_int64 (database, "PRAGMA data_version", &version, NULL);
  return version;
}
