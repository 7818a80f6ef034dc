/* budget-table.h – features × months, edited where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-grid.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_BUDGET_TABLE (outlay_budget_table_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetTable, outlay_budget_table, OUTLAY, BUDGET_TABLE, AdwBin)

void outlay_budget_table_set_grid (OutlayBudgetTable *self,
                                   OutlayBudgetGrid *grid,
                                   OutlaySession *session);
void outlay_budget_table_update (OutlayBudgetTable *self);
void outlay_budget_table_select (OutlayBudgetTable *self, guint row, guint column);
OutlayBudgetItem *outlay_budget_table_get_item (OutlayBudgetTable *self);
guint outlay_budget_table_get_column (OutlayBudgetTable *self);

G_END_DECLS
