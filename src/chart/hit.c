/* hit.c – what is at a place, and where something is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

/* How far from a line a pointer still means it, in design pixels. */
#define REACH 10.0

#define ROW_HEIGHT 36.0
#define TALL 300.0
#define SHORT 220.0

static gboolean
contains (const cairo_rectangle_t *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

static int
find_legend (const OutlayChartLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->entries->len; i++)
    {
      const OutlayLegendEntry *entry = &g_array_index (layout->entries, OutlayLegendEntry, i);

      if (contains (&entry->box, x, y))
        return entry->series;
    }

  return -1;
}

static int
find_category (const OutlayChartLayout *layout, double x, double y)
{
  const cairo_rectangle_t *plot = &layout->plot;
  double along = layout->chart->right_to_left ? layout->width - x : x;
  double place = floor (((layout->sideways ? y : along) - layout->slot_start) / layout->slot_size);
  double margin = layout->chart->kind == OUTLAY_CHART_LINES ? REACH : 0;

  if (layout->sideways ? y < plot->y || y >= plot->y + plot->height || x < 0 || x > layout->width
                       : x < plot->x - margin || x > plot->x + plot->width + margin ||
                             y < plot->y || y > layout->band_end)
    return -1;

  return (int) CLAMP (place, 0, (double) layout->chart->n_categories - 1);
}

/* The topmost mark wins: it is what is seen. */
static const OutlayMark *
find_box (const OutlayChartLayout *layout, double x, double y)
{
  for (guint i = layout->marks->len; i > 0; i--)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i - 1);

      if (mark->shape == OUTLAY_MARK_RECT && mark->category >= 0 && contains (&mark->box, x, y))
        return mark;
    }

  return NULL;
}

static int
find_line (const OutlayChartLayout *layout, double x, double y)
{
  double nearest = REACH;
  int series = -1;

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);
      guint last = mark->first_point + mark->n_points;

      if (mark->shape != OUTLAY_MARK_LINE || mark->series < 0)
        continue;

      for (guint p = mark->first_point; p + 1 < last; p++)
        {
          double distance =
              outlay_path_get_distance (&g_array_index (layout->points, OutlayPoint, p),
                                        &g_array_index (layout->points, OutlayPoint, p + 1), x, y);

          if (distance < nearest)
            {
              nearest = distance;
              series = mark->series;
            }
        }
    }

  return series;
}

/**
 * outlay_chart_hit:
 * @width: as drawn
 * @height: as drawn
 * @theme: as drawn
 * @state: (nullable): as drawn
 * @x: from the left, in units of the cairo_t
 * @y: from the top, in units of the cairo_t
 * @category: (out) (optional): -1 for none
 * @series: (out) (optional): -1 for none
 *
 * Finds what is drawn at a place.
 *
 * Returns: the kind of thing
 */
OutlayChartPart
outlay_chart_hit (const OutlayChart *chart,
                  double width,
                  double height,
                  const OutlayChartTheme *theme,
                  const OutlayChartState *state,
                  double x,
                  double y,
                  int *category,
                  int *series)
{
  g_autoptr (OutlayChartLayout) layout =
      outlay_chart_layout_new (chart, width, height, theme, state);
  OutlayChartPart part = OUTLAY_CHART_PART_NONE;
  const OutlayMark *mark;
  int found_category = -1;
  int found_series;

  x /= theme->unit;
  y /= theme->unit;
  found_series = find_legend (layout, x, y);

  if (found_series >= 0)
    part = OUTLAY_CHART_PART_LEGEND;
  else if (layout->slot_size > 0)
    {
      mark = find_box (layout, x, y);
      found_category = mark != NULL ? mark->category : find_category (layout, x, y);
      if (found_category >= 0)
        found_series = mark != NULL ? mark->series : find_line (layout, x, y);
      if (found_category >= 0)
        part = found_series >= 0 ? OUTLAY_CHART_PART_MARK : OUTLAY_CHART_PART_SLOT;
    }

  if (category != NULL)
    *category = found_category;
  if (series != NULL)
    *series = found_series;

  return part;
}

/**
 * outlay_chart_get_slot:
 * @slot: (out): in units of the cairo_t; untouched where there is none
 *
 * Finds where a category is, to point a tooltip at it.
 *
 * Returns: %FALSE if @category is not drawn
 */
gboolean
outlay_chart_get_slot (const OutlayChart *chart,
                       double width,
                       double height,
                       const OutlayChartTheme *theme,
                       const OutlayChartState *state,
                       int category,
                       cairo_rectangle_t *slot)
{
  g_autoptr (OutlayChartLayout) layout =
      outlay_chart_layout_new (chart, width, height, theme, state);
  cairo_rectangle_t found;

  if (category < 0 || (gsize) category >= chart->n_categories || !(layout->slot_size > 0))
    return FALSE;

  found = outlay_layout_get_slot (layout, (gsize) category);
  *slot = (cairo_rectangle_t){ found.x * theme->unit, found.y * theme->unit,
                               found.width * theme->unit, found.height * theme->unit };
  return TRUE;
}

/**
 * outlay_chart_natural_height:
 *
 * Returns: the height that suits the chart at a usual width, in units of the cairo_t
 */
double
outlay_chart_natural_height (const OutlayChart *chart, const OutlayChartTheme *theme)
{
  g_autoptr (OutlayChartLayout) layout =
      outlay_chart_layout_new (chart, 2 * OUTLAY_CHART_MIN_WIDTH * theme->unit, TALL * theme->unit,
                               theme, NULL);
  double rows = (double) chart->n_categories * ROW_HEIGHT * theme->text_scale;
  double around = layout->height - layout->plot.height;

  switch (chart->kind)
    {
    case OUTLAY_CHART_BARS:
    case OUTLAY_CHART_TORNADO:
      return ceil (rows + around) * theme->unit;

    case OUTLAY_CHART_COLUMNS:
    case OUTLAY_CHART_WATERFALL:
      return TALL * MAX (theme->text_scale, 1) * theme->unit;

    case OUTLAY_CHART_LINES:
    case OUTLAY_CHART_STEPS:
    case OUTLAY_CHART_PAIRS:
    case OUTLAY_N_CHART_KINDS:
    default:
      return SHORT * MAX (theme->text_scale, 1) * theme->unit;
    }
}
