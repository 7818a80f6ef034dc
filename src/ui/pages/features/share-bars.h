/* share-bars.h – how much of each month's spend has a feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayMonthShare:
 * @month: months since 1970
 * @total_nanos: all cost of the month
 * @allocated_nanos: the part that has a feature
 */
typedef struct
{
  gint32 month;
  gint64 total_nanos;
  gint64 allocated_nanos;
} OutlayMonthShare;

#define OUTLAY_TYPE_SHARE_BARS (outlay_share_bars_get_type ())
G_DECLARE_FINAL_TYPE (OutlayShareBars, outlay_share_bars, OUTLAY, SHARE_BARS, AdwBin)

void outlay_share_bars_set_session (OutlayShareBars *self, OutlaySession *session);
GArray *outlay_month_shares (const OutlaySnapshot *snapshot, guint max_months);

G_END_DECLS
