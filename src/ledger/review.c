/* review.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/review.h"

#include "import/reader.h"
#include "ingest/decode.h"
#include "ledger/command-private.h"
#include "ledger/import-private.h"

#include <glib/gi18n.h>

#define HEAD_BYTES (64 * 1024)

static void
free_file (gpointer data)
{
  OutlayReviewedFile *file = data;

  outlay_imported_free (file->imported);
  g_free (file->reason);
  g_free (file->header);
  g_ptr_array_unref (file->rejected);
  g_free (file);
}

/**
 * outlay_review_free:
 * @review: (transfer full) (nullable): a review
 */
void
outlay_review_free (OutlayReview *review)
{
  if (review == NULL)
    return;

  g_ptr_array_unref (review->files);
  g_array_unref (review->months);
  g_free (review->currency);
  g_free (review);
}

/* The words of the sniffer, which the importer has no use for. */
static char *
find_reason (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *head = g_malloc (HEAD_BYTES);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (OutlayDecoder) decoder = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  char *reason = NULL;
  gsize n_read;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &n_read, NULL, NULL))
    return NULL;

  decoder = outlay_decoder_new (head, n_read);
  outlay_decoder_feed (decoder, head, n_read, text);
  outlay_readers_sniff (text->str, text->len, name, &reason, NULL);
  return reason;
}

static OutlayReviewedFile *
review_file (OutlayLedger *ledger,
             const OutlayImportRequest *request,
             OutlayImported *imported,
             gint64 n_before)
{
  OutlayReviewedFile *file = g_new0 (OutlayReviewedFile, 1);

  file->imported = imported;
  file->known = imported->batch != 0 && imported->batch <= n_before;
  file->unknown_format =
      g_error_matches (imported->error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT);
  if (request->format == NULL && imported->error == NULL)
    file->reason = find_reason (imported->path);
  if (imported->batch > n_before)
    file->rejected = outlay_ledger_rejected_rows (ledger, imported->batch, &file->header, NULL);
  if (file->rejected == NULL)
    file->rejected = g_ptr_array_new ();
  if (!file->known)
    imported->batch = 0;
  return file;
}

static gboolean
check_cancelled (const OutlayImportRequest *request, GError **error)
{
  if (!g_cancellable_is_cancelled (request->cancellable))
    return TRUE;

  g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CANCELLED,
                       _ ("Stopped. Nothing was changed"));
  return FALSE;
}

static gboolean
review_request (OutlayLedger *ledger,
                const OutlayImportRequest *request,
                gint64 n_before,
                OutlayReview *review,
                GError **error)
{
  g_autoptr (GPtrArray) results = outlay_ledger_import (ledger, request, error);

  if (results == NULL || !check_cancelled (request, error))
    return FALSE;

  g_ptr_array_set_free_func (results, NULL);
  for (guint i = 0; i < results->len; i++)
    g_ptr_array_add (review->files, review_file (ledger, request, results->pdata[i], n_before));
  return TRUE;
}

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const OutlayReviewedMonth *left = a, *right = b;

  return left->month < right->month ? -1 : left->month > right->month;
}

static OutlayReviewedMonth *
find_month (GArray *months, gint32 month)
{
  const OutlayReviewedMonth begun = { month, 0, 0 };

  for (guint i = 0; i < months->len; i++)
    if (g_array_index (months, OutlayReviewedMonth, i).month == month)
      return &g_array_index (months, OutlayReviewedMonth, i);

  g_array_append_val (months, begun);
  return &g_array_index (months, OutlayReviewedMonth, months->len - 1);
}

static void
add_costs (GArray *months, const OutlaySnapshot *snapshot, gboolean after)
{
  OutlayReviewedMonth *month = NULL;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      const OutlayCell *cell = &snapshot->cube.cells[i];
      gint32 of_cell = outlay_month_of_day (cell->day);

      if (month == NULL || month->month != of_cell)
        month = find_month (months, of_cell);
      outlay_nanos_accumulate (after ? &month->after_nanos : &month->before_nanos,
                               cell->cost_nanos);
    }
}

static void
compare_snapshots (OutlayReview *review, const OutlaySnapshot *before, const OutlaySnapshot *after)
{
  add_costs (review->months, before, /* after: */ FALSE);
  add_costs (review->months, after, /* after: */ TRUE);
  for (guint i = review->months->len; i > 0; i--)
    {
      const OutlayReviewedMonth *month =
          &g_array_index (review->months, OutlayReviewedMonth, i - 1);

      if (month->before_nanos == month->after_nanos)
        g_array_remove_index_fast (review->months, i - 1);
    }

  g_array_sort (review->months, compare_months);
  review->currency = g_strdup (after->currency);
}

