/* cost-items.c – costs beside the imported spend, as they are stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/cost-items.h"

/**
 * outlay_cost_item_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_cost_item_row_free (OutlayCostItemRow *row)
{
  if (row == NULL)
    return;

  g_free (row->name);
  g_free (row->currency);
  g_free (row);
}

static const char select_cost_items[] =
    "SELECT id, coalesce (use_case, 0), share, kind, name, amount, currency, once, months,"
    " from_month, to_month FROM cost_item ORDER BY id";

static OutlayCostItemRow *
read_cost_item (sqlite3_stmt *statement)
{
  enum
  {
    ID,
    USE_CASE,
    SHARE,
    KIND,
    NAME,
    AMOUNT,
    CURRENCY,
    ONCE,
    MONTHS,
    FROM_MONTH,
    TO_MONTH
  };
  OutlayCostItemRow *row = g_new0 (OutlayCostItemRow, 1);

  row->id = sqlite3_column_int64 (statement, ID);
  row->use_case = sqlite3_column_int64 (statement, USE_CASE);
  row->share = sqlite3_column_int (statement, SHARE);
  row->kind = sqlite3_column_int (statement, KIND);
  row->name = g_strdup ((const char *) sqlite3_column_text (statement, NAME));
  row->amount_nanos = sqlite3_column_int64 (statement, AMOUNT);
  row->currency = g_strdup ((const char *) sqlite3_column_text (statement, CURRENCY));
  row->once = sqlite3_column_int (statement, ONCE) != 0;
  row->n_months = sqlite3_column_int (statement, MONTHS);
  row->from_month = sqlite3_column_int (statement, FROM_MONTH);
  row->to_month = sqlite3_column_type (statement, TO_MONTH) == SQLITE_NULL
                      ? G_MAXINT32
                      : sqlite3_column_int (statement, TO_MONTH);
  return row;
}

/**
 * outlay_cost_items_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayCostItemRow) (nullable): all, by id
 */
GPtrArray *
outlay_cost_items_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_cost_item_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_cost_items, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      g_ptr_array_add (rows, read_cost_item (statement));
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char insert_cost_item[] =
    "INSERT INTO cost_item (use_case, share, kind, name, amount, currency, once, months,"
    " from_month, to_month) VALUES (nullif (?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

/**
 * outlay_cost_items_add:
 * @database: a database
 * @row: what to add; its id is not read
 * @id: (out): its id
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_cost_items_add (OutlayDatabase *database,
                       const OutlayCostItemRow *row,
                       gint64 *id,
                       GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_cost_item, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->use_case);
  sqlite3_bind_int (statement, 2, row->share);
  sqlite3_bind_int (statement, 3, row->kind);
  sqlite3_bind_text (statement, 4, row->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, row->amount_nanos);
  sqlite3_bind_text (statement, 6, row->currency, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 7, row->once ? 1 : 0);
  sqlite3_bind_int (statement, 8, row->n_months);
  sqlite3_bind_int (statement, 9, row->from_month);
  if (row->to_month != G_MAXINT32)
    sqlite3_bind_int (statement, 10, row->to_month);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  *id = outlay_database_last_id (database);
  return TRUE;
}

static const char delete_cost_item[] = "DELETE FROM cost_item WHERE id = ?1";

/**
 * outlay_cost_items_remove:
 * @database: a database
 * @id: of a cost item
 * @error: return location for an #OutlayStoreError
 *
 * outlay_database_n_changed() says whether it was there.
 */
gboolean
outlay_cost_items_remove (OutlayDatabase *database, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_cost_item, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}
