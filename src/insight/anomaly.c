/* anomaly.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Robust, causal, aware of weekdays and of days of the month: each day is held
 * against the middle level of the day before, and its residual against the centre
 * and spread (median, MAD) of the residuals of the last 56 days.
 */

#include "insight/anomaly.h"

#include <math.h>

#define MIN_HISTORY 14
#define WINDOW 56
#define SPIKE_SCALES 3.5
#define DIP_SCALES 4.0
#define MIN_SCALE 0.08
#define MAD_TO_SIGMA 1.4826
#define YOUNG 7.0        /* a young window's scale is widened by so many days */
#define TAIL 0.8         /* of the largest residuals that are normal here */
#define QUIET 3          /* days in which an event is told once */
#define LOUDER 1.25      /* unless it grows so much */
#define LEVEL_FLOOR 0.25 /* of the level, that an anomaly has to come to */
#define OFFSET 0.1       /* of the level, that keeps ratios finite */
#define TINY 1e-9
#define MAX_RESIDUAL 20.0
#define MAX_LOG 3.0
#define SHIFT_DAYS 7
#define SHIFT_MIN 0.18
#define SHIFT_SCALES 1.4
#define SHIFT_FROM 20
#define SHIFT_QUIET 14

typedef struct
{
  gint64 day; /* of the last one */
  double size;
} Event;

typedef struct
{
  const OutlaySeriesModel *model;
  double least_amount;
  double *residual;     /* of each day, linear: for spikes */
  double *log_residual; /* of each day: for dips and shifts */
  Event spike;
  Event dip;
  gint64 last_shift;
  gboolean silent; /* it was told */
  GArray *found;
} Search;

