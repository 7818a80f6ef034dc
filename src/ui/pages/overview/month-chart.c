/* month-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/month-chart.h"

#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_DAYS 31
#define WEEK 7

typedef struct
{
  double values[MAX_DAYS]; /* running sums in whole units, an estimate's worth */
  gint64 total_nanos;
} Run;

/* The running sum of a month up to @through; a shorter month goes on at its end. */
static void
sum_days (const OutlaySnapshot *snapshot, gint32 month, gint32 through, int n_days, Run *run)
{
  gint32 from = outlay_month_first_day (month);
  gint64 days_nanos[MAX_DAYS] = { 0 };
  int own_days = outlay_month_n_days (month);

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      const OutlayCell *cell = &snapshot->cube.cells[i];

      if (cell->day >= from && cell->day < from + own_days && cell->day <= through)
        outlay_nanos_accumulate (&days_nanos[cell->day - from], cell->cost_nanos);
    }

  run->total_nanos = 0;
  for (int i = 0; i < n_days; i++)
    {
      if (i < own_days)
        outlay_nanos_accumulate (&run->total_nanos, days_nanos[i]);
      run->values[i] =
          from + i <= through || i >= own_days ? outlay_nanos_to_estimate (run->total_nanos) : NAN;
    }
}

static gint32
find_last_spend (const OutlaySnapshot *snapshot, gint32 from, gint32 to)
{
  gint32 last = G_MININT32;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      gint32 day = snapshot->cube.cells[i].day;

      if (day >= from && day <= to)
        last = MAX (last, day);
    }

  return last;
}

static char *
word_money (OutlayWording *wording, const OutlaySnapshot *snapshot, gint64 nanos)
{
  return outlay_wording_money (wording, nanos, snapshot->currency, OUTLAY_MONEY_WHOLE);
}

static void
add_actual (OutlayChart *chart,
            const OutlaySnapshot *snapshot,
            const OutlayBudgetStatus *status,
            OutlayWording *wording,
            gint32 through)
{
  gint32 from = outlay_month_first_day (status->month);
  g_autofree char *name = outlay_wording_month_name (wording, status->month);
  g_autofree char *amount = word_money (wording, snapshot, status->total.actual_nanos);
  g_autofree char *label = NULL;
  Run run;
  gsize series;

  sum_days (snapshot, status->month, through, (int) chart->n_categories, &run);
  series = outlay_chart_add_series (chart, name, OUTLAY_INK_VALUE, run.values);
  if (through < from)
    return;

  if (through < from + (gint32) chart->n_categories - 1)
    {
      g_autofree char *day = outlay_wording_day (wording, through);

      /* Translators: an amount that is spent, then the last day with data. */
      label = g_strdup_printf (_ ("%s to %s"), amount, day);
    }
  else
    label = g_strdup_printf ("%s %s", name, amount);
  outlay_chart_set_series_label (chart, series, label, NULL);
}

static void
add_comparison (OutlayChart *chart,
                const OutlaySnapshot *snapshot,
                const OutlayBudgetStatus *status,
                OutlayWording *wording)
{
  g_autofree char *name = outlay_wording_month_name (wording, status->month - 1);
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;
  gint32 last = outlay_month_first_day (status->month) - 1;
  gsize series;
  Run run;

  sum_days (snapshot, status->month - 1, MIN (last, snapshot->day), (int) chart->n_categories,
            &run);
  if (run.total_nanos == 0)
    return;

  amount = word_money (wording, snapshot, run.total_nanos);
  /* Translators: a month, then what was spent in it. */
  label = g_strdup_printf (_ ("%s %s"), name, amount);
  series = outlay_chart_add_series (chart, name, OUTLAY_INK_COMPARISON, run.values);
  outlay_chart_set_series_label (chart, series, label, NULL);
}

