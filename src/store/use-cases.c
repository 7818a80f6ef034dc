/* use-cases.c – what spend is for: shares of features, and inputs of value
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/use-cases.h"

/**
 * outlay_use_case_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_use_case_row_free (OutlayUseCaseRow *row)
{
  if (row == NULL)
    return;

  g_free (row->name);
  g_free (row->method);
  g_free (row);
}

/**
 * outlay_value_input_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_value_input_row_free (OutlayValueInputRow *row)
{
  if (row == NULL)
    return;

  g_free (row->key);
  g_free (row);
}

static const char select_use_cases[] = "SELECT id, name, method FROM use_case ORDER BY id";

static OutlayUseCaseRow *
read_use_case (sqlite3_stmt *statement)
{
  OutlayUseCaseRow *row = g_new0 (OutlayUseCaseRow, 1);

  row->id = sqlite3_column_int64 (statement, 0);
  row->name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  row->method = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  return row;
}

/**
 * outlay_use_cases_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayUseCaseRow) (nullable): all, by id
 */
GPtrArray *
outlay_use_cases_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_use_case_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_use_cases, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      g_ptr_array_add (rows, read_use_case (statement));
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char insert_use_case[] = "INSERT INTO use_case (name) VALUES (?1)";

/**
 * outlay_use_cases_add:
 * @database: a database
 * @name: its name
 * @id: (out): its id
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_use_cases_add (OutlayDatabase *database, const char *name, gint64 *id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_use_case, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  *id = outlay_database_last_id (database);
  return TRUE;
}

static const char update_name[] = "UPDATE use_case SET name = ?2 WHERE id = ?1";

/**
 * outlay_use_cases_rename:
 * @database: a database
 * @id: of a use case
 * @name: what it is called from now on
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_use_cases_rename (OutlayDatabase *database, gint64 id, const char *name, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, update_name, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, name, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}

static const char delete_use_case[] = "DELETE FROM use_case WHERE id = ?1";

/**
 * outlay_use_cases_remove:
 * @database: a database
 * @id: of a use case
 * @error: return location for an #OutlayStoreError
 *
 * Its shares, inputs, outcomes and own cost items go with it.
 */
gboolean
outlay_use_cases_remove (OutlayDatabase *database, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_use_case, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}

static const char select_shares[] =
    "SELECT use_case, feature, share FROM use_case_feature ORDER BY use_case, feature";

/**
 * outlay_use_cases_list_shares:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayUseCaseShareRow) (nullable): of all
 *   use cases, by use case, then feature
 */
GArray *
outlay_use_cases_list_shares (OutlayDatabase *database, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OutlayUseCaseShareRow));
  sqlite3_stmt *statement = outlay_database_statement (database, select_shares, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      OutlayUseCaseShareRow share = {
        .use_case = sqlite3_column_int64 (statement, 0),
        .feature = sqlite3_column_int64 (statement, 1),
        .share = sqlite3_column_int (statement, 2),
      };

      g_array_append_val (rows, share);
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char insert_share[] =
    "INSERT INTO use_case_feature (use_case, feature, share) VALUES (?1, ?2, ?3)";

/**
 * outlay_use_cases_add_share:
 * @database: a database
 * @row: a share; its use case has none of that feature yet
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_use_cases_add_share (OutlayDatabase *database,
                            const OutlayUseCaseShareRow *row,
                            GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_share, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->use_case);
  sqlite3_bind_int64 (statement, 2, row->feature);
  sqlite3_bind_int (statement, 3, row->share);
  return outlay_database_run (database, statement, error);
}

static const char delete_shares[] = "DELETE FROM use_case_feature WHERE use_case = ?1";

/**
 * outlay_use_cases_clear_shares:
 * @database: a database
 * @id: of a use case; it bears no spend any more
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_use_cases_clear_shares (OutlayDatabase *database, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_shares, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}

static const char select_inputs[] =
    "SELECT use_case, key, low, likely, high FROM value_input ORDER BY use_case, key";

static OutlayValueInputRow *
read_input (sqlite3_stmt *statement)
{
  OutlayValueInputRow *row = g_new0 (OutlayValueInputRow, 1);

  row->use_case = sqlite3_column_int64 (statement, 0);
  row->key = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  row->is_range = sqlite3_column_type (statement, 2) != SQLITE_NULL;
  row->low_micros = sqlite3_column_int64 (statement, 2);
  row->likely_micros = sqlite3_column_int64 (statement, 3);
  row->high_micros = sqlite3_column_int64 (statement, 4);
  return row;
}

/**
 * outlay_use_cases_list_inputs:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayValueInputRow) (nullable): of all
 *   use cases, by use case
 */
GPtrArray *
outlay_use_cases_list_inputs (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_value_input_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_inputs, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      g_ptr_array_add (rows, read_input (statement));
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char update_method[] = "UPDATE use_case SET method = ?2 WHERE id = ?1";
static const char delete_inputs[] = "DELETE FROM value_input WHERE use_case = ?1";

/**
 * outlay_use_cases_set_method:
 * @database: a database, in a transaction
 * @id: of a use case
 * @method: (nullable): name of a method of value; %NULL: it is not estimated
 * @error: return location for an #OutlayStoreError
 *
 * Sets the method, and takes away the inputs of the one before.
 */
gboolean
outlay_use_cases_set_method (OutlayDatabase *database,
                             gint64 id,
                             const char *method,
                             GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, update_method, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, method, -1, SQLITE_STATIC);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  statement = outlay_database_statement (database, delete_inputs, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}

static const char insert_input[] =
    "INSERT INTO value_input (use_case, key, low, likely, high) VALUES (?1, ?2, ?3, ?4, ?5)";

/**
 * outlay_use_cases_add_input:
 * @database: a database
 * @row: an input of the use case's method
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_use_cases_add_input (OutlayDatabase *database,
                            const OutlayValueInputRow *row,
                            GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_input, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->use_case);
  sqlite3_bind_text (statement, 2, row->key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, row->likely_micros);
  if (row->is_range)
    {
      sqlite3_bind_int64 (statement, 3, row->low_micros);
      sqlite3_bind_int64 (statement, 5, row->high_micros);
    }
  return outlay_database_run (database, statement, error);
}
