/* settled.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/settled.h"

#include "store/usage-columns.h"

/**
 * outlay_settled_insert:
 * @database: a database, in a transaction
 * @line: a line
 * @place: tells lines of the same series and kind apart
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_settled_insert (OutlayDatabase *database,
                       const OutlaySettledLine *line,
                       int place_in_day,
                       GError **error)
{
  static const char insert_line[] =
      "INSERT INTO settled (account, day, series, kind, place, currency, rows, "
      "unpriced_rows, " OUTLAY_USAGE_COLUMNS ", billed, computed, estimated, cost, not_on_bill) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, " OUTLAY_USAGE_PLACES ", ?, ?, ?, ?, ?)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_line, error);
  int place;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, line->account);
  sqlite3_bind_int (statement, 2, line->day);
  sqlite3_bind_int64 (statement, 3, line->series);
  sqlite3_bind_int (statement, 4, (int) line->kind);
  sqlite3_bind_int (statement, 5, place_in_day);
  sqlite3_bind_int64 (statement, 6, line->currency);
  sqlite3_bind_int64 (statement, 7, line->rows);
  sqlite3_bind_int64 (statement, 8, line->unpriced_rows);
  place = outlay_usage_bind (statement, 9, &line->usage);
  sqlite3_bind_int64 (statement, place, line->billed_nanos);
  sqlite3_bind_int64 (statement, place + 1, line->computed_nanos);
  sqlite3_bind_int64 (statement, place + 2, line->estimated_nanos);
  sqlite3_bind_int64 (statement, place + 3, line->cost_nanos);
  sqlite3_bind_int (statement, place + 4, line->not_on_bill ? 1 : 0);

  return outlay_database_run (database, statement, error);
}

/**
 * outlay_settled_delete:
 * @database: a database, in a transaction
 * @account: of the table account
 * @day: a day
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_settled_delete (OutlayDatabase *database, gint64 account, gint32 day, GError **error)
{
  static const char delete_lines[] = "DELETE FROM settled WHERE account = ?1 AND day = ?2";
  sqlite3_stmt *statement = outlay_database_statement (database, delete_lines, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, account);
  sqlite3_bind_int (statement, 2, day);
  return outlay_database_run (database, statement, error);
}

/**
 * outlay_settled_each:
 * @database: a database
 * @from: first day
 * @to: last day
 * @func: called for each line
 * @user_data: handed to @func
 * @error: return location for an error
 */
gboolean
outlay_settled_each (OutlayDatabase *database,
                     gint32 from,
                     gint32 to,
                     OutlaySettledFunc func,
                     gpointer user_data,
                     GError **error)
{
  static const char select_lines[] =
      "SELECT s.account, s.day, series, kind, currency, rows, "
      "unpriced_rows, " OUTLAY_USAGE_COLUMNS ", billed, computed, estimated, cost, not_on_bill "
      "FROM account a CROSS JOIN settled s ON s.account = a.id AND s.day BETWEEN ?1 AND ?2 "
      "ORDER BY s.account, s.day, series, kind, place";
  sqlite3_stmt *statement = outlay_database_statement (database, select_lines, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int (statement, 1, from);
  sqlite3_bind_int (statement, 2, to);
  while (outlay_database_step (database, statement, &row, error))
    {
      OutlaySettledLine line;
      int place;

      if (!row)
        return TRUE;

      line.account = sqlite3_column_int64 (statement, 0);
      line.day = sqlite3_column_int (statement, 1);
      line.series = sqlite3_column_int64 (statement, 2);
      line.kind = (OutlayChargeKind) sqlite3_column_int (statement, 3);
      line.currency = sqlite3_column_int64 (statement, 4);
      line.rows = sqlite3_column_int64 (statement, 5);
      line.unpriced_rows = sqlite3_column_int64 (statement, 6);
      place = outlay_usage_column (statement, 7, &line.usage);
      line.billed_nanos = sqlite3_column_int64 (statement, place);
      line.computed_nanos = sqlite3_column_int64 (statement, place + 1);
      line.estimated_nanos = sqlite3_column_int64 (statement, place + 2);
      line.cost_nanos = sqlite3_column_int64 (statement, place + 3);
      line.not_on_bill = sqlite3_column_int (statement, place + 4) != 0;
      if (!func (&line, user_data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}
