/* verdict.h – what became of each row: new, duplicate or changed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row is judged by its (day, series): new if nothing counted there before, a
 * duplicate if the day's sums stay the same, changed if they move. Sums are
 * compared as digests that add up as the sums do, so that memory stays small.
 */

#pragma once

#include "ingest/context.h"
#include "store/batches.h"

G_BEGIN_DECLS

typedef struct _OutlayDigests OutlayDigests;

OutlayDigests *outlay_digests_load (OutlayDatabase *database,
                                    const OutlayStreamPart *part,
                                    gint64 without,
                                    GError **error);
void outlay_digests_free (OutlayDigests *digests);

gboolean outlay_verdict_judge (OutlayDatabase *database,
                               const OutlayStreamPart *part,
                               OutlayDigests *before,
                               OutlayBatch *batch,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDigests, outlay_digests_free)

G_END_DECLS
