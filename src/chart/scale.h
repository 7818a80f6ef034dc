/* scale.h – axis ticks at round numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayScale:
 * @min: the first tick; a chart may cut the part before its data off
 * @max: the last tick; likewise
 * @step: from tick to tick: 1, 2, 2.5 or 5 times a power of ten
 * @n_ticks: at least 2; 3 to 5 when five are allowed
 *
 * Every number of the data lies between @min and @max.
 */
typedef struct
{
  double min;
  double max;
  double step;
  int n_ticks;
} OutlayScale;

OutlayScale outlay_scale_nice (double min, double max, int max_ticks);
double outlay_scale_tick (const OutlayScale *scale, int index);
double outlay_scale_fraction (const OutlayScale *scale, double value);

G_END_DECLS
