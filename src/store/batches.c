/* batches.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/batches.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define BATCH_COLUMNS                                                                              \
  "id, run, path, format, fingerprint, state = 'undone', imported, header, rows, new_rows, "       \
  "duplicate_rows, changed_rows, rejected_rows, skipped_rows, unpriced_rows, first_day, "          \
  "last_day, requests, input, cache_read, cache_write, output, computed"

static void
free_amount (gpointer data)
{
  OutlayBatchAmount *amount = data;

  g_free (amount->currency);
  g_free (amount);
}

/**
 * outlay_batch_new:
 *
 * Returns: (transfer full): an empty batch
 */
OutlayBatch *
outlay_batch_new (void)
{
  OutlayBatch *batch = g_new0 (OutlayBatch, 1);

  batch->first_day = G_MAXINT32;
  batch->last_day = G_MININT32;
  batch->amounts = g_ptr_array_new_with_free_func (free_amount);
  batch->notes = g_ptr_array_new_with_free_func (g_free);
  return batch;
}

/**
 * outlay_batch_free:
 * @batch: (transfer full) (nullable): a batch
 */
void
outlay_batch_free (OutlayBatch *batch)
{
  if (batch == NULL)
    return;

  g_ptr_array_unref (batch->amounts);
  g_ptr_array_unref (batch->notes);
  g_free (batch->path);
  g_free (batch->format);
  g_free (batch->header);
  g_free (batch);
}

/**
 * outlay_batch_amount:
 * @batch: a batch
 * @currency: a currency
 *
 * Returns: (transfer none): the batch's amount in @currency, 0 if it is new
 */
OutlayBatchAmount *
outlay_batch_amount (OutlayBatch *batch, const char *currency)
{
  OutlayBatchAmount *amount;

  for (guint i = 0; i < batch->amounts->len; i++)
    {
      amount = batch->amounts->pdata[i];
      if (g_str_equal (amount->currency, currency))
        return amount;
    }

  amount = g_new0 (OutlayBatchAmount, 1);
  amount->currency = g_strdup (currency);
  g_ptr_array_add (batch->amounts, amount);
  return amount;
}

/**
 * outlay_batches_next_run:
 * @database: a database, in a transaction
 * @run: (out): a number that no run has had
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_batches_next_run (OutlayDatabase *database, gint64 *run, GError **error)
{
  return outlay_database_get_int64 (database,
                                    "SELECT max(coalesce((SELECT max(run) FROM batch), 0), "
                                    "coalesce((SELECT max(run) FROM part), 0)) + 1",
                                    run, error);
}

/**
 * outlay_batches_join:
 * @database: a database, in a transaction
 * @id: of a batch
 * @run: a run that its file was handed in again with
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_batches_join (OutlayDatabase *database, gint64 id, gint64 run, GError **error)
{
  static const char insert_part[] = "INSERT OR IGNORE INTO part (batch, run) SELECT id, ?2 FROM "
                                    "batch WHERE id = ?1 AND run <> ?2";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_part, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, run);
  return outlay_database_run (database, statement, error);
}

/**
 * outlay_batches_insert:
 * @database: a database, in a transaction
 * @batch: (inout): a batch; it gets its id
 * @error: return location for an #OutlayStoreError
 *
 * Stores what is known before the file is read; outlay_batches_update() does the rest.
 */
gboolean
outlay_batches_insert (OutlayDatabase *database, OutlayBatch *batch, GError **error)
{
  static const char insert_batch[] =
      "INSERT INTO batch (run, path, format, fingerprint, state, imported) "
      "VALUES (?1, ?2, ?3, ?4, 'active', ?5)";
  sqlite3_stmt *statement = outlay_database_statement (database, insert_batch, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch->run);
  sqlite3_bind_text (statement, 2, batch->path, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, batch->format, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 4, batch->fingerprint, OUTLAY_FINGERPRINT_SIZE, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, batch->imported);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  batch->id = outlay_database_last_id (database);
  return TRUE;
}

