/* columns.c – stacked columns, and columns beside each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define COLUMN_SHARE 0.62
#define PAIR_SHARE 0.72
#define WIDEST_COLUMN 40.0
#define BUDGET_OVERHANG 4.0
#define PAIR_GAP 2.0
#define WHISKER_WIDTH 9.0
#define VALUE_GAP 3.0

/* How far a value may stick out of the plot towards the legend. */
#define VALUE_OVERHANG 8.0

typedef struct
{
  double positive;
  double negative;
  gboolean any;
} Stack;

static Stack
sum_stack (const OutlayChartLayout *layout, gsize category)
{
  Stack stack = { 0, 0, FALSE };

  for (gsize i = 0; i < layout->chart->series->len; i++)
    {
      double value = outlay_chart_get_series (layout->chart, i)->values[category];

      if (isnan (value) || !outlay_layout_shows (layout, i))
        continue;

      stack.any = TRUE;
      if (value < 0)
        stack.negative += value;
      else
        stack.positive += value;
    }

  return stack;
}

static void
include (double *min, double *max, const double *numbers, gsize category)
{
  if (numbers == NULL || isnan (numbers[category]))
    return;

  *min = MIN (*min, numbers[category]);
  *max = MAX (*max, numbers[category]);
}

static void
set_scale (OutlayChartLayout *layout, gboolean stacked)
{
  const OutlayChart *chart = layout->chart;
  double min = 0;
  double max = 0;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      Stack stack = sum_stack (layout, i);

      if (stacked)
        {
          min = MIN (min, stack.negative);
          max = MAX (max, stack.positive);
        }
      for (gsize s = 0; s < chart->series->len && !stacked; s++)
        if (outlay_layout_shows (layout, s))
          {
            include (&min, &max, outlay_chart_get_series (chart, s)->values, i);
            include (&min, &max, outlay_chart_get_series (chart, s)->highs, i);
            include (&min, &max, outlay_chart_get_series (chart, s)->lows, i);
          }
      include (&min, &max, chart->budgets, i);
      include (&min, &max, chart->forecasts, i);
      include (&min, &max, chart->forecast_highs, i);
    }

  outlay_layout_set_scale (layout, min, max);
}

/* The column of a slot, on whole pixels so that the edges are sharp. */
static cairo_rectangle_t
get_column (const OutlayChartLayout *layout, gsize category, double share)
{
  double width = MAX (floor (MIN (layout->slot_size * share, WIDEST_COLUMN)), 1);
  double centre = outlay_layout_slot_centre (layout, category);

  return (cairo_rectangle_t){ round (centre - width / 2), layout->plot.y, width, 0 };
}

static OutlayMark *
add_segment (OutlayChartLayout *layout,
             cairo_rectangle_t column,
             double from,
             double to,
             gsize category,
             gsize series)
{
  double start = round (outlay_layout_place (layout, from));
  double end = round (outlay_layout_place (layout, to));
  OutlayMark *mark;

  column.y = MIN (start, end);
  column.height = fabs (end - start);
  mark = outlay_layout_add_box (layout, OUTLAY_MARK_RECT,
                                outlay_chart_get_series (layout->chart, series)->ink, column);
  mark->category = (int) category;
  mark->series = (int) series;

  if ((layout->chart->categories[category].flags & OUTLAY_CHART_CATEGORY_INCOMPLETE) != 0)
    mark->flags |= OUTLAY_MARK_HATCHED;

  return mark;
}

static void
add_stack (OutlayChartLayout *layout, gsize category)
{
  cairo_rectangle_t column = get_column (layout, category, COLUMN_SHARE);
  Stack sum = { 0, 0, FALSE };

  for (gsize i = 0; i < layout->chart->series->len; i++)
    {
      double value = outlay_chart_get_series (layout->chart, i)->values[category];
      double *side = value < 0 ? &sum.negative : &sum.positive;
      double from = *side;

      if (isnan (value) || !outlay_layout_shows (layout, i) || !(fabs (value) > 0))
        continue;

      *side += value;
      if (fabs (from) > 0)
        add_segment (layout, column, from, *side, category, i)->flags |= OUTLAY_MARK_SEAM;
      else
        add_segment (layout, column, from, *side, category, i);
    }
}

