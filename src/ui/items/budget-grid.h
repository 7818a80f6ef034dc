/* budget-grid.h – features × months around the month shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-item.h"

G_BEGIN_DECLS

#define OUTLAY_BUDGET_MONTHS 12       /* in a grid */
#define OUTLAY_BUDGET_MONTHS_BEFORE 6 /* the month shown is the one after these */

#define OUTLAY_TYPE_BUDGET_GRID (outlay_budget_grid_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetGrid, outlay_budget_grid, OUTLAY, BUDGET_GRID, GObject)

OutlayBudgetGrid *outlay_budget_grid_new (void);
void outlay_budget_grid_update (OutlayBudgetGrid *self,
                                const OutlaySnapshot *snapshot,
                                gint32 month,
                                OutlayWording *wording);
GListModel *outlay_budget_grid_get_items (OutlayBudgetGrid *self);
OutlayBudgetItem *outlay_budget_grid_get_total (OutlayBudgetGrid *self);
gint32 outlay_budget_grid_get_month (OutlayBudgetGrid *self, guint column);
gint32 outlay_budget_grid_get_today (OutlayBudgetGrid *self);
const char *outlay_budget_grid_get_currency (OutlayBudgetGrid *self);
gboolean outlay_budget_grid_is_planned (OutlayBudgetGrid *self);
gboolean outlay_budget_grid_find (OutlayBudgetGrid *self, const char *feature, guint *row);

G_END_DECLS
