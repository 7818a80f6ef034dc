/* touched.h – which days of which streams an import, undo or redo has touched
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayTouchedDay:
 * @stream: of the table stream
 * @day: UTC day
 */
typedef struct
{
  gint64 stream;
  gint32 day;
} OutlayTouchedDay;

/**
 * OutlayTouchedSpan:
 * @stream: of the table stream
 * @from: first UTC day
 * @to: last day
 */
typedef struct
{
  gint64 stream;
  gint32 from;
  gint32 to;
} OutlayTouchedSpan;

typedef struct _OutlayTouched OutlayTouched;

OutlayTouched *outlay_touched_new (void);
void outlay_touched_free (OutlayTouched *touched);
void outlay_touched_add (OutlayTouched *touched, gint64 stream, gint32 day);
void outlay_touched_add_span (OutlayTouched *touched, gint64 stream, gint32 from, gint32 to);
const GArray *outlay_touched_spans (const OutlayTouched *touched);
GArray *outlay_touched_list (OutlayTouched *touched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTouched, outlay_touched_free)

G_END_DECLS
