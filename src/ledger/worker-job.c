/* worker-job.c – what goes to the worker's thread, and what comes back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/worker-private.h"

/**
 * outlay_job_new:
 * @perform: does it, on the thread
 * @data: (nullable): for @perform
 * @destroy_data: (nullable): frees @data, on the main thread
 *
 * Returns: (transfer full): a job
 */
OutlayJob *
outlay_job_new (OutlayJobFunc perform, gpointer data, GDestroyNotify destroy_data)
{
  OutlayJob *job = g_new0 (OutlayJob, 1);

  job->perform = perform;
  job->data = data;
  job->destroy_data = destroy_data;
  job->cancellable = g_cancellable_new ();
  return job;
}

/**
 * outlay_job_free:
 * @job: (transfer full) (nullable): a job
 */
void
outlay_job_free (OutlayJob *job)
{
  if (job == NULL)
    return;

  if (job->outer != NULL)
    g_cancellable_disconnect (job->outer, job->outer_handler);
  if (job->value != NULL && job->destroy_value != NULL)
    job->destroy_value (job->value);
  if (job->destroy_data != NULL)
    job->destroy_data (job->data);
  g_clear_object (&job->outer);
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_object_unref (job->cancellable);
  g_free (job->label);
  g_free (job);
}

/**
 * outlay_work_event_free:
 * @event: (transfer full) (nullable): an event
 */
void
outlay_work_event_free (OutlayWorkEvent *event)
{
  if (event == NULL)
    return;

  if (event->done)
    outlay_job_free (event->job);
  outlay_snapshot_unref (event->snapshot);
  g_clear_error (&event->failure);
  g_free (event->undo_label);
  g_free (event->redo_label);
  g_free (event->path);
  g_free (event);
}
