/* chart-export.h – a chart as a picture, or as text for a spreadsheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

GBytes *outlay_chart_to_png (const OutlayChart *chart, int width, int height, double scale);
GBytes *outlay_chart_to_svg (const OutlayChart *chart, int width, int height);
char *outlay_chart_to_text (const OutlayChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
