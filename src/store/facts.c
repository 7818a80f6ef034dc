/* facts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/facts.h"

#include "core/date.h"
#include "store/usage-columns.h"

#define ADD(column) #column " = " #column " + excluded." #column
#define PUT(column) #column " = excluded." #column

/**
 * outlay_facts_add:
 * @database: a database, in a transaction
 * @batch: the batch being imported
 * @fact: a fact; one of the same start, series and slice is added to it
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_facts_add (OutlayDatabase *database, gint64 batch, const OutlayFact *fact, GError **error)
{
  static const char
      insert_fact[] =
          "INSERT INTO fact (batch, start, series, slice, rows, " OUTLAY_USAGE_COLUMNS
          ", billed, effective, notional, computed) VALUES (?, ?, ?, ?, ?, " OUTLAY_USAGE_PLACES
          ", ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " ADD (rows) ", " ADD (requests) ", " ADD (input) ", " ADD (cache_read) ", " ADD (cache_write_5m) ", " ADD (cache_write_1h) ", " ADD (output) ", " ADD (reasoning) ", " ADD (
              audio_input) ", " ADD (audio_output) ", " ADD (image_input) ", " ADD (image_output) ", " ADD (web_searches) ", " ADD (quantity) ", " ADD (billed) ", " ADD (effective) ", " ADD (notional) ", " ADD (computed);
  sqlite3_stmt *statement = outlay_database_statement (database, insert_fact, error);
  int place;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  sqlite3_bind_int64 (statement, 2, fact->start);
  sqlite3_bind_int64 (statement, 3, fact->series);
  sqlite3_bind_int64 (statement, 4, fact->slice);
  sqlite3_bind_int64 (statement, 5, fact->rows);
  place = outlay_usage_bind (statement, 6, &fact->usage);
  sqlite3_bind_int64 (statement, place, fact->billed_nanos);
  sqlite3_bind_int64 (statement, place + 1, fact->effective_nanos);
  sqlite3_bind_int64 (statement, place + 2, fact->notional_nanos);
  if (fact->has_computed)
    sqlite3_bind_int64 (statement, place + 3, fact->computed_nanos);

  return outlay_database_run (database, statement, error);
}

/**
 * outlay_facts_append:
 * @database: a database, in a transaction
 * @batch: the batch being imported
 * @fact: a fact that lies behind all others of the batch
 * @error: return location for an #OutlayStoreError
 *
 * As outlay_facts_add(), where there is nothing that it could be added to.
 */
