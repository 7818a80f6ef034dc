/* formula.h – the value that a model states, exactly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the room itself; the others read outlay_portfolio_new(). A month's value is
 *
 *   fixed         amount
 *   labour        outcomes × minutes_saved ÷ 60 × hourly_rate × realisation
 *   displacement  outcomes × (human_cost × deflection − review_cost × review_rate) × realisation
 *   revenue       outcomes × order_value × conversion_uplift × gross_margin × realisation
 *   retention     customers × churn_reduction × realisation × annual_value ÷ 12
 *   premium       (price − cogs) × subscribers × realisation
 *
 * in integers, with one rounding at the end. What counts outcomes is cut with them;
 * the others count by elapsed days in a running month. The low value is the least, and
 * the high one the most, that any choice of the ends of the stated ranges makes.
 */

#pragma once

#include "insight/value.h"

G_BEGIN_DECLS

/**
 * OutlayMonthFacts:
 * @outcomes: outcomes of the month so far
 * @elapsed_days: days of the month so far
 * @n_days: days of the month
 */
typedef struct
{
  gint64 outcomes;
  gint32 elapsed_days;
  gint32 n_days;
} OutlayMonthFacts;

/**
 * OutlayValueRange:
 *
 * Amounts beyond the range of money are held at its ends.
 */
typedef struct
{
  gint64 low_nanos;
  gint64 likely_nanos;
  gint64 high_nanos;
} OutlayValueRange;

gboolean outlay_value_method_counts_outcomes (OutlayValueMethod method);
gboolean outlay_value_model_is_complete (const OutlayValueModel *model);
gboolean outlay_value_model_has_range (const OutlayValueModel *model);
guint outlay_value_model_get_assumed (const OutlayValueModel *model,
                                      OutlayValueKey assumed[OUTLAY_N_VALUE_KEYS]);
void outlay_value_model_evaluate (const OutlayValueModel *model,
                                  const OutlayMonthFacts *facts,
                                  OutlayValueRange *value);
gint64 outlay_value_model_break_even (const OutlayValueModel *model, gint64 cost_nanos);

G_END_DECLS
