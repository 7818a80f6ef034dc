/* settle.h – after an import, undo or redo: what counts now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"
#include "ingest/touched.h"

G_BEGIN_DECLS

gboolean outlay_settle_slice (const OutlayIngestContext *context,
                              const OutlayStream *stream,
                              gint64 slice,
                              OutlayTouched *touched,
                              GError **error);
gboolean outlay_settle_batch (const OutlayIngestContext *context, gint64 batch, GError **error);
gboolean outlay_settle_all (const OutlayIngestContext *context, GError **error);
gboolean outlay_settle_spend (const OutlayIngestContext *context,
                              const OutlayTouched *touched,
                              gint64 batch,
                              GError **error);

G_END_DECLS
