/* reconcile-pool.h – spend on its way from some rows to others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/reconcile-private.h"

G_BEGIN_DECLS

/**
 * OutlayWeighing:
 *
 * What shares are measured by, the best first.
 */
typedef enum
{
  OUTLAY_WEIGH_COMPUTED,
  OUTLAY_WEIGH_TOKENS,
  OUTLAY_WEIGH_REQUESTS,
} OutlayWeighing;

#define OUTLAY_N_WEIGHINGS (OUTLAY_WEIGH_REQUESTS + 1)

/**
 * OutlayShare:
 * @weight: by #OutlayWeighing
 * @usage: what was used
 *
 * How much some rows, or a part of them, can claim.
 */
typedef struct
{
  gint64 weight[OUTLAY_N_WEIGHINGS];
  OutlayUsage usage;
} OutlayShare;

/**
 * OutlayPool:
 * @rows: data rows
 * @unpriced_rows: those of them without a price
 * @billed_nanos: as of a line
 * @stated_nanos: the cost without what is estimated
 * @estimated_nanos: as of a line
 * @computed_nanos: as of a line
 * @usage: what was used
 *
 * Spend that was taken from lines and is not given to others yet.
 */
typedef struct
{
  gint64 rows;
  gint64 unpriced_rows;
  gint64 billed_nanos;
  gint64 stated_nanos;
  gint64 estimated_nanos;
  gint64 computed_nanos;
  OutlayUsage usage;
} OutlayPool;

OutlayMeasure outlay_measure_whole (OutlayMeasure measure);
void outlay_share_add (OutlayShare *total, const OutlayShare *share);
void outlay_pool_add (OutlayPool *total, const OutlayPool *pool);
void outlay_pool_take_amounts (OutlayPool *pool,
                               OutlaySettled *settled,
                               OutlayWide kept,
                               OutlayWide of);
void outlay_pool_take_counts (OutlayPool *pool,
                              OutlaySettled *const *settled,
                              gsize n_settled,
                              const OutlayUsage *claimed);
void outlay_pool_give (const OutlayPool *pool,
                       const OutlayShare *shares,
                       gsize n_shares,
                       OutlayWeighing by,
                       OutlayPool *parts);
gboolean outlay_pool_is_empty (const OutlayPool *pool);

G_END_DECLS