static gboolean
insert_amounts (OutlayDatabase *database, const OutlayBatch *batch, GError **error)
{
  static const char insert_amount[] =
      "INSERT INTO batch_amount (batch, currency, billed, control) VALUES (?1, ?2, ?3, ?4)";

  for (guint i = 0; i < batch->amounts->len; i++)
    {
      const OutlayBatchAmount *amount = batch->amounts->pdata[i];
      sqlite3_stmt *statement = outlay_database_statement (database, insert_amount, error);

      if (statement == NULL)
        return FALSE;

      sqlite3_bind_int64 (statement, 1, batch->id);
      sqlite3_bind_text (statement, 2, amount->currency, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, amount->billed_nanos);
      if (amount->has_control)
        sqlite3_bind_int64 (statement, 4, amount->control_nanos);
      if (!outlay_database_run (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_notes (OutlayDatabase *database, const OutlayBatch *batch, GError **error)
{
  static const char insert_note[] =
      "INSERT INTO batch_note (batch, place, text) VALUES (?1, ?2, ?3)";

  for (guint i = 0; i < batch->notes->len; i++)
    {
      sqlite3_stmt *statement = outlay_database_statement (database, insert_note, error);

      if (statement == NULL)
        return FALSE;

      sqlite3_bind_int64 (statement, 1, batch->id);
      sqlite3_bind_int (statement, 2, (int) i);
      sqlite3_bind_text (statement, 3, batch->notes->pdata[i], -1, SQLITE_STATIC);
      if (!outlay_database_run (database, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * outlay_batches_update:
 * @database: a database, in the transaction of outlay_batches_insert()
 * @batch: a batch whose file has been read
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_batches_update (OutlayDatabase *database, OutlayBatch *batch, GError **error)
{
  static const char update_batch[] =
      "UPDATE batch SET header = ?2, rows = ?3, new_rows = ?4, duplicate_rows = ?5, "
      "changed_rows = ?6, rejected_rows = ?7, skipped_rows = ?8, unpriced_rows = ?9, "
      "first_day = ?10, last_day = ?11, requests = ?12, input = ?13, cache_read = ?14, "
      "cache_write = ?15, output = ?16, computed = ?17 WHERE id = ?1";
  const gint64 *count = batch->usage.count;
  const gint64 values[] = { batch->rows,         batch->new_rows,      batch->duplicate_rows,
                            batch->changed_rows, batch->rejected_rows, batch->skipped_rows,
                            batch->unpriced_rows };
  sqlite3_stmt *statement = outlay_database_statement (database, update_batch, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch->id);
  sqlite3_bind_text (statement, 2, batch->header != NULL ? batch->header : "", -1, SQLITE_STATIC);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    sqlite3_bind_int64 (statement, 3 + (int) i, values[i]);
  if (batch->first_day <= batch->last_day)
    {
      sqlite3_bind_int (statement, 10, batch->first_day);
      sqlite3_bind_int (statement, 11, batch->last_day);
    }
  sqlite3_bind_int64 (statement, 12, count[OUTLAY_REQUESTS]);
  sqlite3_bind_int64 (statement, 13, count[OUTLAY_INPUT_TOKENS]);
  sqlite3_bind_int64 (statement, 14, count[OUTLAY_CACHE_READ_TOKENS]);
  sqlite3_bind_int64 (statement, 15,
                      count[OUTLAY_CACHE_WRITE_5M_TOKENS] + count[OUTLAY_CACHE_WRITE_1H_TOKENS]);
  sqlite3_bind_int64 (statement, 16, count[OUTLAY_OUTPUT_TOKENS]);
  if (batch->has_computed)
    sqlite3_bind_int64 (statement, 17, batch->computed_nanos);

  return outlay_database_run (database, statement, error) &&
         insert_amounts (database, batch, error) && insert_notes (database, batch, error);
}

/**
 * outlay_batches_find_active:
 * @database: a database
 * @fingerprint: SHA-256 of a file's bytes
 * @id: (out): the active batch of those bytes, or 0
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_batches_find_active (OutlayDatabase *database,
                            const guint8 *fingerprint,
                            gint64 *id,
                            GError **error)
{
  static const char select_active[] =
      "SELECT id FROM batch WHERE fingerprint = ?1 AND state = 'active'";
  sqlite3_stmt *statement = outlay_database_statement (database, select_active, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_blob (statement, 1, fingerprint, OUTLAY_FINGERPRINT_SIZE, SQLITE_STATIC);
  if (!outlay_database_step (database, statement, &row, error))
    return FALSE;

  *id = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
read_amounts (OutlayDatabase *database, OutlayBatch *batch, GError **error)
{
  static const char select_amounts[] =
      "SELECT currency, billed, control FROM batch_amount WHERE batch = ?1 ORDER BY currency";
  sqlite3_stmt *statement = outlay_database_statement (database, select_amounts, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch->id);
  while (outlay_database_step (database, statement, &row, error))
    {
      OutlayBatchAmount *amount;

      if (!row)
        return TRUE;

      amount = outlay_batch_amount (batch, (const char *) sqlite3_column_text (statement, 0));
      amount->billed_nanos = sqlite3_column_int64 (statement, 1);
      amount->has_control = sqlite3_column_type (statement, 2) != SQLITE_NULL;
      amount->control_nanos = sqlite3_column_int64 (statement, 2);
    }

  return FALSE;
}

static gboolean
read_notes (OutlayDatabase *database, OutlayBatch *batch, GError **error)
{
  static const char select_notes[] = "SELECT text FROM batch_note WHERE batch = ?1 ORDER BY place";
  sqlite3_stmt *statement = outlay_database_statement (database, select_notes, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, batch->id);
  while (outlay_database_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;

      g_ptr_array_add (batch->notes, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  return FALSE;
}

static OutlayBatch *
read_batch (sqlite3_stmt *statement)
{
  OutlayBatch *batch = outlay_batch_new ();
  gint64 *const counts[] = { &batch->rows,         &batch->new_rows,      &batch->duplicate_rows,
                             &batch->changed_rows, &batch->rejected_rows, &batch->skipped_rows,
                             &batch->unpriced_rows };
  static const OutlayMeasure measures[] = { OUTLAY_REQUESTS, OUTLAY_INPUT_TOKENS,
                                            OUTLAY_CACHE_READ_TOKENS, OUTLAY_CACHE_WRITE_5M_TOKENS,
                                            OUTLAY_OUTPUT_TOKENS };

  batch->id = sqlite3_column_int64 (statement, 0);
  batch->run = sqlite3_column_int64 (statement, 1);
  batch->path = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  batch->format = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  if (sqlite3_column_bytes (statement, 4) == OUTLAY_FINGERPRINT_SIZE)
    memcpy (batch->fingerprint, sqlite3_column_blob (statement, 4), OUTLAY_FINGERPRINT_SIZE);
  batch->undone = sqlite3_column_int (statement, 5) != 0;
  batch->imported = sqlite3_column_int64 (statement, 6);
  batch->header = g_strdup ((const char *) sqlite3_column_text (statement, 7));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = sqlite3_column_int64 (statement, 8 + (int) i);
  if (sqlite3_column_type (statement, 15) != SQLITE_NULL)
    {
      batch->first_day = sqlite3_column_int (statement, 15);
      batch->last_day = sqlite3_column_int (statement, 16);
    }
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    batch->usage.count[measures[i]] = sqlite3_column_int64 (statement, 17 + (int) i);
  batch->has_computed = sqlite3_column_type (statement, 22) != SQLITE_NULL;
  batch->computed_nanos = sqlite3_column_int64 (statement, 22);
  return batch;
}

/**
 * outlay_batches_get:
 * @database: a database
 * @id: of a batch
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (nullable): the batch
 */
OutlayBatch *
outlay_batches_get (OutlayDatabase *database, gint64 id, GError **error)
{
  static const char select_batch[] = "SELECT " BATCH_COLUMNS " FROM batch WHERE id = ?1";
  sqlite3_stmt *statement = outlay_database_statement (database, select_batch, error);
  g_autoptr (OutlayBatch) batch = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, id);
  if (!outlay_database_step (database, statement, &row, error))
    return NULL;

  if (!row)
    {
      g_set_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_NOT_FOUND,
                   _ ("There is no import %" PRId64 ". “imports” lists them"), id);
      return NULL;
    }

  batch = read_batch (statement);
  sqlite3_reset (statement);
  if (!read_amounts (database, batch, error) || !read_notes (database, batch, error))
    return NULL;

  return g_steal_pointer (&batch);
}

/**
 * outlay_batches_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayBatch) (nullable): all batches, by id
 */
GPtrArray *
outlay_batches_list (OutlayDatabase *database, GError **error)
{
  static const char select_batches[] = "SELECT " BATCH_COLUMNS " FROM batch ORDER BY id";
  g_autoptr (GPtrArray) batches =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_batch_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_batches, error);
  gboolean row = FALSE;

  while (statement != NULL && outlay_database_step (database, statement, &row, error) && row)
    g_ptr_array_add (batches, read_batch (statement));

  if (statement == NULL || row)
    return NULL;

  for (guint i = 0; i < batches->len; i++)
    if (!read_amounts (database, batches->pdata[i], error) ||
        !read_notes (database, batches->pdata[i], error))
      return NULL;

  return g_steal_pointer (&batches);
}

/**
 * outlay_batches_set_undone:
 * @database: a database, in a transaction
 * @id: of a batch
 * @undone: whether it is taken back
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_batches_set_undone (OutlayDatabase *database, gint64 id, gboolean undone, GError **error)
{
  static const char update_state[] = "UPDATE batch SET state = ?2 WHERE id = ?1";
  sqlite3_stmt *statement = outlay_database_statement (database, update_state, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_text (statement, 2, undone ? "undone" : "active", -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}
