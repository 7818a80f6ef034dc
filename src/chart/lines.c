/* lines.c – lines and steps, with budget, forecast and fan
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define DOT 8.0
#define LONE_DOT 5.0

static void
include (double *min, double *max, const double *numbers, gsize n_numbers)
{
  for (gsize i = 0; numbers != NULL && i < n_numbers; i++)
    if (!isnan (numbers[i]))
      {
        *min = MIN (*min, numbers[i]);
        *max = MAX (*max, numbers[i]);
      }
}

static gboolean
shows_forecast (const OutlayChartLayout *layout)
{
  return layout->chart->forecasts != NULL && layout->chart->series->len > 0 &&
         outlay_layout_shows (layout, 0);
}

static void
set_scale (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  double min = 0;
  double max = 0;

  for (gsize i = 0; i < chart->series->len; i++)
    if (outlay_layout_shows (layout, i))
      include (&min, &max, outlay_chart_get_series (chart, i)->values, chart->n_categories);

  include (&min, &max, chart->budgets, chart->n_categories);
  if (shows_forecast (layout))
    {
      include (&min, &max, chart->forecasts, chart->n_categories);
      include (&min, &max, chart->forecast_lows, chart->n_categories);
      include (&min, &max, chart->forecast_highs, chart->n_categories);
    }

  outlay_layout_set_scale (layout, min, max);

  /* A little below zero does not need the whole step below it. */
  if (min < 0 && min > layout->scale.min + layout->scale.step / 4 && layout->scale.n_ticks > 3)
    {
      layout->scale.min = min - layout->scale.step / 8;
      layout->scale.n_ticks--;
    }
}

static void
add_dot (OutlayChartLayout *layout, OutlayPoint at, double size, gsize series, gsize category)
{
  cairo_rectangle_t box = { at.x - size / 2, at.y - size / 2, size, size };
  OutlayMark *mark =
      outlay_layout_add_box (layout, OUTLAY_MARK_DOT,
                             outlay_chart_get_series (layout->chart, series)->ink, box);

  mark->series = (int) series;
  mark->category = (int) category;
}

static void
add_run (OutlayChartLayout *layout, gsize series, gsize first, gsize end)
{
  const OutlayChartSeries *it = outlay_chart_get_series (layout->chart, series);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));
  OutlayStroke stroke =
      it->ink == OUTLAY_INK_COMPARISON ? OUTLAY_STROKE_COMPARISON : OUTLAY_STROKE_DATA;

  outlay_path_append (layout, it->values, first, end, points);
  if (points->len == 1)
    {
      add_dot (layout, g_array_index (points, OutlayPoint, 0), LONE_DOT, series, first);
      return;
    }

  outlay_path_decimate (points);
  outlay_layout_add_path (layout, OUTLAY_MARK_LINE, stroke, it->ink,
                          (const OutlayPoint *) (gpointer) points->data, points->len)
      ->series = (int) series;
}

/* A line is broken where there is no number. */
static void
add_series (OutlayChartLayout *layout, gsize series)
{
  const double *values = outlay_chart_get_series (layout->chart, series)->values;
  gsize n = layout->chart->n_categories;
  gsize first = 0;

  while (first < n)
    {
      gsize end = first;

      while (end < n && !isnan (values[end]))
        end++;
      if (end > first)
        add_run (layout, series, first, end);
      first = end + 1;
    }
}

static gboolean
is_level (const double *budgets, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (isnan (budgets[i]) || fabs (budgets[i] - budgets[0]) > 0)
      return FALSE;

  return TRUE;
}

