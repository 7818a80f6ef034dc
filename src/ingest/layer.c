/* layer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/layer.h"

#include "ingest/rollup.h"
#include "ingest/settle.h"
#include "ingest/verdict.h"
#include "store/claims.h"

/* Does another file claim slices, or hold events, of the same days? */
static gboolean
find_overlap (const OutlayIngestContext *context,
              const OutlayStreamPart *part,
              gboolean *overlap,
              GError **error)
{
  static const char select_cover[] =
      "SELECT 1 FROM cover WHERE stream = ?1 AND slice BETWEEN ?2 AND ?3 LIMIT 1";
  static const char select_events[] =
      "SELECT 1 FROM daily WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 LIMIT 1";
  gboolean is_event = part->stream->rule == OUTLAY_RULE_EVENT;
  gboolean is_bucket = part->stream->rule == OUTLAY_RULE_BUCKET;
  sqlite3_stmt *statement =
      outlay_database_statement (context->database, is_event ? select_events : select_cover, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, part->stream->id);
  sqlite3_bind_int64 (statement, 2,
                      is_bucket ? MIN (part->first_slice, part->stated_from) : part->first_slice);
  sqlite3_bind_int64 (statement, 3,
                      is_bucket ? MAX (part->last_slice, part->stated_to) : part->last_slice);
  if (!outlay_database_step (context->database, statement, overlap, error))
    return FALSE;

  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
settle_part (const OutlayIngestContext *context,
             const OutlayStreamPart *part,
             gint64 batch,
             const GArray *days,
             OutlayTouched *touched,
             GError **error)
{
  g_autoptr (GArray) covers = NULL;
  const OutlayCover *last = NULL;

  if (part->stream->rule == OUTLAY_RULE_EVENT)
    {
      for (guint i = 0; i < days->len; i++)
        {
          const OutlayTouchedDay *day = &g_array_index (days, OutlayTouchedDay, i);

          if (day->stream == part->stream->id &&
              !outlay_rollup_events (context, part->stream, day->day, error))
            return FALSE;
        }
      return TRUE;
    }

  covers = outlay_covers_of_batch (context->database, batch, error);
  if (covers == NULL)
    return FALSE;

  for (guint i = 0; i < covers->len; i++)
    {
      const OutlayCover *cover = &g_array_index (covers, OutlayCover, i);

      if (cover->stream != part->stream->id || (last != NULL && last->slice == cover->slice))
        continue;

      last = cover;
      if (!outlay_settle_slice (context, part->stream, cover->slice, touched, error))
        return FALSE;
    }

  return TRUE;
}

/* Facts become daily rows, slices are won or lost, and every row gets its verdict. */
static gboolean
settle_parts (const OutlayIngestContext *context, OutlayCollector *collector, GError **error)
{
  OutlayBatch *batch = outlay_collector_batch (collector);
  const GArray *parts = outlay_collector_parts (collector);
  OutlayTouched *touched = outlay_collector_touched (collector);
  g_autoptr (GPtrArray) before =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_digests_free);
  g_autoptr (GArray) days = outlay_touched_list (touched);

  g_ptr_array_set_size (before, (int) parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (parts, OutlayStreamPart, i);
      gboolean overlap;

      if (!find_overlap (context, part, &overlap, error))
        return FALSE;
      if (!overlap)
        continue;

      before->pdata[i] = outlay_digests_load (context->database, part, batch->id, error);
      if (before->pdata[i] == NULL)
        return FALSE;
    }

  if (!outlay_rollup_finish (outlay_collector_rollup (collector), error))
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (parts, OutlayStreamPart, i);

      if ((before->pdata[i] != NULL || part->stream->rule == OUTLAY_RULE_EVENT) &&
          !settle_part (context, part, batch->id, days, touched, error))
        return FALSE;
      if (before->pdata[i] != NULL &&
          !outlay_verdict_judge (context->database, part, before->pdata[i], batch, error))
        return FALSE;
    }

  /* What no other file has a say in is new. */
  batch->new_rows = batch->rows - batch->rejected_rows - batch->skipped_rows -
                    batch->duplicate_rows - batch->changed_rows;
  return TRUE;
}

static gboolean
insert_spans (const OutlayIngestContext *context, OutlayCollector *collector, GError **error)
{
  const GArray *parts = outlay_collector_parts (collector);

  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (parts, OutlayStreamPart, i);
      OutlaySpan span = { outlay_collector_batch (collector)->id, part->stream->id,
                          MIN (part->first_day, part->stated_from),
                          MAX (part->last_day, part->stated_to),
                          part->stated_to <= part->last_day };

      if (span.first_day > span.last_day)
        continue;

      outlay_touched_add_span (outlay_collector_touched (collector), span.stream, span.first_day,
                               span.last_day);
      if (!outlay_spans_insert (context->database, &span, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
sum_up (const OutlayIngestContext *context, OutlayBatch *batch, GError **error)
{
  static const char select_computed[] =
      "SELECT total(d.computed), sum(d.computed), sum(d.unpriced_rows), "
      "max(d.price_state <> 0) FROM span s JOIN daily d ON d.stream = s.stream "
      "AND d.day BETWEEN s.first_day AND s.last_day AND d.batch = s.batch WHERE s.batch = ?1";
  sqlite3_stmt *statement = outlay_database_statement (context->database, select_computed, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch->id);
  if (!outlay_database_step (context->database, statement, &row, error))
    return FALSE;

  if (row)
    {
      batch->has_computed = sqlite3_column_int (statement, 3) != 0;
      batch->computed_nanos = sqlite3_column_int64 (statement, 1);
      batch->unpriced_rows = sqlite3_column_int64 (statement, 2);
    }

  sqlite3_reset (statement);
  return TRUE;
}

/**
 * outlay_layer_settle:
 * @context: what the import works with
 * @collector: a collector that has stored all facts of a file
 * @error: return location for an error
 *
 * Makes the file's batch a layer of the store: what it covers and claims, what counts
 * with it, and what of it is new. The batch learns its counts.
 */
gboolean
outlay_layer_settle (const OutlayIngestContext *context, OutlayCollector *collector, GError **error)
{
  OutlayBatch *batch = outlay_collector_batch (collector);

  return insert_spans (context, collector, error) && settle_parts (context, collector, error) &&
         outlay_settle_spend (context, outlay_collector_touched (collector), batch->id, error) &&
         sum_up (context, batch, error);
}