static double
add_forecast (OutlayChartLayout *layout, gsize category, double total)
{
  const OutlayChart *chart = layout->chart;
  cairo_rectangle_t box = get_column (layout, category, COLUMN_SHARE);
  double top = round (outlay_layout_place (layout, chart->forecasts[category]));
  double bottom = round (outlay_layout_place (layout, total));
  OutlayMark *mark;

  box.y = MIN (top, bottom);
  box.height = fabs (bottom - top);
  mark = outlay_layout_add_box (layout, OUTLAY_MARK_OUTLINE, OUTLAY_INK_BUDGET, box);
  mark->category = (int) category;

  if (chart->forecast_lows == NULL || chart->forecast_highs == NULL ||
      isnan (chart->forecast_lows[category]) || isnan (chart->forecast_highs[category]))
    return box.y;

  box.x += box.width / 2 - MIN (WHISKER_WIDTH, box.width) / 2;
  box.width = MIN (WHISKER_WIDTH, box.width);
  box.y = outlay_layout_place (layout, chart->forecast_highs[category]);
  box.height = outlay_layout_place (layout, chart->forecast_lows[category]) - box.y;
  mark = outlay_layout_add_box (layout, OUTLAY_MARK_WHISKER, OUTLAY_INK_BUDGET, box);
  mark->category = (int) category;

  return MIN (box.y, top);
}

static double
add_budget (OutlayChartLayout *layout, gsize category, double share)
{
  double y = round (outlay_layout_place (layout, layout->chart->budgets[category]));
  cairo_rectangle_t column = get_column (layout, category, share);
  double over = MIN (BUDGET_OVERHANG, layout->slot_size / 2 - column.width / 2);

  outlay_layout_add_segment (layout, OUTLAY_STROKE_BUDGET, column.x - over, y,
                             column.x + column.width + over, y);
  return y;
}

/* Values stand on all columns or on none: a reader must not miss one. */
static gboolean
values_fit (const OutlayChartLayout *layout)
{
  if (layout->slot_size < outlay_text_get_line_height (layout, OUTLAY_TEXT_VALUE))
    return FALSE;

  for (gsize i = 0; i < layout->chart->n_categories; i++)
    {
      Stack stack = sum_stack (layout, i);
      g_autofree char *text = outlay_layout_format (layout, layout->chart->formats.value,
                                                    stack.positive + stack.negative);

      if (outlay_text_get_width (layout, text, OUTLAY_TEXT_VALUE) > layout->slot_size - 2)
        return FALSE;
    }

  return TRUE;
}

static void
add_total (OutlayChartLayout *layout, gsize category, double total, double top, gboolean strong)
{
  const OutlayChartFormats *formats = &layout->chart->formats;
  OutlayChartFormat format =
      strong && formats->forecast != NULL ? formats->forecast : formats->value;
  g_autofree char *text = outlay_layout_format (layout, format, total);
  OutlayTextStyle style = strong ? OUTLAY_TEXT_LABEL : OUTLAY_TEXT_VALUE;
  double last = layout->plot.x + layout->plot.width + VALUE_OVERHANG -
                outlay_text_get_width (layout, text, style) / 2;
  const OutlayLabelSpot spot = { .x = MIN (outlay_layout_slot_centre (layout, category), last),
                                 .y = top - VALUE_GAP,
                                 .align_x = 0.5,
                                 .align_y = 1,
                                 .halo = TRUE,
                                 .category = (int) category };

  outlay_layout_add_label (layout, text, style, &spot);
}

static void
add_column (OutlayChartLayout *layout, gsize category, gboolean values)
{
  const OutlayChart *chart = layout->chart;
  double room = VALUE_GAP + outlay_text_get_line_height (layout, OUTLAY_TEXT_VALUE);
  Stack stack = sum_stack (layout, category);
  gboolean forecast = chart->forecasts != NULL && !isnan (chart->forecasts[category]);
  double total = stack.positive + stack.negative;
  double top = outlay_layout_place (layout, stack.positive);

  add_stack (layout, category);
  if (forecast)
    top = MIN (top, add_forecast (layout, category, stack.positive));

  if (chart->budgets != NULL && !isnan (chart->budgets[category]))
    {
      double budget = add_budget (layout, category, COLUMN_SHARE);

      if (budget <= top && budget > top - room)
        top = budget;
    }

  if (forecast)
    add_total (layout, category, chart->forecasts[category], top, TRUE);
  else if (values && stack.any)
    add_total (layout, category, total, top, FALSE);
}

