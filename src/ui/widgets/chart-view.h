/* chart-view.h – a chart in a page: to look at, to walk through, to read as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One tab stop. Arrows move a cursor, Home and End jump, Enter and a click open what is
 * there ("activated"), `h` or a click on the legend hides a series, `t` turns it into a
 * table. The menu in its corner copies and saves it.
 */

#pragma once

#include "chart/chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CHART_VIEW (outlay_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartView, outlay_chart_view, OUTLAY, CHART_VIEW, AdwBin)

GtkWidget *outlay_chart_view_new (void);
void outlay_chart_view_set_chart (OutlayChartView *self,
                                  OutlayChart *chart,
                                  const char *title,
                                  const char *summary);
OutlayChart *outlay_chart_view_get_chart (OutlayChartView *self);
gboolean outlay_chart_view_get_as_table (OutlayChartView *self);
void outlay_chart_view_set_as_table (OutlayChartView *self, gboolean as_table);
void outlay_chart_view_set_cursor (OutlayChartView *self, int category, int series);

G_END_DECLS
