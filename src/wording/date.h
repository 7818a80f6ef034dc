/* date.h – days, months and ranges of days in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

char *outlay_wording_day (OutlayWording *wording, gint32 day) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_day_long (OutlayWording *wording, gint32 day) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_day_of_month (OutlayWording *wording, gint32 day) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_month (OutlayWording *wording, gint32 month) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_month_name (OutlayWording *wording, gint32 month) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_month_short (OutlayWording *wording, gint32 month) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_day_range (OutlayWording *wording,
                                gint32 from,
                                gint32 to) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_day_range_long (OutlayWording *wording,
                                     gint32 from,
                                     gint32 to) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_month_range (OutlayWording *wording,
                                  gint32 from_month,
                                  gint32 to_month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
