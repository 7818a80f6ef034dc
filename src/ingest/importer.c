/* importer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/importer.h"

#include "core/date.h"
#include "import/reader.h"
#include "ingest/collector.h"
#include "ingest/decode.h"
#include "ingest/input.h"
#include "ingest/rollup.h"
#include "ingest/settle.h"
#include "ingest/verdict.h"
#include "store/claims.h"

#include <glib/gi18n.h>

static gboolean
set_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CANCELLED,
                       _ ("Stopped. Nothing was changed"));
  return TRUE;
}

static const OutlayReader *
find_reader (const OutlayIngestRequest *request, const GString *head, GError **error)
{
  g_autofree char *name = g_path_get_basename (request->path);
  const OutlayReader *reader;

  if (request->format == NULL)
    return outlay_readers_sniff (head->str, head->len, name, NULL, error);

  reader = outlay_readers_find (request->format);
  if (reader == NULL)
    g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
                 _ ("There is no format “%s”. “formats” lists them"), request->format);
  return reader;
}

/* Pushes the rest of the file through decoder and reader. */
static gboolean
read_pieces (const OutlayIngestRequest *request,
             OutlayInput *input,
             OutlayDecoder *decoder,
             OutlayReading *reading,
             GString *text,
             goffset n_bytes,
             GError **error)
{
  while (TRUE)
    {
      g_autoptr (GBytes) piece = NULL;

      if (!outlay_reading_feed (reading, text->str, text->len, error))
        return FALSE;
      if (set_cancelled (request->cancellable, error))
        return FALSE;

      piece = outlay_input_read (input, NULL, error);
      if (piece == NULL)
        return FALSE;

      g_string_truncate (text, 0);
      if (g_bytes_get_size (piece) == 0)
        break;

      n_bytes += (goffset) g_bytes_get_size (piece);
      outlay_decoder_feed (decoder, g_bytes_get_data (piece, NULL), g_bytes_get_size (piece), text);
      if (request->progress != NULL)
        request->progress (n_bytes, request->user_data);
    }

  outlay_decoder_finish (decoder, text);
  return outlay_reading_feed (reading, text->str, text->len, error) &&
         outlay_reading_finish (reading, error);
}

