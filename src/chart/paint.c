/* paint.c – puts a layout on paper
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

#define HATCH_OPACITY 0.55
#define BAND_OPACITY 0.11
#define BAND_RADIUS 6.0
#define SWATCH_RADIUS 2.0
#define HALO_WIDTH 4.0
#define OUTLINE_WIDTH 1.2
#define CURSOR_WIDTH 2.0
#define CURSOR_DOT 9.0
#define FOOT_WIDTH 3.0
#define FOOT_TEETH 10.0

/* One row an OutlayStroke. The opacity is of the foreground; 0 takes the mark's ink, and grid and
 * baseline have one of the theme. */
static const struct
{
  double width;
  double dash[2];
  double opacity;
  gboolean sharp;
} stroke_rows[] = {
  [OUTLAY_STROKE_GRID] = { 1, { 0, 0 }, 0, TRUE },
  [OUTLAY_STROKE_BASELINE] = { 1, { 0, 0 }, 0, TRUE },
  [OUTLAY_STROKE_DATA] = { 2.5, { 0, 0 }, 0, FALSE },
  [OUTLAY_STROKE_FORECAST] = { 2, { 5, 4 }, 0, FALSE },
  [OUTLAY_STROKE_COMPARISON] = { 1.5, { 0, 0 }, 0, FALSE },
  [OUTLAY_STROKE_BUDGET] = { 1.5, { 0, 0 }, 0, TRUE },
  [OUTLAY_STROKE_CONNECTOR] = { 1, { 0, 0 }, 0.35, TRUE },
  [OUTLAY_STROKE_GUIDE] = { 1, { 1, 3 }, 0.5, TRUE },
  [OUTLAY_STROKE_BASE] = { 1.5, { 0, 0 }, 0.8, TRUE },
};

typedef struct
{
  cairo_t *cr;
  const OutlayChartLayout *layout;
  const OutlayChartTheme *theme;
} Brush;

/**
 * outlay_paint_set_colour:
 * @colour: becomes the source
 */
