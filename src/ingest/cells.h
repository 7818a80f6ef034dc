/* cells.h – the rows of one day while they are added up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"
#include "store/daily.h"
#include "store/facts.h"

G_BEGIN_DECLS

typedef struct _OutlayCells OutlayCells;

OutlayCells *outlay_cells_new (const OutlayIngestContext *context);
void outlay_cells_free (OutlayCells *cells);
void outlay_cells_clear (OutlayCells *cells);
void outlay_cells_add (OutlayCells *cells,
                       gint64 stream,
                       gint32 day,
                       gint64 scope,
                       gint64 batch,
                       const OutlayFact *fact);
const GPtrArray *outlay_cells_sort (OutlayCells *cells);

G_END_DECLS
