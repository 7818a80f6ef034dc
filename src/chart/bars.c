/* bars.c – horizontal bars, the series of a category under each other
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define ROW_SHARE 0.72
#define THICKEST 10.0
#define BAR_GAP 3.0
#define VALUE_GAP 8.0
#define WHISKER_HEIGHT 7.0
#define STUB_SHARE 0.10
#define WIDEST_NAMES 0.38
#define AXIS_GAP 6.0

/* Where rows are lower than this part of a line, numbers would lie on each other. */
#define LOWEST_ROW 0.6

static OutlayTextStyle
get_value_style (gsize series)
{
  return series == 0 ? OUTLAY_TEXT_LABEL : OUTLAY_TEXT_VALUE;
}

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

/* Bars may end beyond the last tick: the room is theirs. */
static void
set_scale (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  double min = 0;
  double max = 0;

  for (gsize i = 0; i < chart->series->len; i++)
    if (outlay_layout_shows (layout, i))
      {
        const OutlayChartSeries *series = outlay_chart_get_series (chart, i);

        include (&min, &max, series->values, chart->n_categories);
        include (&min, &max, series->lows, chart->n_categories);
        include (&min, &max, series->highs, chart->n_categories);
      }

  outlay_layout_set_scale (layout, min, max);
  if (max > layout->scale.max - layout->scale.step && max > 0)
    {
      if (max < layout->scale.max - layout->scale.step / 1000)
        layout->scale.n_ticks--;
      layout->scale.max = max;
    }
}

/* The furthest that the marks of a number reach. */
static double
get_reach (const OutlayChartSeries *series, gsize category)
{
  double reach = series->values[category];

  if (series->highs != NULL && series->highs[category] > reach)
    reach = series->highs[category];

  return MAX (reach, 0);
}

static gboolean
has_values (const OutlayChartLayout *layout)
{
  return layout->slot_size >= LOWEST_ROW * outlay_text_get_line_height (layout, OUTLAY_TEXT_VALUE);
}

/* The widest plot in which every value label still fits behind its bar. */
static double
fit_width (const OutlayChartLayout *layout, double room)
{
  const OutlayChart *chart = layout->chart;
  double width = room;

  for (gsize i = 0; i < chart->series->len && has_values (layout); i++)
    for (gsize c = 0; c < chart->n_categories && outlay_layout_shows (layout, i); c++)
      {
        const OutlayChartSeries *series = outlay_chart_get_series (chart, i);
        g_autofree char *text =
            outlay_layout_format (layout, chart->formats.value, series->values[c]);
        double label = outlay_text_get_width (layout, text, get_value_style (i)) + VALUE_GAP + 1;
        double part = outlay_scale_fraction (&layout->scale, get_reach (series, c));

        if (text != NULL && part > 0)
          width = MIN (width, (room - label) / part);
      }

  return MAX (width, room / 3);
}

static void
add_axis (OutlayChartLayout *layout)
{
  double bottom = layout->plot.y + layout->plot.height;

  for (int i = 0; i < layout->scale.n_ticks; i++)
    {
      double value = outlay_scale_tick (&layout->scale, i);
      double x = outlay_layout_place (layout, value);
      g_autofree char *text = outlay_layout_format (layout, layout->chart->formats.axis, value);
      const OutlayLabelSpot spot = {
        .x = x, .y = bottom + AXIS_GAP, .align_x = 0.5, .category = -1
      };

      if (fabs (value) > layout->scale.step / 2)
        outlay_layout_add_segment (layout, OUTLAY_STROKE_GRID, x, layout->plot.y, x, bottom);
      outlay_layout_add_label (layout, text, OUTLAY_TEXT_AXIS, &spot);
    }
}

static void
add_missing (OutlayChartLayout *layout, gsize category, gsize series, double y, double thickness)
{
  const char *text = layout->chart->texts[OUTLAY_CHART_TEXT_MISSING];
  double zero = outlay_layout_place (layout, 0);
  cairo_rectangle_t box = { zero, round (y), layout->plot.width * STUB_SHARE, round (thickness) };
  const OutlayLabelSpot spot = { .x = box.x + box.width + VALUE_GAP,
                                 .y = y + thickness / 2,
                                 .align_y = 0.5,
                                 .category = (int) category };
  OutlayMark *mark;

  if (text == NULL)
    return;

  mark = outlay_layout_add_box (layout, OUTLAY_MARK_OUTLINE, OUTLAY_INK_NEUTRAL, box);
  mark->category = (int) category;
  mark->series = (int) series;
  outlay_layout_add_label (layout, text, OUTLAY_TEXT_KEY, &spot);
}

