/* worker-work.c – what the worker can be asked for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/undo.h"
#include "ledger/worker-private.h"

typedef struct
{
  OutlayWorkFunc work;
  OutlayEditFunc edit;
  gpointer data;
  GDestroyNotify destroy_data;
} Request;

static Request *
new_request (gpointer data, GDestroyNotify destroy_data)
{
  Request *request = g_new0 (Request, 1);

  request->data = data;
  request->destroy_data = destroy_data;
  return request;
}

static void
free_request (gpointer data)
{
  Request *request = data;

  if (request->destroy_data != NULL)
    request->destroy_data (request->data);
  g_free (request);
}

static gboolean
finish (OutlayWorker *worker, GAsyncResult *result, gpointer *value, GError **error)
{
  gboolean failed = g_task_had_error (G_TASK (result));
  gpointer found = g_task_propagate_pointer (G_TASK (result), error);

  if (!failed && value != NULL)
    *value = found;
  return !failed;
}

static gpointer
perform_work (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  const Request *request = job->data;
  OutlayLedger *ledger = outlay_work_thread_ledger (thread, error);

  return ledger != NULL ? request->work (ledger, request->data, job->cancellable, error) : NULL;
}

/**
 * outlay_worker_run_async:
 * @worker: a worker
 * @flags: %OUTLAY_WORK_READ for a question
 * @func: runs on the worker's thread
 * @data: (nullable): for @func
 * @destroy_data: (nullable): frees @data, on the main thread, after the answer
 * @destroy_value: (nullable): frees what @func has returned if nobody takes it
 * @cancellable: (nullable): to stop it; then it fails with %G_IO_ERROR_CANCELLED
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 *
 * A question does not wait for an import that is running: it is answered by what the
 * snapshot tells of, too.
 *
 * For questions, and for commands that are no edit of the user. What such a command
 * changes can be undone too, as a step without a name.
 */
void
outlay_worker_run_async (OutlayWorker *worker,
                         OutlayWorkFlags flags,
                         OutlayWorkFunc func,
                         gpointer data,
                         GDestroyNotify destroy_data,
                         GDestroyNotify destroy_value,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Request *request;
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  request = new_request (data, destroy_data);
  request->work = func;
  job = outlay_job_new (perform_work, request, free_request);
  job->flags = flags;
  job->may_overtake = (flags & OUTLAY_WORK_READ) != 0;
  job->destroy_value = destroy_value;
  outlay_worker_push (worker, job, cancellable, outlay_worker_run_async, callback, user_data);
}

/**
 * outlay_worker_run_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @value: (out) (optional) (nullable) (transfer full): what the function has returned
 * @error: return location for an error
 *
 * A caller that takes no @value leaves one that has to be freed unfreed.
 */
gboolean
outlay_worker_run_finish (OutlayWorker *worker,
                          GAsyncResult *result,
                          gpointer *value,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);

  return finish (worker, result, value, error);
}

static gpointer
perform_edit (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  const Request *request = job->data;
  OutlayLedger *ledger = outlay_work_thread_ledger (thread, error);

  if (ledger != NULL && outlay_ledger_begin_edit (ledger, error))
    outlay_ledger_end_edit (ledger, job->label, request->edit (ledger, request->data, error),
                            error);
  return NULL;
}

/**
 * outlay_worker_edit_async:
 * @worker: a worker
 * @label: what the user does, as a menu says it after “Undo”: “Set Budget of Search”
 * @func: runs on the worker's thread
 * @data: (nullable): for @func
 * @destroy_data: (nullable): frees @data, on the main thread, after the answer
 * @cancellable: (nullable): to stop it
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 *
 * All that @func changes is one transaction, and one step to undo.
 */
void
outlay_worker_edit_async (OutlayWorker *worker,
                          const char *label,
                          OutlayEditFunc func,
                          gpointer data,
                          GDestroyNotify destroy_data,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request;
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  request = new_request (data, destroy_data);
  request->edit = func;
  job = outlay_job_new (perform_edit, request, free_request);
  job->label = g_strdup (label);
  outlay_worker_push (worker, job, cancellable, outlay_worker_edit_async, callback, user_data);
}

/**
 * outlay_worker_edit_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @error: return location for an error; nothing was changed then
 */
gboolean
outlay_worker_edit_finish (OutlayWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);

  return finish (worker, result, NULL, error);
}

static gpointer
perform_undo (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  OutlayLedger *ledger = outlay_work_thread_ledger (thread, error);
  char *label = NULL;

  if (ledger != NULL)
    outlay_ledger_undo (ledger, &label, error);
  return label;
}

static gpointer
perform_redo (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  OutlayLedger *ledger = outlay_work_thread_ledger (thread, error);
  char *label = NULL;

  if (ledger != NULL)
    outlay_ledger_redo (ledger, &label, error);
  return label;
}

/**
 * outlay_worker_undo_async:
 * @worker: a worker
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 *
 * Takes back the newest step that is not undone.
 */
void
outlay_worker_undo_async (OutlayWorker *worker, GAsyncReadyCallback callback, gpointer user_data)
{
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  job = outlay_job_new (perform_undo, NULL, NULL);
  job->destroy_value = g_free;
  outlay_worker_push (worker, job, NULL, outlay_worker_undo_async, callback, user_data);
}

/**
 * outlay_worker_redo_async:
 * @worker: a worker
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 *
 * Does the step again that was undone last.
 */
void
outlay_worker_redo_async (OutlayWorker *worker, GAsyncReadyCallback callback, gpointer user_data)
{
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  job = outlay_job_new (perform_redo, NULL, NULL);
  job->destroy_value = g_free;
  outlay_worker_push (worker, job, NULL, outlay_worker_redo_async, callback, user_data);
}

/**
 * outlay_worker_undo_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @error: return location for an error; nothing was changed then
 *
 * Returns: (transfer full) (nullable): label of the step that was undone
 */
char *
outlay_worker_undo_finish (OutlayWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * outlay_worker_redo_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @error: return location for an error; nothing was changed then
 *
 * Returns: (transfer full) (nullable): label of the step that was done again
 */
char *
outlay_worker_redo_finish (OutlayWorker *worker, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, worker), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * outlay_worker_set_day:
 * @worker: a worker
 * @day: the day that counts as today, in full
 *
 * A snapshot of that day comes. Until then, today is what the clock says.
 */
void
outlay_worker_set_day (OutlayWorker *worker, gint32 day)
{
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  job = outlay_job_new (outlay_work_thread_set_day, GINT_TO_POINTER (day), NULL);
  job->always = TRUE;
  outlay_worker_push (worker, job, NULL, outlay_worker_set_day, NULL, NULL);
}
