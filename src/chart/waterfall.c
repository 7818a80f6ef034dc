/* waterfall.c – from one total to another, step by step
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define COLUMN_SHARE 0.62
#define WIDEST_COLUMN 56.0
#define VALUE_GAP 3.0
#define FOOT_HEIGHT 9.0

/* Columns closer than this have no room for any number. */
#define NARROWEST_SLOT 8.0

/* An axis is only cut where zero would waste at least this part of it. */
#define WASTE 0.4

/* What is left free below the lowest level of a cut axis, of the span. */
#define FOOT_ROOM 0.15

typedef struct
{
  double from;
  double to;
  gboolean total;
  gboolean present;
} Step;

static Step *
compute_steps (const OutlayChart *chart)
{
  const double *values = outlay_chart_get_series (chart, 0)->values;
  Step *steps = g_new0 (Step, chart->n_categories);
  double level = 0;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      steps[i].total = (chart->categories[i].flags & OUTLAY_CHART_CATEGORY_TOTAL) != 0;
      steps[i].present = !isnan (values[i]);
      steps[i].from = steps[i].total ? 0 : level;
      if (steps[i].present)
        level = steps[i].from + values[i];
      steps[i].to = level;
    }

  return steps;
}

static void
set_scale (OutlayChartLayout *layout, const Step *steps)
{
  const OutlayChart *chart = layout->chart;
  double low = INFINITY;
  double high = -INFINITY;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      double budget = chart->budgets != NULL ? chart->budgets[i] : NAN;

      if (!isnan (budget))
        {
          low = MIN (low, budget);
          high = MAX (high, budget);
        }
      if (steps[i].present)
        {
          low = MIN (low, steps[i].total ? steps[i].to : MIN (steps[i].from, steps[i].to));
          high = MAX (high, MAX (steps[i].from, steps[i].to));
        }
    }

  if (chart->cut_axis && low - FOOT_ROOM * (high - low) > WASTE * high)
    outlay_layout_set_scale (layout, low - FOOT_ROOM * (high - low), high);
  else
    outlay_layout_set_scale (layout, MIN (low, 0), MAX (high, 0));
}

static OutlayInk
get_ink (const Step *step)
{
  if (step->total)
    return OUTLAY_INK_TOTAL;

  return step->to > step->from ? OUTLAY_INK_COSTS_MORE : OUTLAY_INK_VALUE;
}

static cairo_rectangle_t
get_box (const OutlayChartLayout *layout, const Step *step, gsize category)
{
  double width = MAX (floor (MIN (layout->slot_size * COLUMN_SHARE, WIDEST_COLUMN)), 1);
  double start = round (outlay_layout_place (layout, step->from));
  double end = round (outlay_layout_place (layout, step->to));

  return (cairo_rectangle_t){ round (outlay_layout_slot_centre (layout, category) - width / 2),
                              MIN (start, end), width, MAX (fabs (end - start), 1) };
}

static gboolean
try_value (OutlayChartLayout *layout, const char *text, const OutlayLabelSpot *spot)
{
  double width = outlay_text_get_width (layout, text, OUTLAY_TEXT_LABEL);
  double height = outlay_text_get_line_height (layout, OUTLAY_TEXT_LABEL);
  const cairo_rectangle_t box = { spot->x - width / 2, spot->y - height, width, height };

  return !outlay_layout_covers_bar (layout, &box) &&
         outlay_layout_add_label (layout, text, OUTLAY_TEXT_LABEL, spot);
}

static void
add_value (OutlayChartLayout *layout, const Step *step, gsize category)
{
  const OutlayChartFormats *formats = &layout->chart->formats;
  OutlayChartFormat format =
      step->total || formats->change == NULL ? formats->value : formats->change;
  double value = step->total ? step->to : step->to - step->from;
  g_autofree char *text = outlay_layout_format (layout, format, value);
  g_autofree char *marked = NULL;
  const OutlayLabelSpot spot = { .x = outlay_layout_slot_centre (layout, category),
                                 .y = get_box (layout, step, category).y - VALUE_GAP,
                                 .align_x = 0.5,
                                 .align_y = 1,
                                 .halo = TRUE,
                                 .category = (int) category };

  if (text == NULL || layout->slot_size < NARROWEST_SLOT)
    return;

  if (!step->total && fabs (value) > 0)
    marked = g_strconcat (value > 0 ? "▲ " : "▼ ", text, NULL);

  /* Where the sign does not fit, colour and hatch still carry it. */
  if (marked == NULL || !try_value (layout, marked, &spot))
    try_value (layout, text, &spot);
}

static void
add_step (OutlayChartLayout *layout, const Step *step, gsize category)
{
  cairo_rectangle_t box = get_box (layout, step, category);
  OutlayMark *mark = outlay_layout_add_box (layout, OUTLAY_MARK_RECT, get_ink (step), box);

  mark->category = (int) category;
  mark->series = 0;
  if (!step->total && step->to < step->from)
    mark->flags |= OUTLAY_MARK_LESS;

  if (step->total && layout->scale.min > 0)
    {
      cairo_rectangle_t foot = { box.x, box.y + box.height - FOOT_HEIGHT, box.width, FOOT_HEIGHT };

      outlay_layout_add_box (layout, OUTLAY_MARK_FOOT, OUTLAY_INK_TOTAL, foot);
    }
}

static void
add_connectors (OutlayChartLayout *layout, const Step *steps)
{
  gsize before = layout->chart->n_categories;

  for (gsize i = 0; i < layout->chart->n_categories; i++)
    {
      if (!steps[i].present)
        continue;

      if (before < i)
        {
          cairo_rectangle_t from = get_box (layout, &steps[before], before);
          cairo_rectangle_t to = get_box (layout, &steps[i], i);
          double y = round (outlay_layout_place (layout, steps[before].to));

          outlay_layout_add_segment (layout, OUTLAY_STROKE_CONNECTOR, from.x + from.width, y, to.x,
                                     y);
        }
      before = i;
    }
}

static void
add_budget (OutlayChartLayout *layout)
{
  static const int corners[4] = { 1, 3, 1, 3 };
  const OutlayChart *chart = layout->chart;
  double right = layout->plot.x + layout->plot.width;
  double y;

  if (chart->budgets == NULL || isnan (chart->budgets[0]))
    return;

  y = outlay_layout_place (layout, chart->budgets[0]);
  outlay_layout_add_segment (layout, OUTLAY_STROKE_BUDGET, layout->plot.x, y, right, y);

  for (gsize i = 1; i < MAX (chart->n_categories, 2); i++)
    {
      OutlayPoint at = { outlay_layout_slot_centre (layout, i) - layout->slot_size / 2, y + 2 };

      if (outlay_layout_add_near (layout, chart->texts[OUTLAY_CHART_TEXT_BUDGET], OUTLAY_TEXT_AXIS,
                                  at, corners, TRUE))
        return;
    }
}

/**
 * outlay_layout_add_waterfall:
 *
 * Lays the steps out; ups and downs differ in colour, hatch and sign.
 */
void
outlay_layout_add_waterfall (OutlayChartLayout *layout)
{
  g_autofree Step *steps = compute_steps (layout->chart);

  set_scale (layout, steps);
  outlay_layout_add_frame (layout);
  add_connectors (layout, steps);

  for (gsize i = 0; i < layout->chart->n_categories; i++)
    if (steps[i].present)
      add_step (layout, &steps[i], i);

  for (gsize i = 0; i < layout->chart->n_categories; i++)
    if (steps[i].present)
      add_value (layout, &steps[i], i);

  add_budget (layout);
  outlay_layout_add_baseline (layout);
}
