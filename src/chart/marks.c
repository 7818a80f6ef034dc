/* marks.c – adds marks and labels to a layout
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

/* A text narrower than this, in line heights, says nothing. */
#define NARROWEST_TEXT 1.6

/* Of a line's height: the air above and below its letters. */
#define AIR 0.14

/* Labels closer than this read as one. */
#define LABEL_GAP 3.0

/**
 * outlay_layout_add_box:
 *
 * Returns: (transfer none): the mark, until the next one is added
 */
OutlayMark *
outlay_layout_add_box (OutlayChartLayout *layout,
                       OutlayMarkShape shape,
                       OutlayInk ink,
                       cairo_rectangle_t box)
{
  OutlayMark mark = { .shape = shape, .ink = ink, .box = box, .category = -1, .series = -1 };

  g_array_append_val (layout->marks, mark);
  return &g_array_index (layout->marks, OutlayMark, layout->marks->len - 1);
}

static cairo_rectangle_t
bound_points (const OutlayPoint *points, gsize n_points)
{
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;

  for (gsize i = 0; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }

  return (cairo_rectangle_t){ left, top, right - left, bottom - top };
}

/**
 * outlay_layout_add_path:
 * @points: copied
 * @n_points: at least 1
 *
 * Returns: (transfer none): the mark, until the next one is added
 */
OutlayMark *
outlay_layout_add_path (OutlayChartLayout *layout,
                        OutlayMarkShape shape,
                        OutlayStroke stroke,
                        OutlayInk ink,
                        const OutlayPoint *points,
                        gsize n_points)
{
  OutlayMark *mark = outlay_layout_add_box (layout, shape, ink, bound_points (points, n_points));

  mark->stroke = stroke;
  mark->first_point = layout->points->len;
  mark->n_points = (guint) n_points;
  g_array_append_vals (layout->points, points, (guint) n_points);

  return mark;
}

/**
 * outlay_layout_add_segment:
 *
 * Adds a straight line in the foreground colour or the budget's ink.
 */
void
outlay_layout_add_segment (OutlayChartLayout *layout,
                           OutlayStroke stroke,
                           double x1,
                           double y1,
                           double x2,
                           double y2)
{
  const OutlayPoint points[] = { { x1, y1 }, { x2, y2 } };

  outlay_layout_add_path (layout, OUTLAY_MARK_LINE, stroke, OUTLAY_INK_BUDGET, points, 2);
}

/**
 * outlay_label_get_ink_box:
 *
 * Returns: where letters can be, without the air of the line
 */
cairo_rectangle_t
outlay_label_get_ink_box (const OutlayLabel *label)
{
  cairo_rectangle_t box = label->box;

  if (label->upright)
    {
      box.x += box.width * AIR;
      box.width -= 2 * box.width * AIR;
    }
  else
    {
      box.y += box.height * AIR;
      box.height -= 2 * box.height * AIR;
    }

  return box;
}

/**
 * outlay_boxes_overlap:
 *
 * Returns: %TRUE if they share an area; touching is not overlapping
 */
gboolean
outlay_boxes_overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/**
 * outlay_layout_covers_bar:
 *
 * Returns: %TRUE if a text in @box would hide a part of a bar or column
 */
gboolean
outlay_layout_covers_bar (const OutlayChartLayout *layout, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (layout->marks, OutlayMark, i);

      if (mark->shape == OUTLAY_MARK_RECT && outlay_boxes_overlap (&mark->box, box))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_free (const OutlayChartLayout *layout, const OutlayLabel *label)
{
  cairo_rectangle_t box = outlay_label_get_ink_box (label);

  box.x -= LABEL_GAP;
  box.width += 2 * LABEL_GAP;

  for (gsize i = 0; i < layout->labels->len; i++)
    {
      cairo_rectangle_t other =
          outlay_label_get_ink_box (&g_array_index (layout->labels, OutlayLabel, i));

      if (outlay_boxes_overlap (&box, &other))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_inside (const OutlayChartLayout *layout, const OutlayLabel *label)
{
  cairo_rectangle_t box = outlay_label_get_ink_box (label);

  return box.y >= 0 && box.y + box.height <= layout->height;
}

static gboolean
fit_label (const OutlayChartLayout *layout, OutlayLabel *label, const OutlayLabelSpot *spot)
{
  double limit = spot->max_width > 0 ? MIN (spot->max_width, layout->width) : layout->width;
  PangoRectangle logical;

  pango_layout_get_extents (label->text, NULL, &logical);
  label->box.height = outlay_text_get_line_height (layout, label->style);

  if (pango_units_to_double (logical.width) > limit)
    {
      if (limit < NARROWEST_TEXT * label->box.height)
        return FALSE;

      pango_layout_set_ellipsize (label->text, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (label->text, pango_units_from_double (limit));
      pango_layout_get_extents (label->text, NULL, &logical);
      label->box.width = limit;
    }
  else
    label->box.width = pango_units_to_double (logical.width);

  if (label->upright)
    label->box = (cairo_rectangle_t){ 0, 0, label->box.height, label->box.width };

  return TRUE;
}

/**
 * outlay_layout_add_label:
 * @text: (nullable): valid UTF-8
 *
 * Adds a label if there is room for it: it is moved into the chart where it
 * would stick out at a side, and left out where it would overlap another.
 *
 * Returns: %TRUE if it was added
 */
gboolean
outlay_layout_add_label (OutlayChartLayout *layout,
                         const char *text,
                         OutlayTextStyle style,
                         const OutlayLabelSpot *spot)
{
  OutlayLabel label = {
    .style = style, .halo = spot->halo, .upright = spot->upright, .category = spot->category
  };

  if (text == NULL || *text == '\0')
    return FALSE;

  label.text = outlay_text_new (layout, text, style);
  if (fit_label (layout, &label, spot))
    {
      label.box.x = spot->x - spot->align_x * label.box.width;
      label.box.y = spot->y - spot->align_y * label.box.height;
      label.box.x = CLAMP (label.box.x, 0, MAX (0, layout->width - label.box.width));

      if (is_inside (layout, &label) && is_free (layout, &label))
        {
          g_array_append_val (layout->labels, label);
          return TRUE;
        }
    }

  g_object_unref (label.text);
  return FALSE;
}

/**
 * outlay_layout_mirror:
 *
 * Turns a finished layout around for a script that runs from right to left.
 */
void
outlay_layout_mirror (OutlayChartLayout *layout)
{
  for (gsize i = 0; i < layout->marks->len; i++)
    {
      cairo_rectangle_t *box = &g_array_index (layout->marks, OutlayMark, i).box;

      box->x = layout->width - box->x - box->width;
    }

  for (gsize i = 0; i < layout->points->len; i++)
    {
      OutlayPoint *point = &g_array_index (layout->points, OutlayPoint, i);

      point->x = layout->width - point->x;
    }

  for (gsize i = 0; i < layout->labels->len; i++)
    {
      cairo_rectangle_t *box = &g_array_index (layout->labels, OutlayLabel, i).box;

      box->x = layout->width - box->x - box->width;
    }

  for (gsize i = 0; i < layout->entries->len; i++)
    {
      cairo_rectangle_t *box = &g_array_index (layout->entries, OutlayLegendEntry, i).box;

      box->x = layout->width - box->x - box->width;
    }

  layout->plot.x = layout->width - layout->plot.x - layout->plot.width;
}
