/* pattern.c – hatches, and a pattern for each slot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Drawn as paths, so that they are as sharp in a PDF as on a screen.
 */

#include "chart/layout.h"

#include <math.h>

#define HATCH_STRIPE (2.5 / 6.0)
#define PATTERN_PITCH 5.0
#define PATTERN_STRIPE 1.4
#define DOT_RADIUS 1.0

typedef enum
{
  PATTERN_SOLID = 0,
  PATTERN_RISING = 1 << 0,
  PATTERN_FALLING = 1 << 1,
  PATTERN_LEVEL = 1 << 2,
  PATTERN_UPRIGHT = 1 << 3,
  PATTERN_DOTS = 1 << 4,
} Pattern;

/* Meanings that only ever stand beside one other are told apart by shade. */
static Pattern
get_pattern (OutlayInk ink)
{
  static const guint8 of_slots[] = {
    PATTERN_SOLID,   PATTERN_RISING,
    PATTERN_DOTS,    PATTERN_FALLING,
    PATTERN_LEVEL,   PATTERN_RISING | PATTERN_FALLING,
    PATTERN_UPRIGHT, PATTERN_LEVEL | PATTERN_UPRIGHT,
  };

  return (guint) ink < G_N_ELEMENTS (of_slots) ? (Pattern) of_slots[ink] : PATTERN_SOLID;
}

/* Lines at 45°, at the same places whatever the box: neighbours join. */
static void
add_diagonals (cairo_t *cr, const cairo_rectangle_t *box, double pitch, gboolean rising)
{
  double step = pitch * G_SQRT2;
  double first = rising ? box->x + box->y : box->x - box->y - box->height;
  double last = first + box->width + box->height;

  for (double at = ceil (first / step) * step; at < last; at += step)
    if (rising)
      {
        cairo_move_to (cr, at - box->y - box->height, box->y + box->height);
        cairo_line_to (cr, at - box->y, box->y);
      }
    else
      {
        cairo_move_to (cr, at + box->y, box->y);
        cairo_line_to (cr, at + box->y + box->height, box->y + box->height);
      }
}

static void
add_levels (cairo_t *cr, const cairo_rectangle_t *box, double pitch)
{
  for (double y = ceil (box->y / pitch) * pitch; y < box->y + box->height; y += pitch)
    {
      cairo_move_to (cr, box->x, y);
      cairo_line_to (cr, box->x + box->width, y);
    }
}

static void
add_uprights (cairo_t *cr, const cairo_rectangle_t *box, double pitch)
{
  for (double x = box->x + pitch / 2; x < box->x + box->width; x += pitch)
    {
      cairo_move_to (cr, x, box->y);
      cairo_line_to (cr, x, box->y + box->height);
    }
}

static void
fill_dots (cairo_t *cr, const cairo_rectangle_t *box, double pitch)
{
  for (double y = ceil (box->y / pitch) * pitch; y < box->y + box->height; y += pitch)
    for (double x = box->x + pitch / 2; x < box->x + box->width; x += pitch)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, DOT_RADIUS, 0, 2 * G_PI);
      }

  cairo_fill (cr);
}

static void
begin (cairo_t *cr, const cairo_rectangle_t *box, OutlayColour stripe, double width)
{
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  outlay_paint_set_colour (cr, stripe);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/**
 * outlay_paint_hatch:
 * @pitch: from stripe to stripe
 * @stripe: the colour of the stripes
 *
 * Lays diagonal stripes over what has been filled.
 */
void
outlay_paint_hatch (cairo_t *cr, const cairo_rectangle_t *box, double pitch, OutlayColour stripe)
{
  if (box->width <= 0 || box->height <= 0)
    return;

  begin (cr, box, stripe, HATCH_STRIPE * pitch);
  add_diagonals (cr, box, pitch, TRUE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * outlay_paint_pattern:
 * @ink: what the box has been filled with
 * @stripe: the colour of the pattern
 *
 * Lays the pattern of a slot over what has been filled with its ink.
 */
void
outlay_paint_pattern (cairo_t *cr, const cairo_rectangle_t *box, OutlayInk ink, OutlayColour stripe)
{
  Pattern pattern = get_pattern (ink);

  if (pattern == PATTERN_SOLID || box->width <= 0 || box->height <= 0)
    return;

  begin (cr, box, stripe, PATTERN_STRIPE);
  if ((pattern & PATTERN_DOTS) != 0)
    fill_dots (cr, box, PATTERN_PITCH);
  if ((pattern & PATTERN_RISING) != 0)
    add_diagonals (cr, box, PATTERN_PITCH * 0.8, TRUE);
  if ((pattern & PATTERN_FALLING) != 0)
    add_diagonals (cr, box, PATTERN_PITCH * 0.8, FALSE);
  if ((pattern & PATTERN_LEVEL) != 0)
    add_levels (cr, box, PATTERN_PITCH);
  if ((pattern & PATTERN_UPRIGHT) != 0)
    add_uprights (cr, box, PATTERN_PITCH);
  cairo_stroke (cr);
  cairo_restore (cr);
}
