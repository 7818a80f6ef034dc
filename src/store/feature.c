/* feature.c – the features that spend is attributed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/feature.h"

/**
 * outlay_feature_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_feature_row_free (OutlayFeatureRow *row)
{
  if (row == NULL)
    return;

  g_free (row->name);
  g_free (row->owner);
  g_free (row->cost_centre);
  g_free (row->stage);
  g_free (row);
}

static const char select_features[] =
    "SELECT id, name, owner, cost_centre, stage, coalesce (parent, 0), slot"
    " FROM feature ORDER BY id";

static OutlayFeatureRow *
read_feature (sqlite3_stmt *statement)
{
  enum
  {
    ID,
    NAME,
    OWNER,
    COST_CENTRE,
    STAGE,
    PARENT,
    SLOT
  };
  OutlayFeatureRow *row = g_new0 (OutlayFeatureRow, 1);

  row->id = sqlite3_column_int64 (statement, ID);
  row->name = g_strdup ((const char *) sqlite3_column_text (statement, NAME));
  row->owner = g_strdup ((const char *) sqlite3_column_text (statement, OWNER));
  row->cost_centre = g_strdup ((const char *) sqlite3_column_text (statement, COST_CENTRE));
  row->stage = g_strdup ((const char *) sqlite3_column_text (statement, STAGE));
  row->parent = sqlite3_column_int64 (statement, PARENT);
  row->slot = sqlite3_column_int64 (statement, SLOT);
  return row;
}

/**
 * outlay_features_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayFeatureRow) (nullable): all, by id
 */
GPtrArray *
outlay_features_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_feature_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_features, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      g_ptr_array_add (rows, read_feature (statement));
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char insert_feature[] =
    "INSERT INTO feature (name, owner, cost_centre, stage, parent, slot)"
    " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), ?6)";

/**
 * outlay_features_add:
 * @database: a database
 * @row: what to add; its id is not read
 * @id: (out): its id
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_features_add (OutlayDatabase *database,
                     const OutlayFeatureRow *row,
                     gint64 *id,
                     GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_feature, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, row->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, row->owner, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, row->cost_centre, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, row->stage, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, row->parent);
  sqlite3_bind_int64 (statement, 6, row->slot);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  *id = outlay_database_last_id (database);
  return TRUE;
}

static const char update_feature[] =
    "UPDATE feature SET name = ?2, owner = ?3, cost_centre = ?4, stage = ?5,"
    " parent = nullif (?6, 0) WHERE id = ?1";

/**
 * outlay_features_update:
 * @database: a database
 * @row: what the feature of its id is from now on; its slot is not read
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_features_update (OutlayDatabase *database, const OutlayFeatureRow *row, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, update_feature, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->id);
  sqlite3_bind_text (statement, 2, row->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, row->owner, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, row->cost_centre, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, row->stage, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, row->parent);
  return outlay_database_run (database, statement, error);
}

static const char delete_feature[] = "DELETE FROM feature WHERE id = ?1";

/**
 * outlay_features_remove:
 * @database: a database
 * @id: of a feature
 * @error: return location for an #OutlayStoreError
 *
 * Its rules and its shares in use cases go with it; its children lose their parent.
 * Budgets do not: see outlay_budgets_remove_feature().
 */
gboolean
outlay_features_remove (OutlayDatabase *database, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_feature, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}
