/* charts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/charts.h"

#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>
#include <math.h>

#define TREND_MONTHS 12

static char *
write_money (OutlaySession *session, double value, OutlayMoneyStyle style)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);

  if (snapshot == NULL || !isfinite (value))
    return NULL;

  return outlay_wording_money (outlay_session_get_wording (session),
                               outlay_nanos_from_estimate (value), snapshot->currency, style);
}

static char *
write_axis (double value, gpointer session)
{
  return write_money (session, value, OUTLAY_MONEY_COMPACT);
}

static char *
write_whole (double value, gpointer session)
{
  return write_money (session, value, OUTLAY_MONEY_WHOLE);
}

static void
set_formats (OutlayChart *chart, OutlaySession *session)
{
  const OutlayChartFormats formats = {
    .axis = write_axis,
    .value = write_whole,
    .user_data = session,
  };

  outlay_chart_set_formats (chart, &formats);
  chart->right_to_left = outlay_wording_is_rtl (outlay_session_get_wording (session));
}

/* By value, falling; those without a value by their cost. */
static int
compare_lines (gconstpointer left, gconstpointer right, gpointer data)
{
  const OutlayPortfolio *portfolio = data;
  const OutlayWorth *one = &portfolio->lines[*(const guint *) left].worth;
  const OutlayWorth *two = &portfolio->lines[*(const guint *) right].worth;
  gint64 first = one->has_value ? one->value_nanos : one->cost_nanos;
  gint64 second = two->has_value ? two->value_nanos : two->cost_nanos;

  if (one->has_value != two->has_value)
    return one->has_value ? -1 : 1;

  return first > second ? -1 : first < second;
}

/**
 * outlay_use_cases_chart_order:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full) (element-type guint): its lines, the most valuable first
 */
GArray *
outlay_use_cases_chart_order (const OutlayPortfolio *portfolio)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < portfolio->n_lines; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_lines, (gpointer) portfolio);
  return order;
}

/**
 * outlay_use_cases_chart_new:
 * @session: a session with a portfolio
 * @order: (element-type guint): its lines, in the order they are drawn in
 *
 * Returns: (transfer full): value above cost for each use case
 */
OutlayChart *
outlay_use_cases_chart_new (OutlaySession *session, GArray *order)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  const OutlayPortfolio *portfolio = outlay_session_get_portfolio (session);
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_BARS, order->len);
  g_autofree double *values = g_new (double, order->len + 1);
  g_autofree double *lows = g_new (double, order->len + 1);
  g_autofree double *highs = g_new (double, order->len + 1);
  g_autofree double *costs = g_new (double, order->len + 1);

  for (guint i = 0; i < order->len; i++)
    {
      const OutlayUseCaseWorth *line = &portfolio->lines[g_array_index (order, guint, i)];
      const OutlayWorth *worth = &line->worth;
      gboolean ranged = worth->has_value && worth->has_range;

      values[i] = worth->has_value ? outlay_nanos_to_estimate (worth->value_nanos) : NAN;
      lows[i] = ranged ? outlay_nanos_to_estimate (worth->value_low_nanos) : NAN;
      highs[i] = ranged ? outlay_nanos_to_estimate (worth->value_high_nanos) : NAN;
      costs[i] = outlay_nanos_to_estimate (worth->cost_nanos);
      outlay_chart_set_category (chart, i, snapshot->use_cases[line->use_case].name, NULL,
                                 OUTLAY_CHART_CATEGORY_PLAIN);
    }

  outlay_chart_add_series (chart, _ ("Value, likely"), OUTLAY_INK_VALUE, values);
  outlay_chart_set_range (chart, 0, lows, highs);
  outlay_chart_add_series (chart, _ ("Cost"), OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, _ ("Value beside cost"));
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_MISSING, _ ("not estimated"));
  if (portfolio->total.has_range)
    outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_RANGE, _ ("Low to high"));
  chart->legend = TRUE;
  set_formats (chart, session);
  return chart;
}

static gboolean
is_running (const OutlaySnapshot *snapshot, gint32 month)
{
  gint32 last = outlay_month_first_day (month) + outlay_month_n_days (month) - 1;

  return snapshot->day < last || (snapshot->day == last && !snapshot->day_counts);
}

