/* budget.h – how a month stands against its budgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/forecast.h"
#include "insight/snapshot.h"

G_BEGIN_DECLS

/**
 * OutlayBudgetState:
 * @OUTLAY_BUDGET_ON_TRACK: the forecast is within the budget
 * @OUTLAY_BUDGET_AT_RISK: the forecast is beyond it
 * @OUTLAY_BUDGET_OVER: the actual is beyond it; exactly 100 % is not
 * @OUTLAY_BUDGET_NONE: there is no budget
 */
typedef enum
{
  OUTLAY_BUDGET_ON_TRACK,
  OUTLAY_BUDGET_AT_RISK,
  OUTLAY_BUDGET_OVER,
  OUTLAY_BUDGET_NONE,
} OutlayBudgetState;

const char *outlay_budget_state_to_string (OutlayBudgetState state);

/**
 * OutlayBudgetLine:
 * @feature: index of a feature; %G_MAXUINT32 for the total
 * @has_budget: there is a budget in this month, its own or one of its children's
 * @budget_nanos: its amount, with what rolled over from months that have ended
 * @actual_nanos: cost so far: @billed_nanos + @estimated_nanos
 * @billed_nanos: the part that a bill, or the catalogue where there is no bill, says
 * @estimated_nanos: the part added for a running day
 * @has_forecast: there is enough data for one
 * @expected_nanos: the month's total as forecast
 * @low_nanos: lower end of its interval
 * @high_nanos: upper end
 * @level: percent of the interval
 * @method: name of the method, static
 * @used_percent: actual ÷ budget, 100 is all; NAN where the budget is 0 or none
 * @burn_rate: pace against plan, 1 is even; NAN where it cannot be told
 * @run_out: first day on which the budget is exceeded, so far or at the forecast's
 *   pace, or %G_MININT32 if not in the month
 * @n_crossed: how many thresholds are crossed
 * @crossed: which, percent, rising
 * @data_to: last day with data, up to the end of the month, or %G_MININT32
 * @complete: no account of the feature has missing days in the month so far
 */
typedef struct
{
  guint32 feature;
  gboolean has_budget;
  gint64 budget_nanos;
  gint64 actual_nanos;
  gint64 billed_nanos;
  gint64 estimated_nanos;
  gboolean has_forecast;
  gint64 expected_nanos;
  gint64 low_nanos;
  gint64 high_nanos;
  int level;
  const char *method;
  double used_percent;
  double burn_rate;
  gint32 run_out;
  OutlayBudgetState state;
  guint n_crossed;
  guint crossed[OUTLAY_MAX_THRESHOLDS];
  gint32 data_to;
  gboolean complete;
} OutlayBudgetLine;

/**
 * OutlayBudgetStatus:
 * @lines: (array length=n_lines): features with a budget in the month, most at
 *   risk first, then those with spend and none. A feature's line takes in its
 *   children; without a budget of its own it has the sum of theirs
 * @total: all features against the sum of the budgets; a parent's covers its children's
 * @unallocated_nanos: cost of the month that no feature bears
 */
typedef struct
{
  gint32 month;
  OutlayBudgetLine *lines;
  gsize n_lines;
  OutlayBudgetLine total;
  gint64 unallocated_nanos;
} OutlayBudgetStatus;

OutlayBudgetStatus *outlay_budget_status_new (const OutlaySnapshot *snapshot, gint32 month);
void outlay_budget_status_free (OutlayBudgetStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBudgetStatus, outlay_budget_status_free)

G_END_DECLS
