/* history.h – the daily cost of features, as far as imports cover it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

/**
 * OutlayHistory:
 * @first_day: day of the first value
 * @values: (array length=n_values): recurring cost of each day, in whole units: an
 *   estimate's input. A covered day without spend is 0; a missing day, and the last
 *   day of a file that may not be whole, is filled with what its account's days
 *   around it come to
 * @filled: what filled days of the month add to the cells, in whole units
 * @apart_nanos: cost of the month that does not recur by day: fees, credits, refunds,
 *   purchases, and whatever is negative
 * @fees_due_nanos: what the fees of the month before exceed those of the month by
 * @data_to: last covered day, or %G_MININT32
 * @complete: every account has all days of the month so far
 *
 * The accounts are those in which the features had cells in the last quarter; for
 * features that never had any, all accounts.
 */
typedef struct
{
  gint32 first_day;
  double *values;
  gsize n_values;
  double filled;
  gint64 apart_nanos;
  gint64 fees_due_nanos;
  gint32 data_to;
  gboolean complete;
} OutlayHistory;

OutlayHistory *outlay_history_new (const OutlaySnapshot *snapshot,
                                   const gboolean *members,
                                   gint32 month);
void outlay_history_free (OutlayHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayHistory, outlay_history_free)

G_END_DECLS
