/* worker.h – the ledger on a thread of its own, for a window that never waits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Work is done one piece after the other, in the order it was handed in; only questions
 * overtake an import. Every function here is for the main thread; callbacks come on it. When the callback of
 * a command comes, the snapshot and the labels of undo and redo already tell of it.
 *
 *   outlay_worker_edit_async (worker, _("Set budget of Search"), set_budget, plan,
 *                             (GDestroyNotify) outlay_budget_plan_free, NULL, on_edited, page);
 */

#pragma once

#include "ledger/import.h"
#include "ledger/ledger.h"
#include "ledger/snapshot-type.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_WORKER (outlay_worker_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWorker, outlay_worker, OUTLAY, WORKER, GObject)

/**
 * OutlayWorkFlags:
 * @OUTLAY_WORK_NONE: a command: when it has changed the store, a new snapshot comes
 * @OUTLAY_WORK_READ: a question: the snapshot stays
 */
typedef enum
{
  OUTLAY_WORK_NONE = 0,
  OUTLAY_WORK_READ = 1 << 0,
} OutlayWorkFlags;

/**
 * OutlayWorkFunc:
 * @ledger: the ledger, for the time of the call
 * @data: as given
 * @cancellable: (nullable): as given
 * @error: return location for an error
 *
 * Runs on the worker's thread: touches @ledger and @data and no widget. It has
 * failed if it sets @error.
 *
 * Returns: (nullable): what outlay_worker_run_finish() hands out
 */
typedef gpointer (*OutlayWorkFunc) (OutlayLedger *ledger,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * OutlayEditFunc:
 * @ledger: the ledger, for the time of the call
 * @data: as given
 * @error: return location for an error
 *
 * Commands that are one edit for the user: all of them, or none. Runs on the
 * worker's thread.
 *
 * Returns: %FALSE if it failed
 */
typedef gboolean (*OutlayEditFunc) (OutlayLedger *ledger, gpointer data, GError **error);

OutlayWorker *outlay_worker_new (const char *path);
const char *outlay_worker_get_path (OutlayWorker *worker);
void outlay_worker_close (OutlayWorker *worker);

void outlay_worker_open_async (OutlayWorker *worker,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean outlay_worker_open_finish (OutlayWorker *worker, GAsyncResult *result, GError **error);

OutlaySnapshot *outlay_worker_get_snapshot (OutlayWorker *worker);
gboolean outlay_worker_get_busy (OutlayWorker *worker);
const char *outlay_worker_get_undo_label (OutlayWorker *worker);
const char *outlay_worker_get_redo_label (OutlayWorker *worker);
void outlay_worker_set_day (OutlayWorker *worker, gint32 day);

void outlay_worker_run_async (OutlayWorker *worker,
                              OutlayWorkFlags flags,
                              OutlayWorkFunc func,
                              gpointer data,
                              GDestroyNotify destroy_data,
                              GDestroyNotify destroy_value,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean outlay_worker_run_finish (OutlayWorker *worker,
                                   GAsyncResult *result,
                                   gpointer *value,
                                   GError **error);

void outlay_worker_edit_async (OutlayWorker *worker,
                               const char *label,
                               OutlayEditFunc func,
                               gpointer data,
                               GDestroyNotify destroy_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean outlay_worker_edit_finish (OutlayWorker *worker, GAsyncResult *result, GError **error);

void outlay_worker_import_async (OutlayWorker *worker,
                                 const OutlayImportRequest *request,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *outlay_worker_import_finish (OutlayWorker *worker, GAsyncResult *result, GError **error);

void outlay_worker_undo_async (OutlayWorker *worker,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void outlay_worker_redo_async (OutlayWorker *worker,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
char *outlay_worker_undo_finish (OutlayWorker *worker, GAsyncResult *result, GError **error);
char *outlay_worker_redo_finish (OutlayWorker *worker, GAsyncResult *result, GError **error);

G_END_DECLS
