/* worker.c – the ledger on a thread of its own: the main thread's side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/worker.h"

#include "ledger/worker-private.h"

#include <glib/gi18n.h>

struct _OutlayWorker
{
  GObject parent_instance;

  /* Owned references */
  char *path;
  OutlayWorkThread *thread; /* NULL until it is opened, and when it is closed */
  OutlayWorkThread *reader; /* answers questions during imports; NULL until there was one */
  GQueue jobs;              /* OutlayJob, borrowed: those that are not done */
  OutlaySnapshot *snapshot; /* the newest; NULL before there is one */
  char *undo_label;
  char *redo_label;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (OutlayWorker, outlay_worker, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SNAPSHOT,
  PROP_BUSY,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint failed_signal;

static void
outlay_worker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayWorker *self = OUTLAY_WORKER (object);

  switch (id)
    {
    case PROP_SNAPSHOT:
      g_value_set_boxed (value, self->snapshot);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, outlay_worker_get_busy (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_worker_dispose (GObject *object)
{
  outlay_worker_close (OUTLAY_WORKER (object));
  G_OBJECT_CLASS (outlay_worker_parent_class)->dispose (object);
}

static void
outlay_worker_finalize (GObject *object)
{
  OutlayWorker *self = OUTLAY_WORKER (object);

  outlay_snapshot_unref (self->snapshot);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->path);
  G_OBJECT_CLASS (outlay_worker_parent_class)->finalize (object);
}

static void
outlay_worker_class_init (OutlayWorkerClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_worker_get_property;
  object_class->dispose = outlay_worker_dispose;
  object_class->finalize = outlay_worker_finalize;

  /**
   * OutlayWorker:snapshot: (nullable)
   *
   * The newest state of everything; %NULL until the store is open.
   */
  properties[PROP_SNAPSHOT] =
      g_param_spec_boxed ("snapshot", NULL, NULL, OUTLAY_TYPE_SNAPSHOT, flags);

  /**
   * OutlayWorker:busy:
   *
   * Something that was asked for is not done yet.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);

  /**
   * OutlayWorker:undo-label: (nullable)
   *
   * What outlay_worker_undo_async() would undo; %NULL if there is nothing.
   */
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);

  /**
   * OutlayWorker:redo-label: (nullable)
   *
   * What outlay_worker_redo_async() would do again; %NULL if there is nothing.
   */
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * OutlayWorker::failed:
   * @error: why
   *
   * The snapshot could not be brought up to date. It is told once, until it works again.
   */
  failed_signal = g_signal_new ("failed", OUTLAY_TYPE_WORKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
outlay_worker_init (OutlayWorker *self)
{
  g_queue_init (&self->jobs);
}

/**
 * outlay_worker_new:
 * @path: file of the store
 *
 * Returns: (transfer full): a worker; nothing happens before outlay_worker_open_async()
 */
OutlayWorker *
outlay_worker_new (const char *path)
{
  OutlayWorker *worker = g_object_new (OUTLAY_TYPE_WORKER, NULL);

  worker->path = g_strdup (path);
  return worker;
}

/**
 * outlay_worker_get_path:
 * @worker: a worker
 *
 * Returns: (transfer none): file of the store
 */
const char *
outlay_worker_get_path (OutlayWorker *worker)
{
  g_return_val_if_fail (OUTLAY_IS_WORKER (worker), NULL);

  return worker->path;
}

/**
 * outlay_worker_get_snapshot:
 * @worker: a worker
 *
 * Returns: (transfer none) (nullable): the newest snapshot
 */
OutlaySnapshot *
outlay_worker_get_snapshot (OutlayWorker *worker)
{
  g_return_val_if_fail (OUTLAY_IS_WORKER (worker), NULL);

  return worker->snapshot;
}

/**
 * outlay_worker_get_busy:
 * @worker: a worker
 *
 * Returns: something that was asked for is not done yet
 */
gboolean
outlay_worker_get_busy (OutlayWorker *worker)
{
  g_return_val_if_fail (OUTLAY_IS_WORKER (worker), FALSE);

  return !g_queue_is_empty (&worker->jobs);
}

/**
 * outlay_worker_get_undo_label:
 * @worker: a worker
 *
 * Returns: (transfer none) (nullable): what would be undone
 */
const char *
outlay_worker_get_undo_label (OutlayWorker *worker)
{
  g_return_val_if_fail (OUTLAY_IS_WORKER (worker), NULL);

  return worker->undo_label;
}

/**
 * outlay_worker_get_redo_label:
 * @worker: a worker
 *
 * Returns: (transfer none) (nullable): what would be done again
 */
const char *
outlay_worker_get_redo_label (OutlayWorker *worker)
{
  g_return_val_if_fail (OUTLAY_IS_WORKER (worker), NULL);

  return worker->redo_label;
}

static void
set_label (OutlayWorker *self, char **label, char **newer, guint property)
{
  if (g_strcmp0 (*label, *newer) == 0)
    return;

  g_free (*label);
  *label = g_steal_pointer (newer);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_news (OutlayWorker *self, OutlayWorkEvent *event)
{
  if (event->snapshot != NULL)
    {
      outlay_snapshot_unref (self->snapshot);
      self->snapshot = g_steal_pointer (&event->snapshot);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SNAPSHOT]);
    }

  if (event->has_labels)
    {
      set_label (self, &self->undo_label, &event->undo_label, PROP_UNDO_LABEL);
      set_label (self, &self->redo_label, &event->redo_label, PROP_REDO_LABEL);
    }

  if (event->done)
    {
      g_queue_remove (&self->jobs, event->job);
      if (g_queue_is_empty (&self->jobs))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
    }
}

static void
answer (OutlayJob *job)
{
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->value), job->destroy_value);
}

