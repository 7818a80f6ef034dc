/* budget-row.h – a budget of the month in a narrow window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-item.h"
#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_BUDGET_ROW (outlay_budget_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetRow, outlay_budget_row, OUTLAY, BUDGET_ROW, GtkListBoxRow)

GtkWidget *outlay_budget_row_new (OutlaySession *session, OutlayBudgetItem *item);
OutlayBudgetItem *outlay_budget_row_get_item (OutlayBudgetRow *self);
void outlay_budget_row_show (OutlayBudgetRow *self, guint column);

G_END_DECLS
