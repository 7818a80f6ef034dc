/* line-labels.c – what is written beside lines: ends, budget, crossings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define NARROW 480.0
#define END_GAP 10.0
#define WIDEST_END 0.28
#define TRIANGLE_WIDTH 10.0
#define TRIANGLE_HEIGHT 9.0
#define RING 10.0
#define DOT_ROOM 6.0
#define NEAR 7.0

typedef struct
{
  const char *label;
  const char *detail;
  OutlayTextStyle style;
  double y;
  double height;
} EndLabel;

static gboolean
is_wide (const OutlayChartLayout *layout)
{
  return layout->width >= NARROW * layout->theme->text_scale;
}

/* A line that ends at the plot's edge is named beside the plot. */
static gboolean
ends_at_edge (const OutlayChartLayout *layout, gsize series)
{
  const OutlayChartSeries *it = outlay_chart_get_series (layout->chart, series);

  return it->label != NULL && outlay_layout_shows (layout, series) &&
         outlay_path_find_last (layout, it->values) + 1 == layout->chart->n_categories;
}

static gboolean
has_forecast_end (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;

  return chart->forecasts != NULL && chart->texts[OUTLAY_CHART_TEXT_FORECAST] != NULL &&
         chart->series->len > 0 && outlay_layout_shows (layout, 0) &&
         outlay_path_find_last (layout, chart->forecasts) < chart->n_categories;
}

/**
 * outlay_layout_get_line_label_room:
 *
 * Returns: what the names beside the plot take from the width
 */
double
outlay_layout_get_line_label_room (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  double widest = 0;

  if (!is_wide (layout))
    return DOT_ROOM;

  if (has_forecast_end (layout))
    {
      widest = outlay_text_get_width (layout, chart->texts[OUTLAY_CHART_TEXT_FORECAST],
                                      OUTLAY_TEXT_LABEL);
      widest = MAX (widest,
                    outlay_text_get_width (layout, chart->texts[OUTLAY_CHART_TEXT_FORECAST_DETAIL],
                                           OUTLAY_TEXT_DETAIL));
    }

  for (gsize i = 0; i < chart->series->len; i++)
    if (ends_at_edge (layout, i))
      {
        const OutlayChartSeries *series = outlay_chart_get_series (chart, i);

        widest = MAX (widest, outlay_text_get_width (layout, series->label, OUTLAY_TEXT_LABEL));
        widest = MAX (widest, outlay_text_get_width (layout, series->detail, OUTLAY_TEXT_DETAIL));
      }

  return widest > 0 ? MIN (widest, layout->width * WIDEST_END) + END_GAP + 1 : DOT_ROOM;
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const EndLabel *first = (const EndLabel *) a;
  const EndLabel *second = (const EndLabel *) b;

  return (first->y > second->y) - (first->y < second->y);
}

static void
collect_end (const OutlayChartLayout *layout,
             GArray *ends,
             const char *label,
             const char *detail,
             OutlayTextStyle style,
             double y)
{
  EndLabel end = { label, detail, style, y, outlay_text_get_line_height (layout, style) };

  end.y -= end.height / 2;
  if (detail != NULL)
    end.height += outlay_text_get_line_height (layout, OUTLAY_TEXT_DETAIL);

  g_array_append_val (ends, end);
}

/* Pushes the names apart: down where they overlap, then up from the bottom. */
static void
spread_ends (const OutlayChartLayout *layout, GArray *ends)
{
  double limit = layout->plot.y + layout->plot.height +
                 outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS) / 2;

  g_array_sort (ends, compare_ends);
  for (guint i = 1; i < ends->len; i++)
    {
      const EndLabel *above = &g_array_index (ends, EndLabel, i - 1);
      EndLabel *end = &g_array_index (ends, EndLabel, i);

      end->y = MAX (end->y, above->y + above->height);
    }

  for (guint i = ends->len; i > 0; i--)
    {
      EndLabel *end = &g_array_index (ends, EndLabel, i - 1);

      end->y = MIN (end->y, limit - end->height);
      limit = end->y;
    }
}

