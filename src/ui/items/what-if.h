/* what-if.h – value and cost of a snapshot that differs in one thing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/value.h"

G_BEGIN_DECLS

/**
 * OutlayCumulative:
 * @from_month: first month in which the use case had a value or a cost
 * @n_months: from there to the month shown, that included
 * @start: what was paid at once in the first month, as a negative estimate; else 0
 * @sums: (array length=n_months): value less cost since the start, in whole units, what
 *   was paid at once in the month it was paid in; a value that is not estimated adds
 *   nothing
 * @payback_month: the month in which the sum turns positive; %G_MININT32 if it does not,
 *   or never was negative
 */
typedef struct
{
  gint32 from_month;
  gsize n_months;
  double start;
  double *sums;
  gint32 payback_month;
} OutlayCumulative;

OutlayPortfolio *outlay_portfolio_of_same_days (const OutlaySnapshot *snapshot,
                                                gint32 month,
                                                gint32 *to);
OutlayPortfolio *outlay_portfolio_with_model (const OutlaySnapshot *snapshot,
                                              gsize use_case,
                                              const OutlayValueModel *model,
                                              gint32 month);
OutlayCumulative *outlay_cumulative_new (const OutlaySnapshot *snapshot,
                                         gsize use_case,
                                         gint32 to_month);
void outlay_cumulative_free (OutlayCumulative *cumulative);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCumulative, outlay_cumulative_free)

G_END_DECLS
