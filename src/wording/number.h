/* number.h – counts, percentages and ratios in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A negative number has a real minus, U+2212.
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

char *outlay_wording_count (OutlayWording *wording, gint64 count) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_micros (OutlayWording *wording, gint64 micros) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_estimate (OutlayWording *wording,
                               double value,
                               int decimals) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_percent (OutlayWording *wording,
                              double percent,
                              int decimals) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_share_micros (OutlayWording *wording, gint64 micros) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_change (OutlayWording *wording, double percent) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_wording_ratio (OutlayWording *wording, double to_one) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