static void
add_ends_beside (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (EndLabel));
  double x = layout->plot.x + layout->plot.width + END_GAP;

  if (has_forecast_end (layout))
    collect_end (layout, ends, chart->texts[OUTLAY_CHART_TEXT_FORECAST],
                 chart->texts[OUTLAY_CHART_TEXT_FORECAST_DETAIL], OUTLAY_TEXT_LABEL,
                 outlay_layout_place (layout,
                                      chart->forecasts[outlay_path_find_last (layout,
                                                                              chart->forecasts)]));

  for (gsize i = 0; i < chart->series->len; i++)
    if (ends_at_edge (layout, i))
      {
        const OutlayChartSeries *series = outlay_chart_get_series (chart, i);

        collect_end (layout, ends, series->label, series->detail,
                     series->ink == OUTLAY_INK_COMPARISON ? OUTLAY_TEXT_AXIS : OUTLAY_TEXT_LABEL,
                     outlay_layout_place (layout, series->values[chart->n_categories - 1]));
      }

  spread_ends (layout, ends);
  for (guint i = 0; i < ends->len; i++)
    {
      const EndLabel *end = &g_array_index (ends, EndLabel, i);
      OutlayLabelSpot spot = {
        .x = x, .y = end->y, .max_width = layout->width - x, .category = -1
      };

      outlay_layout_add_label (layout, end->label, end->style, &spot);
      spot.y += outlay_text_get_line_height (layout, end->style);
      outlay_layout_add_label (layout, end->detail, OUTLAY_TEXT_DETAIL, &spot);
    }
}

static gboolean
covers_symbol (const OutlayChartLayout *layout, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);

      if ((mark->shape == OUTLAY_MARK_DOT || mark->shape == OUTLAY_MARK_RING ||
           mark->shape == OUTLAY_MARK_TRIANGLE) &&
          outlay_boxes_overlap (&mark->box, box))
        return TRUE;
    }

  return FALSE;
}

/**
 * outlay_layout_add_near:
 * @text: (nullable): valid UTF-8
 * @at: the point that it names
 * @corners: where to try, best first: bit 0 is set on the right, bit 1 below
 * @may_cross: if nothing is free, lay it over a line
 *
 * Adds a label beside a point, if it can be where no line runs through it.
 *
 * Returns: %TRUE if it was added
 */
gboolean
outlay_layout_add_near (OutlayChartLayout *layout,
                        const char *text,
                        OutlayTextStyle style,
                        OutlayPoint at,
                        const int corners[4],
                        gboolean may_cross)
{
  double width = outlay_text_get_width (layout, text, style);
  double height = outlay_text_get_line_height (layout, style);

  for (int try = 0; try < (may_cross ? 8 : 4); try++)
    {
      int corner = corners[try % 4];
      double right = (corner & 1) != 0 ? 1 : -1;
      double below = (corner & 2) != 0 ? 1 : -1;
      const OutlayLabelSpot spot = { .x = at.x + right * NEAR,
                                     .y = at.y + below * NEAR * 0.7,
                                     .align_x = right > 0 ? 0 : 1,
                                     .align_y = below > 0 ? 0 : 1,
                                     .halo = TRUE,
                                     .category = -1 };
      const cairo_rectangle_t box = { spot.x - spot.align_x * width,
                                      spot.y - spot.align_y * height + height * 0.2, width,
                                      height * 0.6 };

      if (box.x < layout->plot.x - NEAR || box.x + width > layout->width ||
          covers_symbol (layout, &box) || (try < 4 && outlay_path_crosses_box (layout, &box)))
        continue;
      if (outlay_layout_add_label (layout, text, style, &spot))
        return TRUE;
    }

  return FALSE;
}

static void
add_ends_inside (OutlayChartLayout *layout)
{
  static const int corners[4] = { 0, 2, 1, 3 };
  const OutlayChart *chart = layout->chart;
  gboolean wide = is_wide (layout);

  if (!wide && has_forecast_end (layout))
    {
      gsize last = outlay_path_find_last (layout, chart->forecasts);

      outlay_layout_add_near (layout, chart->texts[OUTLAY_CHART_TEXT_FORECAST], OUTLAY_TEXT_LABEL,
                              outlay_path_get_point (layout, last, chart->forecasts[last]), corners,
                              TRUE);
    }

  for (gsize i = 0; i < chart->series->len; i++)
    {
      const OutlayChartSeries *series = outlay_chart_get_series (chart, i);
      gsize last = outlay_path_find_last (layout, series->values);

      if (series->label == NULL || last == chart->n_categories ||
          !outlay_layout_shows (layout, i) || (wide && ends_at_edge (layout, i)) ||
          (!wide && series->ink == OUTLAY_INK_COMPARISON))
        continue;

      outlay_layout_add_near (layout, series->label,
                              series->ink == OUTLAY_INK_COMPARISON ? OUTLAY_TEXT_AXIS
                                                                   : OUTLAY_TEXT_LABEL,
                              outlay_path_get_point (layout, last, series->values[last]), corners,
                              TRUE);
    }
}

