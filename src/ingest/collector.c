/* collector.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/collector.h"

#include "core/date.h"
#include "core/money.h"
#include "ingest/event-id.h"
#include "ingest/fact-buffer.h"
#include "ingest/rollup.h"
#include "ingest/stream-parts.h"
#include "store/rejects.h"

#include <glib/gi18n.h>

/* A charge with an amount but no usable day. */
typedef struct
{
  const OutlaySeries *series;
  OutlayFact fact;
  gboolean is_request;
} Undated;

struct _OutlayCollector
{
  const OutlayIngestContext *context; /* borrowed */
  const OutlayIngestRequest *request; /* borrowed */
  const OutlayReader *reader;         /* borrowed */

  /* Owned references */
  OutlayBatch *batch;
  OutlayFactBuffer *facts;
  OutlayRollup *rollup;
  OutlayTouched *touched;
  GArray *parts;   /* OutlayStreamPart */
  GArray *undated; /* Undated */

  guint part;        /* index of the part of the last record */
  gboolean row_open; /* a record of the row being read has been taken */
  gint32 stated_from;
  gint32 stated_to;
  OutlayFact last_fact; /* the last that was stored of its kind; every key lies behind the first */
  gint32 last_day;      /* touched last, so that the set is asked once a day */
  gint64 last_stream;
  GError *error; /* owned: the first that a callback without one met */
};

static OutlayStreamPart *
find_part (OutlayCollector *collector, const OutlayRecord *record, GError **error)
{
  const char *account = record->account;
  const char *source =
      record->source != NULL ? record->source : outlay_reader_source (collector->reader);
  const OutlayStream *stream;

  if (account[0] == '\0' && collector->request->account != NULL)
    account = collector->request->account;

  if (outlay_stream_parts_find (collector->parts, &collector->part, source, record->provider,
                                account))
    return &g_array_index (collector->parts, OutlayStreamPart, collector->part);

  stream =
      outlay_series_table_stream (collector->context->series, source, record->provider, account,
                                  record->account_name != NULL ? record->account_name : "",
                                  (int) outlay_reader_role (collector->reader),
                                  (int) outlay_reader_rule (collector->reader), error);
  if (stream == NULL)
    return NULL;

  collector->part = outlay_stream_parts_add (collector->parts, stream);
  return &g_array_index (collector->parts, OutlayStreamPart, collector->part);
}

static gboolean
add_sums (OutlayCollector *collector, const OutlayRecord *record, GError **error)
{
  OutlayBatchAmount *amount;

  if (record->kind != OUTLAY_CHARGE_NONE)
    {
      amount = outlay_batch_amount (collector->batch, record->field[OUTLAY_FIELD_CURRENCY]);
      if (!outlay_nanos_add (&amount->billed_nanos, record->billed_nanos))
        {
          g_set_error_literal (error, OUTLAY_MONEY_ERROR, OUTLAY_MONEY_ERROR_RANGE,
                               _ ("The sum of the file's amounts is beyond what can be counted"));
          return FALSE;
        }
    }

  if (record->has_usage && !outlay_usage_add (&collector->batch->usage, &record->usage))
    {
      g_set_error_literal (error, OUTLAY_MONEY_ERROR, OUTLAY_MONEY_ERROR_RANGE,
                           _ ("The sum of the file's tokens is beyond what can be counted"));
      return FALSE;
    }

  return TRUE;
}

static void
widen (OutlayCollector *collector, OutlayStreamPart *part, gint32 day, gint64 slice)
{
  outlay_stream_part_note_day (part, day, slice);
  collector->batch->first_day = MIN (collector->batch->first_day, day);
  collector->batch->last_day = MAX (collector->batch->last_day, day);

  if (day != collector->last_day || part->stream->id != collector->last_stream)
    {
      outlay_touched_add (collector->touched, part->stream->id, day);
      collector->last_day = day;
      collector->last_stream = part->stream->id;
    }
}

