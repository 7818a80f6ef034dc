/* rows.c – what charts with horizontal bars have in common: names and rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define NAME_GAP 12.0

/**
 * outlay_layout_get_name_room:
 * @share: the most that names may take, of the width
 *
 * Returns: the width of the names before the bars, with a gap
 */
double
outlay_layout_get_name_room (const OutlayChartLayout *layout, double share)
{
  const OutlayChart *chart = layout->chart;
  double widest = 0;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      widest = MAX (widest, outlay_text_get_width (layout, chart->categories[i].label,
                                                   OUTLAY_TEXT_NAME_STRONG));
      widest = MAX (widest, outlay_text_get_width (layout, chart->categories[i].detail,
                                                   OUTLAY_TEXT_DETAIL));
    }

  return MIN (widest + NAME_GAP + 1, layout->width * share);
}

/**
 * outlay_layout_set_rows:
 * @top: taken from what is free above the rows
 * @bottom: taken from what is free below the rows
 */
void
outlay_layout_set_rows (OutlayChartLayout *layout, double top, double bottom)
{
  layout->plot.y = layout->free.y + top;
  layout->plot.height = MAX (layout->free.height - top - bottom, 1);
  layout->slot_start = layout->plot.y;
  layout->slot_size = layout->plot.height / (double) MAX (layout->chart->n_categories, 1);
  layout->band_end = layout->plot.y + layout->plot.height;
}

static void
add_name (OutlayChartLayout *layout, gsize category, OutlayTextStyle style, gboolean both)
{
  const OutlayChartCategory *it = &layout->chart->categories[category];
  double line = outlay_text_get_line_height (layout, style);
  OutlayLabelSpot spot = { .x = layout->plot.x - NAME_GAP,
                           .y = outlay_layout_slot_centre (layout, category),
                           .align_x = 1,
                           .align_y = 0.5,
                           .max_width = layout->plot.x - NAME_GAP,
                           .category = (int) category };

  if (both && it->detail != NULL && *it->detail != '\0')
    spot.y -= line * 0.45;

  if (outlay_layout_add_label (layout, it->label, style, &spot) && both)
    {
      spot.y += line * 0.95;
      outlay_layout_add_label (layout, it->detail, OUTLAY_TEXT_DETAIL, &spot);
    }
}

/**
 * outlay_layout_add_names:
 *
 * Adds the names of the rows, each with its detail where the rows are high enough.
 */
void
outlay_layout_add_names (OutlayChartLayout *layout, OutlayTextStyle style)
{
  double line = outlay_text_get_line_height (layout, style);
  gsize stride = (gsize) MAX (1, ceil (line * 0.75 / layout->slot_size));
  gboolean both = layout->slot_size >= line * 1.8;

  for (gsize i = 0; i < layout->chart->n_categories; i += stride)
    add_name (layout, i, style, both);
}

/**
 * outlay_layout_get_bar:
 *
 * Returns: the box between two numbers, on whole pixels
 */
cairo_rectangle_t
outlay_layout_get_bar (const OutlayChartLayout *layout,
                       double from,
                       double to,
                       double top,
                       double thickness)
{
  double start = round (outlay_layout_place (layout, from));
  double end = round (outlay_layout_place (layout, to));

  return (cairo_rectangle_t){ MIN (start, end), round (top), fabs (end - start),
                              MAX (round (thickness), 1) };
}