static OutlayReview *
review (OutlayLedger *ledger, const OutlayImportRequest *requests, gsize n_requests, GError **error)
{
  g_autoptr (OutlayReview) review = g_new0 (OutlayReview, 1);
  g_autoptr (OutlaySnapshot) before = NULL;
  g_autoptr (OutlaySnapshot) after = NULL;
  gint64 n_before;

  review->files = g_ptr_array_new_with_free_func (free_file);
  review->months = g_array_new (FALSE, FALSE, sizeof (OutlayReviewedMonth));
  before = outlay_ledger_snapshot (ledger, error);
  if (before == NULL ||
      !outlay_database_get_int64 (ledger->database, "SELECT coalesce(max(id), 0) FROM batch",
                                  &n_before, error))
    return NULL;

  for (gsize i = 0; i < n_requests; i++)
    if (!review_request (ledger, &requests[i], n_before, review, error))
      return NULL;

  after = outlay_ledger_snapshot (ledger, error);
  if (after == NULL)
    return NULL;

  compare_snapshots (review, before, after);
  return g_steal_pointer (&review);
}

/* Nothing of a review stays, also where SQLite had to give up its transaction half-way. */
static int
refuse_commit (gpointer data)
{
  return 1;
}

/**
 * outlay_ledger_review_import:
 * @ledger: a ledger
 * @requests: (array length=n_requests): what would be imported, and how
 * @n_requests: how many
 * @error: return location for an error; %OUTLAY_STORE_ERROR_CANCELLED if it was stopped
 *
 * Imports the files, looks, and takes it all back: the store stays as it is.
 *
 * Returns: (transfer full) (nullable): what it would do
 */
OutlayReview *
outlay_ledger_review_import (OutlayLedger *ledger,
                             const OutlayImportRequest *requests,
                             gsize n_requests,
                             GError **error)
{
  sqlite3 *handle = outlay_database_handle (ledger->database);
  OutlayReview *answer;

  if (!outlay_database_begin (ledger->database, error))
    return NULL;

  sqlite3_commit_hook (handle, refuse_commit, NULL);
  answer = review (ledger, requests, n_requests, error);
  outlay_database_rollback (ledger->database);
  sqlite3_commit_hook (handle, NULL, NULL);
  return answer;
}

static gboolean
import_request (OutlayLedger *ledger,
                const OutlayImportRequest *request,
                GPtrArray *results,
                GError **error)
{
  g_autoptr (GPtrArray) some = outlay_ledger_import (ledger, request, error);

  if (some == NULL || !check_cancelled (request, error))
    return FALSE;

  g_ptr_array_set_free_func (some, NULL);
  g_ptr_array_extend (results, some, NULL, NULL);
  for (guint i = 0; i < some->len; i++)
    {
      OutlayImported *imported = some->pdata[i];

      if (imported->error != NULL && imported->error->domain == OUTLAY_STORE_ERROR)
        {
          g_propagate_error (error, g_error_copy (imported->error));
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * outlay_ledger_import_together:
 * @ledger: a ledger
 * @requests: (array length=n_requests): what to import, and how
 * @n_requests: how many
 * @error: return location for an error; %OUTLAY_STORE_ERROR_CANCELLED if it was stopped
 *
 * One transaction for all the files: if it is stopped, or the store fails, none is in.
 * A file that cannot be read does not keep the others out.
 *
 * Returns: (transfer full) (element-type OutlayImported) (nullable): what became of
 *   each file
 */
GPtrArray *
outlay_ledger_import_together (OutlayLedger *ledger,
                               const OutlayImportRequest *requests,
                               gsize n_requests,
                               GError **error)
{
  g_autoptr (GPtrArray) results =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_imported_free);
  gboolean done = TRUE;

  if (!outlay_database_begin (ledger->database, error))
    return NULL;

  for (gsize i = 0; i < n_requests && done; i++)
    done = import_request (ledger, &requests[i], results, error);

  if (!outlay_command_end (ledger, done, error))
    return NULL;

  return g_steal_pointer (&results);
}

/**
 * outlay_ledger_replaced_imports:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the imports that are not
 *   undone and of which no row counts any more, since newer files claim their days
 */
GArray *
outlay_ledger_replaced_imports (OutlayLedger *ledger, GError **error)
{
  static const char select_replaced[] =
      "SELECT b.id FROM batch b WHERE b.state = 'active' "
      "AND b.rows > b.rejected_rows + b.skipped_rows "
      "AND EXISTS (SELECT 1 FROM span s WHERE s.batch = b.id) AND NOT EXISTS "
      "(SELECT 1 FROM span s JOIN daily d ON d.stream = s.stream "
      "AND d.day BETWEEN s.first_day AND s.last_day AND d.batch = s.batch "
      "WHERE s.batch = b.id AND d.live = 1) ORDER BY b.id";
  sqlite3_stmt *statement = outlay_database_statement (ledger->database, select_replaced, error);
  g_autoptr (GArray) batches = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (outlay_database_step (ledger->database, statement, &row, error))
    {
      gint64 id;

      if (!row)
        return g_steal_pointer (&batches);

      id = sqlite3_column_int64 (statement, 0);
      g_array_append_val (batches, id);
    }

  return NULL;
}
