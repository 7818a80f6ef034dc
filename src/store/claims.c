/* claims.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/claims.h"

#include "core/money.h"
#include "store/daily.h"

/* Two totals that differ by at most 1 % say the same. */
static gboolean
agree (gint64 a, gint64 b)
{
  OutlayWide difference = a > b ? (OutlayWide) a - b : (OutlayWide) b - a;
  OutlayWide larger = MAX (ABS ((OutlayWide) a), ABS ((OutlayWide) b));

  return difference * 100 <= larger;
}

static int
n_fields (gint64 grain)
{
  return __builtin_popcountll ((guint64) grain);
}

/* Does @challenger, the newer, take the slice from @holder? */
static gboolean
beats (const OutlayCover *challenger, const OutlayCover *holder)
{
  if (challenger->running != holder->running)
    return !challenger->running;

  if (challenger->grain == holder->grain)
    return !challenger->running || challenger->total >= holder->total;

  if (agree (challenger->total, holder->total))
    return n_fields (challenger->grain) >= n_fields (holder->grain);

  return challenger->total > holder->total;
}

static int
compare_covers (gconstpointer a, gconstpointer b)
{
  const OutlayCover *left = a;
  const OutlayCover *right = b;

  if (left->scope != right->scope)
    return left->scope < right->scope ? -1 : 1;

  return left->batch < right->batch ? -1 : left->batch > right->batch;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const OutlayCover *left = a;
  const OutlayCover *right = b;

  return left->run < right->run ? -1 : left->run > right->run;
}

/* Marks the winner of each scope; covers are sorted by scope, then batch. */
static void
decide_scopes (const OutlayCover *covers, gsize n_covers, gboolean *wins)
{
  gsize best = 0;

  for (gsize i = 0; i < n_covers; i++)
    {
      wins[i] = FALSE;
      if (i == 0 || covers[i].scope != covers[best].scope || beats (&covers[i], &covers[best]))
        {
          if (i > 0 && covers[i].scope == covers[best].scope)
            wins[best] = FALSE;
          best = i;
          wins[best] = TRUE;
        }
    }
}

/**
 * outlay_claims_decide:
 * @covers: (inout) (array length=n_covers): the covers of one (stream, day); they
 *   are sorted by scope and batch
 * @n_covers: how many
 * @wins: (out) (array length=n_covers): which of them count
 *
 * In each scope: complete beats running; of equal grouping the newest, or, both
 * running, the larger total; of different grouping the finer if their totals
 * agree within 1 %, else the larger. A file of the whole account against files
 * that name projects goes by the same rule. (The rule is proved against brute
 * force in tests/store/test-claims.c.)
 */
void
outlay_claims_decide (OutlayCover *covers, gsize n_covers, gboolean *wins)
{
  const OutlayCover *whole = NULL;
  gint64 part = 0;
  int finest = 0;
  gboolean named = FALSE;
  gboolean keep_named;

  if (n_covers == 0)
    return;

  qsort (covers, n_covers, sizeof *covers, compare_covers);
  decide_scopes (covers, n_covers, wins);

  for (gsize i = 0; i < n_covers; i++)
    {
      if (!wins[i])
        continue;

      if (covers[i].scope == OUTLAY_SCOPE_WHOLE)
        whole = &covers[i];
      else
        {
          named = TRUE;
          outlay_nanos_accumulate (&part, covers[i].total);
          finest = MAX (finest, n_fields (covers[i].grain));
        }
    }

  if (whole == NULL || !named)
    return;

  keep_named = agree (part, whole->total) ? finest >= n_fields (whole->grain) : part > whole->total;
  for (gsize i = 0; i < n_covers; i++)
    if ((covers[i].scope == OUTLAY_SCOPE_WHOLE) == keep_named)
      wins[i] = FALSE;
}

static OutlayCover *
find_run (GArray *runs, gint64 run)
{
  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, OutlayCover, i).run == run)
      return &g_array_index (runs, OutlayCover, i);

  return NULL;
}

/* A run is what its files say together. Guests alone are none: they count in the run
 * that they came in. */
