/* value.h – what a use case costs, and what it brings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A period is the sum of its months, each cut at the snapshot's day: spend and outcomes
 * by their days, what is stated by the month (cost items, fixed value, retention,
 * premium) by elapsed days. A month to come is 0. A month without a row of outcomes has
 * an unknown number of them, so that a method that counts them has no value there.
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

const char *outlay_value_method_to_string (OutlayValueMethod method);
gboolean outlay_value_method_parse (const char *text, OutlayValueMethod *method);
const char *outlay_value_key_to_string (OutlayValueKey key);
gboolean outlay_value_key_parse (const char *text, OutlayValueKey *key);
gboolean outlay_value_method_takes (OutlayValueMethod method, OutlayValueKey key);
gboolean outlay_value_key_is_required (OutlayValueMethod method, OutlayValueKey key);
gboolean outlay_value_key_is_fraction (OutlayValueKey key);
const char *outlay_cost_kind_to_string (OutlayCostKind kind);
gboolean outlay_cost_kind_parse (const char *text, OutlayCostKind *kind);

/**
 * OutlayVerdict:
 *
 * Worth it even at the low estimate, worth it if the assumptions hold (inputs
 * were left out), uncertain (the range spans 0), not worth it at the high
 * estimate, not estimated.
 */
typedef enum
{
  OUTLAY_VERDICT_WORTH_IT,
  OUTLAY_VERDICT_IF_ASSUMED,
  OUTLAY_VERDICT_UNCERTAIN,
  OUTLAY_VERDICT_COSTS_MORE,
  OUTLAY_VERDICT_NOT_ESTIMATED,
} OutlayVerdict;

/**
 * OutlayWorth:
 * @has_value: the value is estimated; otherwise it is unknown, which is not 0
 * @value_nanos: likely value of the period
 * @has_range: a low and a high were stated
 * @cost_nanos: full cost: tokens + fees + infrastructure + people + other
 * @tokens_nanos: spend of its features, without the fees in it
 * @fees_nanos: provider fees inside that spend, and cost items of that kind
 * @token_share_percent: tokens ÷ cost; NAN where cost is 0
 * @net_nanos: value − cost; only with @has_value
 * @roi_percent: net ÷ cost × 100; NAN where it has no meaning
 * @value_to_cost: value ÷ cost; NAN where it has no meaning
 * @has_outcomes: the number of outcomes is known
 * @outcomes: outcomes of the period
 * @cost_per_outcome_nanos: only with @has_outcomes and outcomes above 0
 * @payback_months: one-offs that the period bears a part of ÷ what a month brings in
 *   cash: value less running cost; NAN where there is no one-off, or it is not paid back
 * @break_even_outcomes: the least outcomes of the period whose likely value reaches its
 *   cost; −1 if there are none, or the value does not depend on outcomes
 * @n_assumed: how many inputs were left out
 * @assumed: which, taken as 100 % or as $0
 */
typedef struct
{
  gboolean has_value;
  gint64 value_nanos;
  gboolean has_range;
  gint64 value_low_nanos;
  gint64 value_high_nanos;
  gint64 cost_nanos;
  gint64 tokens_nanos;
  gint64 infrastructure_nanos;
  gint64 people_nanos;
  gint64 fees_nanos;
  gint64 other_nanos;
  double token_share_percent;
  gint64 net_nanos;
  double roi_percent;
  double value_to_cost;
  gboolean has_outcomes;
  gint64 outcomes;
  gint64 cost_per_outcome_nanos;
  double payback_months;
  gint64 break_even_outcomes;
  guint n_assumed;
  OutlayValueKey assumed[OUTLAY_N_VALUE_KEYS];
  OutlayVerdict verdict;
} OutlayWorth;

/**
 * OutlayUseCaseWorth:
 * @use_case: index of a use case
 * @worth: of the whole period
 * @months: (array length=n_months): of each month of it
 */
typedef struct
{
  guint32 use_case;
  OutlayWorth worth;
  OutlayWorth *months;
  gsize n_months;
} OutlayUseCaseWorth;

/**
 * OutlayPortfolio:
 * @lines: (array length=n_lines): use cases, in the order of the snapshot
 * @total: all value estimated so far against **all** cost, unallocated and
 *   unestimated included
 * @estimated: the estimated use cases alone
 * @unallocated_nanos: spend that no use case bears
 */
typedef struct
{
  gint32 from_month;
  gint32 to_month;
  OutlayUseCaseWorth *lines;
  gsize n_lines;
  OutlayWorth total;
  OutlayWorth estimated;
  gint64 unallocated_nanos;
} OutlayPortfolio;

OutlayPortfolio *outlay_portfolio_new (const OutlaySnapshot *snapshot,
                                       gint32 from_month,
                                       gint32 to_month);
void outlay_portfolio_free (OutlayPortfolio *portfolio);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPortfolio, outlay_portfolio_free)

G_END_DECLS
