/* full-cost.h – what each use case costs a month, to the nano-unit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the room itself; the others read outlay_portfolio_new(). Spend of a feature goes
 * to the use cases that name it, by their shares; of a feature that none names, as its
 * parent's does. Cost items of a running month count by elapsed days, of a month to
 * come not at all.
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

/**
 * OutlayCostParts:
 * @tokens_nanos: spend without the provider fees in it
 * @fees_nanos: those fees
 * @item_nanos: cost items of each #OutlayCostKind
 * @amortised_nanos: the part of @item_nanos that is of one-offs
 */
typedef struct
{
  gint64 tokens_nanos;
  gint64 fees_nanos;
  gint64 item_nanos[OUTLAY_N_COST_KINDS];
  gint64 amortised_nanos;
} OutlayCostParts;

/**
 * OutlayFullCost:
 * @parts: n_months for each use case, and n_months of everything after them
 * @one_off: of each use case, and of everything: the one-offs that the period bears
 *   a part of, whole, in units: an estimate's input
 * @unallocated_nanos: spend that no use case bears
 */
typedef struct
{
  gint32 from_month;
  gsize n_months;
  gsize n_use_cases;
  OutlayCostParts *parts;
  double *one_off;
  gint64 unallocated_nanos;
} OutlayFullCost;

gint32 outlay_month_elapsed_days (gint32 month, gint32 day);

OutlayFullCost *outlay_full_cost_new (const OutlaySnapshot *snapshot,
                                      gint32 from_month,
                                      gint32 to_month);
const OutlayCostParts *outlay_full_cost_part (const OutlayFullCost *cost,
                                              gsize use_case,
                                              gsize month);
void outlay_full_cost_free (OutlayFullCost *cost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFullCost, outlay_full_cost_free)

G_END_DECLS