static void
add_budget_label (OutlayChartLayout *layout)
{
  static const int corners[4] = { 1, 3, 1, 3 };
  const OutlayChart *chart = layout->chart;

  if (chart->budgets == NULL)
    return;

  for (gsize i = 0; i < chart->n_categories; i++)
    if (!isnan (chart->budgets[i]))
      {
        OutlayPoint at = outlay_path_get_point (layout, i, chart->budgets[i]);

        at.x = MAX (layout->plot.x,
                    at.x - (chart->kind == OUTLAY_CHART_STEPS ? layout->slot_size : 0));
        at.y += 2;
        outlay_layout_add_near (layout, chart->texts[OUTLAY_CHART_TEXT_BUDGET], OUTLAY_TEXT_LABEL,
                                at, corners, TRUE);
        return;
      }
}

/* The number that the main line and its forecast have at a category. */
static double
get_main (const OutlayChartLayout *layout, gsize category, gsize last)
{
  const OutlayChart *chart = layout->chart;

  if (category <= last)
    return outlay_chart_get_series (chart, 0)->values[category];

  return chart->forecasts != NULL ? chart->forecasts[category] : NAN;
}

static gboolean
find_crossing (const OutlayChartLayout *layout, const double *levels, OutlayPoint *at)
{
  const OutlayChart *chart = layout->chart;
  gsize last = outlay_path_find_last (layout, outlay_chart_get_series (chart, 0)->values);
  double before = NAN;
  gsize before_at = 0;

  for (gsize i = 0; i < chart->n_categories && last < chart->n_categories; i++)
    {
      double level = levels != NULL ? levels[i] : 0;
      double above = get_main (layout, i, last) - level;

      if (isnan (above))
        continue;
      if (before <= 0 && above > 0)
        {
          OutlayPoint from = outlay_path_get_point (layout, before_at, level);
          OutlayPoint to = outlay_path_get_point (layout, i, level);
          double part = chart->kind == OUTLAY_CHART_STEPS ? 0 : before / (before - above);

          *at = (OutlayPoint){ from.x + part * (to.x - from.x), to.y };
          return TRUE;
        }
      before = above;
      before_at = i;
    }

  return FALSE;
}

/* What had to be spent before anything came back. */
static void
add_start (OutlayChartLayout *layout)
{
  static const int corners[4] = { 1, 3, 1, 3 };
  const OutlayChart *chart = layout->chart;
  double value = outlay_chart_get_series (chart, 0)->values[0];
  g_autofree char *text = outlay_layout_format (layout, chart->formats.value, value);

  if (text != NULL)
    outlay_layout_add_near (layout, text, OUTLAY_TEXT_VALUE,
                            outlay_path_get_point (layout, 0, value), corners, FALSE);
}

static void
add_crossings (OutlayChartLayout *layout)
{
  static const int triangle_corners[4] = { 3, 0, 2, 1 };
  static const int ring_corners[4] = { 3, 2, 0, 1 };
  const OutlayChart *chart = layout->chart;
  const char *budget = chart->texts[OUTLAY_CHART_TEXT_BUDGET_CROSSING];
  const char *zero = chart->texts[OUTLAY_CHART_TEXT_ZERO_CROSSING];
  OutlayPoint at;

  if (chart->series->len == 0 || !outlay_layout_shows (layout, 0))
    return;

  if (budget != NULL && chart->budgets != NULL && find_crossing (layout, chart->budgets, &at))
    {
      cairo_rectangle_t box = { at.x - TRIANGLE_WIDTH / 2, at.y - TRIANGLE_HEIGHT * 0.55,
                                TRIANGLE_WIDTH, TRIANGLE_HEIGHT };

      outlay_layout_add_box (layout, OUTLAY_MARK_TRIANGLE, OUTLAY_INK_WARNING, box);
      outlay_layout_add_near (layout, budget, OUTLAY_TEXT_LABEL, at, triangle_corners, TRUE);
    }

  if (zero != NULL && find_crossing (layout, NULL, &at))
    {
      cairo_rectangle_t box = { at.x - RING / 2, at.y - RING / 2, RING, RING };

      outlay_layout_add_box (layout, OUTLAY_MARK_RING, OUTLAY_INK_BUDGET, box);
      outlay_layout_add_near (layout, zero, OUTLAY_TEXT_LABEL, at, ring_corners, TRUE);
      add_start (layout);
    }
}

/**
 * outlay_layout_add_line_labels:
 *
 * Adds the names and marks that lines carry, the most telling first.
 */
void
outlay_layout_add_line_labels (OutlayChartLayout *layout)
{
  if (is_wide (layout))
    add_ends_beside (layout);
  add_budget_label (layout);
  add_crossings (layout);
  add_ends_inside (layout);
}