static GArray *
join_runs (const OutlayCover *covers, gsize n_covers)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (OutlayCover));

  for (guint guests = 0; guests < 2; guests++)
    for (gsize i = 0; i < n_covers; i++)
      {
        OutlayCover *run = find_run (runs, covers[i].run);

        if ((covers[i].guest ? 1u : 0u) != guests || (run == NULL && guests == 1))
          continue;
        if (run == NULL)
          {
            g_array_append_val (runs, covers[i]);
            continue;
          }

        run->batch = guests == 0 ? MAX (run->batch, covers[i].batch) : run->batch;
        run->grain |= covers[i].grain;
        run->running &= covers[i].running;
        outlay_nanos_accumulate (&run->total, covers[i].total);
      }

  return runs;
}

/**
 * outlay_claims_decide_statement:
 * @covers: (inout) (array length=n_covers): the covers of one (stream, billing month)
 * @n_covers: how many, at least 1 that is no guest
 * @wins: (out) (array length=n_covers): which of them count
 *
 * Files handed in together are parts of one statement: they win or lose together.
 * A file that is in already and is handed in again with others is a part of both.
 */
void
outlay_claims_decide_statement (OutlayCover *covers, gsize n_covers, gboolean *wins)
{
  g_autoptr (GArray) runs = NULL;
  const OutlayCover *best = NULL;

  if (n_covers == 0)
    return;

  qsort (covers, n_covers, sizeof *covers, compare_covers);
  runs = join_runs (covers, n_covers);
  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const OutlayCover *run = &g_array_index (runs, OutlayCover, i);

      if (best == NULL || beats (run, best))
        best = run;
    }

  for (gsize i = 0; i < n_covers; i++)
    {
      wins[i] = FALSE;
      for (gsize j = 0; j < n_covers && best != NULL; j++)
        wins[i] |= covers[j].batch == covers[i].batch && covers[j].run == best->run;
    }
}

/**
 * outlay_covers_insert:
 * @database: a database, in a transaction
 * @cover: what a batch claims
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_covers_insert (OutlayDatabase *database, const OutlayCover *cover, GError **error)
{
  static const char insert_cover[] =
      "INSERT INTO cover (stream, slice, scope, batch, grain, running, total) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_cover, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, cover->stream);
  sqlite3_bind_int64 (statement, 2, cover->slice);
  sqlite3_bind_int64 (statement, 3, cover->scope);
  sqlite3_bind_int64 (statement, 4, cover->batch);
  sqlite3_bind_int64 (statement, 5, cover->grain);
  sqlite3_bind_int (statement, 6, cover->running ? 1 : 0);
  sqlite3_bind_int64 (statement, 7, cover->total);
  return outlay_database_run (database, statement, error);
}

static GArray *
read_covers (OutlayDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (OutlayCover));
  gboolean row;

  while (outlay_database_step (database, statement, &row, error))
    {
      OutlayCover cover;

      if (!row)
        return g_steal_pointer (&covers);

      cover.stream = sqlite3_column_int64 (statement, 0);
      cover.slice = sqlite3_column_int64 (statement, 1);
      cover.scope = sqlite3_column_int64 (statement, 2);
      cover.batch = sqlite3_column_int64 (statement, 3);
      cover.grain = sqlite3_column_int64 (statement, 4);
      cover.running = sqlite3_column_int (statement, 5) != 0;
      cover.total = sqlite3_column_int64 (statement, 6);
      cover.run = sqlite3_column_int64 (statement, 7);
      cover.guest = sqlite3_column_int (statement, 8) != 0;
      g_array_append_val (covers, cover);
    }

  return NULL;
}

/**
 * outlay_covers_of_batch:
 * @database: a database
 * @batch: of the table batch
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayCover) (nullable): what it claims
 */
GArray *
outlay_covers_of_batch (OutlayDatabase *database, gint64 batch, GError **error)
{
  static const char select_covers[] =
      "SELECT stream, slice, scope, c.batch, grain, running, total, b.run, 0 FROM cover c "
      "JOIN batch b ON b.id = c.batch WHERE c.batch = ?1 ORDER BY stream, slice, scope";
  sqlite3_stmt *statement = outlay_database_statement (database, select_covers, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, batch);
  return read_covers (database, statement, error);
}