gboolean
outlay_facts_append (OutlayDatabase *database, gint64 batch, const OutlayFact *fact, GError **error)
{
  static const char insert_plain[] =
      "INSERT INTO fact (batch, start, series, slice, rows, " OUTLAY_USAGE_COMMON
      ", " OUTLAY_USAGE_RARE ", billed, effective, notional) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, " OUTLAY_USAGE_RARE_ZEROS ", 0, 0, 0)";
  gboolean is_plain = fact->billed_nanos == 0 && fact->effective_nanos == 0 &&
                      fact->notional_nanos == 0 && !fact->has_computed &&
                      outlay_usage_is_common (&fact->usage);
  sqlite3_stmt *statement;

  if (!is_plain)
    return outlay_facts_add (database, batch, fact, error);

  statement = outlay_database_statement_kept (database, insert_plain, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  sqlite3_bind_int64 (statement, 2, fact->start);
  sqlite3_bind_int64 (statement, 3, fact->series);
  sqlite3_bind_int64 (statement, 4, fact->slice);
  sqlite3_bind_int64 (statement, 5, fact->rows);
  outlay_usage_bind_common (statement, 6, &fact->usage);
  return outlay_database_run (database, statement, error);
}

static int
read_measures (sqlite3_stmt *statement, int first, OutlayFact *fact)
{
  int place = outlay_usage_column (statement, first, &fact->usage);

  fact->billed_nanos = sqlite3_column_int64 (statement, place);
  fact->effective_nanos = sqlite3_column_int64 (statement, place + 1);
  fact->notional_nanos = sqlite3_column_int64 (statement, place + 2);
  fact->has_computed = sqlite3_column_type (statement, place + 3) != SQLITE_NULL;
  fact->computed_nanos = sqlite3_column_int64 (statement, place + 3);
  return place + 4;
}

/**
 * outlay_facts_each:
 * @database: a database
 * @batch: a batch
 * @func: called for each fact of it, in order of time
 * @user_data: handed to @func
 * @error: return location for an error
 */
gboolean
outlay_facts_each (OutlayDatabase *database,
                   gint64 batch,
                   OutlayFactFunc func,
                   gpointer user_data,
                   GError **error)
{
  static const char select_facts[] =
      "SELECT start, series, slice, rows, " OUTLAY_USAGE_COLUMNS
      ", billed, effective, notional, computed FROM fact WHERE batch = ?1 "
      "ORDER BY start, series, slice";
  sqlite3_stmt *statement = outlay_database_statement (database, select_facts, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch);
  while (outlay_database_step (database, statement, &row, error))
    {
      OutlayFact fact = { 0 };

      if (!row)
        return TRUE;

      fact.start = sqlite3_column_int64 (statement, 0);
      fact.series = sqlite3_column_int64 (statement, 1);
      fact.slice = sqlite3_column_int64 (statement, 2);
      fact.rows = sqlite3_column_int64 (statement, 3);
      read_measures (statement, 4, &fact);
      if (!func (&fact, batch, user_data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}

/**
 * outlay_events_add:
 * @database: a database, in a transaction
 * @batch: the batch being imported
 * @stream: of the table stream
 * @fact: a fact with an id; one of the same id and batch is replaced: a log
 *   writes an event again when it knows more
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_events_add (OutlayDatabase *database,
                   gint64 batch,
                   gint64 stream,
                   const OutlayFact *fact,
                   GError **error)
{
  static const char insert_event[] =
      "INSERT INTO event (stream, day, id, batch, start, series, rows, " OUTLAY_USAGE_COLUMNS
      ", billed, effective, notional, computed, price_state) VALUES (?, ?, ?, ?, ?, ?, "
      "?, " OUTLAY_USAGE_PLACES
      ", ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET " ADD (rows) ", " PUT (start) ", " PUT (series) ", " PUT (requests) ", " PUT (input) ", " PUT (cache_read) ", " PUT (cache_write_5m) ", " PUT (cache_write_1h) ", " PUT (output) ", " PUT (reasoning) ", " PUT (audio_input) ", " PUT (audio_output) ", " PUT (
          image_input) ", " PUT (image_output) ", " PUT (web_searches) ", " PUT (quantity) ","
                                                                                           " " PUT (billed) ", " PUT (effective) ", " PUT (
                                                                                               notional) ", " PUT (computed) ", " PUT (price_state);
  sqlite3_stmt *statement = outlay_database_statement (database, insert_event, error);
  int place;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, outlay_day_of_instant (fact->start));
  sqlite3_bind_int64 (statement, 3, fact->id);
  sqlite3_bind_int64 (statement, 4, batch);
  sqlite3_bind_int64 (statement, 5, fact->start);
  sqlite3_bind_int64 (statement, 6, fact->series);
  sqlite3_bind_int64 (statement, 7, fact->rows);
  place = outlay_usage_bind (statement, 8, &fact->usage);
  sqlite3_bind_int64 (statement, place, fact->billed_nanos);
  sqlite3_bind_int64 (statement, place + 1, fact->effective_nanos);
  sqlite3_bind_int64 (statement, place + 2, fact->notional_nanos);
  sqlite3_bind_int64 (statement, place + 3, fact->computed_nanos);
  sqlite3_bind_int (statement, place + 4, (int) fact->price_state);

  return outlay_database_run (database, statement, error);
}

/**
 * outlay_events_each_counted:
 * @database: a database
 * @stream: of the table stream
 * @day: a day
 * @func: called for each event of the day that counts, with its batch
 * @user_data: handed to @func
 * @error: return location for an error
 *
 * Of an event that several files hold, the one of the newest active batch counts.
 */
gboolean
outlay_events_each_counted (OutlayDatabase *database,
                            gint64 stream,
                            gint32 day,
                            OutlayFactFunc func,
                            gpointer user_data,
                            GError **error)
{
  static const char select_events[] =
      "SELECT e.id, e.batch, start, series, e.rows, e.requests, e.input, e.cache_read, "
      "cache_write_5m, cache_write_1h, e.output, reasoning, audio_input, audio_output, "
      "image_input, image_output, web_searches, quantity, billed, effective, notional, "
      "e.computed, price_state FROM event e JOIN batch b ON b.id = e.batch "
      "WHERE e.stream = ?1 AND e.day = ?2 AND b.state = 'active' ORDER BY e.id, e.batch DESC";
  sqlite3_stmt *statement = outlay_database_statement (database, select_events, error);
  gboolean first = TRUE;
  gint64 last_id = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int (statement, 2, day);
  while (outlay_database_step (database, statement, &row, error))
    {
      OutlayFact fact = { 0 };
      int place;

      if (!row)
        return TRUE;

      fact.id = sqlite3_column_int64 (statement, 0);
      if (!first && fact.id == last_id)
        continue;

      first = FALSE;
      last_id = fact.id;
      fact.start = sqlite3_column_int64 (statement, 2);
      fact.series = sqlite3_column_int64 (statement, 3);
      fact.rows = sqlite3_column_int64 (statement, 4);
      place = read_measures (statement, 5, &fact);
      fact.price_state = (OutlayPriceState) sqlite3_column_int (statement, place);
      if (!func (&fact, sqlite3_column_int64 (statement, 1), user_data, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}
