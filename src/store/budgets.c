/* budgets.c – amounts planned for a feature and a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/budgets.h"

/**
 * outlay_budget_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_budget_row_free (OutlayBudgetRow *row)
{
  if (row == NULL)
    return;

  g_free (row->currency);
  g_free (row->thresholds);
  g_free (row);
}

static const char select_budgets[] = "SELECT feature, month, amount, currency, thresholds, rollover"
                                     " FROM budget ORDER BY feature, month";

static OutlayBudgetRow *
read_budget (sqlite3_stmt *statement)
{
  enum
  {
    FEATURE,
    MONTH,
    AMOUNT,
    CURRENCY,
    THRESHOLDS,
    ROLLOVER
  };
  OutlayBudgetRow *row = g_new0 (OutlayBudgetRow, 1);

  row->feature = sqlite3_column_int64 (statement, FEATURE);
  row->month = sqlite3_column_int (statement, MONTH);
  row->amount_nanos = sqlite3_column_int64 (statement, AMOUNT);
  row->currency = g_strdup ((const char *) sqlite3_column_text (statement, CURRENCY));
  row->thresholds = g_strdup ((const char *) sqlite3_column_text (statement, THRESHOLDS));
  row->rollover = sqlite3_column_int (statement, ROLLOVER) != 0;
  return row;
}

/**
 * outlay_budgets_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayBudgetRow) (nullable): all, by
 *   feature, then month
 */
GPtrArray *
outlay_budgets_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_budget_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_budgets, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      g_ptr_array_add (rows, read_budget (statement));
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char upsert_budget[] =
    "INSERT INTO budget (feature, month, amount, currency, thresholds, rollover)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (feature, month) DO UPDATE SET amount = excluded.amount,"
    " currency = excluded.currency, thresholds = excluded.thresholds,"
    " rollover = excluded.rollover";

/**
 * outlay_budgets_set:
 * @database: a database
 * @row: the budget; it takes the place of the one of its feature and month
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_budgets_set (OutlayDatabase *database, const OutlayBudgetRow *row, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, upsert_budget, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->feature);
  sqlite3_bind_int (statement, 2, row->month);
  sqlite3_bind_int64 (statement, 3, row->amount_nanos);
  sqlite3_bind_text (statement, 4, row->currency, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, row->thresholds, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 6, row->rollover ? 1 : 0);
  return outlay_database_run (database, statement, error);
}

static const char delete_budget[] = "DELETE FROM budget WHERE feature = ?1 AND month = ?2";

/**
 * outlay_budgets_remove:
 * @database: a database
 * @feature: id of a feature
 * @month: months since 1970
 * @error: return location for an #OutlayStoreError
 *
 * outlay_database_n_changed() says whether there was one.
 */
gboolean
outlay_budgets_remove (OutlayDatabase *database, gint64 feature, gint32 month, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_budget, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, feature);
  sqlite3_bind_int (statement, 2, month);
  return outlay_database_run (database, statement, error);
}

static const char delete_budgets[] = "DELETE FROM budget WHERE feature = ?1";

/**
 * outlay_budgets_remove_feature:
 * @database: a database
 * @feature: id of a feature
 * @error: return location for an #OutlayStoreError
 *
 * Removes the budgets of all months.
 */
gboolean
outlay_budgets_remove_feature (OutlayDatabase *database, gint64 feature, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_budgets, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, feature);
  return outlay_database_run (database, statement, error);
}