void
outlay_paint_set_colour (cairo_t *cr, OutlayColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
add_rounded (cairo_t *cr, const cairo_rectangle_t *box, double radius)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  radius = MIN (radius, MIN (box->width, box->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
set_stroke (const Brush *brush, OutlayStroke stroke, OutlayInk ink)
{
  const OutlayChartTheme *theme = brush->theme;
  double opacity = stroke_rows[stroke].opacity;
  int n_dashes = stroke_rows[stroke].dash[0] > 0 ? 2 : 0;

  if (stroke == OUTLAY_STROKE_GRID)
    opacity = theme->grid_opacity;
  else if (stroke == OUTLAY_STROKE_BASELINE)
    opacity = theme->baseline_opacity;

  outlay_paint_set_colour (brush->cr, opacity > 0
                                          ? outlay_colour_with_alpha (theme->foreground, opacity)
                                          : theme->inks[ink]);
  cairo_set_line_width (brush->cr, stroke_rows[stroke].width);
  cairo_set_dash (brush->cr, stroke_rows[stroke].dash, n_dashes, 0);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
}

static void
add_path (const Brush *brush, const OutlayMark *mark, gboolean sharp)
{
  for (guint i = 0; i < mark->n_points; i++)
    {
      OutlayPoint point = g_array_index (brush->layout->points, OutlayPoint, mark->first_point + i);

      /* A hairline through the middle of its pixels is one pixel wide. */
      if (sharp)
        point = (OutlayPoint){ floor (point.x) + 0.5, floor (point.y) + 0.5 };
      cairo_line_to (brush->cr, point.x, point.y);
    }
}

static void
draw_rect (const Brush *brush, const OutlayMark *mark)
{
  const OutlayChartTheme *theme = brush->theme;
  cairo_rectangle_t box = mark->box;
  gboolean less = (mark->flags & OUTLAY_MARK_LESS) != 0;
  gboolean hatched = less || ((mark->flags & OUTLAY_MARK_HATCHED) != 0 && !theme->patterned);

  if ((mark->flags & OUTLAY_MARK_SEAM) != 0 && !theme->outlined && box.height > 1.5)
    box.height -= 1;

  outlay_paint_set_colour (brush->cr, theme->inks[mark->ink]);
  if (mark->shape == OUTLAY_MARK_SWATCH)
    add_rounded (brush->cr, &box, SWATCH_RADIUS);
  else
    cairo_rectangle (brush->cr, box.x, box.y, box.width, box.height);
  cairo_fill (brush->cr);

  if (hatched)
    outlay_paint_hatch (brush->cr, &box, OUTLAY_HATCH_PITCH,
                        outlay_colour_with_alpha (theme->card,
                                                  theme->patterned ? 1 : HATCH_OPACITY));
  else if (theme->patterned)
    outlay_paint_pattern (brush->cr, &box, mark->ink, theme->card);

  if (theme->outlined)
    {
      outlay_paint_set_colour (brush->cr, theme->foreground);
      cairo_set_line_width (brush->cr, OUTLINE_WIDTH);
      cairo_set_dash (brush->cr, NULL, 0, 0);
      cairo_rectangle (brush->cr, box.x, box.y, box.width, box.height);
      cairo_stroke (brush->cr);
    }
}

static void
draw_hollow (const Brush *brush, const OutlayMark *mark)
{
  cairo_rectangle_t box = { mark->box.x + 0.75, mark->box.y + 0.75, mark->box.width - 1.5,
                            mark->box.height - 1.5 };

  outlay_paint_set_colour (brush->cr, brush->theme->inks[mark->ink]);
  cairo_set_line_width (brush->cr, 1.5);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  add_rounded (brush->cr, &box, SWATCH_RADIUS);
  cairo_stroke (brush->cr);
}

static void
draw_outline (const Brush *brush, const OutlayMark *mark)
{
  static const double dash[] = { 4, 3 };
  cairo_rectangle_t box = { mark->box.x + 0.6, mark->box.y + 0.6, MAX (mark->box.width - 1.2, 0),
                            MAX (mark->box.height - 1.2, 0) };

  outlay_paint_set_colour (brush->cr, brush->theme->inks[mark->ink]);
  cairo_set_line_width (brush->cr, 1.2);
  cairo_set_dash (brush->cr, dash, mark->box.width > 12 ? 2 : 0, 0);
  if (mark->box.width <= 12)
    cairo_set_dash (brush->cr, (const double[]){ 2, 2 }, 2, 0);
  cairo_set_line_cap (brush->cr, CAIRO_LINE_CAP_BUTT);
  cairo_rectangle (brush->cr, box.x, box.y, box.width, box.height);
  cairo_stroke (brush->cr);
}

static void
draw_whisker (const Brush *brush, const OutlayMark *mark)
{
  const cairo_rectangle_t *box = &mark->box;
  cairo_t *cr = brush->cr;
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  double middle_x = floor (box->x + box->width / 2) + 0.5;
  double middle_y = floor (box->y + box->height / 2) + 0.5;
  gboolean upright = mark->category >= 0 && !brush->layout->sideways;

  outlay_paint_set_colour (cr, brush->theme->inks[mark->ink]);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  cairo_move_to (cr, box->x, box->y);
  cairo_line_to (cr, upright ? right : box->x, upright ? box->y : bottom);
  cairo_move_to (cr, upright ? box->x : right, upright ? bottom : box->y);
  cairo_line_to (cr, right, bottom);
  cairo_move_to (cr, upright ? middle_x : box->x, upright ? box->y : middle_y);
  cairo_line_to (cr, upright ? middle_x : right, upright ? bottom : middle_y);
  cairo_stroke (cr);
}

static void
draw_round (const Brush *brush, const OutlayMark *mark)
{
  double radius = mark->box.width / 2;

  cairo_new_sub_path (brush->cr);
  cairo_arc (brush->cr, mark->box.x + radius, mark->box.y + radius, radius, 0, 2 * G_PI);
  cairo_set_dash (brush->cr, NULL, 0, 0);

  if (mark->shape == OUTLAY_MARK_DOT)
    {
      outlay_paint_set_colour (brush->cr, brush->theme->card);
      cairo_set_line_width (brush->cr, 2);
      cairo_stroke_preserve (brush->cr);
      outlay_paint_set_colour (brush->cr, brush->theme->inks[mark->ink]);
      cairo_fill (brush->cr);
      return;
    }

  outlay_paint_set_colour (brush->cr, brush->theme->card);
  cairo_fill_preserve (brush->cr);
  outlay_paint_set_colour (brush->cr, brush->theme->inks[mark->ink]);
  cairo_set_line_width (brush->cr, 1.5);
  cairo_stroke (brush->cr);
}

static void
draw_triangle (const Brush *brush, const OutlayMark *mark)
{
  const cairo_rectangle_t *box = &mark->box;

  cairo_move_to (brush->cr, box->x + box->width / 2, box->y);
  cairo_line_to (brush->cr, box->x + box->width, box->y + box->height);
  cairo_line_to (brush->cr, box->x, box->y + box->height);
  cairo_close_path (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
  outlay_paint_set_colour (brush->cr, brush->theme->card);
  cairo_set_line_width (brush->cr, 4);
  cairo_stroke_preserve (brush->cr);
  cairo_fill_preserve (brush->cr);
  outlay_paint_set_colour (brush->cr, brush->theme->inks[mark->ink]);
  cairo_set_line_width (brush->cr, 1.6);
  cairo_stroke (brush->cr);
}

static void
draw_foot (const Brush *brush, const OutlayMark *mark)
{
  const cairo_rectangle_t *box = &mark->box;
  int n_teeth = MAX (2, (int) round (box->width / FOOT_TEETH) * 2);

  cairo_save (brush->cr);
  cairo_rectangle (brush->cr, box->x - 1, box->y - FOOT_WIDTH, box->width + 2,
                   box->height + FOOT_WIDTH);
  cairo_clip (brush->cr);
  for (int i = -1; i <= n_teeth + 1; i++)
    cairo_line_to (brush->cr, box->x + box->width * i / n_teeth,
                   box->y + box->height * (i % 2 == 0 ? 0.55 : 0.0));
  outlay_paint_set_colour (brush->cr, brush->theme->card);
  cairo_set_line_width (brush->cr, FOOT_WIDTH);
  cairo_set_dash (brush->cr, NULL, 0, 0);
  cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_MITER);
  cairo_stroke (brush->cr);
  cairo_restore (brush->cr);
}

static void
draw_mark (const Brush *brush, const OutlayMark *mark)
{
  switch (mark->shape)
    {
    case OUTLAY_MARK_RECT:
    case OUTLAY_MARK_SWATCH:
      if ((mark->flags & OUTLAY_MARK_HOLLOW) != 0)
        draw_hollow (brush, mark);
      else
        draw_rect (brush, mark);
      break;

    case OUTLAY_MARK_OUTLINE:
      draw_outline (brush, mark);
      break;

    case OUTLAY_MARK_FOOT:
      draw_foot (brush, mark);
      break;

    case OUTLAY_MARK_WHISKER:
      draw_whisker (brush, mark);
      break;

    case OUTLAY_MARK_DOT:
    case OUTLAY_MARK_RING:
      draw_round (brush, mark);
      break;

    case OUTLAY_MARK_TRIANGLE:
      draw_triangle (brush, mark);
      break;

    case OUTLAY_MARK_LINE:
      set_stroke (brush, mark->stroke, mark->ink);
      add_path (brush, mark, stroke_rows[mark->stroke].sharp);
      cairo_stroke (brush->cr);
      break;

    case OUTLAY_MARK_AREA:
    default:
      outlay_paint_set_colour (brush->cr, outlay_colour_with_alpha (brush->theme->inks[mark->ink],
                                                                    brush->theme->fan_opacity));
      add_path (brush, mark, FALSE);
      cairo_close_path (brush->cr);
      cairo_fill (brush->cr);
      break;
    }
}

static void
draw_label (const Brush *brush, const OutlayLabel *label)
{
  PangoRectangle logical;
  double y;

  /* Fonts differ in how high a line is; ours is fixed, and the text in its middle. */
  pango_layout_get_extents (label->text, NULL, &logical);
  cairo_save (brush->cr);
  cairo_translate (brush->cr, label->box.x, label->box.y);
  if (label->upright)
    {
      cairo_translate (brush->cr, 0, label->box.height);
      cairo_rotate (brush->cr, -G_PI_2);
    }
  y = ((label->upright ? label->box.width : label->box.height) -
       pango_units_to_double (logical.height)) /
      2;
  cairo_move_to (brush->cr, 0, y);

  if (label->halo)
    {
      pango_cairo_layout_path (brush->cr, label->text);
      outlay_paint_set_colour (brush->cr, brush->theme->card);
      cairo_set_line_width (brush->cr, HALO_WIDTH);
      cairo_set_dash (brush->cr, NULL, 0, 0);
      cairo_set_line_join (brush->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (brush->cr);
      cairo_move_to (brush->cr, 0, y);
    }

  outlay_paint_set_colour (brush->cr, outlay_text_get_colour (brush->theme, label->style));
  pango_cairo_show_layout (brush->cr, label->text);
  cairo_restore (brush->cr);
}

static gboolean
is_line_chart (const OutlayChart *chart)
{
  return chart->kind == OUTLAY_CHART_LINES || chart->kind == OUTLAY_CHART_STEPS;
}

static void
draw_band (const Brush *brush, int category)
{
  cairo_rectangle_t slot = outlay_layout_get_slot (brush->layout, (gsize) category);

  if (brush->layout->chart->kind == OUTLAY_CHART_LINES)
    {
      double x = floor (slot.x + slot.width / 2) + 0.5;

      outlay_paint_set_colour (brush->cr, outlay_colour_with_alpha (brush->theme->accent, 0.6));
      cairo_set_line_width (brush->cr, 1);
      cairo_set_dash (brush->cr, NULL, 0, 0);
      cairo_move_to (brush->cr, x, brush->layout->plot.y);
      cairo_line_to (brush->cr, x, brush->layout->plot.y + brush->layout->plot.height);
      cairo_stroke (brush->cr);
      return;
    }

  outlay_paint_set_colour (brush->cr,
                           outlay_colour_with_alpha (brush->theme->accent, BAND_OPACITY));
  add_rounded (brush->cr, &slot, BAND_RADIUS);
  cairo_fill (brush->cr);
}

static void
draw_cursor_dots (const Brush *brush, const OutlayChartState *state)
{
  const OutlayChartLayout *layout = brush->layout;
  cairo_rectangle_t slot = outlay_layout_get_slot (layout, (gsize) state->category);

  for (gsize i = 0; i < layout->chart->series->len; i++)
    {
      const OutlayChartSeries *series = outlay_chart_get_series (layout->chart, i);
      double value = series->values[state->category];
      double size = state->series == (int) i ? CURSOR_DOT + 2 : CURSOR_DOT;
      const OutlayMark mark = {
        .shape = OUTLAY_MARK_DOT,
        .ink = series->ink,
        .box = { slot.x + slot.width / 2 - size / 2,
                 (isnan (value) ? 0 : outlay_layout_place (layout, value)) - size / 2, size, size }
      };

      if (!isnan (value) && outlay_layout_shows (layout, i))
        draw_round (brush, &mark);
    }
}

static void
draw_cursor (const Brush *brush, const OutlayChartState *state)
{
  for (guint i = 0; i < brush->layout->marks->len; i++)
    {
      const OutlayMark *mark = &g_array_index (brush->layout->marks, OutlayMark, i);

      if (mark->shape != OUTLAY_MARK_RECT || mark->category != state->category ||
          mark->series != state->series)
        continue;

      outlay_paint_set_colour (brush->cr, brush->theme->foreground);
      cairo_set_line_width (brush->cr, CURSOR_WIDTH);
      cairo_set_dash (brush->cr, NULL, 0, 0);
      cairo_rectangle (brush->cr, mark->box.x, mark->box.y, mark->box.width, mark->box.height);
      cairo_stroke (brush->cr);
    }
}

/**
 * outlay_chart_draw:
 * @chart: what to draw
 * @cr: drawn on from its origin; its state is kept
 * @width: in units of @cr
 * @height: in units of @cr
 * @theme: colours and sizes
 * @state: (nullable): what is hidden and where the cursor is
 *
 * Draws the chart on what is there: the card is the caller's.
 */
void
outlay_chart_draw (const OutlayChart *chart,
                   cairo_t *cr,
                   double width,
                   double height,
                   const OutlayChartTheme *theme,
                   const OutlayChartState *state)
{
  g_autoptr (OutlayChartLayout) layout = NULL;
  const OutlayChartState none = OUTLAY_CHART_STATE_INIT;
  Brush brush = { .cr = cr, .theme = theme };
  gboolean cursor;

  g_return_if_fail (chart != NULL && cr != NULL && theme != NULL);

  if (!(width > 0) || !(height > 0))
    return;

  layout = outlay_chart_layout_new (chart, width, height, theme, state);
  brush.layout = layout;
  state = state != NULL ? state : &none;
  cursor = state->category >= 0 && (gsize) state->category < chart->n_categories &&
           layout->slot_size > 0;

  cairo_save (cr);
  cairo_scale (cr, theme->unit, theme->unit);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_clip (cr);

  if (cursor)
    draw_band (&brush, state->category);
  for (guint i = 0; i < layout->marks->len; i++)
    draw_mark (&brush, &g_array_index (layout->marks, OutlayMark, i));
  if (cursor && is_line_chart (chart))
    draw_cursor_dots (&brush, state);
  else if (cursor && state->series >= 0)
    draw_cursor (&brush, state);
  for (guint i = 0; i < layout->labels->len; i++)
    draw_label (&brush, &g_array_index (layout->labels, OutlayLabel, i));

  cairo_restore (cr);
}
