/* experts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seven experts, each weighted by how wrong it has been over the same distance on
 * the same series; the interval comes from the errors of that very mixture, blended
 * with a prior while there are few of them. The constants were chosen on real daily
 * series and lie on plateaus.
 */

#include "insight/experts.h"

#include <math.h>

#define N_EXPERTS 7
#define YEAR 364 /* days: whole weeks */
#define MAX_YEAR_LOG 0.7
#define TREND_DAYS 28
#define TREND_FROM 56
#define MAX_TREND_LOG 0.4
#define LEVEL_LAG 5.7 /* days that the middle level is behind: (1 − 0.15) ÷ 0.15 */
#define STEP 3        /* days between past origins */
#define MAX_ORIGINS 120
#define FIRST_ORIGIN 6
#define DISCOUNT 0.97 /* of an origin's error, each step back */
#define POWER 6.0
#define ORIGINS_PRIOR 4.0
#define MAX_LOG_ERROR 1.6
#define ERROR_OFFSET 0.02
#define QUANTILE 0.10
#define PRIOR_BASE 0.10
#define PRIOR_SCATTER 0.45
#define PRIOR_HORIZON 4.0
#define PRIOR_YOUTH 2.5
#define PRIOR_WINDOWS 3.0
#define INFLATION 1.06
#define INFLATION_A_DAY 0.006
#define FLOOR 0.8 /* of the scatter of the mean, each side */
#define SPARSE_WINDOW 56
#define SPARSE_SHARE 0.35
#define SPARSE_FROM 14
#define FADE_DAYS 3.0 /* in which a series that has gone silent halves */

typedef struct
{
  double expert[N_EXPERTS];
  double actual;
  double weight;
} Origin;

typedef struct
{
  double error; /* logarithmic */
  double weight;
} Weighted;

/* The same days a year ago, against the four weeks before them; %FALSE if unknown. */
static gboolean
look_back_a_year (const OutlaySeriesModel *model, gsize t, gsize n_days, double *log_ratio)
{
  gsize p;
  double past, future, weight;

  if (t < YEAR + 27 || t - YEAR + 1 + n_days > model->n)
    return FALSE;

  p = t - YEAR;
  past = (model->sums[p + 1] - model->sums[p - 27]) / 28;
  weight = outlay_series_model_sum_profile (model, p, p + 1, n_days);
  future = weight > 0 ? (model->sums[p + 1 + n_days] - model->sums[p + 1]) / weight : 0;
  if (past <= 0 || future <= 0)
    return FALSE;

  *log_ratio = CLAMP (log (future / past), -MAX_YEAR_LOG, MAX_YEAR_LOG);
  return TRUE;
}

static double
measure_trend (const OutlaySeriesModel *model, gsize t)
{
  const double *level = model->level[OUTLAY_MIDDLE_LEVEL];

  if (t < TREND_FROM || level[t] <= 0 || level[t - TREND_DAYS] <= 0)
    return 0;

  return log (level[t] / level[t - TREND_DAYS]) / TREND_DAYS;
}

static void
ask_experts (const OutlaySeriesModel *model, gsize t, gsize n_days, double expert[N_EXPERTS])
{
  double days = 0;
  double year = 0;
  double growth;
  gboolean has_year = look_back_a_year (model, t, n_days, &year);

  for (gsize day = t + 1; day <= t + n_days; day++)
    days += outlay_series_model_weekday (model, t, day) * outlay_series_model_slot (model, t, day);

  for (guint i = 0; i < OUTLAY_N_LEVELS; i++)
    expert[i] = model->level[i][t] * days;
  expert[3] = model->last28[t] * days;
  expert[4] =
      has_year ? expert[OUTLAY_MIDDLE_LEVEL] * exp (0.5 * year) : expert[OUTLAY_MIDDLE_LEVEL];
  expert[5] = has_year ? expert[OUTLAY_MIDDLE_LEVEL] * exp (year) : expert[OUTLAY_MIDDLE_LEVEL];

  growth = measure_trend (model, t) * ((double) n_days / 2.0 + LEVEL_LAG);
  expert[6] = expert[OUTLAY_MIDDLE_LEVEL] * exp (CLAMP (growth, -MAX_TREND_LOG, MAX_TREND_LOG));
}

