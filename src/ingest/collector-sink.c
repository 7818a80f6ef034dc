/* collector-sink.c – records of a file, as they are read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "core/money.h"
#include "ingest/collector-private.h"
#include "ingest/event-id.h"
#include "ingest/stream-parts.h"
#include "store/rejects.h"

#include <glib/gi18n.h>

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

  g_mutex_lock (&collector->lock);
  stream =
      outlay_series_table_stream (collector->context->series, source, record->provider, account,
                                  record->account_name != NULL ? record->account_name : "",
                                  (int) outlay_reader_role (collector->reader),
                                  (int) outlay_reader_rule (collector->reader), error);
  g_mutex_unlock (&collector->lock);
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

/* The file has a row on @day. */
void
outlay_collector_widen (OutlayCollector *collector,
                        OutlayStreamPart *part,
                        gint32 day,
                        gint64 slice)
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

/* What is new is put into the store, which the facts before it may be on their way to. */
static const OutlaySeries *
find_series (OutlayCollector *collector,
             const OutlayStream *stream,
             const OutlayRecord *record,
             GError **error)
{
  OutlaySeriesTable *table = collector->context->series;
  const OutlaySeries *series = outlay_series_table_find (table, stream, record);

  if (series != NULL)
    return series;

  g_mutex_lock (&collector->lock);
  series = outlay_series_table_intern (table, stream, record, error);
  g_mutex_unlock (&collector->lock);
  return series;
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

  series = find_series (collector, part->stream, record, error);
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
  fact.scope = outlay_stream_part_scope (part, series->field[OUTLAY_FIELD_PROJECT]->id, fact.slice);

  fact.is_request = record->is_request;
  if (part->stream->rule == OUTLAY_RULE_EVENT)
    fact.id = outlay_event_id (record, collector->batch->id);

  if (record->start == OUTLAY_UNDATED)
    {
      OutlayUndated undated = { series, fact };

      g_array_append_val (collector->undated, undated);
      return TRUE;
    }

  outlay_collector_widen (collector, part, outlay_day_of_instant (record->start), fact.slice);
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
  if (collector->error != NULL)
    return;

  g_mutex_lock (&collector->lock);
  outlay_rejects_add (collector->context->database, collector->batch->id, &reject,
                      &collector->error);
  g_mutex_unlock (&collector->lock);
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

/* Where a reader is to put what it reads. */
void
outlay_collector_fill_sink (OutlayCollector *collector, OutlaySink *sink)
{
  *sink = (OutlaySink){ on_record, on_row_done, on_fault, on_skip,  on_header,
                        on_cover,  on_control,  on_note,  collector };
}
