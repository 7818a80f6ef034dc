/* rollup.h – facts of a batch as rows of days, priced, and the slices they claim
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"
#include "store/daily.h"
#include "store/facts.h"

G_BEGIN_DECLS

gboolean outlay_rollup_facts (const OutlayIngestContext *context,
                              gint64 batch,
                              const GArray *parts,
                              GError **error);
gboolean outlay_rollup_events (const OutlayIngestContext *context,
                               const OutlayStream *stream,
                               gint32 day,
                               GError **error);
void outlay_rollup_price_fact (const OutlayIngestContext *context,
                               const OutlaySeries *series,
                               gboolean is_request,
                               OutlayFact *fact);

G_END_DECLS
