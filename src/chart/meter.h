/* meter.h – small charts that live in rows: meter, trend, cost parts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/* In a list all meters end here, so that their 100 % ticks line up. */
#define OUTLAY_METER_LIST_END 1.75

/**
 * OutlayBudgetMeter:
 * @used: fraction of the budget that is spent, 1 is all of it; NAN for no budget
 * @forecast: fraction expected at the end of the period, NAN for none
 * @end: fraction at the right end of the trough, %OUTLAY_METER_LIST_END in lists
 * @ink: %OUTLAY_INK_OVER, %OUTLAY_INK_AT_RISK or %OUTLAY_INK_NEUTRAL
 * @only_excess: colour only what is above the budget, for a closed period
 * @right_to_left: fill from the right
 */
typedef struct
{
  double used;
  double forecast;
  double end;
  OutlayInk ink;
  gboolean only_excess;
  gboolean right_to_left;
} OutlayBudgetMeter;

/**
 * OutlayPart:
 * @value: its share, in any unit
 * @ink: its colour
 */
typedef struct
{
  double value;
  OutlayInk ink;
} OutlayPart;

double outlay_meter_get_end (double used, double forecast);
void outlay_meter_draw (const OutlayBudgetMeter *meter,
                        cairo_t *cr,
                        double width,
                        double height,
                        const OutlayChartTheme *theme);
void outlay_trend_draw (const double *values,
                        gsize n_values,
                        gboolean right_to_left,
                        cairo_t *cr,
                        double width,
                        double height,
                        const OutlayChartTheme *theme);
void outlay_parts_draw (const OutlayPart *parts,
                        gsize n_parts,
                        gboolean right_to_left,
                        cairo_t *cr,
                        double width,
                        double height,
                        const OutlayChartTheme *theme);

G_END_DECLS
