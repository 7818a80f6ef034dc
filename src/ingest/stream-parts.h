/* stream-parts.h – what one file holds of each stream
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"

G_BEGIN_DECLS

gboolean outlay_stream_parts_find (const GArray *parts,
                                   guint *place,
                                   const char *source,
                                   const char *provider,
                                   const char *account);
guint outlay_stream_parts_add (GArray *parts, const OutlayStream *stream);
void outlay_stream_part_note_day (OutlayStreamPart *part, gint32 day, gint64 slice);
void outlay_stream_part_note (OutlayStreamPart *part, const OutlayRecord *record);
gint64 outlay_stream_part_scope (const OutlayStreamPart *part, gint64 project, gint64 slice);
gint64 outlay_stream_part_slice (const OutlayStreamPart *part, const OutlayRecord *record);

G_END_DECLS
