/* outcomes.c – how many outcomes a use case had on each day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/outcomes.h"

static const char select_outcomes[] =
    "SELECT use_case, day, count, of_month FROM outcome ORDER BY use_case, day";

/**
 * outlay_outcomes_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayOutcomeRow) (nullable): of all use
 *   cases, by use case, then day
 */
GArray *
outlay_outcomes_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OutlayOutcomeRow));
  sqlite3_stmt *statement = outlay_database_statement (database, select_outcomes, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      OutlayOutcomeRow outcome = {
        .use_case = sqlite3_column_int64 (statement, 0),
        .day = sqlite3_column_int (statement, 1),
        .count = sqlite3_column_int64 (statement, 2),
        .of_month = sqlite3_column_int (statement, 3) != 0,
      };

      g_array_append_val (rows, outcome);
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char upsert_outcome[] =
    "INSERT INTO outcome (use_case, day, count, of_month) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (use_case, day) DO UPDATE SET count = excluded.count,"
    " of_month = excluded.of_month";

/**
 * outlay_outcomes_set:
 * @database: a database
 * @row: a day's count; it takes the place of what the day had
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_outcomes_set (OutlayDatabase *database, const OutlayOutcomeRow *row, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, upsert_outcome, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->use_case);
  sqlite3_bind_int (statement, 2, row->day);
  sqlite3_bind_int64 (statement, 3, row->count);
  sqlite3_bind_int (statement, 4, row->of_month ? 1 : 0);
  return outlay_database_run (database, statement, error);
}

static const char delete_month[] =
    "DELETE FROM outcome WHERE use_case = ?1 AND day BETWEEN ?2 AND ?3 AND of_month = 1";

/**
 * outlay_outcomes_remove_month:
 * @database: a database
 * @use_case: id of a use case
 * @from: first day of a month
 * @to: its last day
 * @error: return location for an #OutlayStoreError
 *
 * A month's count that was typed gives way to counts by day.
 */
gboolean
outlay_outcomes_remove_month (OutlayDatabase *database,
                              gint64 use_case,
                              gint32 from,
                              gint32 to,
                              GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_month, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, use_case);
  sqlite3_bind_int (statement, 2, from);
  sqlite3_bind_int (statement, 3, to);
  return outlay_database_run (database, statement, error);
}

static const char delete_outcomes[] =
    "DELETE FROM outcome WHERE use_case = ?1 AND day BETWEEN ?2 AND ?3";

/**
 * outlay_outcomes_remove:
 * @database: a database
 * @use_case: id of a use case
 * @from: first day
 * @to: last day; the counts from @from to it go
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_outcomes_remove (OutlayDatabase *database,
                        gint64 use_case,
                        gint32 from,
                        gint32 to,
                        GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_outcomes, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, use_case);
  sqlite3_bind_int (statement, 2, from);
  sqlite3_bind_int (statement, 3, to);
  return outlay_database_run (database, statement, error);
}
