/* fact-buffer.h – facts on their way into the store, in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of facts are sorted by time. Files mostly are too; a buffer of
 * bounded size sorts what is not and adds up what repeats, so that memory stays
 * flat and the store is appended to. Of a file that is larger than the buffer one
 * half is written, in a thread of its own, while the other is filled.
 */

#pragma once

#include "store/facts.h"

G_BEGIN_DECLS

typedef struct _OutlayFactBuffer OutlayFactBuffer;

/**
 * OutlayFlushFunc:
 * @fact: a fact; they come sorted by start, then series, then slice
 * @user_data: the data given with the function
 * @error: return location for an error
 */
typedef gboolean (*OutlayFlushFunc) (const OutlayFact *fact, gpointer user_data, GError **error);

OutlayFactBuffer *outlay_fact_buffer_new (OutlayFlushFunc func, gpointer user_data, GMutex *lock);
void outlay_fact_buffer_free (OutlayFactBuffer *buffer);
gboolean outlay_fact_buffer_add (OutlayFactBuffer *buffer, const OutlayFact *fact, GError **error);
gboolean outlay_fact_buffer_flush (OutlayFactBuffer *buffer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFactBuffer, outlay_fact_buffer_free)

G_END_DECLS