static void
add_range (OutlayChartLayout *layout, const OutlayChartSeries *series, gsize category, double y)
{
  double low = series->lows != NULL ? series->lows[category] : NAN;
  double high = series->highs != NULL ? series->highs[category] : NAN;
  double start;

  if (isnan (low) || isnan (high))
    return;

  start = outlay_layout_place (layout, low);
  outlay_layout_add_box (layout, OUTLAY_MARK_WHISKER, OUTLAY_INK_BUDGET,
                         (cairo_rectangle_t){ start, y - WHISKER_HEIGHT / 2,
                                              outlay_layout_place (layout, high) - start,
                                              WHISKER_HEIGHT });
}

static void
add_bar (OutlayChartLayout *layout, gsize category, gsize series, double y, double thickness)
{
  const OutlayChart *chart = layout->chart;
  const OutlayChartSeries *it = outlay_chart_get_series (chart, series);
  double value = it->values[category];
  g_autofree char *text = outlay_layout_format (layout, chart->formats.value, value);
  OutlayLabelSpot spot = { .y = y + thickness / 2, .align_y = 0.5, .category = (int) category };
  OutlayMark *mark;

  if (isnan (value))
    {
      add_missing (layout, category, series, y, thickness);
      return;
    }

  mark = outlay_layout_add_box (layout, OUTLAY_MARK_RECT, it->ink,
                                outlay_layout_get_bar (layout, 0, value, y, thickness));
  mark->category = (int) category;
  mark->series = (int) series;
  if ((chart->categories[category].flags & OUTLAY_CHART_CATEGORY_INCOMPLETE) != 0)
    mark->flags |= OUTLAY_MARK_HATCHED;

  add_range (layout, it, category, mark->box.y + mark->box.height / 2);
  spot.x = outlay_layout_place (layout, get_reach (it, category)) + VALUE_GAP;
  if (has_values (layout))
    outlay_layout_add_label (layout, text, get_value_style (series), &spot);
}

static void
add_row (OutlayChartLayout *layout, gsize category, gsize n_shown)
{
  double gap = layout->slot_size < 20 ? 1 : BAR_GAP;
  double shown = (double) n_shown;
  double thickness = (layout->slot_size * ROW_SHARE - gap * (shown - 1)) / shown;
  double y;

  thickness = CLAMP (thickness, 1, THICKEST * MAX (1, layout->theme->text_scale));
  y = outlay_layout_slot_centre (layout, category) - (thickness * shown + gap * (shown - 1)) / 2;

  for (gsize i = 0; i < layout->chart->series->len; i++)
    if (outlay_layout_shows (layout, i))
      {
        add_bar (layout, category, i, y, thickness);
        y += thickness + gap;
      }
}

/**
 * outlay_layout_add_bars:
 *
 * Lays horizontal bars out, a row a category.
 */
void
outlay_layout_add_bars (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  gsize n_shown = 0;

  for (gsize i = 0; i < chart->series->len; i++)
    n_shown += outlay_layout_shows (layout, i) ? 1 : 0;

  layout->sideways = TRUE;
  set_scale (layout);
  outlay_layout_add_header (layout);
  outlay_layout_set_rows (layout, 0,
                          AXIS_GAP + outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS));
  layout->plot.x = outlay_layout_get_name_room (layout, WIDEST_NAMES);
  layout->plot.width = MAX (fit_width (layout, layout->width - layout->plot.x), 1);

  add_axis (layout);
  outlay_layout_add_names (layout, OUTLAY_TEXT_NAME_STRONG);
  for (gsize i = 0; i < chart->n_categories && n_shown > 0; i++)
    add_row (layout, i, n_shown);

  outlay_layout_add_baseline (layout);
}
