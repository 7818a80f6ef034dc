/* collector.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/collector.h"

#include "core/date.h"
#include "ingest/collector-private.h"
#include "ingest/stream-parts.h"

#include <glib/gi18n.h>

static gboolean
is_behind (const OutlayFact *fact, const OutlayFact *last)
{
  if (fact->start != last->start)
    return fact->start > last->start;
  if (fact->series != last->series)
    return fact->series > last->series;

  return fact->slice > last->slice;
}

static gboolean
store_fact (const OutlayFact *fact, gpointer data, GError **error)
{
  OutlayCollector *collector = data;
  const OutlaySeries *series = outlay_series_table_get (collector->context->series, fact->series);

  if (series->stream->rule == OUTLAY_RULE_EVENT)
    {
      OutlayFact event = *fact;

      outlay_rollup_price_fact (collector->context, series, fact->is_request, &event);
      return outlay_events_add (collector->context->database, collector->batch->id,
                                series->stream->id, &event, error);
    }

  if (!(is_behind (fact, &collector->last_fact)
            ? outlay_facts_append
            : outlay_facts_add) (collector->context->database, collector->batch->id, fact, error))
    return FALSE;

  collector->last_fact = *fact;
  return outlay_rollup_add (collector->rollup, fact, error);
}

/**
 * outlay_collector_new:
 * @context: what the import works with; it has to outlive the collector
 * @request: which file; it has to outlive the collector
 *
 * Returns: (transfer full): a collector with an empty batch
 */
OutlayCollector *
outlay_collector_new (const OutlayIngestContext *context, const OutlayIngestRequest *request)
{
  OutlayCollector *collector = g_new0 (OutlayCollector, 1);

  collector->context = context;
  collector->request = request;
  collector->batch = outlay_batch_new ();
  collector->facts = outlay_fact_buffer_new (store_fact, collector, &collector->lock);
  g_mutex_init (&collector->lock);
  collector->touched = outlay_touched_new ();
  collector->parts = g_array_new (FALSE, FALSE, sizeof (OutlayStreamPart));
  collector->undated = g_array_new (FALSE, FALSE, sizeof (OutlayUndated));
  collector->stated_from = G_MAXINT32;
  collector->stated_to = G_MININT32;
  collector->last_day = G_MININT32;
  collector->last_fact.start = G_MININT64;
  return collector;
}

/**
 * outlay_collector_free:
 * @collector: (transfer full) (nullable): a collector
 */
void
outlay_collector_free (OutlayCollector *collector)
{
  if (collector == NULL)
    return;

  outlay_fact_buffer_free (collector->facts);
  outlay_batch_free (collector->batch);
  outlay_rollup_free (collector->rollup);
  outlay_touched_free (collector->touched);
  g_array_unref (collector->parts);
  g_array_unref (collector->undated);
  g_mutex_clear (&collector->lock);
  g_clear_error (&collector->error);
  g_free (collector);
}

/**
 * outlay_collector_begin:
 * @collector: a collector
 * @reader: of the file's format
 * @run: that the batch is of
 * @sink: (out): where the reader is to put what it reads
 * @error: return location for an error
 *
 * Stores the batch, so that its facts can name it.
 */
gboolean
outlay_collector_begin (OutlayCollector *collector,
                        const OutlayReader *reader,
                        gint64 run,
                        OutlaySink *sink,
                        GError **error)
{
  collector->reader = reader;
  collector->batch->path = g_strdup (collector->request->path);
  collector->batch->format = g_strdup (outlay_reader_id (reader));
  collector->batch->run = run;
  collector->batch->imported = collector->request->now;

  outlay_collector_fill_sink (collector, sink);
  if (!outlay_batches_insert (collector->context->database, collector->batch, error))
    return FALSE;

  collector->rollup =
      outlay_rollup_new (collector->context, collector->batch->id, collector->parts);
  return TRUE;
}

static OutlayStreamPart *
find_part_of (OutlayCollector *collector, const OutlayStream *stream)
{
  guint i = 0;

  while (g_array_index (collector->parts, OutlayStreamPart, i).stream != stream)
    i++;

  return &g_array_index (collector->parts, OutlayStreamPart, i);
}

/**
 * outlay_collector_flush:
 * @collector: a collector whose file has been read
 * @error: return location for an error
 *
 * Stores what is still on its way, so that the store can be asked.
 */
