/* budget-line.c – how one budget stands in a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/budget-line.h"

#include "core/money.h"
#include "insight/history.h"

#include <math.h>

#define WHOLE_PERCENT 100
#define LEAST_DAYS 3   /* of history, before there is a forecast at all */
#define FILL_DOUBT 0.5 /* share of its estimate that a missing day may be wrong by */

/**
 * outlay_budget_month_init:
 * @month: (out): the month
 * @snapshot: (transfer none): a snapshot, which has to outlive @month
 * @number: months since 1970
 */
void
outlay_budget_month_init (OutlayBudgetMonth *month, const OutlaySnapshot *snapshot, gint32 number)
{
  month->snapshot = snapshot;
  month->number = number;
  month->from = outlay_month_first_day (number);
  month->to = month->from + outlay_month_n_days (number) - 1;
  month->through = MIN (month->to, snapshot->day);
}

static gint64
subtract_nanos (gint64 nanos, gint64 subtracted_nanos)
{
  outlay_nanos_accumulate (&nanos, -subtracted_nanos);
  return nanos;
}

/**
 * outlay_budget_month_sum:
 * @month: a month
 * @members: for each feature: its cells count
 * @cost_nanos: (inout): the cost of the days up to @month's last is added to it
 * @estimated_nanos: (inout): and the estimated part of that to this
 */
void
outlay_budget_month_sum (const OutlayBudgetMonth *month,
                         const gboolean *members,
                         gint64 *cost_nanos,
                         gint64 *estimated_nanos)
{
  for (guint32 feature = 0; feature < month->snapshot->n_features; feature++)
    {
      const OutlayCell *cells;
      gsize n_cells = 0;

      if (!members[feature] || month->through < month->from)
        continue;

      cells = outlay_cube_feature (&month->snapshot->cube, feature, month->from, month->through,
                                   &n_cells);
      for (gsize i = 0; i < n_cells; i++)
        {
          outlay_nanos_accumulate (cost_nanos, cells[i].cost_nanos);
          outlay_nanos_accumulate (estimated_nanos, cells[i].estimated_nanos);
        }
    }
}

static void
add_threshold (OutlayBudgetLine *line, guint percent)
{
  /* Rising, and none twice, also where the thresholds of several budgets come together. */
  guint place = line->n_crossed;

  while (place > 0 && line->crossed[place - 1] > percent)
    place--;
  if ((place > 0 && line->crossed[place - 1] == percent) ||
      line->n_crossed == OUTLAY_MAX_THRESHOLDS)
    return;

  for (guint i = line->n_crossed; i > place; i--)
    line->crossed[i] = line->crossed[i - 1];
  line->crossed[place] = percent;
  line->n_crossed++;
}

/* Sets what the month will come to where nothing is left to guess. */
static void
settle_forecast (OutlayBudgetLine *line)
{
  line->has_forecast = TRUE;
  line->expected_nanos = line->low_nanos = line->high_nanos = line->actual_nanos;
  line->level = 80;
  line->method = "actual";
}

/* What is spent after the history ends can be more than the forecast had for those days. */
static double
measure_excess (const OutlayBudgetMonth *month,
                const OutlayHistory *history,
                const OutlayForecast *forecast,
                double recurring)
{
  gint32 next = history->first_day + (gint32) history->n_values;
  gint32 begin = MAX (next, month->from);
  double known = 0;
  double expected;

  for (gsize i = 0; i < history->n_values; i++)
    if (history->first_day + (gint32) i >= month->from)
      known += history->values[i];
  if (begin > month->through)
    return 0;

  expected = (forecast->expected - known) * (month->through - begin + 1) / (month->to - begin + 1);
  return MAX (0, recurring - (known - history->filled) - expected);
}

static void
forecast_line (const OutlayBudgetMonth *month, const OutlayHistory *history, OutlayBudgetLine *line)
{
  double apart = outlay_nanos_to_estimate (history->apart_nanos);
  double due = outlay_nanos_to_estimate (history->fees_due_nanos);
  double actual = outlay_nanos_to_estimate (line->actual_nanos);
  double doubt = history->filled * FILL_DOUBT;
  double excess;
  OutlayForecast forecast;

  if (month->through == month->to && history->complete)
    {
      settle_forecast (line);
      return;
    }
  if (history->n_values < LEAST_DAYS ||
      !outlay_forecast_month (history->values, history->n_values, history->first_day, month->number,
                              &forecast))
    return;

  excess = measure_excess (month, history, &forecast, actual - apart) + apart;
  line->has_forecast = TRUE;
  line->level = forecast.level;
  line->method = forecast.method;
  line->expected_nanos = outlay_nanos_from_estimate (forecast.expected + excess + due);
  line->high_nanos = outlay_nanos_from_estimate (forecast.high + excess + due + doubt);
  line->low_nanos = outlay_nanos_from_estimate (forecast.low + excess - doubt);

  /* What is spent is spent; refunds yet to come are nobody's guess. */
  line->expected_nanos = MAX (line->expected_nanos, line->actual_nanos);
  line->low_nanos = CLAMP (line->low_nanos, line->actual_nanos, line->expected_nanos);
  line->high_nanos = MAX (line->high_nanos, line->expected_nanos);
}

