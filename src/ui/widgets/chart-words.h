/* chart-words.h – what a chart says at one place, in words and in rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

char *outlay_chart_write_value (const OutlayChart *chart, double value) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_chart_write_category (const OutlayChart *chart,
                                   int category) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_chart_describe (const OutlayChart *chart,
                             const OutlayChartState *state) G_GNUC_WARN_UNUSED_RESULT;

/**
 * OutlayChartColumn:
 * @name: head of the column
 * @ink: its colour; %OUTLAY_N_INKS for none
 * @values: (array) (nullable): one a category, borrowed from the chart
 *
 * A column of a chart read as a table: a series, the budget, the forecast.
 */
typedef struct
{
  const char *name;
  OutlayInk ink;
  const double *values;
} OutlayChartColumn;

GArray *outlay_chart_list_columns (const OutlayChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
