/* forecast.c – where a month will end, with an interval
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The days to come are as the last 28 were, each like its own weekday once there
 * are two weeks to tell by. The interval comes from the scatter of those days, and is
 * wider where the same rule has been more wrong than that over the same distance on
 * the same series. It is not narrower where it has been less: trials overlap, and a
 * few that agree are one.
 */

#include "insight/forecast.h"

#include "core/date.h"

#include <math.h>

#define LEVEL 80       /* percent */
#define LEVEL_Z 1.2816 /* a normal deviate is within ± this in 80 % of cases */
#define WINDOW 28      /* days that the pace is taken from */
#define WEEKDAY_MIN 14 /* days from which weekdays are told apart */
#define MAX_TRIALS 90  /* past forecasts that the interval is taken from */
#define DOUBT 0.5      /* scatter of a day against its mean before there is a second one */

/* A series that begins at its first day of spend: what lies before is not its pace. */
typedef struct
{
  const double *values;
  gsize n_values;
  gint32 first_day;
} Series;

/* The pace of the last days before a point in the series. */
typedef struct
{
  double mean;
  double weekday[7];
  double scatter; /* standard deviation of a day around its expectation */
  gsize n_days;
  gboolean by_weekday;
} Pace;

static gboolean
has_all_weekdays (const gsize n_seen[7])
{
  for (guint i = 0; i < 7; i++)
    if (n_seen[i] == 0)
      return FALSE;

  return TRUE;
}

static double
expect (const Pace *pace, gint32 day)
{
  return pace->by_weekday ? pace->weekday[outlay_day_weekday (day)] : pace->mean;
}

/* The pace as it stood when the first n_known values were known; n_known is above 0. */
static void
measure_pace (const Series *series, gsize n_known, Pace *pace)
{
  gsize begin = n_known > WINDOW ? n_known - WINDOW : 0;
  gsize n_seen[7] = { 0 };
  double squares = 0;
  gsize n_free;

  *pace = (Pace){ .n_days = n_known - begin };

  for (gsize i = begin; i < n_known; i++)
    {
      int weekday = outlay_day_weekday (series->first_day + (gint32) i);

      pace->mean += series->values[i];
      pace->weekday[weekday] += series->values[i];
      n_seen[weekday]++;
    }

  pace->mean /= (double) pace->n_days;
  pace->by_weekday = pace->n_days >= WEEKDAY_MIN && has_all_weekdays (n_seen);
  for (guint i = 0; i < 7; i++)
    pace->weekday[i] /= (double) MAX (n_seen[i], 1);

  for (gsize i = begin; i < n_known; i++)
    {
      double error = series->values[i] - expect (pace, series->first_day + (gint32) i);

      squares += error * error;
    }

  n_free = pace->by_weekday ? pace->n_days - 7 : pace->n_days - 1;
  pace->scatter = sqrt (squares / (double) MAX (n_free, 1));
  if (pace->n_days < WEEKDAY_MIN)
    pace->scatter = MAX (pace->scatter, DOUBT * fabs (pace->mean) / (double) pace->n_days);
}

static double
expect_span (const Pace *pace, gint32 from, gint32 n_days)
{
  double sum = 0;

  for (gint32 i = 0; i < n_days; i++)
    sum += expect (pace, from + i);

  return sum;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
find_quantile (const double *sorted, gsize n, double fraction)
{
  double place = fraction * (double) (n - 1);
  gsize below = (gsize) place;
  gsize above = MIN (below + 1, n - 1);

  return sorted[below] + (sorted[above] - sorted[below]) * (place - (double) below);
}

/* What the rule missed by in the past, over n_days that begin gap days after the last
 * known one: actual − forecast, sorted. */
static gsize
try_past (const Series *series, gint32 gap, gint32 n_days, double errors[MAX_TRIALS])
{
  gsize reach = (gsize) (gap + n_days);
  gsize n_errors = 0;

  for (gsize known = series->n_values > reach ? series->n_values - reach : 0;
       known >= 7 && n_errors < MAX_TRIALS; known--)
    {
      gsize begin = known + (gsize) gap;
      double actual = 0;
      Pace pace;

      measure_pace (series, known, &pace);
      for (gsize i = begin; i < begin + (gsize) n_days; i++)
        actual += series->values[i];
      errors[n_errors++] = actual - expect_span (&pace, series->first_day + (gint32) begin, n_days);
    }

  qsort (errors, n_errors, sizeof *errors, compare_doubles);
  return n_errors;
}

/* How far the sum of the days to come may lie below and above what is expected. */
static void
measure_doubt (const Series *series,
               const Pace *pace,
               gint32 gap,
               gint32 n_days,
               double *below,
               double *above)
{
  double errors[MAX_TRIALS];
  double n = (double) n_days;
  double prior = LEVEL_Z * pace->scatter * sqrt (n * (1 + (n + gap) / (double) pace->n_days));
  gsize n_errors = try_past (series, gap, n_days, errors);
  double weight = 0;

  *below = prior;
  *above = prior;
  if (n_errors == 0)
    return;

  /* Trials overlap: a stretch as long as the horizon is one piece of evidence. */
  weight = 1 + 3 * (double) n_errors / (n + 3);
  weight = weight / (weight + 3);
  *below += weight * MAX (0, -find_quantile (errors, n_errors, 0.1) - prior);
  *above += weight * MAX (0, find_quantile (errors, n_errors, 0.9) - prior);
}

static Series
skip_silent_start (const double *values, gsize n_values, gint32 first_day)
{
  gsize begin = 0;

  while (begin + 1 < n_values && fpclassify (values[begin]) == FP_ZERO)
    begin++;
  if (fpclassify (values[begin]) == FP_ZERO)
    begin = 0; /* silent throughout: all of it is evidence */

  return (Series){ values + begin, n_values - begin, first_day + (gint32) begin };
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
 * them are estimated. Where no value is negative the interval does not fall below
 * what the known days of the month come to.
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
  gint32 n_days = to - begin + 1;
  gboolean negative = FALSE;
  double known = 0;
  double coming, below, above;
  Series series;
  Pace pace;

  if (n_values == 0 || to < first_day)
    return FALSE;

  for (gsize i = 0; i < n_values; i++)
    {
      gint32 day = first_day + (gint32) i;

      negative |= values[i] < 0;
      known += day >= from && day <= to ? values[i] : 0;
    }

  if (n_days <= 0)
    {
      *forecast = (OutlayForecast){ known, known, known, LEVEL, "actual" };
      return TRUE;
    }

  series = skip_silent_start (values, n_values, first_day);
  measure_pace (&series, series.n_values, &pace);
  measure_doubt (&series, &pace, begin - next, n_days, &below, &above);
  coming = expect_span (&pace, begin, n_days);

  forecast->expected = known + coming;
  forecast->low = known + (negative ? coming - below : MAX (0, coming - below));
  forecast->high = known + coming + above;
  forecast->level = LEVEL;
  forecast->method = pace.by_weekday ? "weekday run rate" : "run rate";
  return TRUE;
}
