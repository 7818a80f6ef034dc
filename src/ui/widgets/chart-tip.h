/* chart-tip.h – the numbers under a chart's cursor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the chart view itself; pages use chart-view.h.
 */

#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *outlay_chart_tip_new (void);
void outlay_chart_tip_fill (GtkWidget *tip,
                            const OutlayChart *chart,
                            const OutlayChartState *state);

G_END_DECLS
