/* chart-canvas.h – a chart that answers to pointer, keys and screen readers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the chart view itself; pages use chart-view.h.
 */

#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHART_CANVAS (outlay_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartCanvas, outlay_chart_canvas, OUTLAY, CHART_CANVAS, GtkWidget)

void outlay_chart_canvas_set_chart (OutlayChartCanvas *self, OutlayChart *chart);
OutlayChart *outlay_chart_canvas_get_chart (OutlayChartCanvas *self);
const OutlayChartState *outlay_chart_canvas_get_state (OutlayChartCanvas *self);
void outlay_chart_canvas_move (OutlayChartCanvas *self, int category, int series);
void outlay_chart_canvas_toggle (OutlayChartCanvas *self, int series);
gboolean outlay_chart_canvas_is_sideways (OutlayChartCanvas *self);

G_END_DECLS
