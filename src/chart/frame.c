/* frame.c – what upright charts have around the plot: header, ticks, grid
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define TICK_GAP 8.0
#define LEGEND_GAP 14.0

/* Ticks closer than this, in design pixels, are too many. */
#define TICK_PITCH 34.0

/* Tick labels wider than this part of the chart cost more than they tell. */
#define WIDEST_TICKS 0.35

/* Room above the plot for what stands on the highest column. */
#define VALUE_ROOM 1.3

static gboolean
has_value_labels (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;

  switch (chart->kind)
    {
    case OUTLAY_CHART_COLUMNS:
    case OUTLAY_CHART_PAIRS:
    case OUTLAY_CHART_WATERFALL:
      return chart->formats.value != NULL || chart->formats.forecast != NULL ||
             chart->formats.change != NULL;

    case OUTLAY_CHART_LINES:
    case OUTLAY_CHART_STEPS:
    case OUTLAY_CHART_BARS:
    case OUTLAY_CHART_TORNADO:
    case OUTLAY_N_CHART_KINDS:
    default:
      return FALSE;
    }
}

static double
get_top_room (const OutlayChartLayout *layout)
{
  if (has_value_labels (layout))
    return VALUE_ROOM * outlay_text_get_line_height (layout, OUTLAY_TEXT_LABEL);

  return 0.5 * outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS);
}

/**
 * outlay_layout_set_scale:
 * @min: the smallest number that is drawn
 * @max: the largest number that is drawn
 *
 * Chooses the ticks of the value axis for the room that there will be.
 */
void
outlay_layout_set_scale (OutlayChartLayout *layout, double min, double max)
{
  double room;

  if (layout->sideways)
    room = layout->width * 0.6 / (3 * TICK_PITCH);
  else
    room = (layout->height - outlay_layout_get_header_height (layout) - get_top_room (layout) -
            outlay_layout_get_footer_height (layout)) /
           (TICK_PITCH * layout->theme->text_scale);

  layout->scale = outlay_scale_nice (min, max, (int) CLAMP (room + 1, 3, 5));
}

static double
measure_ticks (const OutlayChartLayout *layout)
{
  double widest = 0;

  for (int i = 0; i < layout->scale.n_ticks; i++)
    {
      g_autofree char *text = outlay_layout_format (layout, layout->chart->formats.axis,
                                                    outlay_scale_tick (&layout->scale, i));

      widest = MAX (widest, outlay_text_get_width (layout, text, OUTLAY_TEXT_AXIS));
    }

  return widest;
}

static void
add_tick_labels (OutlayChartLayout *layout)
{
  for (int i = 0; i < layout->scale.n_ticks; i++)
    {
      double value = outlay_scale_tick (&layout->scale, i);
      g_autofree char *text = outlay_layout_format (layout, layout->chart->formats.axis, value);
      const OutlayLabelSpot spot = { .x = layout->plot.x - TICK_GAP,
                                     .y = outlay_layout_place (layout, value),
                                     .align_x = 1,
                                     .align_y = 0.5,
                                     .category = -1 };

      outlay_layout_add_label (layout, text, OUTLAY_TEXT_AXIS, &spot);
    }
}

static gboolean
is_baseline (const OutlayChartLayout *layout, int tick)
{
  if (layout->scale.min > 0)
    return tick == 0;

  return fabs (outlay_scale_tick (&layout->scale, tick)) < layout->scale.step / 2;
}

static void
add_grid (OutlayChartLayout *layout)
{
  for (int i = 0; i < layout->scale.n_ticks; i++)
    {
      double y = outlay_layout_place (layout, outlay_scale_tick (&layout->scale, i));

      if (!is_baseline (layout, i))
        outlay_layout_add_segment (layout, OUTLAY_STROKE_GRID, layout->plot.x, y,
                                   layout->plot.x + layout->plot.width, y);
    }
}

/**
 * outlay_layout_add_baseline:
 *
 * Adds the line that the marks stand on: zero, or the foot of a cut axis.
 */
void
outlay_layout_add_baseline (OutlayChartLayout *layout)
{
  double place = outlay_layout_place (layout, 0);

  if (layout->sideways)
    outlay_layout_add_segment (layout, OUTLAY_STROKE_BASELINE, place, layout->plot.y, place,
                               layout->plot.y + layout->plot.height);
  else
    outlay_layout_add_segment (layout, OUTLAY_STROKE_BASELINE, layout->plot.x, place,
                               layout->plot.x + layout->plot.width, place);
}

static void
set_slots (OutlayChartLayout *layout)
{
  gsize n = layout->chart->n_categories;

  /* The first and last points of a line stand on the plot's edges. */
  if (layout->chart->kind == OUTLAY_CHART_LINES && n > 1)
    {
      layout->slot_size = layout->plot.width / (double) (n - 1);
      layout->slot_start = layout->plot.x - layout->slot_size / 2;
    }
  else
    {
      layout->slot_size = layout->plot.width / (double) MAX (n, 1);
      layout->slot_start = layout->plot.x;
    }
}

/**
 * outlay_layout_add_frame:
 *
 * Adds all that is around the plot of an upright chart, in what is still
 * free, and so finds the plot. Needs the scale.
 */
void
outlay_layout_add_frame (OutlayChartLayout *layout)
{
  double top = get_top_room (layout);
  double ticks = measure_ticks (layout);
  double bottom;

  outlay_layout_add_header (layout);
  if (outlay_layout_legend_is_beside (layout))
    outlay_layout_add_side_legend (layout);

  bottom = layout->free.y + layout->free.height - outlay_layout_get_footer_height (layout);
  if (ticks > layout->width * WIDEST_TICKS)
    ticks = -TICK_GAP;

  layout->plot.x = layout->free.x + (ticks > 0 || ticks < 0 ? ticks + TICK_GAP : 0);
  layout->plot.width = MAX (layout->free.x + layout->free.width - layout->plot.x, 1);
  layout->plot.y = layout->free.y + top;
  layout->plot.height = MAX (bottom - layout->plot.y, 1);
  layout->band_end = layout->free.y + layout->free.height;

  set_slots (layout);
  add_grid (layout);
  if (layout->plot.x > layout->free.x)
    add_tick_labels (layout);
  outlay_layout_add_categories (layout);
}
