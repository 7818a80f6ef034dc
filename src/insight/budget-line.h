/* budget-line.h – how one budget stands in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the room itself; the others read outlay_budget_status_new().
 */

#pragma once

#include "insight/budget.h"

G_BEGIN_DECLS

/**
 * OutlayBudgetMonth:
 * @number: months since 1970
 * @from: its first day
 * @to: its last day
 * @through: last day whose cost counts: before @from in a month to come
 *
 * What all lines of a month have in common.
 */
typedef struct
{
  const OutlaySnapshot *snapshot;
  gint32 number;
  gint32 from;
  gint32 to;
  gint32 through;
} OutlayBudgetMonth;

void outlay_budget_month_init (OutlayBudgetMonth *month,
                               const OutlaySnapshot *snapshot,
                               gint32 number);
void outlay_budget_month_sum (const OutlayBudgetMonth *month,
                              const gboolean *members,
                              gint64 *cost_nanos,
                              gint64 *estimated_nanos);
void outlay_budget_line_fill (OutlayBudgetLine *line,
                              const OutlayBudgetMonth *month,
                              const gboolean *members,
                              const gint64 *expected_nanos);
void outlay_budget_line_cross (OutlayBudgetLine *line, const guint *thresholds, guint n_thresholds);

G_END_DECLS
