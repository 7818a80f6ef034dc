/* rollup.h – facts of a batch as rows of days, priced, and the slices they claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"
#include "store/daily.h"
#include "store/facts.h"

G_BEGIN_DECLS

typedef struct _OutlayRollup OutlayRollup;

OutlayRollup *outlay_rollup_new (const OutlayIngestContext *context,
                                 gint64 batch,
                                 const GArray *parts);
void outlay_rollup_free (OutlayRollup *rollup);
gboolean outlay_rollup_add (OutlayRollup *rollup, const OutlayFact *fact, GError **error);
gboolean outlay_rollup_finish (OutlayRollup *rollup, GError **error);

gboolean outlay_rollup_events (const OutlayIngestContext *context,
                               const OutlayStream *stream,
                               gint32 day,
                               GError **error);
void outlay_rollup_price_fact (const OutlayIngestContext *context,
                               const OutlaySeries *series,
                               gboolean is_request,
                               OutlayFact *fact);
void outlay_rollup_price_cell (const OutlayIngestContext *context,
                               const OutlaySeries *series,
                               OutlayDaily *daily);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRollup, outlay_rollup_free)

G_END_DECLS
