/* imported.c – what became of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/import-private.h"
#include "ledger/ledger-private.h"
#include "store/rejects.h"

/* The accounts that a batch holds something of, as “openai/org_1”. */
static char *
list_accounts (OutlayLedger *ledger, gint64 batch)
{
  static const char select_accounts[] =
      "SELECT DISTINCT a.provider, a.value, a.name FROM span s JOIN stream t ON t.id = s.stream "
      "JOIN account a ON a.id = t.account WHERE s.batch = ?1 ORDER BY a.provider, a.value";
  sqlite3_stmt *statement = outlay_database_statement (ledger->database, select_accounts, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, batch);
  while (outlay_database_step (ledger->database, statement, &row, NULL) && row)
    {
      const char *value = (const char *) sqlite3_column_text (statement, 1);
      const char *name = (const char *) sqlite3_column_text (statement, 2);

      if (name[0] == '\0')
        name = value;
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "",
                              (const char *) sqlite3_column_text (statement, 0),
                              name[0] != '\0' ? "/" : "", name);
    }

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
clear_amount (gpointer data)
{
  OutlayImportedAmount *amount = data;

  g_free (amount->currency);
}

static OutlayImported *
new_imported (const char *path)
{
  OutlayImported *imported = g_new0 (OutlayImported, 1);

  imported->path = g_strdup (path);
  imported->first_day = G_MAXINT32;
  imported->last_day = G_MININT32;
  imported->amounts = g_array_new (FALSE, FALSE, sizeof (OutlayImportedAmount));
  g_array_set_clear_func (imported->amounts, clear_amount);
  imported->notes = g_ptr_array_new_with_free_func (g_free);
  return imported;
}

static char *
write_fingerprint (const guint8 *fingerprint)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < OUTLAY_FINGERPRINT_SIZE; i++)
    g_string_append_printf (text, "%02x", fingerprint[i]);

  return g_string_free (text, FALSE);
}

/**
 * outlay_imported_new:
 * @ledger: a ledger
 * @batch: a batch of the store
 *
 * Returns: (transfer full): what there is to say of it
 */
OutlayImported *
outlay_imported_new (OutlayLedger *ledger, const OutlayBatch *batch)
{
  OutlayImported *imported = new_imported (batch->path);

  imported->format = g_strdup (batch->format);
  imported->batch = batch->id;
  imported->undone = batch->undone;
  imported->account = list_accounts (ledger, batch->id);
  imported->imported = batch->imported;
  imported->sha256 = write_fingerprint (batch->fingerprint);
  imported->rows = batch->rows;
  imported->new_rows = batch->new_rows;
  imported->duplicate_rows = batch->duplicate_rows;
  imported->changed_rows = batch->changed_rows;
  imported->rejected_rows = batch->rejected_rows;
  imported->skipped_rows = batch->skipped_rows;
  imported->unpriced_rows = batch->unpriced_rows;
  imported->first_day = batch->first_day;
  imported->last_day = batch->last_day;
  imported->usage = batch->usage;
  imported->has_computed = batch->has_computed;
  imported->computed_nanos = batch->computed_nanos;

  for (guint i = 0; i < batch->amounts->len; i++)
    {
      const OutlayBatchAmount *amount = batch->amounts->pdata[i];
      OutlayImportedAmount copy = { g_strdup (amount->currency), amount->billed_nanos,
                                    amount->has_control, amount->control_nanos };

      g_array_append_val (imported->amounts, copy);
    }

  for (guint i = 0; i < batch->notes->len; i++)
    g_ptr_array_add (imported->notes, g_strdup (batch->notes->pdata[i]));

  return imported;
}

/**
 * outlay_imported_new_failed:
 * @path: a file
 * @error: (transfer full): why nothing of it is in the store
 *
 * Returns: (transfer full): what there is to say of it
 */
OutlayImported *
outlay_imported_new_failed (const char *path, GError *error)
{
  OutlayImported *imported = new_imported (path);

  imported->error = error;
  return imported;
}

/**
 * outlay_imported_free:
 * @imported: (transfer full) (nullable): what became of a file
 */
void
outlay_imported_free (OutlayImported *imported)
{
  if (imported == NULL)
    return;

  g_array_unref (imported->amounts);
  g_ptr_array_unref (imported->notes);
  g_clear_error (&imported->error);
  g_free (imported->path);
  g_free (imported->format);
  g_free (imported->account);
  g_free (imported->sha256);
  g_free (imported);
}

static void
free_rejected (gpointer data)
{
  OutlayRejectedRow *row = data;

  g_free (row->field);
  g_free (row->reason);
  g_free (row->text);
  g_free (row);
}

/**
 * outlay_ledger_rejected_rows:
 * @ledger: a ledger
 * @batch: of an import
 * @header: (out): the header line of its file, "" without one
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OutlayRejectedRow) (nullable): the rows
 *   that were not taken, by line
 */
GPtrArray *
outlay_ledger_rejected_rows (OutlayLedger *ledger, gint64 batch, char **header, GError **error)
{
  g_autoptr (OutlayBatch) known = outlay_batches_get (ledger->database, batch, error);
  g_autoptr (GPtrArray) rejects = NULL;
  GPtrArray *rows;

  if (known == NULL)
    return NULL;

  rejects = outlay_rejects_list (ledger->database, batch, error);
  if (rejects == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func (free_rejected);
  for (guint i = 0; i < rejects->len; i++)
    {
      OutlayReject *reject = rejects->pdata[i];
      OutlayRejectedRow *row = g_new (OutlayRejectedRow, 1);

      *row =
          (OutlayRejectedRow){ reject->line, g_steal_pointer (&reject->field),
                               g_steal_pointer (&reject->reason), g_steal_pointer (&reject->text) };
      g_ptr_array_add (rows, row);
    }

  *header = g_strdup (known->header);
  return rows;
}