static OutlayWorkEvent *
pop_event (OutlayWorker *self)
{
  OutlayWorkEvent *event = self->thread != NULL ? outlay_work_thread_pop (self->thread) : NULL;

  if (event == NULL && self->reader != NULL)
    event = outlay_work_thread_pop (self->reader);
  return event;
}

/**
 * outlay_worker_deliver:
 * @worker: a worker
 *
 * Takes what the thread has reported: first the news, then the answers.
 */
void
outlay_worker_deliver (OutlayWorker *worker)
{
  g_autoptr (OutlayWorker) alive = g_object_ref (worker);

  while (TRUE)
    {
      g_autoptr (OutlayWorkEvent) event = pop_event (worker);

      if (event == NULL)
        break;

      g_object_freeze_notify (G_OBJECT (worker));
      take_news (worker, event);
      g_object_thaw_notify (G_OBJECT (worker));

      if (event->failure != NULL)
        g_signal_emit (worker, failed_signal, 0, event->failure);
      if (event->path != NULL)
        outlay_import_report (event->job, event);
      if (event->done)
        answer (event->job);
    }
}

/**
 * outlay_worker_close:
 * @worker: a worker
 *
 * Stops what is running, as if it were cancelled, and closes the store. What was
 * asked for gets its answer; what is asked for from now on fails. It is to be called
 * when the window goes, since a running job keeps @worker alive.
 */
void
outlay_worker_close (OutlayWorker *worker)
{
  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  if (worker->closed)
    return;

  worker->closed = TRUE;
  for (GList *link = worker->jobs.head; link != NULL; link = link->next)
    g_cancellable_cancel (((OutlayJob *) link->data)->cancellable);

  if (worker->reader != NULL)
    outlay_work_thread_join (worker->reader);
  if (worker->thread != NULL)
    outlay_work_thread_join (worker->thread);
  outlay_worker_deliver (worker);
  g_clear_pointer (&worker->reader, outlay_work_thread_free);
  g_clear_pointer (&worker->thread, outlay_work_thread_free);
}

/* Who does a job: the reader, where it would have to wait for an import. */
static OutlayWorkThread *
choose_thread (OutlayWorker *self, OutlayJob *job)
{
  gboolean wait = FALSE;

  if (self->thread == NULL)
    self->thread = outlay_work_thread_start (self->path, self, /* only_questions: */ FALSE);

  for (GList *link = self->jobs.head; link != NULL; link = link->next)
    wait = wait || ((OutlayJob *) link->data)->takes_long;
  if (!wait || !job->may_overtake || self->snapshot == NULL)
    return self->thread;

  job->day = self->snapshot->day;
  job->day_counts = self->snapshot->day_counts;
  if (self->reader == NULL)
    self->reader = outlay_work_thread_start (self->path, self, /* only_questions: */ TRUE);
  return self->reader;
}

static void
on_outer_cancelled (GCancellable *outer, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/**
 * outlay_worker_push:
 * @worker: a worker
 * @job: (transfer full): what to do
 * @cancellable: (nullable): to stop it
 * @source_tag: the function that asks
 * @callback: (nullable): takes the answer
 * @user_data: for @callback
 */
void
outlay_worker_push (OutlayWorker *worker,
                    OutlayJob *job,
                    GCancellable *cancellable,
                    gpointer source_tag,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  OutlayWorkThread *thread;

  job->task = g_task_new (worker, NULL, callback, user_data);
  g_task_set_source_tag (job->task, source_tag);

  if (worker->closed)
    {
      g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                               _ ("The store is closed."));
      outlay_job_free (job);
      return;
    }

  if (cancellable != NULL)
    {
      job->outer = g_object_ref (cancellable);
      job->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled),
                                                  g_object_ref (job->cancellable), g_object_unref);
    }

  thread = choose_thread (worker, job);
  g_queue_push_tail (&worker->jobs, job);
  outlay_work_thread_push (thread, job);
  if (worker->jobs.length == 1)
    g_object_notify_by_pspec (G_OBJECT (worker), properties[PROP_BUSY]);
}

/**
 * outlay_worker_open_async:
 * @worker: a worker
 * @cancellable: (nullable): to stop it
 * @callback: takes the answer
 * @user_data: for @callback
 *
 * Opens the store and reads the first snapshot.
 */
void
outlay_worker_open_async (OutlayWorker *worker,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  OutlayJob *job;

  g_return_if_fail (OUTLAY_IS_WORKER (worker));

  job = outlay_job_new (outlay_work_thread_open, NULL, NULL);
  job->always = TRUE;
  outlay_worker_push (worker, job, cancellable, outlay_worker_open_async, callback, user_data);
}

/**
 * outlay_worker_open_finish:
 * @worker: a worker
 * @result: as the callback got it
 * @error: return location for an error; it can be opened again then
 */
gboolean
outlay_worker_open_finish (OutlayWorker *worker, GAsyncResult *result, GError **error)
{
  gboolean opened;

  g_return_val_if_fail (g_task_is_valid (result, worker), FALSE);

  opened = !g_task_had_error (G_TASK (result));
  g_task_propagate_pointer (G_TASK (result), error);
  return opened;
}
