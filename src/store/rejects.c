/* rejects.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/rejects.h"

/**
 * outlay_reject_free:
 * @reject: (transfer full) (nullable): a rejected row
 */
void
outlay_reject_free (OutlayReject *reject)
{
  if (reject == NULL)
    return;

  g_free (reject->field);
  g_free (reject->reason);
  g_free (reject->text);
  g_free (reject);
}

/**
 * outlay_rejects_add:
 * @database: a database, in a transaction
 * @batch: of the table batch
 * @reject: a row that could not be taken; of a line that has one already, it is left out
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_rejects_add (OutlayDatabase *database,
                    gint64 batch,
                    const OutlayReject *reject,
                    GError **error)
{
  static const char insert_reject[] =
      "INSERT OR IGNORE INTO reject (batch, line, field, reason, text) VALUES (?, ?, ?, ?, ?)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_reject, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  sqlite3_bind_int64 (statement, 2, reject->line);
  sqlite3_bind_text (statement, 3, reject->field, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, reject->reason, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, reject->text, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}

/**
 * outlay_rejects_list:
 * @database: a database
 * @batch: of the table batch
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayReject) (nullable): its rejected
 *   rows, by line
 */
GPtrArray *
outlay_rejects_list (OutlayDatabase *database, gint64 batch, GError **error)
{
  static const char select_rejects[] =
      "SELECT line, field, reason, text FROM reject WHERE batch = ?1 ORDER BY line";
  g_autoptr (GPtrArray) rejects =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_reject_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_rejects, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, batch);
  while (outlay_database_step (database, statement, &row, error) && row)
    {
      OutlayReject *reject = g_new (OutlayReject, 1);

      reject->line = sqlite3_column_int64 (statement, 0);
      reject->field = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      reject->reason = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      reject->text = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      g_ptr_array_add (rejects, reject);
    }

  return row ? NULL : g_steal_pointer (&rejects);
}
