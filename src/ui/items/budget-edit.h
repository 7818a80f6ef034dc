/* budget-edit.h – changes of budgets that are one edit for the user
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/budgets.h"
#include "ui/items/budget-grid.h"

G_BEGIN_DECLS

typedef struct _OutlayBudgetEdit OutlayBudgetEdit;

OutlayBudgetEdit *outlay_budget_edit_new (void);
void outlay_budget_edit_free (OutlayBudgetEdit *edit);
guint outlay_budget_edit_get_n_changes (const OutlayBudgetEdit *edit);

void outlay_budget_edit_set (OutlayBudgetEdit *edit,
                             const char *feature,
                             gint32 month,
                             gint64 amount_nanos);
void outlay_budget_edit_copy (OutlayBudgetEdit *edit,
                              const char *feature,
                              gint32 from_month,
                              gint32 month,
                              gint64 amount_nanos);
void outlay_budget_edit_clear (OutlayBudgetEdit *edit, const char *feature, gint32 month);
void outlay_budget_edit_set_rollover (OutlayBudgetEdit *edit, gboolean rollover);
void outlay_budget_edit_set_thresholds (OutlayBudgetEdit *edit,
                                        const guint *thresholds,
                                        guint n_thresholds);
gboolean outlay_budget_edit_apply (OutlayLedger *ledger, gpointer edit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBudgetEdit, outlay_budget_edit_free)

G_END_DECLS
