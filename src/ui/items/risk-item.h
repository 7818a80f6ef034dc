/* risk-item.h – how a feature stands in a month, for a row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"
#include "insight/budget.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_RISK_ITEM (outlay_risk_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRiskItem, outlay_risk_item, OUTLAY, RISK_ITEM, GObject)

OutlayRiskItem *outlay_risk_item_new (const OutlayBudgetLine *line,
                                      const OutlaySnapshot *snapshot,
                                      gint32 month,
                                      OutlayWording *wording);
const OutlayBudgetLine *outlay_risk_item_get_line (OutlayRiskItem *self);
const char *outlay_risk_item_get_feature (OutlayRiskItem *self);
OutlayInk outlay_risk_item_get_ink (OutlayRiskItem *self);
gboolean outlay_risk_item_get_ended (OutlayRiskItem *self);
GListModel *outlay_risk_items_new (const OutlayBudgetStatus *status,
                                   const OutlaySnapshot *snapshot,
                                   OutlayWording *wording);

G_END_DECLS