/* Of a window: what is usual. */
typedef struct
{
  double centre;
  double scale;
  double sorted[WINDOW + 1];
  gsize n;
} Usual;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
find_median (double *values, gsize n)
{
  if (n == 0)
    return 0;

  qsort (values, n, sizeof *values, compare_doubles);
  return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

/* Centre and scale of values[begin..end), at most one more than WINDOW. */
static void
measure_usual (const double *values, gsize begin, gsize end, Usual *usual)
{
  double deviation[WINDOW + 1];

  usual->n = end - begin;
  for (gsize i = 0; i < usual->n; i++)
    usual->sorted[i] = values[begin + i];
  usual->centre = find_median (usual->sorted, usual->n);

  for (gsize i = 0; i < usual->n; i++)
    deviation[i] = fabs (usual->sorted[i] - usual->centre);
  usual->scale = MAX (MIN_SCALE, MAD_TO_SIGMA * find_median (deviation, usual->n));
}

/* One alert an event: later days of it are news only if they are larger. */
static gboolean
is_news (Event *event, gsize t, double size)
{
  gboolean apart = (gint64) t - event->day > QUIET;
  gboolean news = apart || size > LOUDER * event->size;

  event->size = MAX (size, apart ? 0.0 : event->size);
  event->day = (gint64) t;
  return news;
}

static void
report (Search *search,
        OutlayAnomalyKind kind,
        gsize t,
        double expected,
        double actual,
        double score)
{
  const OutlayAnomaly anomaly = { kind, t, expected, actual, score };

  g_array_append_val (search->found, anomaly);
}

static gboolean
check_silence (Search *search, gsize t)
{
  gsize trailing, longest;

  outlay_series_model_silence (search->model, t, &trailing, &longest);
  if (trailing == 0)
    search->silent = FALSE;

  if (search->silent || (double) trailing <= MAX (2.0, 1.5 * (double) longest) ||
      search->model->level[0][t - trailing] <= search->least_amount)
    return FALSE;

  search->silent = TRUE;
  return TRUE;
}

static void
check_day (Search *search, gsize t, double expected)
{
  const OutlaySeriesModel *model = search->model;
  double level = model->level[OUTLAY_MIDDLE_LEVEL][t - 1];
  double least = MAX (search->least_amount, LEVEL_FLOOR * level);
  double actual = model->values[t];
  double size = fabs (actual - expected);
  gsize begin = t > WINDOW ? t - WINDOW : 1;
  double widen = 1 + YOUNG / (double) (t - begin);
  Usual linear, logarithmic;
  gsize k = MIN (2, (t - begin) / 21);
  double above, below;

  measure_usual (search->residual, begin, t, &linear);
  measure_usual (search->log_residual, begin, t, &logarithmic);
  above = (search->residual[t] - linear.centre) / (linear.scale * widen);
  below = (logarithmic.centre - search->log_residual[t]) / (logarithmic.scale * widen);

  if (check_silence (search, t))
    report (search, OUTLAY_ANOMALY_SILENT, t, expected, actual, MAX (below, 0));
  else if (above > SPIKE_SCALES && search->residual[t] > TAIL * linear.sorted[linear.n - 1 - k] &&
           actual - expected >= least)
    {
      if (is_news (&search->spike, t, size))
        report (search, OUTLAY_ANOMALY_SPIKE, t, expected, actual, above);
    }
  else if (below > DIP_SCALES && search->log_residual[t] < TAIL * logarithmic.sorted[k] &&
           expected - actual >= least && !search->silent)
    {
      if (is_news (&search->dip, t, size))
        report (search, OUTLAY_ANOMALY_DIP, t, expected, actual, below);
    }
}

/* The last week against level and weekdays as they stood before it. */
static void
check_shift (Search *search, gsize t)
{
  const OutlaySeriesModel *model = search->model;
  double week[SHIFT_DAYS];
  gsize before, begin;
  double level, middle, scale;
  Usual usual;
  guint n_same = 0;

  if (t < SHIFT_FROM + SHIFT_DAYS || (gint64) t - search->last_shift <= SHIFT_QUIET ||
      search->silent)
    return;

  before = t - SHIFT_DAYS;
  level = model->level[OUTLAY_MIDDLE_LEVEL][before];
  begin = before > WINDOW ? before - WINDOW : 1;
  measure_usual (search->log_residual, begin, before + 1, &usual);
  scale = usual.scale;

  for (gsize i = 0; i < SHIFT_DAYS; i++)
    {
      gsize day = before + 1 + i;
      double expected = level * outlay_series_model_weekday (model, before, day) *
                        outlay_series_model_slot (model, day, day);

      week[i] =
          log ((model->values[day] + OFFSET * level + TINY) / (expected + OFFSET * level + TINY));
    }

  middle = find_median (week, SHIFT_DAYS);
  for (gsize i = 0; i < SHIFT_DAYS; i++)
    n_same += week[i] * middle > 0 ? 1 : 0;

  if (fabs (middle) < MAX (SHIFT_MIN, SHIFT_SCALES * scale) || n_same < SHIFT_DAYS - 1 ||
      fabs (exp (middle) - 1) * level < search->least_amount)
    return;

  report (search, middle > 0 ? OUTLAY_ANOMALY_SHIFT_UP : OUTLAY_ANOMALY_SHIFT_DOWN, t, level,
          level * exp (middle), fabs (middle) / scale);
  search->last_shift = (gint64) t;
}

/**
 * outlay_anomaly_kind_to_string:
 * @kind: a kind
 *
 * Returns: (transfer none): its name: `spike`, `shift-up`…
 */
const char *
outlay_anomaly_kind_to_string (OutlayAnomalyKind kind)
{
  static const char *const names[] = { "spike", "dip", "shift-up", "shift-down", "silent" };

  return names[kind];
}

/**
 * outlay_anomalies_find:
 * @model: a daily series
 * @least_amount: what an anomaly has to come to, at least, in the unit of the values
 *
 * Returns: (transfer full) (element-type OutlayAnomaly): what was odd on each day, as
 *   it would have been told on that day
 */
GArray *
outlay_anomalies_find (const OutlaySeriesModel *model, double least_amount)
{
  Search search = { .model = model,
                    .least_amount = least_amount,
                    .spike = { -99, 0 },
                    .dip = { -99, 0 },
                    .last_shift = -99 };

  search.residual = g_new0 (double, model->n);
  search.log_residual = g_new0 (double, model->n);
  search.found = g_array_new (FALSE, FALSE, sizeof (OutlayAnomaly));

  for (gsize t = 1; t < model->n; t++)
    {
      double level = model->level[OUTLAY_MIDDLE_LEVEL][t - 1];
      double expected = level * outlay_series_model_weekday (model, t - 1, t) *
                        outlay_series_model_slot (model, t, t);
      double offset = OFFSET * level + TINY;
      double actual = model->values[t];

      search.residual[t] = MIN (MAX_RESIDUAL, (actual - expected) / (expected + offset));
      search.log_residual[t] =
          CLAMP (log ((actual + offset) / (expected + offset)), -MAX_LOG, MAX_LOG);
      if (t < MIN_HISTORY)
        continue;

      check_day (&search, t, expected);
      check_shift (&search, t);
    }

  g_free (search.residual);
  g_free (search.log_residual);
  return search.found;
}
