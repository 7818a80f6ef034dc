/* budget-item.h – the budgets of one feature, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"
#include "insight/budget.h"
#include "wording/wording.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OUTLAY_TOTAL_FEATURE G_MAXUINT32 /* the item of all features together */

/**
 * OutlayBudgetCell:
 * @month: months since 1970
 * @has_own: a budget is set for the feature itself, not only for parts of it
 * @own_nanos: its amount, without what rolled over
 * @rollover: of it
 * @n_thresholds: of it; 0 without one
 * @thresholds: percents, rising
 * @line: how the month stands
 * @ended: no day of the month is still to come
 * @future: no day of it has come
 * @amount: what is planned, to be shown
 * @second: what came of it
 * @words: how it stands, as a sentence
 * @description: all of it in a sentence
 */
typedef struct
{
  gint32 month;
  gboolean has_own;
  gint64 own_nanos;
  gboolean rollover;
  guint n_thresholds;
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
  OutlayBudgetLine line;
  gboolean ended;
  gboolean future;
  char *amount;
  char *second;
  char *words;
  char *description;
} OutlayBudgetCell;

#define OUTLAY_TYPE_BUDGET_ITEM (outlay_budget_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetItem, outlay_budget_item, OUTLAY, BUDGET_ITEM, GObject)

OutlayBudgetItem *outlay_budget_item_new (const OutlaySnapshot *snapshot, guint32 feature);
void outlay_budget_item_set (OutlayBudgetItem *self,
                             const OutlaySnapshot *snapshot,
                             OutlayBudgetStatus *const *statuses,
                             guint n_months,
                             OutlayWording *wording);
gboolean outlay_budget_item_is_of (OutlayBudgetItem *self,
                                   const OutlaySnapshot *snapshot,
                                   guint32 feature);
gboolean outlay_budget_item_is_total (OutlayBudgetItem *self);
const char *outlay_budget_item_get_feature (OutlayBudgetItem *self);
const char *outlay_budget_item_get_name (OutlayBudgetItem *self);
OutlayInk outlay_budget_item_get_ink (OutlayBudgetItem *self);
guint outlay_budget_item_get_n_cells (OutlayBudgetItem *self);
const OutlayBudgetCell *outlay_budget_item_get_cell (OutlayBudgetItem *self, guint column);

G_END_DECLS
