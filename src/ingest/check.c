/* check.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/check.h"

#include "ingest/settle.h"
#include "store/usage-columns.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define TOKENS "(input + cache_read + cache_write_5m + cache_write_1h + output)"
#define FACT_SUMS "sum(rows), " OUTLAY_USAGE_SUMS ", sum(billed), sum(effective), sum(notional)"

static const struct
{
  const char *count; /* how many are wrong */
  const char *text;
} rules[] = {
  /* Rows that one side has and the other has not. */
  { "WITH from_facts AS (SELECT batch, start / 86400 AS day, series, " FACT_SUMS
    " FROM fact GROUP BY batch, day, series), "
    "from_daily AS (SELECT d.batch, d.day, d.series, " FACT_SUMS
    " FROM daily d JOIN stream s ON s.id = d.stream AND s.rule <> 1 "
    "GROUP BY d.batch, d.day, d.series) "
    "SELECT (SELECT count(*) FROM (SELECT * FROM from_facts EXCEPT SELECT * FROM from_daily)) "
    "+ (SELECT count(*) FROM (SELECT * FROM from_daily EXCEPT SELECT * FROM from_facts))",
    N_ ("Daily sums are not those of their rows") },

  /* Roles: 0 bill, 1 meter, 2 observer. Prices: 0 none, 1 priced, 4 unpriced. */
  { "SELECT count(*) FROM daily d JOIN stream t ON t.id = d.stream "
    "JOIN series s ON s.id = d.series "
    "WHERE d.cost <> CASE WHEN t.role = 2 THEN iif (d.price_state IN (0, 4), d.effective, "
    "d.computed) WHEN s.kind <> 0 THEN d.effective ELSE d.computed END "
    "OR d.unpriced_rows NOT BETWEEN 0 AND iif (d.price_state IN (0, 1), 0, d.rows)",
    N_ ("Daily costs are not what their amounts say") },

  { "SELECT count(*) FROM cover c JOIN stream t ON t.id = c.stream LEFT JOIN "
    "(SELECT d.stream, iif (t.rule = 2, d.scope, d.day) AS slice, d.scope, d.batch, "
    "sum(CASE WHEN t.role = 0 THEN effective WHEN " TOKENS " > 0 THEN " TOKENS
    " ELSE quantity + web_searches + requests END) AS total FROM daily d "
    "JOIN stream t ON t.id = d.stream AND t.rule <> 1 GROUP BY 1, 2, 3, 4) w "
    "ON w.stream = c.stream AND w.slice = c.slice AND w.batch = c.batch "
    "AND w.scope = iif (t.rule = 2, c.slice, c.scope) WHERE c.total <> coalesce(w.total, 0)",
    N_ ("Files claim days with other sums than their rows have") },

  { "SELECT count(*) FROM batch b JOIN (SELECT batch, sum(requests) AS requests, "
    "sum(input) AS input, sum(cache_read) AS cache_read, sum(cache_write_5m + cache_write_1h) "
    "AS cache_write, sum(output) AS output FROM fact GROUP BY batch) f ON f.batch = b.id "
    "WHERE NOT EXISTS (SELECT 1 FROM event e INDEXED BY event_batch WHERE e.batch = b.id) "
    "AND (b.requests, b.input, b.cache_read, b.cache_write, b.output) <> "
    "(f.requests, f.input, f.cache_read, f.cache_write, f.output)",
    N_ ("Imports do not hold what they say") },
};

static gboolean
apply_rules (OutlayDatabase *database, GPtrArray *faults, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      gint64 n_wrong;

      if (!outlay_database_get_int64 (database, rules[i].count, &n_wrong, error))
        return FALSE;
      if (n_wrong > 0)
        g_ptr_array_add (faults,
                         g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", _ (rules[i].text), n_wrong));
    }

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
 * Every daily sum is that of its rows, every claim and import is what it holds, and settling everything again changes
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

  done = apply_rules (database, faults, error) && settle_again (database, book, faults, error);
  outlay_database_rollback (database);
  return done;
}
