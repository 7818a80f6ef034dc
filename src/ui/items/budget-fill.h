/* budget-fill.h – edits that fill many budgets at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-edit.h"

G_BEGIN_DECLS

#define OUTLAY_QUARTER_MONTHS 3
#define OUTLAY_YEAR_MONTHS 12

void outlay_budget_fill_copy (OutlayBudgetEdit *edit, OutlayBudgetItem *item, guint column);
void outlay_budget_fill_grow (OutlayBudgetEdit *edit,
                              OutlayBudgetItem *item,
                              guint column,
                              gint32 permille);
void outlay_budget_fill_year (OutlayBudgetEdit *edit, OutlayBudgetItem *item, guint column);
void outlay_budget_fill_spread (OutlayBudgetEdit *edit,
                                OutlayBudgetItem *item,
                                guint column,
                                gint32 n_months,
                                gint64 total_nanos);
gboolean outlay_budget_fill_paste (OutlayBudgetEdit *edit,
                                   OutlayBudgetGrid *grid,
                                   guint row,
                                   guint column,
                                   const char *text,
                                   OutlayWording *wording,
                                   GError **error);

G_END_DECLS
