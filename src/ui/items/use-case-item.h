/* use-case-item.h – a use case as a row of the table of use cases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/value.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USE_CASE_ITEM (outlay_use_case_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUseCaseItem, outlay_use_case_item, OUTLAY, USE_CASE_ITEM, GObject)

OutlayUseCaseItem *outlay_use_case_item_new (const OutlaySnapshot *snapshot,
                                             OutlayWording *wording,
                                             const OutlayUseCaseWorth *line);
const char *outlay_use_case_item_get_name (OutlayUseCaseItem *self);
OutlayVerdict outlay_use_case_item_get_verdict (OutlayUseCaseItem *self);

GListStore *outlay_use_case_items (const OutlaySnapshot *snapshot,
                                   OutlayWording *wording,
                                   const OutlayPortfolio *portfolio);

G_END_DECLS
