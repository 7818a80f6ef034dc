/* import-order.h – which files to import and how, for both threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main thread fills an order and does not touch it while the worker has it, but
 * for outlay_import_order_get_progress() and outlay_import_order_stop().
 */

#pragma once

#include "ledger/review.h"
#include "ledger/worker.h"

G_BEGIN_DECLS

/**
 * OutlayOrderedFile:
 * @path: of a file or folder
 * @format: (nullable): id of its format, where the user has said it
 * @account: (nullable): its account, where the user has said it
 */
typedef struct
{
  char *path;
  char *format;
  char *account;
} OutlayOrderedFile;

typedef struct _OutlayImportOrder OutlayImportOrder;

OutlayImportOrder *outlay_import_order_new (GListModel *files);
OutlayImportOrder *outlay_import_order_ref (OutlayImportOrder *order);
void outlay_import_order_unref (OutlayImportOrder *order);

GPtrArray *outlay_import_order_get_files (OutlayImportOrder *order);
OutlayOrderedFile *outlay_import_order_find (OutlayImportOrder *order, const char *path);
void outlay_import_order_take_paths (OutlayImportOrder *order, const OutlayReview *review);
gboolean outlay_import_order_get_all_services (OutlayImportOrder *order);
void outlay_import_order_set_all_services (OutlayImportOrder *order, gboolean all_services);

void outlay_import_order_begin (OutlayImportOrder *order);
void outlay_import_order_stop (OutlayImportOrder *order);
gboolean outlay_import_order_is_stopped (OutlayImportOrder *order);
char *outlay_import_order_get_progress (OutlayImportOrder *order,
                                        goffset *done,
                                        goffset *total) G_GNUC_WARN_UNUSED_RESULT;

/* For the worker. */
gpointer outlay_import_order_review (OutlayLedger *ledger,
                                     gpointer order,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean outlay_import_order_perform (OutlayLedger *ledger, gpointer order, GError **error);
GPtrArray *outlay_import_order_get_results (OutlayImportOrder *order);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayImportOrder, outlay_import_order_unref)

G_END_DECLS