/* What the experts would have said in the past, and what came: newest first. */
static guint
replay (const OutlaySeriesModel *model, gsize t, gsize n_days, Origin origins[MAX_ORIGINS])
{
  guint n = 0;
  double weight = 1;

  for (gsize s = t; s >= n_days + FIRST_ORIGIN && n < MAX_ORIGINS; s -= STEP)
    {
      gsize origin = s - n_days;

      ask_experts (model, origin, n_days, origins[n].expert);
      origins[n].actual = model->sums[origin + 1 + n_days] - model->sums[origin + 1];
      origins[n].weight = weight;
      weight *= DISCOUNT;
      n++;
      if (s < STEP)
        break;
    }

  return n;
}

static void
weigh_experts (const Origin *origins, guint n_origins, double weights[N_EXPERTS])
{
  double errors[N_EXPERTS] = { 0 };
  double total = 0, mean = 0, sum = 0;
  double trust = n_origins / (n_origins + ORIGINS_PRIOR);

  for (guint k = 0; k < N_EXPERTS; k++)
    weights[k] = 1.0 / N_EXPERTS;
  if (n_origins == 0)
    return;

  for (guint i = 0; i < n_origins; i++)
    {
      total += origins[i].weight;
      for (guint k = 0; k < N_EXPERTS; k++)
        errors[k] += origins[i].weight * fabs (origins[i].expert[k] - origins[i].actual);
    }

  for (guint k = 0; k < N_EXPERTS; k++)
    mean += errors[k];
  mean = mean / N_EXPERTS / total + 1e-12;

  for (guint k = 0; k < N_EXPERTS; k++)
    {
      weights[k] = pow ((1 - trust) + trust * errors[k] / total / mean + 1e-6, -POWER);
      sum += weights[k];
    }

  for (guint k = 0; k < N_EXPERTS; k++)
    weights[k] /= sum;
}

static double
mix (const double expert[N_EXPERTS], const double weights[N_EXPERTS])
{
  double sum = 0;

  for (guint k = 0; k < N_EXPERTS; k++)
    sum += weights[k] * expert[k];

  return sum;
}

static int
compare_weighted (gconstpointer a, gconstpointer b)
{
  const Weighted *left = a;
  const Weighted *right = b;

  if (left->error < right->error || left->error > right->error)
    return left->error < right->error ? -1 : 1;

  return left->weight < right->weight ? -1 : left->weight > right->weight;
}

static double
find_quantile (const Weighted *sorted, guint n, double total, double fraction)
{
  double below = 0;

  for (guint i = 0; i < n; i++)
    {
      if (below + sorted[i].weight >= fraction * total)
        return sorted[i].error;
      below += sorted[i].weight;
    }

  return sorted[n - 1].error;
}

/* The mixture's own errors at the origins, as logarithms; those of nothing are left out. */
static guint
collect_errors (const Origin *origins,
                guint n_origins,
                const double weights[N_EXPERTS],
                Weighted errors[MAX_ORIGINS],
                double *total)
{
  guint n = 0;

  *total = 0;
  for (guint i = 0; i < n_origins; i++)
    {
      double said = mix (origins[i].expert, weights);
      double offset = ERROR_OFFSET * MAX (said, origins[i].actual);
      double ratio;

      if (said <= 0 && origins[i].actual <= 0)
        continue;

      ratio = log ((origins[i].actual + offset) / (said + offset));
      errors[n++] = (Weighted){ CLAMP (ratio, -MAX_LOG_ERROR, MAX_LOG_ERROR), origins[i].weight };
    }

  qsort (errors, n, sizeof *errors, compare_weighted);
  for (guint i = 0; i < n; i++)
    *total += errors[i].weight;
  return n;
}