static gint32
find_day_crossed (const OutlayBudgetMonth *month, const gboolean *members, gint64 budget_nanos)
{
  gint64 sum_nanos = 0;
  gint64 estimated_nanos = 0;

  for (gint32 day = month->from; day <= month->through; day++)
    {
      OutlayBudgetMonth one = { month->snapshot, month->number, day, day, day };

      outlay_budget_month_sum (&one, members, &sum_nanos, &estimated_nanos);
      if (sum_nanos > budget_nanos)
        return day;
    }

  return G_MININT32;
}

/* The first day on which the budget is exceeded: on the way here, or at the forecast's
 * even pace over the days that no history covers. */
static gint32
find_run_out (const OutlayBudgetMonth *month,
              const OutlayHistory *history,
              const gboolean *members,
              const OutlayBudgetLine *line)
{
  gint32 history_end = history->first_day + (gint32) history->n_values - 1;
  gint32 begin = MAX (MIN (history_end, month->through) + 1, month->from);
  OutlayWide coming = (OutlayWide) line->expected_nanos - line->actual_nanos;

  if (line->actual_nanos > line->budget_nanos)
    return find_day_crossed (month, members, line->budget_nanos);
  if (!line->has_forecast || line->expected_nanos <= line->budget_nanos)
    return G_MININT32;

  for (gint32 day = begin; day < month->to; day++)
    if (coming * (day - begin + 1) >
        ((OutlayWide) line->budget_nanos - line->actual_nanos) * (month->to - begin + 1))
      return day;

  return month->to;
}

static void
judge_line (const OutlayBudgetMonth *month, OutlayBudgetLine *line)
{
  gint32 elapsed = month->through - month->from + 1;
  gint32 n_days = month->to - month->from + 1;

  line->used_percent = NAN;
  line->burn_rate = NAN;
  line->state = OUTLAY_BUDGET_NONE;
  if (!line->has_budget)
    return;

  if (line->budget_nanos > 0)
    {
      double used = (double) line->actual_nanos / (double) line->budget_nanos;

      line->used_percent = used * WHOLE_PERCENT;
      if (elapsed > 0)
        line->burn_rate = used / ((double) elapsed / n_days);
    }

  if (line->actual_nanos > line->budget_nanos)
    line->state = OUTLAY_BUDGET_OVER;
  else if (line->has_forecast && line->expected_nanos > line->budget_nanos)
    line->state = OUTLAY_BUDGET_AT_RISK;
  else
    line->state = OUTLAY_BUDGET_ON_TRACK;
}

/* Moves a forecast to where the sum of its parts lies. */
static void
recentre_forecast (OutlayBudgetLine *line, gint64 expected_nanos)
{
  gint64 shift_nanos = subtract_nanos (expected_nanos, line->expected_nanos);

  if (!line->has_forecast)
    return;

  outlay_nanos_accumulate (&line->expected_nanos, shift_nanos);
  outlay_nanos_accumulate (&line->high_nanos, shift_nanos);
  outlay_nanos_accumulate (&line->low_nanos, shift_nanos);
  line->low_nanos =
      CLAMP (line->low_nanos, MIN (line->actual_nanos, expected_nanos), line->expected_nanos);
}

/**
 * outlay_budget_line_fill:
 * @line: (inout): a line whose feature, has_budget, budget_nanos are set, all else 0
 * @month: the month
 * @members: for each feature: it is part of the line
 * @expected_nanos: (nullable): the forecast, where it is the sum of other lines
 */
void
outlay_budget_line_fill (OutlayBudgetLine *line,
                         const OutlayBudgetMonth *month,
                         const gboolean *members,
                         const gint64 *expected_nanos)
{
  g_autoptr (OutlayHistory) history = outlay_history_new (month->snapshot, members, month->number);

  outlay_budget_month_sum (month, members, &line->actual_nanos, &line->estimated_nanos);
  line->billed_nanos = subtract_nanos (line->actual_nanos, line->estimated_nanos);
  line->data_to = history->data_to;
  line->complete = history->complete;
  line->run_out = G_MININT32;

  forecast_line (month, history, line);
  if (expected_nanos != NULL)
    recentre_forecast (line, *expected_nanos);

  judge_line (month, line);
  if (line->has_budget)
    line->run_out = find_run_out (month, history, members, line);
}

/**
 * outlay_budget_line_cross:
 * @line: (inout): a filled line
 * @thresholds: (array length=n_thresholds): percent
 * @n_thresholds: how many
 *
 * Adds those of @thresholds that the actual has reached to the crossed ones.
 */
void
outlay_budget_line_cross (OutlayBudgetLine *line, const guint *thresholds, guint n_thresholds)
{
  for (guint i = 0; i < n_thresholds; i++)
    {
      OutlayWide reached = (OutlayWide) line->actual_nanos * WHOLE_PERCENT;
      OutlayWide wanted = (OutlayWide) line->budget_nanos * thresholds[i];

      if (line->budget_nanos > 0 ? reached >= wanted : line->actual_nanos > line->budget_nanos)
        add_threshold (line, thresholds[i]);
    }
}