/* On from the last day with data at an even pace, as the day of running out is told. */
static void
add_forecast (OutlayChart *chart,
              const OutlaySnapshot *snapshot,
              const OutlayBudgetStatus *status,
              OutlayWording *wording,
              gint32 through)
{
  const OutlayBudgetLine *total = &status->total;
  int known = MAX (0, through - outlay_month_first_day (status->month) + 1);
  int n_days = (int) chart->n_categories;
  double actual = outlay_nanos_to_estimate (total->actual_nanos);
  double ends[3] = { outlay_nanos_to_estimate (total->expected_nanos),
                     outlay_nanos_to_estimate (total->low_nanos),
                     outlay_nanos_to_estimate (total->high_nanos) };
  double values[3][MAX_DAYS];
  g_autofree char *amount = NULL;
  g_autofree char *range = NULL;
  g_autofree char *level = NULL;
  g_autofree char *label = NULL;
  g_autofree char *detail = NULL;

  if (!total->has_forecast || known >= n_days)
    return;

  for (int line = 0; line < 3; line++)
    for (int i = 0; i < n_days; i++)
      values[line][i] =
          i < known ? NAN : actual + (ends[line] - actual) * (i - known + 1) / (n_days - known);
  outlay_chart_set_forecast (chart, values[0], values[1], values[2]);

  amount = word_money (wording, snapshot, total->expected_nanos);
  label = g_strdup_printf (_ ("Forecast %s"), amount);
  level = outlay_wording_percent (wording, total->level, 0);
  range = outlay_wording_money_range (wording, total->low_nanos, total->high_nanos,
                                      snapshot->currency, OUTLAY_MONEY_WHOLE);
  /* Translators: percent of an interval, then its ends. */
  detail = g_strdup_printf (_ ("%s: %s"), level, range);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_FORECAST, label);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_FORECAST_DETAIL, detail);
}

static void
add_budget (OutlayChart *chart,
            const OutlaySnapshot *snapshot,
            const OutlayBudgetStatus *status,
            OutlayWording *wording)
{
  const OutlayBudgetLine *total = &status->total;
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;
  double values[MAX_DAYS];

  if (!total->has_budget)
    return;

  for (gsize i = 0; i < chart->n_categories; i++)
    values[i] = outlay_nanos_to_estimate (total->budget_nanos);
  outlay_chart_set_budget (chart, values);
  amount = word_money (wording, snapshot, total->budget_nanos);
  /* Translators: %s is an amount of money. */
  label = g_strdup_printf (_ ("Budget %s"), amount);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET, label);

  if (total->run_out != G_MININT32)
    {
      g_autofree char *day = outlay_wording_day (wording, total->run_out);

      outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET_CROSSING, day);
    }
}

/**
 * outlay_month_chart_new:
 * @snapshot: a snapshot
 * @status: of a month of it
 * @wording: of the reader
 *
 * Running sums of each day, in whole units of the reporting currency; formats are the
 * caller's to set.
 *
 * Returns: (transfer full): the month beside the one before it
 */
OutlayChart *
outlay_month_chart_new (const OutlaySnapshot *snapshot,
                        const OutlayBudgetStatus *status,
                        OutlayWording *wording)
{
  gint32 from = outlay_month_first_day (status->month);
  gsize n_days = (gsize) outlay_month_n_days (status->month);
  gint32 through = MIN (snapshot->day, from + (gint32) n_days - 1);
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_LINES, n_days);

  /* Days after the last covered one are missing, not without spend. */
  through = MAX (find_last_spend (snapshot, from, through), MIN (through, status->total.data_to));
  through = MAX (through, from - 1);
  for (gsize i = 0; i < n_days; i++)
    {
      g_autofree char *day = outlay_wording_day (wording, from + (gint32) i);

      outlay_chart_set_category (chart, i, day, NULL, OUTLAY_CHART_CATEGORY_PLAIN);
    }

  add_actual (chart, snapshot, status, wording, through);
  add_comparison (chart, snapshot, status, wording);
  add_forecast (chart, snapshot, status, wording, through);
  add_budget (chart, snapshot, status, wording);
  chart->label_stride = WEEK;
  return chart;
}
