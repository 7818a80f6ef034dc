/* collector.h – takes in the records of one file and makes facts of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/reader.h"
#include "ingest/importer.h"
#include "ingest/rollup.h"
#include "ingest/touched.h"

G_BEGIN_DECLS

typedef struct _OutlayCollector OutlayCollector;

OutlayCollector *outlay_collector_new (const OutlayIngestContext *context,
                                       const OutlayIngestRequest *request);
void outlay_collector_free (OutlayCollector *collector);
gboolean outlay_collector_begin (OutlayCollector *collector,
                                 const OutlayReader *reader,
                                 gint64 run,
                                 OutlaySink *sink,
                                 GError **error);
gboolean outlay_collector_flush (OutlayCollector *collector, GError **error);
gboolean outlay_collector_finish (OutlayCollector *collector, GError **error);

OutlayBatch *outlay_collector_batch (OutlayCollector *collector);
OutlayBatch *outlay_collector_steal_batch (OutlayCollector *collector);
const GArray *outlay_collector_parts (OutlayCollector *collector);
OutlayRollup *outlay_collector_rollup (OutlayCollector *collector);
OutlayTouched *outlay_collector_touched (OutlayCollector *collector);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCollector, outlay_collector_free)

G_END_DECLS
