/* worker-thread.c – the thread that has the ledger
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/ledger-private.h"
#include "ledger/undo.h"
#include "ledger/worker-private.h"
#include "store/watch.h"

#include <glib/gi18n.h>

#define LOOK_USEC G_USEC_PER_SEC /* how often it looks whether another program has written */

struct _OutlayWorkThread
{
  gatomicrefcount ref_count;
  GThread *thread;       /* owned */
  char *path;            /* owned */
  GAsyncQueue *jobs;     /* owned: OutlayJob, and the thread itself as the last */
  GAsyncQueue *events;   /* owned: OutlayWorkEvent */
  GMainContext *context; /* owned: where events are taken */
  GWeakRef worker;       /* who takes them; read there */
  GCancellable *stop;    /* owned */
  gboolean only_questions;

  /* The thread's alone */
  OutlayLedger *ledger; /* owned; NULL until it is open */
  gboolean has_day;
  gint32 day;
  gint32 shown_day; /* of the newest snapshot */
  guint32 seen;     /* change count of the newest snapshot */
  gint64 looked;    /* monotonic time */
  gboolean has_failed;
};

static void
unref_thread (gpointer data)
{
  OutlayWorkThread *thread = data;
  OutlayWorkEvent *event;

  if (!g_atomic_ref_count_dec (&thread->ref_count))
    return;

  while ((event = g_async_queue_try_pop (thread->events)) != NULL)
    outlay_work_event_free (event);
  g_async_queue_unref (thread->jobs);
  g_async_queue_unref (thread->events);
  g_main_context_unref (thread->context);
  g_object_unref (thread->stop);
  g_weak_ref_clear (&thread->worker);
  g_free (thread->path);
  g_free (thread);
}

static gboolean
on_event (gpointer data)
{
  OutlayWorkThread *thread = data;
  g_autoptr (OutlayWorker) worker = g_weak_ref_get (&thread->worker);

  if (worker != NULL)
    outlay_worker_deliver (worker);
  return G_SOURCE_REMOVE;
}

/**
 * outlay_work_thread_report:
 * @thread: the thread this runs on
 * @event: (transfer full): for the main thread
 */
void
outlay_work_thread_report (OutlayWorkThread *thread, OutlayWorkEvent *event)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_async_queue_push (thread->events, event);
  g_atomic_ref_count_inc (&thread->ref_count);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_event, thread, unref_thread);
  g_source_set_static_name (source, "outlay: news of the ledger");
  g_source_attach (source, thread->context);
}

/**
 * outlay_work_thread_ledger:
 * @thread: the thread this runs on
 * @error: return location for an error
 *
 * Returns: (nullable): its ledger; %NULL if it is not open
 */
OutlayLedger *
outlay_work_thread_ledger (OutlayWorkThread *thread, GError **error)
{
  if (thread->ledger == NULL)
    g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                         _ ("No store is open."));

  return thread->ledger;
}

/**
 * outlay_work_thread_open:
 *
 * The job that opens the ledger.
 *
 * Returns: %NULL
 */
gpointer
outlay_work_thread_open (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  g_autoptr (OutlayLedger) ledger = NULL;

  if (thread->ledger != NULL)
    return NULL;

  ledger = outlay_ledger_open (thread->path, error);
  if (ledger == NULL || (!thread->only_questions && !outlay_ledger_enable_undo (ledger, error)))
    return NULL;

  if (thread->has_day)
    outlay_ledger_set_day (ledger, thread->day);
  thread->ledger = g_steal_pointer (&ledger);
  return NULL;
}

/**
 * outlay_work_thread_set_day:
 *
 * The job that sets the day; its data is the day.
 *
 * Returns: %NULL
 */
gpointer
outlay_work_thread_set_day (OutlayWorkThread *thread, OutlayJob *job, GError **error)
{
  thread->has_day = TRUE;
  thread->day = GPOINTER_TO_INT (job->data);
  if (thread->ledger != NULL)
    outlay_ledger_set_day (thread->ledger, thread->day);
  return NULL;
}

static gboolean
read_snapshot (OutlayWorkThread *thread, gboolean always, OutlaySnapshot **snapshot, GError **error)
{
  guint32 count;

  if (!outlay_ledger_update_day (thread->ledger, error) ||
      !outlay_database_change_count (thread->ledger->database, &count, error))
    return FALSE;

  if (!always && count == thread->seen && outlay_ledger_day (thread->ledger) == thread->shown_day)
    return TRUE;

  *snapshot = outlay_ledger_snapshot (thread->ledger, error);
  if (*snapshot == NULL)
    return FALSE;

  thread->seen = count;
  thread->shown_day = outlay_ledger_day (thread->ledger);
  return TRUE;
}

/* All of a snapshot is of one moment, whatever other programs write meanwhile. */
static gboolean
update_snapshot (OutlayWorkThread *thread,
                 gboolean always,
                 OutlaySnapshot **snapshot,
                 GError **error)
{
  OutlayDatabase *database = thread->ledger->database;
  gboolean done;

  if (g_cancellable_is_cancelled (thread->stop))
    return TRUE;
  if (!outlay_database_execute (database, "SAVEPOINT snapshot", error))
    return FALSE;

  thread->looked = g_get_monotonic_time ();
  done = read_snapshot (thread, always, snapshot, error);
  outlay_database_execute (database, "RELEASE snapshot", NULL);
  return done;
}

/* What nobody waits for is told once, until it works again. */
static void
note_failure (OutlayWorkThread *thread, OutlayWorkEvent *event, GError *failure)
{
  if (failure == NULL)
    thread->has_failed = FALSE;
  else if (thread->has_failed || g_cancellable_is_cancelled (thread->stop))
    g_error_free (failure);
  else
    {
      thread->has_failed = TRUE;
      event->failure = failure;
    }
}

