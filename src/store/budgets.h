/* budgets.h – amounts planned for a feature and a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayBudgetRow:
 * @feature: id of a feature; 0 is Unallocated
 * @month: months since 1970
 * @thresholds: percents with commas between, or "" for the defaults
 */
typedef struct
{
  gint64 feature;
  gint32 month;
  gint64 amount_nanos;
  char *currency;
  char *thresholds;
  gboolean rollover;
} OutlayBudgetRow;

void outlay_budget_row_free (OutlayBudgetRow *row);
GPtrArray *outlay_budgets_list (OutlayDatabase *database, GError **error);
gboolean outlay_budgets_set (OutlayDatabase *database, const OutlayBudgetRow *row, GError **error);
gboolean outlay_budgets_remove (OutlayDatabase *database,
                                gint64 feature,
                                gint32 month,
                                GError **error);
gboolean outlay_budgets_remove_feature (OutlayDatabase *database, gint64 feature, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBudgetRow, outlay_budget_row_free)

G_END_DECLS
