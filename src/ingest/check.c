/* check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/check.h"

#include "ingest/settle.h"
#include "store/usage-columns.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FACT_SUMS "sum(rows), " OUTLAY_USAGE_SUMS ", sum(billed), sum(effective), sum(notional)"

/* Rows that one side has and the other has not. */
static gboolean
compare_facts (OutlayDatabase *database, GPtrArray *faults, GError **error)
{
  static const char count_differences[] =
      "WITH from_facts AS (SELECT batch, start / 86400 AS day, series, " FACT_SUMS
      " FROM fact GROUP BY batch, day, series), "
      "from_daily AS (SELECT d.batch, d.day, d.series, " FACT_SUMS
      " FROM daily d JOIN stream s ON s.id = d.stream AND s.rule <> 1 "
      "GROUP BY d.batch, d.day, d.series) "
      "SELECT (SELECT count(*) FROM (SELECT * FROM from_facts EXCEPT SELECT * FROM from_daily)) "
      "+ (SELECT count(*) FROM (SELECT * FROM from_daily EXCEPT SELECT * FROM from_facts))";
  gint64 n_different;

  if (!outlay_database_get_int64 (database, count_differences, &n_different, error))
    return FALSE;

  if (n_different > 0)
    g_ptr_array_add (faults, g_strdup_printf (ngettext ("%" PRId64 " daily sum is not that of "
                                                        "its rows",
                                                        "%" PRId64 " daily sums are not those "
                                                        "of their rows",
                                                        (gulong) n_different),
                                              n_different));
  return TRUE;
}

static gboolean
hash_rows (OutlayDatabase *database, const char *sql, GChecksum *sum, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  while (outlay_database_step (database, statement, &row, error) && row)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        gint64 value = sqlite3_column_int64 (statement, i);

        g_checksum_update (sum, (const guchar *) &value, sizeof value);
      }

  return !row;
}

/* Everything that decides what counts, as one text. */
static char *
hash_state (OutlayDatabase *database, GError **error)
{
  static const char select_daily[] = "SELECT * FROM daily";
  static const char select_settled[] = "SELECT * FROM settled";
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (!hash_rows (database, select_daily, sum, error) ||
      !hash_rows (database, select_settled, sum, error))
    return NULL;

  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
settle_again (OutlayDatabase *database, OutlayPriceBook *book, GPtrArray *faults, GError **error)
{
  g_autoptr (OutlaySeriesTable) series = outlay_series_table_load (database, error);
  g_autoptr (OutlayPriceCache) prices = outlay_price_cache_new (book);
  const OutlayIngestContext context = { database, series, prices };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (series == NULL)
    return FALSE;

  before = hash_state (database, error);
  if (before == NULL || !outlay_settle_all (&context, error))
    return FALSE;

  after = hash_state (database, error);
  if (after == NULL)
    return FALSE;

  if (!g_str_equal (before, after))
    g_ptr_array_add (faults, g_strdup (_ ("Settling the imports again changes what counts")));
  return TRUE;
}

/**
 * outlay_ingest_check:
 * @database: the store
 * @book: the price book
 * @faults: (element-type utf8): where to add what is wrong
 * @error: return location for an error
 *
 * Every daily sum is that of its rows, and settling everything again changes
 * nothing. The store is left as it was.
 */
gboolean
outlay_ingest_check (OutlayDatabase *database,
                     OutlayPriceBook *book,
                     GPtrArray *faults,
                     GError **error)
{
  gboolean done;

  if (!outlay_database_begin (database, error))
    return FALSE;

  done = compare_facts (database, faults, error) && settle_again (database, book, faults, error);
  outlay_database_rollback (database);
  return done;
}
