/* forecast.h – where a month will end, with an interval
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_FEW_DAYS 14 /* under it a forecast is no better than a mean, and says so */

/**
 * OutlayForecast:
 * @expected: the month's total, in the unit of the values
 * @low: lower end of the interval
 * @high: upper end
 * @level: percent of outcomes that the interval should hold, 80
 * @method: (not nullable): a name, static
 *
 * An estimate: doubles, which become money once, in outlay_nanos_from_estimate().
 */
typedef struct
{
  double expected;
  double low;
  double high;
  int level;
  const char *method;
} OutlayForecast;

gboolean outlay_forecast_month (const double *values,
                                gsize n_values,
                                gint32 first_day,
                                gint32 month,
                                OutlayForecast *forecast);

G_END_DECLS