static gboolean
on_record (const OutlayRecord *record, gpointer data, GError **error)
{
  OutlayCollector *collector = data;
  OutlayStreamPart *part = find_part (collector, record, error);
  const OutlaySeries *series;
  OutlayFact fact = { .start = record->start, .rows = collector->row_open ? 0 : 1 };

  if (part == NULL || !add_sums (collector, record, error))
    return FALSE;

  series = outlay_series_table_intern (collector->context->series, part->stream, record, error);
  if (series == NULL)
    return FALSE;

  fact.series = series->id;
  fact.usage = record->usage;
  fact.billed_nanos = record->billed_nanos;
  fact.effective_nanos = record->cost_nanos;
  fact.notional_nanos = record->notional_nanos;
  collector->row_open = TRUE;
  outlay_stream_part_note (part, record);
  fact.slice = outlay_stream_part_slice (part, record);

  if (part->stream->rule == OUTLAY_RULE_EVENT)
    fact.id = outlay_event_id (record, collector->batch->id);

  if (record->start == OUTLAY_UNDATED)
    {
      Undated undated = { series, fact, record->is_request };

      g_array_append_val (collector->undated, undated);
      return TRUE;
    }

  widen (collector, part, outlay_day_of_instant (record->start), fact.slice);
  if (part->stream->rule == OUTLAY_RULE_EVENT)
    outlay_rollup_price_fact (collector->context, series, record->is_request, &fact);

  return outlay_fact_buffer_add (collector->facts, &fact, error);
}

static void
on_row_done (guint64 line, guint n_records, gpointer data)
{
  OutlayCollector *collector = data;

  collector->row_open = FALSE;
  if (n_records > 0)
    collector->batch->rows++;
}

static void
on_fault (const OutlayFault *fault, gpointer data)
{
  OutlayCollector *collector = data;
  const OutlayReject reject = { (gint64) fault->line,
                                (char *) (fault->field != NULL ? fault->field : ""),
                                (char *) fault->message, (char *) fault->text };

  collector->row_open = FALSE;
  collector->batch->rows++;
  collector->batch->rejected_rows++;
  if (collector->error == NULL)
    outlay_rejects_add (collector->context->database, collector->batch->id, &reject,
                        &collector->error);
}

static void
on_skip (guint64 line, gpointer data)
{
  OutlayCollector *collector = data;

  collector->row_open = FALSE;
  collector->batch->rows++;
  collector->batch->skipped_rows++;
}

static void
on_header (const char *text, gpointer data)
{
  OutlayCollector *collector = data;

  g_free (collector->batch->header);
  collector->batch->header = g_strdup (text);
}

static void
on_cover (gint32 from, gint32 to, gpointer data)
{
  OutlayCollector *collector = data;

  collector->stated_from = MIN (collector->stated_from, from);
  collector->stated_to = MAX (collector->stated_to, to);
}

static void
on_control (const char *currency, gint64 total_nanos, gpointer data)
{
  OutlayCollector *collector = data;
  OutlayBatchAmount *amount = outlay_batch_amount (collector->batch, currency);

  amount->has_control = TRUE;
  amount->control_nanos = total_nanos;
}

static void
on_note (const char *message, gpointer data)
{
  OutlayCollector *collector = data;

  g_ptr_array_add (collector->batch->notes, g_strdup (message));
}

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
    return outlay_events_add (collector->context->database, collector->batch->id,
                              series->stream->id, fact, error);

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
  collector->facts = outlay_fact_buffer_new (store_fact, collector);
  collector->touched = outlay_touched_new ();
  collector->parts = g_array_new (FALSE, FALSE, sizeof (OutlayStreamPart));
  collector->undated = g_array_new (FALSE, FALSE, sizeof (Undated));
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

  outlay_batch_free (collector->batch);
  outlay_fact_buffer_free (collector->facts);
  outlay_rollup_free (collector->rollup);
  outlay_touched_free (collector->touched);
  g_array_unref (collector->parts);
  g_array_unref (collector->undated);
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

  *sink = (OutlaySink){ on_record, on_row_done, on_fault, on_skip,  on_header,
                        on_cover,  on_control,  on_note,  collector };
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
      Undated *undated = &g_array_index (collector->undated, Undated, i);
      OutlayStreamPart *part = find_part_of (collector, undated->series->stream);

      undated->fact.start = outlay_day_start (day);
      if (part->stream->rule == OUTLAY_RULE_STATEMENT && undated->fact.slice == 0)
        undated->fact.slice = outlay_month_of_day (day);
      widen (collector, part, day, undated->fact.slice);
      if (part->stream->rule == OUTLAY_RULE_EVENT)
        outlay_rollup_price_fact (collector->context, undated->series, undated->is_request,
                                  &undated->fact);
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
