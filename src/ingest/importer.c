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
#include "ingest/layer.h"
#include "ingest/settle.h"

#include <glib/gi18n.h>
#include <inttypes.h>

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
read_file (const OutlayIngestContext *context,
           const OutlayIngestRequest *request,
           OutlayCollector *collector,
           GError **error)
{
  g_autoptr (OutlayInput) input = outlay_input_new (request->stream);
  g_autoptr (GBytes) head = outlay_input_read (input, NULL, error);
  g_autofree char *name = g_path_get_basename (request->path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (OutlayDecoder) decoder = NULL;
  g_autoptr (OutlayReading) reading = NULL;
  OutlayReadOptions options = { name, request->all_services };
  const OutlayReader *reader;
  gint64 run = request->run->id;
  OutlaySink sink;

  if (head == NULL)
    return FALSE;

  decoder = outlay_decoder_new (g_bytes_get_data (head, NULL), g_bytes_get_size (head));
  outlay_decoder_feed (decoder, g_bytes_get_data (head, NULL), g_bytes_get_size (head), text);
  reader = find_reader (request, text, error);
  if (reader == NULL)
    return FALSE;

  if ((run == 0 && !outlay_batches_next_run (context->database, &run, error)) ||
      !outlay_collector_begin (collector, reader, run, &sink, error))
    return FALSE;

  reading = outlay_reading_new (reader, &options, &sink);
  if (!read_pieces (request, input, decoder, reading, text, (goffset) g_bytes_get_size (head),
                    error) ||
      !outlay_collector_flush (collector, error))
    return FALSE;

  outlay_input_fingerprint (input, outlay_collector_batch (collector)->fingerprint);
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

/* What the run's files were already in as is a part of its statement, too. */
static gboolean
join_known (const OutlayIngestContext *context,
            const OutlayIngestRun *run,
            const OutlayBatch *batch,
            GError **error)
{
  for (guint i = 0; i < run->known->len; i++)
    if (!outlay_batches_join (context->database, g_array_index (run->known, gint64, i), batch->run,
                              error))
      return FALSE;

  return TRUE;
}

/* Returns the batch that holds the file: a new one, or one of the same bytes. */
static OutlayBatch *
ingest (const OutlayIngestContext *context, const OutlayIngestRequest *request, GError **error)
{
  g_autoptr (OutlayCollector) collector = outlay_collector_new (context, request);
  OutlayBatch *batch = outlay_collector_batch (collector);
  GError *same_error = NULL;
  OutlayBatch *same;

  if (!read_file (context, request, collector, error))
    return NULL;

  same = find_same_bytes (context, batch, &same_error);
  if (same != NULL || same_error != NULL)
    {
      if (same_error != NULL)
        g_propagate_error (error, same_error);
      return same;
    }

  if (!outlay_collector_finish (collector, error) ||
      !join_known (context, request->run, batch, error) ||
      !outlay_layer_settle (context, collector, error) ||
      !outlay_batches_update (context->database, batch, error))
    return NULL;

  return outlay_collector_steal_batch (collector);
}

/* The rest of its run may be in before a file that is in since long. */
static gboolean
note_known (const OutlayIngestContext *context, OutlayIngestRun *run, gint64 batch, GError **error)
{
  g_array_append_val (run->known, batch);

  return run->id == 0 || (outlay_batches_join (context->database, batch, run->id, error) &&
                          outlay_settle_batch (context, batch, error));
}

/* In the transaction of outlay_ingest(); what is read of a file that is in already is
 * taken back. */
static OutlayBatch *
ingest_part (OutlayDatabase *database,
             OutlayPriceBook *book,
             const OutlayIngestRequest *request,
             gboolean *is_new,
             GError **error)
{
  g_autoptr (OutlaySeriesTable) series = outlay_series_table_load (database, error);
  g_autoptr (OutlayPriceCache) prices = outlay_price_cache_new (book);
  const OutlayIngestContext context = { database, series, prices };
  g_autoptr (OutlayBatch) batch = NULL;
  gint64 n_before;

  if (series == NULL ||
      !outlay_database_get_int64 (database, "SELECT coalesce(max(id), 0) FROM batch", &n_before,
                                  error) ||
      !outlay_database_begin (database, error))
    return NULL;

  batch = ingest (&context, request, error);
  *is_new = batch != NULL && batch->id > n_before;
  if (*is_new)
    return outlay_database_commit (database, error) ? g_steal_pointer (&batch) : NULL;

  outlay_database_rollback (database);
  if (batch == NULL || !note_known (&context, request->run, batch->id, error))
    return NULL;

  return g_steal_pointer (&batch);
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
  gboolean is_alone = sqlite3_get_autocommit (outlay_database_handle (database)) != 0;
  g_autoptr (OutlayBatch) batch = NULL;
  gboolean is_new = FALSE;

  if (!outlay_database_begin (database, error))
    return NULL;

  batch = ingest_part (database, book, request, &is_new, error);
  if (batch == NULL || (request->dry_run && is_alone))
    outlay_database_rollback (database);
  else if (!outlay_database_commit (database, error))
    return NULL;

  if (batch != NULL && is_new)
    request->run->id = batch->run;
  if (batch != NULL && request->dry_run)
    batch->id = 0;
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
                       _ ("The same file is in already, as import %" PRId64), same);
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
