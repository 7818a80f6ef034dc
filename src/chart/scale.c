/* scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/scale.h"

#include <math.h>

/* Beyond this a difference could overflow, below it a step could vanish. */
#define LARGEST 1e300
#define SMALLEST 1e-290

/* A span that is a smaller part of its numbers has no ticks of its own. */
#define FINEST_SPAN 1e-9

/* How far, in steps, a number may lie outside before a tick is added. */
#define SLACK 1e-9

static const double steps[] = { 1, 2, 2.5, 5 };

static double
clamp_number (double number, double fallback)
{
  if (isnan (number))
    return fallback;

  return CLAMP (number, -LARGEST, LARGEST);
}

static void
widen_span (double *min, double *max)
{
  double largest = MAX (fabs (*min), fabs (*max));

  if (*max - *min >= MAX (largest * FINEST_SPAN, SMALLEST))
    return;

  if (largest < SMALLEST)
    {
      *min = 0;
      *max = 1;
    }
  else if (*max > 0)
    *min = 0;
  else
    *max = 0;
}

/**
 * outlay_scale_nice:
 * @min: the smallest number of the data, NAN for none
 * @max: the largest number of the data, NAN for none
 * @max_ticks: how many ticks there is room for, at least 3
 *
 * Finds the finest round step that needs no more than @max_ticks ticks. Where
 * all numbers are equal, the scale runs from zero to them; where there are
 * none, or only zeros, from 0 to 1.
 *
 * Returns: the scale
 */
OutlayScale
outlay_scale_nice (double min, double max, int max_ticks)
{
  int intervals = MAX (max_ticks, 3) - 1;
  double power;

  min = clamp_number (min, 0);
  max = clamp_number (max, 0);
  if (max < min)
    max = min;

  widen_span (&min, &max);
  power = pow (10, floor (log10 ((max - min) / intervals)));

  for (;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
      {
        double step = steps[i] * power;
        double first = floor (min / step + SLACK);
        double last = ceil (max / step - SLACK);

        if (last - first <= intervals)
          return (OutlayScale){ first * step, last * step, step, (int) (last - first) + 1 };
      }
}

/**
 * outlay_scale_tick:
 * @index: 0 is the lowest tick
 *
 * Returns: its number; exactly 0 where it is 0
 */
double
outlay_scale_tick (const OutlayScale *scale, int index)
{
  return (ceil (scale->min / scale->step - SLACK) + index) * scale->step;
}

/**
 * outlay_scale_fraction:
 * @value: a number of the data
 *
 * Returns: how far @value is from the first tick to the last, 0…1
 */
double
outlay_scale_fraction (const OutlayScale *scale, double value)
{
  return CLAMP ((value - scale->min) / (scale->max - scale->min), 0, 1);
}