/**
 * outlay_layout_add_columns:
 *
 * Lays stacked columns out. Where several share a pixel the tallest is drawn.
 */
void
outlay_layout_add_columns (OutlayChartLayout *layout)
{
  gsize n = layout->chart->n_categories;
  gsize each = 1;
  gboolean values;

  set_scale (layout, TRUE);
  outlay_layout_add_frame (layout);
  values = values_fit (layout);
  each = (gsize) MAX (1, floor (1.5 / layout->slot_size));

  for (gsize first = 0; first < n; first += each)
    {
      gsize tallest = first;

      for (gsize i = first + 1; i < MIN (first + each, n); i++)
        if (sum_stack (layout, i).positive > sum_stack (layout, tallest).positive)
          tallest = i;

      add_column (layout, tallest, values);
    }

  outlay_layout_add_baseline (layout);
}

/* Drawn after all columns, so that none of them is hidden by a number. */
static void
add_pair_values (OutlayChartLayout *layout)
{
  guint n_marks = layout->marks->len;

  for (guint i = 0; i < n_marks; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);
      OutlayTextStyle style = mark->series == 0 ? OUTLAY_TEXT_LABEL : OUTLAY_TEXT_VALUE;
      double height = outlay_text_get_line_height (layout, style);
      g_autofree char *text = NULL;
      cairo_rectangle_t box;
      OutlayLabelSpot spot;
      double value;

      if (mark->shape != OUTLAY_MARK_RECT || layout->slot_size < height)
        continue;

      value = outlay_chart_get_series (layout->chart, (gsize) mark->series)->values[mark->category];
      text = outlay_layout_format (layout, layout->chart->formats.value, value);
      box = (cairo_rectangle_t){ 0, 0, outlay_text_get_width (layout, text, style), height };
      box.x = mark->box.x + (mark->box.width - box.width) / 2;
      box.y =
          value < 0 ? mark->box.y + mark->box.height + VALUE_GAP : mark->box.y - VALUE_GAP - height;
      spot = (OutlayLabelSpot){ .x = box.x, .y = box.y, .halo = TRUE, .category = mark->category };

      if (!outlay_layout_covers_bar (layout, &box))
        outlay_layout_add_label (layout, text, style, &spot);
    }
}

static void
add_pair (OutlayChartLayout *layout, gsize category, gsize n_shown)
{
  const OutlayChart *chart = layout->chart;
  double share = layout->slot_size * PAIR_SHARE / (double) n_shown;
  cairo_rectangle_t column = { .width = MAX (floor (MIN (share, WIDEST_COLUMN) - PAIR_GAP), 1) };
  double pitch = column.width + PAIR_GAP;
  gsize place = 0;

  column.x = round (outlay_layout_slot_centre (layout, category) -
                    (pitch * (double) n_shown - PAIR_GAP) / 2);

  for (gsize i = 0; i < chart->series->len; i++)
    {
      double value = outlay_chart_get_series (chart, i)->values[category];
      cairo_rectangle_t own = column;

      if (!outlay_layout_shows (layout, i))
        continue;

      own.x += pitch * (double) place++;
      if (!isnan (value))
        add_segment (layout, own, 0, value, category, i);
    }

  if (chart->budgets != NULL && !isnan (chart->budgets[category]))
    add_budget (layout, category, PAIR_SHARE);
}

/**
 * outlay_layout_add_pairs:
 *
 * Lays the series of a category out beside each other.
 */
void
outlay_layout_add_pairs (OutlayChartLayout *layout)
{
  gsize n_shown = 0;

  for (gsize i = 0; i < layout->chart->series->len; i++)
    n_shown += outlay_layout_shows (layout, i) ? 1 : 0;

  set_scale (layout, FALSE);
  outlay_layout_add_frame (layout);

  for (gsize i = 0; i < layout->chart->n_categories && n_shown > 0; i++)
    add_pair (layout, i, n_shown);

  add_pair_values (layout);
  outlay_layout_add_baseline (layout);
}
