/* daily.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/daily.h"

#include "store/usage-columns.h"

static gboolean
insert_any (OutlayDatabase *database, const OutlayDaily *daily, GError **error)
{
  static const char insert_daily[] =
      "INSERT INTO daily (stream, day, scope, series, batch, live, settled, rows, "
      "unpriced_rows, " OUTLAY_USAGE_COLUMNS
      ", billed, effective, notional, computed, price_state, cost) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, " OUTLAY_USAGE_PLACES ", ?, ?, ?, ?, ?, ?)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_daily, error);
  int place;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, daily->stream);
  sqlite3_bind_int (statement, 2, daily->day);
  sqlite3_bind_int64 (statement, 3, daily->scope);
  sqlite3_bind_int64 (statement, 4, daily->series);
  sqlite3_bind_int64 (statement, 5, daily->batch);
  sqlite3_bind_int (statement, 6, daily->live ? 1 : 0);
  sqlite3_bind_int (statement, 7, daily->settled ? 1 : 0);
  sqlite3_bind_int64 (statement, 8, daily->rows);
  sqlite3_bind_int64 (statement, 9, daily->unpriced_rows);
  place = outlay_usage_bind (statement, 10, &daily->usage);
  sqlite3_bind_int64 (statement, place, daily->billed_nanos);
  sqlite3_bind_int64 (statement, place + 1, daily->effective_nanos);
  sqlite3_bind_int64 (statement, place + 2, daily->notional_nanos);
  sqlite3_bind_int64 (statement, place + 3, daily->computed_nanos);
  sqlite3_bind_int (statement, place + 4, (int) daily->price_state);
  sqlite3_bind_int64 (statement, place + 5, daily->cost_nanos);

  return outlay_database_run (database, statement, error);
}

/* Most rows of all are plain usage: what they never have is no parameter. */
static gboolean
insert_plain (OutlayDatabase *database, const OutlayDaily *daily, GError **error)
{
  static const char insert_daily[] =
      "INSERT INTO daily (stream, day, scope, series, batch, rows, requests, input, cache_read, "
      "output, computed, price_state, cost, live, settled, unpriced_rows, " OUTLAY_USAGE_RARE
      ", billed, effective, notional) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, "
      "0, " OUTLAY_USAGE_RARE_ZEROS ", 0, 0, 0)";
  sqlite3_stmt *statement = outlay_database_statement_kept (database, insert_daily, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, daily->stream);
  sqlite3_bind_int (statement, 2, daily->day);
  sqlite3_bind_int64 (statement, 3, daily->scope);
  sqlite3_bind_int64 (statement, 4, daily->series);
  sqlite3_bind_int64 (statement, 5, daily->batch);
  sqlite3_bind_int64 (statement, 6, daily->rows);
  outlay_usage_bind_common (statement, 7, &daily->usage);
  sqlite3_bind_int64 (statement, 11, daily->computed_nanos);
  sqlite3_bind_int (statement, 12, (int) daily->price_state);
  sqlite3_bind_int64 (statement, 13, daily->cost_nanos);

  return outlay_database_run (database, statement, error);
}

/**
 * outlay_daily_insert:
 * @database: a database, in a transaction
 * @daily: a row that is not there yet
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_daily_insert (OutlayDatabase *database, const OutlayDaily *daily, GError **error)
{
  gboolean is_plain = daily->live && !daily->settled && daily->unpriced_rows == 0 &&
                      daily->billed_nanos == 0 && daily->effective_nanos == 0 &&
                      daily->notional_nanos == 0 && outlay_usage_is_common (&daily->usage);

  return is_plain ? insert_plain (database, daily, error) : insert_any (database, daily, error);
}

/**
 * outlay_daily_delete:
 * @database: a database, in a transaction
 * @stream: of the table stream
 * @day: a day
 * @error: return location for an #OutlayStoreError
 *
 * Deletes the roll-up of a day of events, which is made anew from them.
 */
gboolean
outlay_daily_delete (OutlayDatabase *database, gint64 stream, gint32 day, GError **error)
{
  static const char delete_day[] = "DELETE FROM daily WHERE stream = ?1 AND day = ?2";
  sqlite3_stmt *statement = outlay_database_statement (database, delete_day, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, day);
  return outlay_database_run (database, statement, error);
}

/**
 * outlay_daily_delete_batch:
 * @database: a database, in a transaction
 * @stream: of the table stream
 * @from: first day
 * @to: last day
 * @batch: of the table batch
 * @error: return location for an #OutlayStoreError
 *
 * Deletes the rows of a batch that is still being imported.
 */
gboolean
outlay_daily_delete_batch (OutlayDatabase *database,
                           gint64 stream,
                           gint32 from,
                           gint32 to,
                           gint64 batch,
                           GError **error)
{
  static const char delete_rows[] =
      "DELETE FROM daily WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 AND batch = ?4";
  sqlite3_stmt *statement = outlay_database_statement (database, delete_rows, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, from);
  sqlite3_bind_int (statement, 3, to);
  sqlite3_bind_int64 (statement, 4, batch);
  return outlay_database_run (database, statement, error);
}