static void
look_for_changes (OutlayWorkThread *thread)
{
  g_autoptr (OutlayWorkEvent) event = NULL;
  GError *failure = NULL;

  if (thread->only_questions || thread->ledger == NULL ||
      g_get_monotonic_time () - thread->looked < LOOK_USEC)
    return;

  event = g_new0 (OutlayWorkEvent, 1);
  update_snapshot (thread, /* always: */ FALSE, &event->snapshot, &failure);
  note_failure (thread, event, failure);
  if (event->snapshot != NULL || event->failure != NULL)
    outlay_work_thread_report (thread, g_steal_pointer (&event));
}

/* Also when the job has failed: a part of it may be in the store. */
static void
finish_command (OutlayWorkThread *thread, OutlayJob *job, OutlayWorkEvent *event)
{
  GError *failure = NULL;

  if (outlay_ledger_close_step (thread->ledger, job->label, &failure))
    update_snapshot (thread, job->always, &event->snapshot, &failure);
  if (failure != NULL && job->always && job->error == NULL)
    job->error = failure;
  else
    note_failure (thread, event, failure);

  event->has_labels = TRUE;
  outlay_ledger_can_undo (thread->ledger, &event->undo_label);
  outlay_ledger_can_redo (thread->ledger, &event->redo_label);
}

/* A thread of questions opens the store at the first of them, and has no day of its own. */
static gboolean
prepare_question (OutlayWorkThread *thread, OutlayJob *job)
{
  outlay_work_thread_open (thread, job, &job->error);
  if (thread->ledger == NULL)
    return FALSE;

  if (job->day_counts)
    outlay_ledger_set_day (thread->ledger, job->day);
  return outlay_ledger_update_day (thread->ledger, &job->error);
}

static void
perform (OutlayWorkThread *thread, OutlayJob *job)
{
  if (g_cancellable_is_cancelled (job->cancellable))
    {
      job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                        _ ("Stopped. Nothing was changed"));
      return;
    }

  if (thread->only_questions && !prepare_question (thread, job))
    return;
  if (thread->ledger != NULL)
    outlay_database_set_cancellable (thread->ledger->database, job->cancellable);
  job->value = job->perform (thread, job, &job->error);
  if (thread->ledger != NULL)
    outlay_database_set_cancellable (thread->ledger->database, thread->stop);

  if (job->error != NULL && g_cancellable_is_cancelled (job->cancellable))
    {
      g_autoptr (GError) stopped = g_steal_pointer (&job->error);

      job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, stopped->message);
    }
}

static void
do_job (OutlayWorkThread *thread, OutlayJob *job)
{
  OutlayWorkEvent *event = g_new0 (OutlayWorkEvent, 1);

  event->job = job;
  event->done = TRUE;
  perform (thread, job);
  if (thread->ledger != NULL && !(job->flags & OUTLAY_WORK_READ))
    finish_command (thread, job, event);
  outlay_work_thread_report (thread, event);
}

static gpointer
run (gpointer data)
{
  OutlayWorkThread *thread = data;
  gpointer job = NULL;

  while (job != thread)
    {
      job = g_async_queue_timeout_pop (thread->jobs, LOOK_USEC);
      if (job != NULL && job != thread)
        do_job (thread, job);
      if (job != thread)
        look_for_changes (thread);
    }

  g_clear_pointer (&thread->ledger, outlay_ledger_close);
  return NULL;
}

/**
 * outlay_work_thread_start:
 * @path: file of the store
 * @worker: who takes its events
 * @only_questions: it opens the store by itself, and looks for no changes
 *
 * Returns: (transfer full): a thread; outlay_work_thread_join() ends it
 */
OutlayWorkThread *
outlay_work_thread_start (const char *path, OutlayWorker *worker, gboolean only_questions)
{
  OutlayWorkThread *thread = g_new0 (OutlayWorkThread, 1);

  g_atomic_ref_count_init (&thread->ref_count);
  thread->path = g_strdup (path);
  thread->only_questions = only_questions;
  thread->jobs = g_async_queue_new_full ((GDestroyNotify) outlay_job_free);
  thread->events = g_async_queue_new ();
  thread->context = g_main_context_ref_thread_default ();
  thread->stop = g_cancellable_new ();
  g_weak_ref_init (&thread->worker, worker);
  thread->thread = g_thread_new ("outlay-ledger", run, thread);
  return thread;
}

/**
 * outlay_work_thread_push:
 * @thread: a thread
 * @job: (transfer full): what to do next
 */
void
outlay_work_thread_push (OutlayWorkThread *thread, OutlayJob *job)
{
  g_async_queue_push (thread->jobs, job);
}

/**
 * outlay_work_thread_pop:
 * @thread: a thread
 *
 * Returns: (transfer full) (nullable): the next event, if there is one
 */
OutlayWorkEvent *
outlay_work_thread_pop (OutlayWorkThread *thread)
{
  return g_async_queue_try_pop (thread->events);
}

/**
 * outlay_work_thread_join:
 * @thread: a thread
 *
 * Ends it when its jobs are done, and waits for that. Its events can still be taken.
 */
void
outlay_work_thread_join (OutlayWorkThread *thread)
{
  g_cancellable_cancel (thread->stop);
  g_async_queue_push (thread->jobs, thread);
  g_thread_join (g_steal_pointer (&thread->thread));
}

/**
 * outlay_work_thread_free:
 * @thread: (transfer full): a thread that was joined
 */
void
outlay_work_thread_free (OutlayWorkThread *thread)
{
  unref_thread (thread);
}
