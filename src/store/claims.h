/* claims.h – which file wins a slice, whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file claims slices: for meters and console bills (stream, day, scope), for
 * cloud statements (stream, billing month). One wins a slice whole, so that no
 * ghost of a renamed key stays, and no filtered file hides spend.
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayCover:
 * @stream: of the table stream
 * @slice: a day; statements: months since 1970
 * @scope: see daily.h
 * @batch: of the table batch
 * @run: the run that it is claimed in
 * @guest: the batch is of another run, and was handed in again with this one
 * @grain: a bit for each field that the file fills
 * @running: the file was made while the slice was still running
 * @total: what files are compared by: nano-units of bills, tokens of meters
 */
typedef struct
{
  gint64 stream;
  gint64 slice;
  gint64 scope;
  gint64 batch;
  gint64 run;
  gboolean guest;
  gint64 grain;
  gboolean running;
  gint64 total;
} OutlayCover;

/**
 * OutlaySpan:
 * @batch: of the table batch
 * @stream: of the table stream
 * @first_day: first day that the file covers
 * @last_day: last day
 * @running: its last day was still running
 */
typedef struct
{
  gint64 batch;
  gint64 stream;
  gint32 first_day;
  gint32 last_day;
  gboolean running;
} OutlaySpan;

void outlay_claims_decide (OutlayCover *covers, gsize n_covers, gboolean *wins);
void outlay_claims_decide_statement (OutlayCover *covers, gsize n_covers, gboolean *wins);

gboolean outlay_covers_insert (OutlayDatabase *database, const OutlayCover *cover, GError **error);
GArray *outlay_covers_of_batch (OutlayDatabase *database, gint64 batch, GError **error);
GArray *outlay_covers_of_slice (OutlayDatabase *database,
                                gint64 stream,
                                gint64 slice,
                                gboolean active,
                                GError **error);
GArray *outlay_slices_all (OutlayDatabase *database, GError **error);

gboolean outlay_spans_insert (OutlayDatabase *database, const OutlaySpan *span, GError **error);
GArray *outlay_spans_active (OutlayDatabase *database, GError **error);
GArray *outlay_spans_of_batch (OutlayDatabase *database, gint64 batch, GError **error);

G_END_DECLS