static void
read_daily (sqlite3_stmt *statement, OutlayDaily *daily)
{
  int place;

  daily->stream = sqlite3_column_int64 (statement, 0);
  daily->day = sqlite3_column_int (statement, 1);
  daily->scope = sqlite3_column_int64 (statement, 2);
  daily->series = sqlite3_column_int64 (statement, 3);
  daily->batch = sqlite3_column_int64 (statement, 4);
  daily->live = TRUE;
  daily->settled = sqlite3_column_int (statement, 5) != 0;
  daily->rows = sqlite3_column_int64 (statement, 6);
  daily->unpriced_rows = sqlite3_column_int64 (statement, 7);
  place = outlay_usage_column (statement, 8, &daily->usage);
  daily->billed_nanos = sqlite3_column_int64 (statement, place);
  daily->effective_nanos = sqlite3_column_int64 (statement, place + 1);
  daily->notional_nanos = sqlite3_column_int64 (statement, place + 2);
  daily->computed_nanos = sqlite3_column_int64 (statement, place + 3);
  daily->price_state = (OutlayPriceState) sqlite3_column_int (statement, place + 4);
  daily->cost_nanos = sqlite3_column_int64 (statement, place + 5);
}

/**
 * outlay_daily_each_live:
 * @database: a database
 * @stream: of the table stream
 * @from: first day
 * @to: last day
 * @func: called for each live row, by day
 * @user_data: handed to @func
 * @error: return location for an error
 */
gboolean
outlay_daily_each_live (OutlayDatabase *database,
                        gint64 stream,
                        gint32 from,
                        gint32 to,
                        OutlayDailyFunc func,
                        gpointer user_data,
                        GError **error)
{
  static const char select_live[] =
      "SELECT stream, day, scope, series, batch, settled, rows, "
      "unpriced_rows, " OUTLAY_USAGE_COLUMNS
      ", billed, effective, notional, computed, price_state, cost FROM daily "
      "WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 AND live = 1 "
      "ORDER BY stream, day, scope, series, batch";
  sqlite3_stmt *statement = outlay_database_statement (database, select_live, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, from);
  sqlite3_bind_int (statement, 3, to);
  while (outlay_database_step (database, statement, &row, error))
    {
      OutlayDaily daily;

      if (!row)
        return TRUE;

      read_daily (statement, &daily);
      if (!func (&daily, user_data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}

/**
 * outlay_daily_add_days:
 * @database: a database
 * @stream: of the table stream
 * @from: first day
 * @to: last day
 * @days: (inout) (element-type gint32): days with rows, live or not, are added to it
 * @error: return location for an #OutlayStoreError
 *
 * Looks for one day after the other, whatever the number of their rows.
 */
gboolean
outlay_daily_add_days (OutlayDatabase *database,
                       gint64 stream,
                       gint32 from,
                       gint32 to,
                       GArray *days,
                       GError **error)
{
  static const char select_next[] =
      "SELECT day FROM daily WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day LIMIT 1";
  sqlite3_stmt *statement = outlay_database_statement (database, select_next, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  while (row && from <= to)
    {
      gint32 day;

      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, stream);
      sqlite3_bind_int (statement, 2, from);
      sqlite3_bind_int (statement, 3, to);
      if (!outlay_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        break;

      day = sqlite3_column_int (statement, 0);
      g_array_append_val (days, day);
      from = day + 1;
    }

  sqlite3_reset (statement);
  return TRUE;
}

/**
 * outlay_daily_set_winners:
 * @database: a database, in a transaction
 * @stream: of the table stream
 * @from: first day
 * @to: last day
 * @scope: of the slice
 * @batches: (element-type gint64): those that have won the slice
 * @error: return location for an #OutlayStoreError
 *
 * Their rows are live, those of others are not. Only rows that change are written.
 */
gboolean
outlay_daily_set_winners (OutlayDatabase *database,
                          gint64 stream,
                          gint32 from,
                          gint32 to,
                          gint64 scope,
                          const GArray *batches,
                          GError **error)
{
  static const char update_live[] =
      "UPDATE daily SET live = 1 - live, settled = 0 WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 "
      "AND scope = ?4 AND live <> (batch IN (SELECT value FROM json_each (?5)))";
  sqlite3_stmt *statement = outlay_database_statement (database, update_live, error);
  g_autoptr (GString) list = g_string_new ("[");

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (batches, gint64, i));
  g_string_append_c (list, ']');

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, from);
  sqlite3_bind_int (statement, 3, to);
  sqlite3_bind_int64 (statement, 4, scope);
  sqlite3_bind_text (statement, 5, list->str, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}

/**
 * outlay_daily_set_settled:
 * @database: a database, in a transaction
 * @stream: of the table stream
 * @day: a day
 * @settled: whether its live rows count through the table settled
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_daily_set_settled (OutlayDatabase *database,
                          gint64 stream,
                          gint32 day,
                          gboolean settled,
                          GError **error)
{
  static const char update_settled[] =
      "UPDATE daily SET settled = ?3 WHERE stream = ?1 AND day = ?2 AND live = 1 "
      "AND settled <> ?3";
  sqlite3_stmt *statement = outlay_database_statement (database, update_settled, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, day);
  sqlite3_bind_int (statement, 3, settled ? 1 : 0);
  return outlay_database_run (database, statement, error);
}
