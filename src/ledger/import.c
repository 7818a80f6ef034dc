/* import.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/import.h"

#include "import/reader.h"
#include "ingest/importer.h"
#include "ledger/import-private.h"
#include "ledger/ledger-private.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

typedef struct
{
  OutlayLedger *ledger;
  const OutlayImportRequest *request;
  OutlayIngestRun run;
  GPtrArray *results; /* OutlayImported */
  const char *path;   /* of the file being read */
} Importing;

static void
on_progress (goffset n_bytes, gpointer data)
{
  Importing *importing = data;

  if (importing->request->progress != NULL)
    importing->request->progress (importing->path, n_bytes, importing->request->user_data);
}

static OutlayImported *
import_stream (Importing *importing, const char *path, GInputStream *stream)
{
  const OutlayImportRequest *request = importing->request;
  const OutlayIngestRequest ingest = {
    .path = path,
    .stream = stream,
    .format = request->format,
    .account = request->account,
    .all_services = request->all_services,
    .dry_run = request->dry_run,
    .run = &importing->run,
    .now = g_get_real_time () / G_USEC_PER_SEC,
    .cancellable = request->cancellable,
    .progress = on_progress,
    .user_data = importing,
  };
  g_autoptr (OutlayBatch) batch = NULL;
  GError *error = NULL;

  importing->path = path;
  batch = outlay_ingest (importing->ledger->database, importing->ledger->book, &ingest, &error);
  if (batch == NULL)
    return outlay_imported_new_failed (path, error);

  return outlay_imported_new (importing->ledger, batch);
}

static OutlayImported *
import_file (Importing *importing, GFile *file, const char *path)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, importing->request->cancellable, &error);

  if (stream == NULL)
    return outlay_imported_new_failed (path, error);

  return import_stream (importing, path, G_INPUT_STREAM (stream));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* Of a folder, what is known below it; the rest is passed over, not an error. */
static void
import_folder (Importing *importing, const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = NULL;
  const char *name;
  GError *error = NULL;

  folder = g_dir_open (path, 0, &error);
  if (folder == NULL)
    {
      g_ptr_array_add (importing->results, outlay_imported_new_failed (path, error));
      return;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *child = names->pdata[i];
      g_autoptr (GFile) file = g_file_new_for_path (child);
      OutlayImported *imported;

      if (g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          import_folder (importing, child);
          continue;
        }

      imported = import_file (importing, file, child);
      if (imported->error != NULL &&
          (g_error_matches (imported->error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT) ||
           g_error_matches (imported->error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_EMPTY)))
        outlay_imported_free (imported);
      else
        g_ptr_array_add (importing->results, imported);
    }
}

static void
import_one (Importing *importing, const OutlayImportFile *wanted)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  guint n_before = importing->results->len;

  if (wanted->bytes != NULL)
    stream = g_memory_input_stream_new_from_bytes (wanted->bytes);
  else if (g_str_equal (wanted->path, "-"))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

  if (stream != NULL)
    {
      g_ptr_array_add (importing->results, import_stream (importing, wanted->path, stream));
      return;
    }

  if (g_file_test (wanted->path, G_FILE_TEST_IS_DIR))
    {
      import_folder (importing, wanted->path);
      if (importing->results->len == n_before)
        g_ptr_array_add (
            importing->results,
            outlay_imported_new_failed (
                wanted->path,
                g_error_new_literal (OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
                                     _ ("There is no billing export in this folder that Outlay "
                                        "knows. “formats” lists what it reads"))));
      return;
    }

  file = g_file_new_for_path (wanted->path);
  g_ptr_array_add (importing->results, import_file (importing, file, wanted->path));
}

/**
 * outlay_ledger_import:
 * @ledger: a ledger
 * @request: which files, and how
 * @error: return location for an error
 *
 * Each file is one transaction. Files of one request are parts of one statement.
 *
 * Returns: (transfer full) (element-type OutlayImported) (nullable): what became of
 *   each file
 */
GPtrArray *
outlay_ledger_import (OutlayLedger *ledger, const OutlayImportRequest *request, GError **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));
  Importing importing = { .ledger = ledger, .request = request, .run = { 0, known } };

  /* A file is judged by what those before it would have brought in. */
  if (request->dry_run && !outlay_database_begin (ledger->database, error))
    return NULL;

  importing.results = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_imported_free);
  for (gsize i = 0; i < request->n_files; i++)
    import_one (&importing, &request->files[i]);

  if (request->dry_run)
    outlay_database_rollback (ledger->database);
  return importing.results;
}

/**
 * outlay_ledger_imports:
 * @ledger: a ledger
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type OutlayImported) (nullable): all imports
 */
GPtrArray *
outlay_ledger_imports (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) batches = outlay_batches_list (ledger->database, error);
  GPtrArray *results;

  if (batches == NULL)
    return NULL;

  results = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_imported_free);
  for (guint i = 0; i < batches->len; i++)
    g_ptr_array_add (results, outlay_imported_new (ledger, batches->pdata[i]));

  return results;
}

/**
 * outlay_ledger_undo_import:
 * @ledger: a ledger
 * @batch: of an import
 * @error: return location for an error
 *
 * What it had replaced counts again; the same bytes come in as at first.
 */
gboolean
outlay_ledger_undo_import (OutlayLedger *ledger, gint64 batch, GError **error)
{
  return outlay_ingest_set_undone (ledger->database, ledger->book, batch, TRUE, error);
}

/**
 * outlay_ledger_redo_import:
 * @ledger: a ledger
 * @batch: of an import that was undone
 * @error: return location for an error
 */
gboolean
outlay_ledger_redo_import (OutlayLedger *ledger, gint64 batch, GError **error)
{
  return outlay_ingest_set_undone (ledger->database, ledger->book, batch, FALSE, error);
}

/**
 * outlay_ledger_formats:
 *
 * Returns: (transfer full) (element-type OutlayFormat): what can be imported
 */
GArray *
outlay_ledger_formats (void)
{
  static const char *const words[] = { "usage", "cost", "events", "outcomes", "prices" };
  GArray *formats = g_array_new (FALSE, TRUE, sizeof (OutlayFormat));
  gsize n_readers;
  const OutlayReader *const *readers = outlay_readers (&n_readers);

  for (gsize i = 0; i < n_readers; i++)
    {
      OutlayFormat format = { outlay_reader_id (readers[i]),
                              _ (outlay_reader_title (readers[i])),
                              { NULL } };
      guint provides = outlay_reader_provides (readers[i]);
      guint n = 0;

      for (guint w = 0; w < G_N_ELEMENTS (words); w++)
        if (provides & 1u << w)
          format.provides[n++] = words[w];
      g_array_append_val (formats, format);
    }

  return formats;
}
