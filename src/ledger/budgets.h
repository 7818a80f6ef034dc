/* budgets.h – commands: amounts planned for a feature and a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayBudgetPlan:
 * @feature: name of a feature, Unallocated included
 * @from_month: first month, months since 1970
 * @to_month: last month
 * @amount_nanos: of each month, in @currency
 * @currency: of the amount; not read by outlay_ledger_set_budget(), which takes the
 *   reporting currency
 * @n_thresholds: how many thresholds of its own; 0: the defaults
 * @thresholds: percents, rising
 * @rollover: what is left of, or over, a month's budget moves to the next
 */
typedef struct
{
  char *feature;
  gint32 from_month;
  gint32 to_month;
  gint64 amount_nanos;
  char *currency;
  guint n_thresholds;
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
  gboolean rollover;
} OutlayBudgetPlan;

void outlay_budget_plan_free (OutlayBudgetPlan *plan);
GPtrArray *outlay_ledger_list_budgets (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_set_budget (OutlayLedger *ledger,
                                   const OutlayBudgetPlan *plan,
                                   GError **error);
gboolean outlay_ledger_remove_budget (OutlayLedger *ledger,
                                      const char *feature,
                                      gint32 month,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBudgetPlan, outlay_budget_plan_free)

G_END_DECLS
