/* worker-private.h – the worker's two sides: the main thread's, and the ledger's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Jobs go to the thread through one queue, events come back through another. A job
 * belongs to whoever has it in hand; the main thread makes it and frees it.
 */

#pragma once

#include "ledger/worker.h"

G_BEGIN_DECLS

typedef struct _OutlayWorkThread OutlayWorkThread;
typedef struct _OutlayJob OutlayJob;

/**
 * OutlayJobFunc:
 * @thread: the thread it runs on
 * @job: the job
 * @error: return location for an error; the job has failed if it is set
 *
 * Returns: (nullable): the value of the job
 */
typedef gpointer (*OutlayJobFunc) (OutlayWorkThread *thread, OutlayJob *job, GError **error);

/**
 * OutlayJob:
 * @perform: does it
 * @flags: whether it may change the store
 * @always: a new snapshot comes, changed or not
 * @takes_long: questions need not wait for it
 * @may_overtake: a question that need not wait
 * @day_counts: @day was set
 * @day: the day of a question that overtakes
 * @label: (nullable): of the step that it makes
 * @data: for @perform
 * @cancellable: of this job alone; cancelled with @outer, or when the worker closes
 * @outer: (nullable): the caller's
 * @task: waits for it; set when it is pushed
 * @value: (nullable): what came out
 * @error: (nullable): why it failed
 */
struct _OutlayJob
{
  OutlayJobFunc perform;
  OutlayWorkFlags flags;
  gboolean always;
  gboolean takes_long;
  gboolean may_overtake;
  gboolean day_counts;
  gint32 day;
  char *label;
  gpointer data;
  GDestroyNotify destroy_data;
  GDestroyNotify destroy_value;
  GCancellable *cancellable;
  GCancellable *outer;
  gulong outer_handler;
  GTask *task;
  gpointer value;
  GError *error;
};

/**
 * OutlayWorkEvent:
 * @job: (nullable): the job it is about
 * @done: @job is done, and goes back to the main thread
 * @path: (nullable): the file that is being imported
 * @n_bytes: bytes read of it
 * @snapshot: (nullable): a newer one
 * @has_labels: the labels are news
 * @undo_label: (nullable): what could be undone
 * @redo_label: (nullable): what could be done again
 * @failure: (nullable): what went wrong without a job to tell it to
 */
typedef struct
{
  OutlayJob *job;
  gboolean done;
  char *path;
  goffset n_bytes;
  OutlaySnapshot *snapshot;
  gboolean has_labels;
  char *undo_label;
  char *redo_label;
  GError *failure;
} OutlayWorkEvent;

OutlayJob *outlay_job_new (OutlayJobFunc perform, gpointer data, GDestroyNotify destroy_data);
void outlay_job_free (OutlayJob *job);
void outlay_work_event_free (OutlayWorkEvent *event);

OutlayWorkThread *outlay_work_thread_start (const char *path,
                                            OutlayWorker *worker,
                                            gboolean only_questions);
void outlay_work_thread_push (OutlayWorkThread *thread, OutlayJob *job);
OutlayWorkEvent *outlay_work_thread_pop (OutlayWorkThread *thread);
void outlay_work_thread_join (OutlayWorkThread *thread);
void outlay_work_thread_free (OutlayWorkThread *thread);

/* For what runs on the thread. */
gpointer outlay_work_thread_open (OutlayWorkThread *thread, OutlayJob *job, GError **error);
gpointer outlay_work_thread_set_day (OutlayWorkThread *thread, OutlayJob *job, GError **error);
OutlayLedger *outlay_work_thread_ledger (OutlayWorkThread *thread, GError **error);
void outlay_work_thread_report (OutlayWorkThread *thread, OutlayWorkEvent *event);

/* For the main thread. */
void outlay_worker_push (OutlayWorker *worker,
                         OutlayJob *job,
                         GCancellable *cancellable,
                         gpointer source_tag,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
void outlay_worker_deliver (OutlayWorker *worker);
void outlay_import_report (OutlayJob *job, const OutlayWorkEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayJob, outlay_job_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWorkEvent, outlay_work_event_free)

G_END_DECLS