static void
set_month (OutlayChart *chart, OutlaySession *session, gsize place, gint32 month)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  OutlayWording *wording = outlay_session_get_wording (session);
  gboolean running = is_running (snapshot, month);
  g_autofree char *label = running && outlay_month_of_day (snapshot->day) == month
                               ? outlay_wording_day (wording, snapshot->day)
                               : outlay_wording_month_short (wording, month);

  outlay_chart_set_category (chart, place, label, NULL,
                             running ? OUTLAY_CHART_CATEGORY_INCOMPLETE
                                     : OUTLAY_CHART_CATEGORY_PLAIN);
}

/**
 * outlay_use_case_months_chart_new:
 * @session: a session with a portfolio
 * @use_case: index of a use case
 *
 * Returns: (transfer full): value and cost of the last twelve months, the session's last
 */
OutlayChart *
outlay_use_case_months_chart_new (OutlaySession *session, gsize use_case)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (session);
  gint32 last = outlay_session_get_month (session);
  gint32 first = last - TREND_MONTHS + 1;
  g_autoptr (OutlayPortfolio) portfolio = outlay_portfolio_new (snapshot, first, last);
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_PAIRS, TREND_MONTHS);
  double values[TREND_MONTHS];
  double costs[TREND_MONTHS];

  for (gsize i = 0; i < TREND_MONTHS; i++)
    {
      const OutlayWorth *worth = &portfolio->lines[use_case].months[i];

      values[i] = worth->has_value ? outlay_nanos_to_estimate (worth->value_nanos) : NAN;
      costs[i] = worth->cost_nanos != 0 ? outlay_nanos_to_estimate (worth->cost_nanos) : NAN;
      set_month (chart, session, i, first + (gint32) i);
    }

  outlay_chart_add_series (chart, _ ("Value"), OUTLAY_INK_VALUE, values);
  outlay_chart_add_series (chart, _ ("Cost"), OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_EMPTY, _ ("No cost and no value yet"));
  if (is_running (snapshot, last))
    outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_INCOMPLETE, _ ("To date"));
  chart->legend = TRUE;
  set_formats (chart, session);
  chart->formats.value = NULL; /* twelve months: the axis has to do */
  return chart;
}

/**
 * outlay_use_case_payback_text:
 * @session: a session
 * @cumulative: the sums of a use case
 *
 * Returns: (transfer full) (nullable): "Paid back in August"; %NULL if it is not
 */
char *
outlay_use_case_payback_text (OutlaySession *session, const OutlayCumulative *cumulative)
{
  g_autofree char *month = NULL;

  if (cumulative->payback_month == G_MININT32)
    return NULL;

  month =
      outlay_wording_month_name (outlay_session_get_wording (session), cumulative->payback_month);
  return g_strdup_printf (_ ("Paid back in %s"), month);
}

/**
 * outlay_use_case_sums_chart_new:
 * @session: a session
 * @cumulative: the sums of a use case, a month at least
 *
 * Returns: (transfer full): the net value since the start, month after month
 */
OutlayChart *
outlay_use_case_sums_chart_new (OutlaySession *session, const OutlayCumulative *cumulative)
{
  gsize n_points = cumulative->n_months + 1;
  OutlayChart *chart = outlay_chart_new (OUTLAY_CHART_LINES, n_points);
  g_autofree double *sums = g_new (double, n_points);
  g_autofree char *payback = outlay_use_case_payback_text (session, cumulative);
  g_autofree char *last = NULL;

  sums[0] = cumulative->start;
  outlay_chart_set_category (chart, 0, _ ("Start"), NULL, OUTLAY_CHART_CATEGORY_PLAIN);
  for (gsize i = 0; i < cumulative->n_months; i++)
    {
      sums[i + 1] = cumulative->sums[i];
      set_month (chart, session, i + 1, cumulative->from_month + (gint32) i);
    }

  last = write_money (session, sums[n_points - 1], OUTLAY_MONEY_WHOLE);
  outlay_chart_add_series (chart, _ ("Net value"), OUTLAY_INK_VALUE, sums);
  outlay_chart_set_series_label (chart, 0, last, NULL);
  if (payback != NULL)
    outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_ZERO_CROSSING, payback);
  set_formats (chart, session);
  return chart;
}
