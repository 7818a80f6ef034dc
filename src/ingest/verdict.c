/* verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/verdict.h"

#include "store/daily.h"

typedef struct
{
  gint64 series;
  gint64 day;
  guint64 digest;
} Digest;

struct _OutlayDigests
{
  GHashTable *by_key; /* owned: Digest, its own key by series and day */
  gint64 without;     /* batch whose rows are left out */
};

static guint
hash_digest (gconstpointer data)
{
  const Digest *digest = data;

  return (guint) (digest->series * 2654435761 + digest->day * 40503);
}

static gboolean
equal_digests (gconstpointer a, gconstpointer b)
{
  const Digest *left = a;
  const Digest *right = b;

  return left->series == right->series && left->day == right->day;
}

/* Each measure times an odd number of its own: digests add up as the measures do. */
static guint64
digest_daily (const OutlayDaily *daily)
{
  const guint64 step = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 factor = step;
  guint64 digest = 0;

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++, factor = factor * step | 1)
    digest += (guint64) daily->usage.count[i] * factor;

  digest += (guint64) daily->billed_nanos * factor;
  factor = factor * step | 1;
  digest += (guint64) daily->effective_nanos * factor;
  factor = factor * step | 1;
  return digest + (guint64) daily->notional_nanos * factor;
}

static gboolean
on_daily (const OutlayDaily *daily, gpointer data, GError **error)
{
  OutlayDigests *digests = data;
  const Digest key = { daily->series, daily->day, 0 };
  Digest *digest;

  if (daily->batch == digests->without)
    return TRUE;

  digest = g_hash_table_lookup (digests->by_key, &key);
  if (digest == NULL)
    {
      digest = g_memdup2 (&key, sizeof key);
      g_hash_table_add (digests->by_key, digest);
    }

  digest->digest += digest_daily (daily);
  return TRUE;
}

/**
 * outlay_digests_load:
 * @database: a database
 * @part: what a file holds of one stream
 * @without: of the table batch: the file's own, to see what is there without it; or 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what counts in the days of @part now
 */
OutlayDigests *
outlay_digests_load (OutlayDatabase *database,
                     const OutlayStreamPart *part,
                     gint64 without,
                     GError **error)
{
  g_autoptr (OutlayDigests) digests = g_new (OutlayDigests, 1);

  digests->by_key = g_hash_table_new_full (hash_digest, equal_digests, g_free, NULL);
  digests->without = without;
  if (!outlay_daily_each_live (database, part->stream->id, part->first_day, part->last_day,
                               on_daily, digests, error))
    return NULL;

  return g_steal_pointer (&digests);
}

/**
 * outlay_digests_free:
 * @digests: (transfer full) (nullable): digests
 */
void
outlay_digests_free (OutlayDigests *digests)
{
  if (digests == NULL)
    return;

  g_hash_table_unref (digests->by_key);
  g_free (digests);
}

static void
count_rows (OutlayBatch *batch, const Digest *before, const Digest *after, gint64 rows)
{
  if (before == NULL)
    batch->new_rows += rows;
  else if (after != NULL && after->digest == before->digest)
    batch->duplicate_rows += rows;
  else
    batch->changed_rows += rows;
}

/**
 * outlay_verdict_judge:
 * @database: a database
 * @part: what the file holds of one stream
 * @before: what counted in its days before it came
 * @batch: (inout): the file's batch; its counts are added to
 * @error: return location for an error
 */
gboolean
outlay_verdict_judge (OutlayDatabase *database,
                      const OutlayStreamPart *part,
                      OutlayDigests *before,
                      OutlayBatch *batch,
                      GError **error)
{
  static const char select_rows[] =
      "SELECT day, series, sum(rows) FROM daily WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 "
      "AND batch = ?4 GROUP BY day, series";
  g_autoptr (OutlayDigests) after = outlay_digests_load (database, part, 0, error);
  sqlite3_stmt *statement;
  gboolean row = FALSE;

  if (after == NULL)
    return FALSE;

  statement = outlay_database_statement (database, select_rows, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, part->stream->id);
  sqlite3_bind_int (statement, 2, part->first_day);
  sqlite3_bind_int (statement, 3, part->last_day);
  sqlite3_bind_int64 (statement, 4, batch->id);
  while (outlay_database_step (database, statement, &row, error) && row)
    {
      const Digest key = { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 0),
                           0 };

      count_rows (batch, g_hash_table_lookup (before->by_key, &key),
                  g_hash_table_lookup (after->by_key, &key), sqlite3_column_int64 (statement, 2));
    }

  return !row;
}
