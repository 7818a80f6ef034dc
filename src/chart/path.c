/* path.c – lines through numbers, and how near something is to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

/* Vertices of one pixel column that are enough to draw it: first, lowest, highest, last. */
#define COLUMN_VERTICES 4

/**
 * outlay_path_find_last:
 *
 * Returns: the category of the last number of @values, the number of
 *   categories if there is none
 */
gsize
outlay_path_find_last (const OutlayChartLayout *layout, const double *values)
{
  for (gsize i = layout->chart->n_categories; i > 0; i--)
    if (!isnan (values[i - 1]))
      return i - 1;

  return layout->chart->n_categories;
}

/**
 * outlay_path_get_point:
 *
 * Returns: where @value of @category is; of a step, its end
 */
OutlayPoint
outlay_path_get_point (const OutlayChartLayout *layout, gsize category, double value)
{
  double x = outlay_layout_slot_centre (layout, category);

  if (layout->chart->kind == OUTLAY_CHART_STEPS)
    x += layout->slot_size / 2;

  return (OutlayPoint){ x, outlay_layout_place (layout, value) };
}

/**
 * outlay_path_append:
 * @first: first category
 * @end: one after the last category
 * @points: of #OutlayPoint
 *
 * Appends the vertices of a run of numbers; categories without one are passed over.
 */
void
outlay_path_append (const OutlayChartLayout *layout,
                    const double *values,
                    gsize first,
                    gsize end,
                    GArray *points)
{
  for (gsize i = first; i < end; i++)
    {
      OutlayPoint point;

      if (isnan (values[i]))
        continue;

      point = outlay_path_get_point (layout, i, values[i]);
      if (layout->chart->kind == OUTLAY_CHART_STEPS)
        {
          OutlayPoint start = { point.x - layout->slot_size, point.y };

          g_array_append_val (points, start);
        }
      g_array_append_val (points, point);
    }
}

static gsize
reduce_column (OutlayPoint *points, gsize first, gsize end, gsize out)
{
  gsize lowest = first;
  gsize highest = first;
  gsize kept[COLUMN_VERTICES];

  for (gsize i = first; i < end; i++)
    {
      if (points[i].y < points[lowest].y)
        lowest = i;
      if (points[i].y > points[highest].y)
        highest = i;
    }

  kept[0] = first;
  kept[1] = MIN (lowest, highest);
  kept[2] = MAX (lowest, highest);
  kept[3] = end - 1;

  for (gsize i = 0; i < COLUMN_VERTICES; i++)
    if (i == 0 || kept[i] != kept[i - 1])
      points[out++] = points[kept[i]];

  return out;
}

/**
 * outlay_path_decimate:
 * @points: of #OutlayPoint, from left to right
 *
 * Keeps at most four vertices a pixel column, which draws the same picture.
 */
void
outlay_path_decimate (GArray *points)
{
  OutlayPoint *all = (OutlayPoint *) (gpointer) points->data;
  gsize out = 0;
  gsize first = 0;

  while (first < points->len)
    {
      gsize end = first + 1;

      while (end < points->len && (int) floor (all[end].x) == (int) floor (all[first].x))
        end++;

      out = reduce_column (all, first, end, out);
      first = end;
    }

  g_array_set_size (points, (guint) out);
}

/**
 * outlay_path_get_distance:
 *
 * Returns: how far a place is from a straight line between two points
 */
double
outlay_path_get_distance (const OutlayPoint *from, const OutlayPoint *to, double x, double y)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double length = dx * dx + dy * dy;
  double part = 0;

  if (length > 0)
    part = CLAMP (((x - from->x) * dx + (y - from->y) * dy) / length, 0, 1);

  return hypot (x - from->x - part * dx, y - from->y - part * dy);
}

/* Narrows the part [low, high] of a segment to where it is between two bounds. */
static gboolean
clip_part (double start, double delta, double from, double to, double *low, double *high)
{
  double a;
  double b;

  if (fabs (delta) < 1e-9)
    return start > from && start < to;

  a = (from - start) / delta;
  b = (to - start) / delta;
  *low = MAX (*low, MIN (a, b));
  *high = MIN (*high, MAX (a, b));

  return *low < *high;
}

static gboolean
segment_crosses_box (const OutlayPoint *from, const OutlayPoint *to, const cairo_rectangle_t *box)
{
  double low = 0;
  double high = 1;

  return clip_part (from->x, to->x - from->x, box->x, box->x + box->width, &low, &high) &&
         clip_part (from->y, to->y - from->y, box->y, box->y + box->height, &low, &high);
}

/**
 * outlay_path_crosses_box:
 *
 * Returns: %TRUE if a line of the data, the forecast or the budget runs through @box
 */
gboolean
outlay_path_crosses_box (const OutlayChartLayout *layout, const cairo_rectangle_t *box)
{
  for (gsize i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);

      if (mark->shape != OUTLAY_MARK_LINE || mark->stroke == OUTLAY_STROKE_GRID ||
          mark->stroke == OUTLAY_STROKE_GUIDE)
        continue;

      for (guint p = mark->first_point; p + 1 < mark->first_point + mark->n_points; p++)
        if (segment_crosses_box (&g_array_index (layout->points, OutlayPoint, p),
                                 &g_array_index (layout->points, OutlayPoint, p + 1), box))
          return TRUE;
    }

  return FALSE;
}
