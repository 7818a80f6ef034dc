/* forecast.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known of the month, and what the experts say of the rest.
 */

#include "insight/forecast.h"

#include "core/date.h"
#include "insight/experts.h"

#define LEVEL 80 /* percent */

/* The known days of a month, in the values. */
static double
sum_known (const double *values, gsize n_values, gint32 first_day, gint32 from, gint32 to)
{
  double sum = 0;

  for (gsize i = 0; i < n_values; i++)
    if (first_day + (gint32) i >= from && first_day + (gint32) i <= to)
      sum += values[i];

  return sum;
}

/* A stretch that begins later than tomorrow is what reaching its end adds to reaching it. */
static void
forecast_stretch (const OutlaySeriesModel *model, gsize gap, gsize n_days, OutlayRest *rest)
{
  OutlayRest before;

  outlay_series_model_forecast (model, model->n - 1, gap + n_days, rest);
  if (gap == 0)
    return;

  outlay_series_model_forecast (model, model->n - 1, gap, &before);
  if (rest->expected > 0)
    {
      double share = MAX (0, rest->expected - before.expected) / rest->expected;

      rest->expected *= share;
      rest->low *= share;
      rest->high *= share;
    }
}

static const char *
name_method (const OutlaySeriesModel *model, const OutlayRest *rest)
{
  if (rest->is_sparse)
    return "sparse days";

  return model->n < OUTLAY_FEW_DAYS ? "few days" : "weekday profile";
}

/**
 * outlay_forecast_month:
 * @values: (array length=n_values): what each day came to, without a gap
 * @n_values: how many
 * @first_day: the day of the first
 * @month: the month whose total is asked for
 * @forecast: (out): the answer, in the unit of @values
 *
 * Days of @month within @values count exactly, days before them as 0, days after
 * them are estimated. The interval does not fall below what the known days of the
 * month come to.
 *
 * Returns: %FALSE, and @forecast untouched, if there are no values or the whole of
 *   @month lies before them
 */
gboolean
outlay_forecast_month (const double *values,
                       gsize n_values,
                       gint32 first_day,
                       gint32 month,
                       OutlayForecast *forecast)
{
  gint32 from = outlay_month_first_day (month);
  gint32 to = from + outlay_month_n_days (month) - 1;
  gint32 next = first_day + (gint32) n_values; /* the first day that is not known */
  gint32 begin = MAX (next, from);
  g_autoptr (OutlaySeriesModel) model = NULL;
  OutlayRest rest;
  gsize start;
  double known;

  if (n_values == 0 || to < first_day)
    return FALSE;

  known = sum_known (values, n_values, first_day, from, to);
  if (begin > to)
    {
      *forecast = (OutlayForecast){ known, known, known, LEVEL, "actual" };
      return TRUE;
    }

  start = outlay_series_find_start (values, n_values);
  model = outlay_series_model_new (values + start, n_values - start, first_day + (gint32) start);
  forecast_stretch (model, (gsize) (begin - next), (gsize) (to - begin + 1), &rest);

  *forecast = (OutlayForecast){
    .expected = known + rest.expected,
    .low = known + rest.low,
    .high = known + rest.high,
    .level = LEVEL,
    .method = name_method (model, &rest),
  };
  return TRUE;
}
