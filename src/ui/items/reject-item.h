/* reject-item.h – a row of a file that was not taken, for a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/import.h"
#include "wording/wording.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_REJECT_ITEM (outlay_reject_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRejectItem, outlay_reject_item, OUTLAY, REJECT_ITEM, GObject)

OutlayRejectItem *outlay_reject_item_new (const char *file,
                                          const OutlayRejectedRow *row,
                                          OutlayWording *wording);
void outlay_reject_items_append (GListStore *items,
                                 const char *file,
                                 const GPtrArray *rows,
                                 OutlayWording *wording);
char *outlay_reject_items_to_csv (GListModel *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
