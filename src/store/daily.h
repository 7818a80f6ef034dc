/* daily.h – the daily roll-up: a row for each (stream, day, series, batch)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The roll-up holds every layer: what won its slice is live, what lost stays,
 * not counted. All that the product shows is read from the live rows.
 */

#pragma once

#include "core/rates.h"
#include "store/database.h"

G_BEGIN_DECLS

#define OUTLAY_SCOPE_WHOLE 0     /* the whole account: the file names no project */
#define OUTLAY_SCOPE_NAMELESS -1 /* rows without a project, in a file that names some */

/**
 * OutlayDaily:
 * @stream: of the table stream
 * @day: UTC day
 * @scope: dimension of the project, or one of the scopes above; statements: the
 *   billing month
 * @series: of the table series
 * @batch: of the table batch
 * @live: its batch won the slice
 * @settled: it counts through the table settled, not by itself
 * @rows: data rows behind it
 * @unpriced_rows: those of them whose usage has no price
 * @usage: what was used
 * @billed_nanos: what the document says
 * @effective_nanos: what it costs by the document
 * @notional_nanos: what it would have cost
 * @computed_nanos: tokens × catalogue price
 * @price_state: of @computed_nanos
 * @cost_nanos: what it counts for by itself
 */
typedef struct
{
  gint64 stream;
  gint32 day;
  gint64 scope;
  gint64 series;
  gint64 batch;
  gboolean live;
  gboolean settled;
  gint64 rows;
  gint64 unpriced_rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 effective_nanos;
  gint64 notional_nanos;
  gint64 computed_nanos;
  OutlayPriceState price_state;
  gint64 cost_nanos;
} OutlayDaily;

/**
 * OutlayDailyFunc:
 * @daily: a row
 * @user_data: the data given with the function
 * @error: return location for an error
 */
typedef gboolean (*OutlayDailyFunc) (const OutlayDaily *daily, gpointer user_data, GError **error);

gboolean outlay_daily_insert (OutlayDatabase *database, const OutlayDaily *daily, GError **error);
gboolean outlay_daily_delete (OutlayDatabase *database, gint64 stream, gint32 day, GError **error);
gboolean outlay_daily_delete_batch (OutlayDatabase *database,
                                    gint64 stream,
                                    gint32 from,
                                    gint32 to,
                                    gint64 batch,
                                    GError **error);
gboolean outlay_daily_each_live (OutlayDatabase *database,
                                 gint64 stream,
                                 gint32 from,
                                 gint32 to,
                                 OutlayDailyFunc func,
                                 gpointer user_data,
                                 GError **error);
gboolean outlay_daily_add_days (OutlayDatabase *database,
                                gint64 stream,
                                gint32 from,
                                gint32 to,
                                GArray *days,
                                GError **error);
gboolean outlay_daily_set_winners (OutlayDatabase *database,
                                   gint64 stream,
                                   gint32 from,
                                   gint32 to,
                                   gint64 scope,
                                   const GArray *batches,
                                   GError **error);
gboolean outlay_daily_set_settled (OutlayDatabase *database,
                                   gint64 stream,
                                   gint32 day,
                                   gboolean settled,
                                   GError **error);

G_END_DECLS
