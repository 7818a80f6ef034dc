/* budget-details.h – all of one budget: thresholds, rollover, and how it stands
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-item.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_BUDGET_DETAILS (outlay_budget_details_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetDetails, outlay_budget_details, OUTLAY, BUDGET_DETAILS, AdwBin)

void outlay_budget_details_show (OutlayBudgetDetails *self,
                                 OutlaySession *session,
                                 OutlayBudgetItem *item,
                                 guint column);

G_END_DECLS
