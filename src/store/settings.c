/* settings.c – what the user has set that figures depend on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/settings.h"

static const char select_setting[] = "SELECT value FROM setting WHERE key = ?1";

/**
 * outlay_settings_get:
 * @database: a database
 * @key: name of a setting
 * @value: (out) (transfer full) (nullable): its value; %NULL if it was never set
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_settings_get (OutlayDatabase *database, const char *key, char **value, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, select_setting, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  if (!outlay_database_step (database, statement, &row, error))
    return FALSE;

  *value = row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  sqlite3_reset (statement);
  return TRUE;
}

static const char upsert_setting[] = "INSERT INTO setting (key, value) VALUES (?1, ?2)"
                                     " ON CONFLICT (key) DO UPDATE SET value = excluded.value";

/**
 * outlay_settings_set:
 * @database: a database
 * @key: name of a setting
 * @value: its value from now on
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_settings_set (OutlayDatabase *database, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, upsert_setting, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}