/**
 * outlay_covers_of_slice:
 * @database: a database
 * @stream: of the table stream
 * @slice: a day; statements: a billing month
 * @active: only those of batches that are not undone
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayCover) (nullable): who claims it
 */
GArray *
outlay_covers_of_slice (OutlayDatabase *database,
                        gint64 stream,
                        gint64 slice,
                        gboolean active,
                        GError **error)
{
  static const char select_covers[] =
      "SELECT stream, slice, scope, c.batch, grain, running, total, b.run, 0 FROM cover c "
      "JOIN batch b ON b.id = c.batch WHERE stream = ?1 AND slice = ?2 "
      "AND (b.state = 'active') = ?3 UNION ALL "
      "SELECT stream, slice, scope, c.batch, grain, running, total, p.run, 1 FROM cover c "
      "JOIN batch b ON b.id = c.batch JOIN part p ON p.batch = c.batch "
      "WHERE stream = ?1 AND slice = ?2 AND (b.state = 'active') = ?3";
  sqlite3_stmt *statement = outlay_database_statement (database, select_covers, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, stream);
  sqlite3_bind_int64 (statement, 2, slice);
  sqlite3_bind_int (statement, 3, active ? 1 : 0);
  return read_covers (database, statement, error);
}

/**
 * outlay_slices_all:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayCover) (nullable): a cover of each slice
 *   that any batch has ever claimed
 */
GArray *
outlay_slices_all (OutlayDatabase *database, GError **error)
{
  static const char select_slices[] =
      "SELECT stream, slice, min(scope), min(batch), 0, 0, 0, 0, 0 FROM cover "
      "GROUP BY stream, slice";
  sqlite3_stmt *statement = outlay_database_statement (database, select_slices, error);

  return statement != NULL ? read_covers (database, statement, error) : NULL;
}

/**
 * outlay_spans_insert:
 * @database: a database, in a transaction
 * @span: what a batch covers
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_spans_insert (OutlayDatabase *database, const OutlaySpan *span, GError **error)
{
  static const char insert_span[] =
      "INSERT INTO span (batch, stream, first_day, last_day, running) VALUES (?, ?, ?, ?, ?)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_span, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, span->batch);
  sqlite3_bind_int64 (statement, 2, span->stream);
  sqlite3_bind_int (statement, 3, span->first_day);
  sqlite3_bind_int (statement, 4, span->last_day);
  sqlite3_bind_int (statement, 5, span->running ? 1 : 0);
  return outlay_database_run (database, statement, error);
}

static GArray *
read_spans (OutlayDatabase *database, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  gboolean row;

  while (outlay_database_step (database, statement, &row, error))
    {
      OutlaySpan span;

      if (!row)
        return g_steal_pointer (&spans);

      span.batch = sqlite3_column_int64 (statement, 0);
      span.stream = sqlite3_column_int64 (statement, 1);
      span.first_day = sqlite3_column_int (statement, 2);
      span.last_day = sqlite3_column_int (statement, 3);
      span.running = sqlite3_column_int (statement, 4) != 0;
      g_array_append_val (spans, span);
    }

  return NULL;
}

/**
 * outlay_spans_active:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlaySpan) (nullable): what active
 *   batches cover
 */
GArray *
outlay_spans_active (OutlayDatabase *database, GError **error)
{
  static const char select_spans[] =
      "SELECT s.batch, stream, s.first_day, s.last_day, running FROM span s "
      "JOIN batch b ON b.id = s.batch WHERE b.state = 'active' ORDER BY s.batch, stream";
  sqlite3_stmt *statement = outlay_database_statement (database, select_spans, error);

  return statement != NULL ? read_spans (database, statement, error) : NULL;
}

/**
 * outlay_spans_of_batch:
 * @database: a database
 * @batch: of the table batch, undone or not
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlaySpan) (nullable): what it covers
 */
GArray *
outlay_spans_of_batch (OutlayDatabase *database, gint64 batch, GError **error)
{
  static const char select_spans[] =
      "SELECT batch, stream, first_day, last_day, running FROM span WHERE batch = ?1 "
      "ORDER BY stream, first_day";
  sqlite3_stmt *statement = outlay_database_statement (database, select_spans, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, batch);
  return read_spans (database, statement, error);
}