gboolean
outlay_collector_flush (OutlayCollector *collector, GError **error)
{
  return outlay_fact_buffer_flush (collector->facts, error);
}

/* Undated charges go to the first day of the file's period. */
static gboolean
place_undated (OutlayCollector *collector, GError **error)
{
  gint32 day = MIN (collector->batch->first_day, collector->stated_from);

  if (collector->undated->len == 0)
    return TRUE;

  if (day == G_MAXINT32)
    day = outlay_day_of_instant (collector->request->now);
  g_ptr_array_add (collector->batch->notes,
                   g_strdup_printf (ngettext ("%u charge has no day; it counts on the first day "
                                              "of the file",
                                              "%u charges have no day; they count on the first "
                                              "day of the file",
                                              collector->undated->len),
                                    collector->undated->len));

  for (guint i = 0; i < collector->undated->len; i++)
    {
      OutlayUndated *undated = &g_array_index (collector->undated, OutlayUndated, i);
      OutlayStreamPart *part = find_part_of (collector, undated->series->stream);

      undated->fact.start = outlay_day_start (day);
      if (part->stream->rule == OUTLAY_RULE_STATEMENT && undated->fact.slice == 0)
        undated->fact.slice = outlay_month_of_day (day);
      undated->fact.scope =
          outlay_stream_part_scope (part, undated->series->field[OUTLAY_FIELD_PROJECT]->id,
                                    undated->fact.slice);
      outlay_collector_widen (collector, part, day, undated->fact.slice);
      if (!outlay_fact_buffer_add (collector->facts, &undated->fact, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_collector_finish:
 * @collector: a collector whose file has been read
 * @error: return location for an error
 *
 * Stores the fingerprint and what the buffer still holds.
 */
gboolean
outlay_collector_finish (OutlayCollector *collector, GError **error)
{
  static const char update_fingerprint[] = "UPDATE batch SET fingerprint = ?2 WHERE id = ?1";
  sqlite3_stmt *statement;

  if (collector->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&collector->error));
      return FALSE;
    }

  /* A month that is still going on is stated by a file's name, but not vouched for. */
  if (collector->stated_to >= outlay_day_of_instant (collector->request->now))
    collector->stated_to = G_MININT32;

  if (!place_undated (collector, error) || !outlay_fact_buffer_flush (collector->facts, error))
    return FALSE;

  for (guint i = 0; i < collector->parts->len; i++)
    {
      OutlayStreamPart *part = &g_array_index (collector->parts, OutlayStreamPart, i);

      part->stated_from = collector->stated_from;
      part->stated_to = collector->stated_to;
    }

  statement = outlay_database_statement (collector->context->database, update_fingerprint, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, collector->batch->id);
  sqlite3_bind_blob (statement, 2, collector->batch->fingerprint, OUTLAY_FINGERPRINT_SIZE,
                     SQLITE_STATIC);
  return outlay_database_run (collector->context->database, statement, error);
}

/**
 * outlay_collector_batch:
 * @collector: a collector
 *
 * Returns: (transfer none): its batch
 */
OutlayBatch *
outlay_collector_batch (OutlayCollector *collector)
{
  return collector->batch;
}

/**
 * outlay_collector_steal_batch:
 * @collector: a collector
 *
 * Returns: (transfer full): its batch
 */
OutlayBatch *
outlay_collector_steal_batch (OutlayCollector *collector)
{
  return g_steal_pointer (&collector->batch);
}

/**
 * outlay_collector_parts:
 * @collector: a collector
 *
 * Returns: (transfer none) (element-type OutlayStreamPart): what the file holds of
 *   each stream
 */
const GArray *
outlay_collector_parts (OutlayCollector *collector)
{
  return collector->parts;
}

/**
 * outlay_collector_touched:
 * @collector: a collector
 *
 * Returns: (transfer none): the days that the file has rows on
 */
OutlayTouched *
outlay_collector_touched (OutlayCollector *collector)
{
  return collector->touched;
}

/**
 * outlay_collector_rollup:
 * @collector: a collector
 *
 * Returns: (transfer none): the daily rows of its facts
 */
OutlayRollup *
outlay_collector_rollup (OutlayCollector *collector)
{
  return collector->rollup;
}
