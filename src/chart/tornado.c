/* tornado.c – what a result would be with each input at its low and high end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define BAR_SHARE 0.46
#define THICKEST 16.0
#define VALUE_GAP 6.0
#define WIDEST_NAMES 0.45
#define BASE_GAP 4.0
#define OVERHANG 4.0
#define N_SIDES 2

static double
get_value (const OutlayChartLayout *layout, gsize side, gsize category)
{
  if (side >= layout->chart->series->len || !outlay_layout_shows (layout, side))
    return NAN;

  return outlay_chart_get_series (layout->chart, side)->values[category];
}

/* Series 0 is the low end of the input, not of the result: either may be on
 * either side of the base. */
static gboolean
is_left (const OutlayChartLayout *layout, gsize side, double value)
{
  double base = layout->chart->base;

  return value < base || (side == 0 && !(value > base));
}

/* The colour says whether the result is below or above the base. */
static OutlayInk
get_ink (const OutlayChartLayout *layout, gboolean left)
{
  gsize n = layout->chart->series->len;

  return outlay_chart_get_series (layout->chart, left ? 0 : n - 1)->ink;
}

static void
measure (OutlayChartLayout *layout, double *left, double *right)
{
  const OutlayChart *chart = layout->chart;
  double min = chart->base;
  double max = chart->base;

  *left = *right = 0;
  for (gsize i = 0; i < chart->n_categories * N_SIDES; i++)
    {
      double value = get_value (layout, i % N_SIDES, i / N_SIDES);
      g_autofree char *text = outlay_layout_format (layout, chart->formats.value, value);
      double width = outlay_text_get_width (layout, text, OUTLAY_TEXT_VALUE) + VALUE_GAP + 1;

      if (isnan (value))
        continue;

      min = MIN (min, value);
      max = MAX (max, value);
      if (is_left (layout, i % N_SIDES, value))
        *left = MAX (*left, width);
      else
        *right = MAX (*right, width);
    }

  /* Where nothing moves the result, the base stands in the middle. */
  if (!(max - min > fabs (chart->base) * 1e-9))
    {
      min -= MAX (fabs (chart->base), 1);
      max += MAX (fabs (chart->base), 1);
    }
  layout->scale = (OutlayScale){ min, max, max - min, 0 };
}

static void
add_side (OutlayChartLayout *layout, gsize category, gsize side, gboolean labelled)
{
  const OutlayChart *chart = layout->chart;
  double value = get_value (layout, side, category);
  double thickness = CLAMP (layout->slot_size * BAR_SHARE, 1, THICKEST);
  double y = outlay_layout_slot_centre (layout, category) - thickness / 2;
  gboolean left = is_left (layout, side, value);
  g_autofree char *text = outlay_layout_format (layout, chart->formats.value, value);
  OutlayLabelSpot spot = {
    .y = y + thickness / 2, .align_x = left ? 1 : 0, .align_y = 0.5, .category = (int) category
  };
  OutlayMark *mark;

  mark = outlay_layout_add_box (layout, OUTLAY_MARK_RECT, get_ink (layout, left),
                                outlay_layout_get_bar (layout, chart->base, value, y, thickness));
  mark->category = (int) category;
  mark->series = (int) side;

  spot.x = left ? mark->box.x - VALUE_GAP : mark->box.x + mark->box.width + VALUE_GAP;
  if (labelled)
    outlay_layout_add_label (layout, text, OUTLAY_TEXT_VALUE, &spot);
}

/* Where both ends lie on one side, the longer bar is drawn first and labelled. */
static void
add_row (OutlayChartLayout *layout, gsize category)
{
  double base = layout->chart->base;
  double low = get_value (layout, 0, category);
  double high = get_value (layout, 1, category);
  gboolean same = is_left (layout, 0, low) == is_left (layout, 1, high);
  gsize longer = isnan (low) || fabs (high - base) > fabs (low - base) ? 1 : 0;

  if (!isnan (longer == 0 ? low : high))
    add_side (layout, category, longer, TRUE);
  if (!isnan (longer == 0 ? high : low))
    add_side (layout, category, 1 - longer, !same || isnan (low) || isnan (high));
}

/**
 * outlay_layout_add_tornado:
 *
 * Lays the rows out around the base, in the order given.
 */
void
outlay_layout_add_tornado (OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  const char *base_text = chart->texts[OUTLAY_CHART_TEXT_BASE];
  double line = outlay_text_get_line_height (layout, OUTLAY_TEXT_LABEL);
  double left;
  double right;
  double base;
  double bottom;

  layout->sideways = TRUE;
  measure (layout, &left, &right);
  outlay_layout_add_header (layout);
  outlay_layout_set_rows (layout, base_text != NULL ? line + BASE_GAP : OVERHANG, OVERHANG);
  layout->plot.x = outlay_layout_get_name_room (layout, WIDEST_NAMES);
  outlay_layout_add_names (layout, OUTLAY_TEXT_NAME);

  layout->plot.x += left;
  layout->plot.width = MAX (layout->width - layout->plot.x - right, 1);
  base = round (outlay_layout_place (layout, chart->base));
  bottom = layout->plot.y + layout->plot.height;

  if (base_text != NULL)
    {
      const OutlayLabelSpot spot = {
        .x = base, .y = layout->plot.y - BASE_GAP, .align_x = 0.5, .align_y = 1, .category = -1
      };

      outlay_layout_add_label (layout, base_text, OUTLAY_TEXT_LABEL, &spot);
    }

  for (gsize i = 0; i < chart->n_categories; i++)
    add_row (layout, i);

  outlay_layout_add_segment (layout, OUTLAY_STROKE_BASE, base, layout->plot.y - OVERHANG / 2, base,
                             bottom + OVERHANG);
}