/* Reads the file into facts; the batch learns its format, sums and fingerprint. */
static gboolean
read_file (const OutlayIngestRequest *request, OutlayCollector *collector, GError **error)
{
  g_autoptr (OutlayInput) input = outlay_input_new (request->stream);
  g_autoptr (GBytes) head = outlay_input_read (input, NULL, error);
  g_autofree char *name = g_path_get_basename (request->path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (OutlayDecoder) decoder = NULL;
  g_autoptr (OutlayReading) reading = NULL;
  OutlayReadOptions options = { name, request->all_services };
  const OutlayReader *reader;
  OutlaySink sink;

  if (head == NULL)
    return FALSE;

  decoder = outlay_decoder_new (g_bytes_get_data (head, NULL), g_bytes_get_size (head));
  outlay_decoder_feed (decoder, g_bytes_get_data (head, NULL), g_bytes_get_size (head), text);
  reader = find_reader (request, text, error);
  if (reader == NULL)
    return FALSE;

  if (!outlay_collector_begin (collector, reader, &sink, error))
    return FALSE;

  reading = outlay_reading_new (reader, &options, &sink);
  if (!read_pieces (request, input, decoder, reading, text, (goffset) g_bytes_get_size (head),
                    error))
    return FALSE;

  outlay_input_fingerprint (input, outlay_collector_batch (collector)->fingerprint);
  return TRUE;
}

/* Does another active file claim a slice, or hold events, of the same days? */
static gboolean
find_overlap (const OutlayIngestContext *context,
              const OutlayStreamPart *part,
              gint64 batch,
              gboolean *overlap,
              GError **error)
{
  static const char select_other[] =
      "SELECT 1 FROM daily WHERE stream = ?1 AND day BETWEEN ?2 AND ?3 AND batch <> ?4 LIMIT 1";
  sqlite3_stmt *statement = outlay_database_statement (context->database, select_other, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, part->stream->id);
  sqlite3_bind_int (statement, 2, MIN (part->first_day, part->stated_from));
  sqlite3_bind_int (statement, 3, MAX (part->last_day, part->stated_to));
  sqlite3_bind_int64 (statement, 4, batch);
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
      if (!outlay_settle_slice (context, part->stream, cover->slice, error))
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
  g_autoptr (GPtrArray) before =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_digests_free);
  g_autoptr (GArray) days = outlay_touched_list (outlay_collector_touched (collector));

  g_ptr_array_set_size (before, (int) parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (parts, OutlayStreamPart, i);
      gboolean overlap;

      if (!find_overlap (context, part, batch->id, &overlap, error))
        return FALSE;
      if (!overlap)
        continue;

      before->pdata[i] = outlay_digests_load (context->database, part->stream->id, part->first_day,
                                              part->last_day, error);
      if (before->pdata[i] == NULL)
        return FALSE;
    }

  if (!outlay_rollup_facts (context, batch->id, parts, error))
    return FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayStreamPart *part = &g_array_index (parts, OutlayStreamPart, i);

      if ((before->pdata[i] != NULL || part->stream->rule == OUTLAY_RULE_EVENT) &&
          !settle_part (context, part, batch->id, days, error))
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

      if (span.first_day <= span.last_day && !outlay_spans_insert (context->database, &span, error))
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

/* A file that is in already makes no batch: its rows are duplicates of that one. */
static OutlayBatch *
find_same_bytes (const OutlayIngestContext *context, OutlayBatch *batch, GError **error)
{
  static const char select_same[] =
      "SELECT id FROM batch WHERE fingerprint = ?1 AND state = 'active' AND id <> ?2";
  sqlite3_stmt *statement = outlay_database_statement (context->database, select_same, error);
  OutlayBatch *same;
  gboolean row;
  gint64 id;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_blob (statement, 1, batch->fingerprint, OUTLAY_FINGERPRINT_SIZE, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, batch->id);
  if (!outlay_database_step (context->database, statement, &row, error) || !row)
    return NULL;

  id = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  same = outlay_batches_get (context->database, id, error);
  if (same != NULL)
    {
      same->duplicate_rows = same->rows;
      same->new_rows = same->changed_rows = same->rejected_rows = same->skipped_rows = 0;
      g_free (same->path);
      same->path = g_strdup (batch->path);
    }
  return same;
}

/* In the transaction. Returns the batch that holds the file: a new one, or one of the same bytes. */
static OutlayBatch *
ingest (const OutlayIngestContext *context, const OutlayIngestRequest *request, GError **error)
{
  g_autoptr (OutlayCollector) collector = outlay_collector_new (context, request);
  OutlayBatch *batch = outlay_collector_batch (collector);
  GError *same_error = NULL;
  OutlayBatch *same;

  if (!read_file (request, collector, error))
    return NULL;

  same = find_same_bytes (context, batch, &same_error);
  if (same != NULL || same_error != NULL)
    {
      if (same_error != NULL)
        g_propagate_error (error, same_error);
      return same;
    }

  if (!outlay_collector_finish (collector, error) || !insert_spans (context, collector, error) ||
      !settle_parts (context, collector, error) ||
      !outlay_settle_spend (context, outlay_collector_touched (collector), error) ||
      !sum_up (context, batch, error) || !outlay_batches_update (context->database, batch, error))
    return NULL;

  return outlay_collector_steal_batch (collector);
}

/**
 * outlay_ingest:
 * @database: the store
 * @book: the price book
 * @request: which file, and how
 * @error: return location for an error; then nothing of the file is in the store
 *
 * Returns: (transfer full) (nullable): what became of the file; with @dry_run its
 *   id is 0. For bytes that an active batch holds, that batch with all rows
 *   duplicate.
 */
OutlayBatch *
outlay_ingest (OutlayDatabase *database,
               OutlayPriceBook *book,
               const OutlayIngestRequest *request,
               GError **error)
{
  g_autoptr (OutlaySeriesTable) series = NULL;
  g_autoptr (OutlayPriceCache) prices = outlay_price_cache_new (book);
  g_autoptr (OutlayBatch) batch = NULL;
  OutlayIngestContext context;
  gint64 n_before;

  if (!outlay_database_begin (database, error))
    return NULL;

  series = outlay_series_table_load (database, error);
  context = (OutlayIngestContext){ database, series, prices };
  if (series != NULL &&
      outlay_database_get_int64 (database, "SELECT coalesce(max(id), 0) FROM batch", &n_before,
                                 error))
    batch = ingest (&context, request, error);

  if (batch == NULL || request->dry_run || batch->id <= n_before)
    {
      outlay_database_rollback (database);
      if (batch != NULL && request->dry_run)
        batch->id = 0;
      return g_steal_pointer (&batch);
    }

  if (!outlay_database_commit (database, error))
    return NULL;

  return g_steal_pointer (&batch);
}

static gboolean
set_undone (const OutlayIngestContext *context, gint64 id, gboolean undone, GError **error)
{
  g_autoptr (OutlayBatch) batch = outlay_batches_get (context->database, id, error);
  gint64 same;

  if (batch == NULL)
    return FALSE;
  if (batch->undone == undone)
    return TRUE;

  if (!undone)
    {
      if (!outlay_batches_find_active (context->database, batch->fingerprint, &same, error))
        return FALSE;
      if (same != 0)
        {
          g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_EXISTS,
                       _ ("The same file is in already, as import %" G_GINT64_FORMAT), same);
          return FALSE;
        }
    }

  return outlay_batches_set_undone (context->database, id, undone, error) &&
         outlay_settle_batch (context, id, error);
}

/**
 * outlay_ingest_set_undone:
 * @database: the store
 * @book: the price book
 * @batch: of the table batch
 * @undone: %TRUE to take it back, %FALSE to bring it back
 * @error: return location for an error
 *
 * What the batch had replaced counts again, and the other way round.
 */
gboolean
outlay_ingest_set_undone (OutlayDatabase *database,
                          OutlayPriceBook *book,
                          gint64 batch,
                          gboolean undone,
                          GError **error)
{
  g_autoptr (OutlaySeriesTable) series = NULL;
  g_autoptr (OutlayPriceCache) prices = outlay_price_cache_new (book);
  OutlayIngestContext context;

  if (!outlay_database_begin (database, error))
    return FALSE;

  series = outlay_series_table_load (database, error);
  context = (OutlayIngestContext){ database, series, prices };
  if (series == NULL || !set_undone (&context, batch, undone, error))
    {
      outlay_database_rollback (database);
      return FALSE;
    }

  return outlay_database_commit (database, error);
}
