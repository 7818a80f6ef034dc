/* worker-import.c – imports on the worker's thread, with their progress
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/worker-private.h"
#include "store/database.h"

#include <glib/gi18n.h>

#define REPORT_USEC (G_USEC_PER_SEC / 10)

typedef struct
{
  OutlayImportRequest request; /* a copy that owns what it refers to */
  OutlayImportFile *files;

  /* The thread's alone */
  OutlayWorkThread *thread;
  OutlayJob *job;
  gint64 reported; /* monotonic time */
  char *path;      /* of the newest progress, reported or not */
  goffset n_bytes;
  gboolean has_more; /* that is not reported */
} Importing;

static Importing *
copy_request (const OutlayImportRequest *request)
{
  Importing *importing = g_new0 (Importing, 1);

  importing->request = *request;
  importing->request.format = g_strdup (request->format);
  importing->request.account = g_strdup (request->account);
  importing->files = g_new0 (OutlayImportFile, MAX (request->n_files, 1));
  importing->request.files = importing->files;
  for (gsize i = 0; i < request->n_files; i++)
    {
      importing->files[i].path = g_strdup (request->files[i].path);
      if (request->files[i].bytes != NULL)
        importing->files[i].bytes = g_bytes_ref (request->files[i].bytes);
    }

  return importing;
}

static void
free_importing (gpointer data)
{
  Importing *importing = data;

  for (gsize i = 0; i < importing->request.n_files; i++)
    {
      g_free ((char *) importing->files[i].path);
      g_bytes_unref (importing->files[i].bytes);
    }
  g_free (importing->files);
  g_free ((char *) importing->request.format);
  g_free ((char *) importing->request.account);
  g_free (importing->path);
  g_free (importing);
}

/**
 * outlay_import_report:
 * @job: an import that is running
 * @event: how far it is
 *
 * Tells the one who asked, on the main thread.
 */
void
outlay_import_report (OutlayJob *job, const OutlayWorkEvent *event)
{
  const Importing *importing = job->data;

  importing->request.progress (event->path, event->n_bytes, importing->request.user_data);
}

static void
report (Importing *importing)
{
  OutlayWorkEvent *event = g_new0 (OutlayWorkEvent, 1);

  event->job = importing->job;
  event->path = g_strdup (importing->path);
  event->n_bytes = importing->n_bytes;
  outlay_work_thread_report (importing->thread, event);
  importing->reported = g_get_monotonic_time ();
  importing->has_more = FALSE;
}

/* Every file is told of at its end; between, ten times a second are enough. */
static void
on_progress (const char *path, goffset n_bytes, gpointer user_data)
{
  Importing *importing = user_data;

  if (g_strcmp0 (importing->path, path) != 0)
    {
      if (importing->has_more)
        report (importing);
      g_free (importing->path);
      importing->path = g_strdup (path);
    }

  importing->n_bytes = n_bytes;
  importing->has_more = TRUE;
  if (g_get_monotonic_time () - importing->reported >= REPORT_USEC)
    report (importing);
}

static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CANCELLED);
}

static gpointer
perform_import (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  Importing *importing = job->data;
  OutlayLedger *ledger = outlay_work_thread_ledger (thread, error);
  OutlayImportRequest request = importing->request;
  g_autoptr (GPtrArray) results = NULL;
  gboolean all_stopped;

  if (ledger == NULL)
    return NULL;

  importing->thread = thread;
  importing->job = job;
  request.cancellable = job->cancellable;
  request.progress = importing->request.progress != NULL ? on_progress : NULL;
  request.user_data = importing;
  results = outlay_ledger_import (ledger, &request, error);
  if (importing->has_more)
    report (importing);
  if (results == NULL)
    return NULL;

  all_stopped = results->len > 0;
  for (guint i = 0; i < results->len; i++)
    all_stopped = all_stopped && is_stopped (((OutlayImported *) results->pdata[i])->error);
  if (all_stopped)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _ ("Stopped. Nothing was changed"));
      return NULL;
    }

  return g_steal_pointer (&results);
}

static char *
describe (const OutlayImportRequest *request)
{
  g_autofree char *name = NULL;

  if (request->n_files != 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import of %u File", "Import of %u Files",
                                         request->n_files),
                            (guint) request->n_files);

  name = g_path_get_basename (request->files[0].path);
  return g_strdup_printf (_ ("Import of “%s”"), name);
}

/**
 * outlay_worker_import_async:
 * @worker: a worker
 * @request: which files, and how; copied. Its function is called on the main thread,
 *   about ten times a second, and not after @callback
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 *
 * What came in is one step to undo.
 */
void
outlay_worker_import_async (OutlayWorker *worker,
                            const OutlayImportRequest *request,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  job = outlay_job_new (perform_import, copy_request (request), free_importing);
  job->flags = request->dry_run ? OUTLAY_WORK_READ : OUTLAY_WORK_NONE;
  job->takes_long = TRUE;
  job->label = describe (request);
  job->destroy_value = (GDestroyNotify) g_ptr_array_unref;
  outlay_worker_push (worker, job, request->cancellable, outlay_worker_import_async, callback,
                      user_data);
}

/**
 * outlay_worker_import_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @error: return location for an error; %G_IO_ERROR_CANCELLED if it was stopped before
 *   any file was in
 *
 * Returns: (transfer full) (element-type OutlayImported) (nullable): what became of
 *   each file; those that failed, or were stopped, say so
 */
GPtrArray *
outlay_worker_import_finish (OutlayWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