static void
add_budget (OutlayChartLayout *layout)
{
  const double *budgets = layout->chart->budgets;
  gsize n = layout->chart->n_categories;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));

  if (budgets == NULL)
    return;

  if (is_level (budgets, n))
    {
      double y = outlay_layout_place (layout, budgets[0]);

      outlay_layout_add_segment (layout, OUTLAY_STROKE_BUDGET, layout->plot.x, y,
                                 layout->plot.x + layout->plot.width, y);
      return;
    }

  for (gsize i = 0; i <= n; i++)
    if (i < n && !isnan (budgets[i]))
      outlay_path_append (layout, budgets, i, i + 1, points);
    else if (points->len > 0)
      {
        outlay_path_decimate (points);
        outlay_layout_add_path (layout, OUTLAY_MARK_LINE, OUTLAY_STROKE_BUDGET, OUTLAY_INK_BUDGET,
                                (const OutlayPoint *) (gpointer) points->data, points->len);
        g_array_set_size (points, 0);
      }
}

static void
add_fan (OutlayChartLayout *layout, OutlayPoint from, gsize last)
{
  const OutlayChart *chart = layout->chart;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));

  if (chart->forecast_lows == NULL || chart->forecast_highs == NULL)
    return;

  g_array_append_val (points, from);
  outlay_path_append (layout, chart->forecast_highs, last + 1, chart->n_categories, points);
  outlay_path_append (layout, chart->forecast_lows, last + 1, chart->n_categories, back);
  outlay_path_decimate (points);
  outlay_path_decimate (back);
  for (guint i = back->len; i > 0; i--)
    g_array_append_val (points, g_array_index (back, OutlayPoint, i - 1));

  if (points->len > 2)
    outlay_layout_add_path (layout, OUTLAY_MARK_AREA, OUTLAY_STROKE_DATA,
                            outlay_chart_get_series (chart, 0)->ink,
                            (const OutlayPoint *) (gpointer) points->data, points->len);
}

static void
add_forecast (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  const OutlayChartSeries *series;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));
  OutlayPoint from;
  OutlayMark *mark;
  gsize last;

  if (!shows_forecast (layout))
    return;

  series = outlay_chart_get_series (chart, 0);
  last = outlay_path_find_last (layout, series->values);
  if (last + 1 >= chart->n_categories)
    return;

  from = outlay_path_get_point (layout, last, series->values[last]);
  g_array_append_val (points, from);
  outlay_path_append (layout, chart->forecasts, last + 1, chart->n_categories, points);
  if (points->len < 2)
    return;

  add_fan (layout, from, last);
  outlay_layout_add_segment (layout, OUTLAY_STROKE_GUIDE, from.x, layout->plot.y, from.x,
                             layout->plot.y + layout->plot.height);
  outlay_path_decimate (points);
  mark = outlay_layout_add_path (layout, OUTLAY_MARK_LINE, OUTLAY_STROKE_FORECAST, series->ink,
                                 (const OutlayPoint *) (gpointer) points->data, points->len);
  mark->series = 0;
}

static void
add_end_dots (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;

  for (gsize i = 0; i < chart->series->len; i++)
    {
      const OutlayChartSeries *series = outlay_chart_get_series (chart, i);
      gsize last = outlay_path_find_last (layout, series->values);

      if (outlay_layout_shows (layout, i) && last < chart->n_categories &&
          series->ink != OUTLAY_INK_COMPARISON &&
          (series->label != NULL || (i == 0 && chart->forecasts != NULL)))
        add_dot (layout, outlay_path_get_point (layout, last, series->values[last]), DOT, i, last);
    }
}

/**
 * outlay_layout_add_lines:
 *
 * Lays lines or steps out, the comparisons below the others.
 */
void
outlay_layout_add_lines (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;

  set_scale (layout);
  layout->free.width = MAX (layout->free.width - outlay_layout_get_line_label_room (layout), 1);
  outlay_layout_add_frame (layout);
  outlay_layout_add_baseline (layout);

  for (int comparison = 1; comparison >= 0; comparison--)
    {
      if (!comparison)
        {
          add_forecast (layout);
          add_budget (layout);
        }
      for (gsize i = chart->series->len; i > 0; i--)
        if (outlay_layout_shows (layout, i - 1) &&
            (outlay_chart_get_series (chart, i - 1)->ink == OUTLAY_INK_COMPARISON) == comparison)
          add_series (layout, i - 1);
    }

  add_end_dots (layout);
  outlay_layout_add_line_labels (layout);
}