/* How far, as logarithms, the sum may lie below and above what is expected. */
static void
measure_interval (const OutlaySeriesModel *model,
                  gsize t,
                  gsize n_days,
                  const Origin *origins,
                  guint n_origins,
                  const double weights[N_EXPERTS],
                  double *low,
                  double *high)
{
  double level = model->level[OUTLAY_MIDDLE_LEVEL][t];
  double scatter = CLAMP (level > 0 ? model->scale[t] / level : 0.5, 0.05, 1.5);
  double h = (double) n_days;
  double prior = (PRIOR_BASE + PRIOR_SCATTER * scatter * sqrt (1.0 + PRIOR_HORIZON / h)) *
                 (1.0 + PRIOR_YOUTH / ((double) t + 3.0));
  double least = FLOOR * scatter / sqrt (h);
  double inflation = INFLATION + INFLATION_A_DAY * h;
  Weighted errors[MAX_ORIGINS];
  double total, windows, trust;
  guint n = collect_errors (origins, n_origins, weights, errors, &total);

  if (n == 0)
    {
      *low = -prior;
      *high = prior;
      return;
    }

  windows = 1 + n * STEP / (h + STEP);
  trust = windows / (windows + PRIOR_WINDOWS);
  *low = inflation *
         (trust * MIN (0.0, find_quantile (errors, n, total, QUANTILE)) - (1 - trust) * prior);
  *high = inflation *
          (trust * MAX (0.0, find_quantile (errors, n, total, 1 - QUANTILE)) + (1 - trust) * prior);
  *low = MIN (*low, -least);
  *high = MAX (*high, least);
}

/* Where most days are silent, the number of busy ones is what is unsure. */
static gboolean
forecast_sparse (const OutlaySeriesModel *model, gsize t, gsize n_days, OutlayRest *rest)
{
  gsize begin = t + 1 > SPARSE_WINDOW ? t + 1 - SPARSE_WINDOW : 0;
  gsize n = t + 1 - begin;
  gsize busy = 0, silent, longest;
  double mean = 0, squares = 0, scatter;

  for (gsize i = begin; i <= t; i++)
    {
      mean += model->values[i];
      busy += model->values[i] > 0 ? 1 : 0;
    }
  mean /= (double) n;

  outlay_series_model_silence (model, t, &silent, &longest);
  if (n < SPARSE_FROM || busy < 2 || (double) busy >= SPARSE_SHARE * (double) n ||
      silent > MAX (3, 2 * longest))
    return FALSE;

  for (gsize i = begin; i <= t; i++)
    squares += (model->values[i] - mean) * (model->values[i] - mean);
  scatter = sqrt (squares / (double) n) / mean / sqrt ((double) n_days);

  rest->expected = mean * (double) n / outlay_series_model_sum_profile (model, t, begin, n) *
                   outlay_series_model_sum_profile (model, t, t + 1, n_days);
  rest->low = busy * n_days < 3 * n ? 0 : rest->expected * MAX (0.0, 1 - 1.28 * scatter);
  rest->high = rest->expected * (1 + 1.4 * scatter);
  rest->is_sparse = TRUE;
  return TRUE;
}

/**
 * outlay_series_model_forecast:
 * @model: a model
 * @t: index of the last known day
 * @n_days: how many days follow it
 * @rest: (out): the sum of those days, in the unit of the values
 */
void
outlay_series_model_forecast (const OutlaySeriesModel *model,
                              gsize t,
                              gsize n_days,
                              OutlayRest *rest)
{
  g_autofree Origin *origins = NULL;
  double expert[N_EXPERTS], weights[N_EXPERTS];
  double low, high;
  gsize silent, longest;
  guint n_origins;

  *rest = (OutlayRest){ 0 };
  if (n_days == 0 || forecast_sparse (model, t, n_days, rest))
    return;

  origins = g_new (Origin, MAX_ORIGINS);
  n_origins = replay (model, t, n_days, origins);
  weigh_experts (origins, n_origins, weights);
  ask_experts (model, t, n_days, expert);
  measure_interval (model, t, n_days, origins, n_origins, weights, &low, &high);

  rest->expected = mix (expert, weights);
  rest->low = rest->expected * exp (low);
  rest->high = rest->expected * exp (high);

  /* Gone silent: the point fades, the low end is nothing, the high end stays. */
  outlay_series_model_silence (model, t, &silent, &longest);
  if (silent > MAX (3, longest))
    {
      rest->expected *= pow (0.5, (double) (silent - MAX (3, longest)) / FADE_DAYS);
      rest->low = 0;
    }
}
