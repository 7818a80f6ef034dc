/* batch-item.h – an imported file, for a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/import.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayBatchState:
 * @OUTLAY_BATCH_IN_USE: its rows count
 * @OUTLAY_BATCH_REJECTED: its rows count, but for some that could not be taken
 * @OUTLAY_BATCH_REPLACED: newer files say all that it says
 * @OUTLAY_BATCH_UNDONE: the user took it back
 */
typedef enum
{
  OUTLAY_BATCH_IN_USE,
  OUTLAY_BATCH_REJECTED,
  OUTLAY_BATCH_REPLACED,
  OUTLAY_BATCH_UNDONE,
} OutlayBatchState;

#define OUTLAY_TYPE_BATCH_ITEM (outlay_batch_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBatchItem, outlay_batch_item, OUTLAY, BATCH_ITEM, GObject)

OutlayBatchItem *outlay_batch_item_new (const OutlayImported *imported,
                                        gboolean replaced,
                                        const char *currency,
                                        OutlayWording *wording);
gint64 outlay_batch_item_get_batch (OutlayBatchItem *self);
OutlayBatchState outlay_batch_item_get_state (OutlayBatchItem *self);
const char *outlay_batch_item_get_file (OutlayBatchItem *self);
const char *outlay_batch_item_get_state_text (OutlayBatchItem *self);

const char *outlay_format_title (const char *id);
char *outlay_imported_billed_text (const OutlayImported *imported,
                                   OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
