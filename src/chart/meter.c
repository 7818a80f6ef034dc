/* meter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/meter.h"

#include "chart/layout.h"

#include <math.h>

#define TROUGH_HEIGHT 8.0
#define TROUGH_OPACITY 0.10
#define FORECAST_OPACITY 0.42
#define FORECAST_PITCH 4.0
#define TICK_OVERHANG 4.5
#define TICK_WIDTH 1.5
#define TREND_DOT 2.0

/* A single meter has room for 130 %, and shows more where there is more. */
#define SINGLE_END 1.3

static void
clip_pill (cairo_t *cr, const cairo_rectangle_t *box)
{
  double radius = MIN (box->width, box->height) / 2;

  cairo_new_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_clip (cr);
}

static void
fill_span (cairo_t *cr,
           const cairo_rectangle_t *trough,
           const OutlayBudgetMeter *meter,
           double from,
           double to,
           OutlayColour colour)
{
  double left = CLAMP (from / meter->end, 0, 1) * trough->width;
  double right = CLAMP (to / meter->end, 0, 1) * trough->width;

  outlay_paint_set_colour (cr, colour);
  cairo_rectangle (cr, trough->x + left, trough->y, MAX (right - left, 0), trough->height);
  cairo_fill (cr);
}

static void
hatch_forecast (cairo_t *cr,
                const cairo_rectangle_t *trough,
                const OutlayBudgetMeter *meter,
                const OutlayChartTheme *theme)
{
  double left = CLAMP (meter->used / meter->end, 0, 1) * trough->width;
  double right = CLAMP (meter->forecast / meter->end, 0, 1) * trough->width;
  const cairo_rectangle_t box = { trough->x + left, trough->y, MAX (right - left, 0),
                                  trough->height };

  outlay_paint_hatch (cr, &box, FORECAST_PITCH,
                      outlay_colour_with_alpha (theme->foreground, FORECAST_OPACITY));
}

static void
draw_tick (cairo_t *cr,
           const cairo_rectangle_t *trough,
           const OutlayBudgetMeter *meter,
           const OutlayChartTheme *theme)
{
  double x = trough->x + trough->width / meter->end;

  if (meter->end < 1)
    return;

  outlay_paint_set_colour (cr, theme->inks[OUTLAY_INK_BUDGET]);
  cairo_set_line_width (cr, TICK_WIDTH);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x, trough->y - TICK_OVERHANG);
  cairo_line_to (cr, x, trough->y + trough->height + TICK_OVERHANG);
  cairo_stroke (cr);
}

/* From here on one pixel of the design is one unit, and the text's way is from the left. */
static void
begin (cairo_t *cr, double *width, double *height, const OutlayChartTheme *theme, gboolean mirror)
{
  cairo_save (cr);
  cairo_scale (cr, theme->unit, theme->unit);
  *width /= theme->unit;
  *height /= theme->unit;
  if (mirror)
    {
      cairo_translate (cr, *width, 0);
      cairo_scale (cr, -1, 1);
    }
}

/**
 * outlay_meter_get_end:
 * @used: fraction of the budget that is spent
 * @forecast: fraction expected at the end, NAN for none
 *
 * Returns: the end of a meter that stands alone
 */
double
outlay_meter_get_end (double used, double forecast)
{
  double most = MAX (isfinite (used) ? used : 0, isfinite (forecast) ? forecast : 0);

  return MAX (SINGLE_END, most * 1.05);
}

/**
 * outlay_meter_draw:
 * @meter: what to draw
 * @width: in units of @cr
 * @height: in units of @cr; the trough is centred in it
 *
 * Draws how much of a budget is used. Without a budget there is nothing to draw.
 */
void
outlay_meter_draw (const OutlayBudgetMeter *meter,
                   cairo_t *cr,
                   double width,
                   double height,
                   const OutlayChartTheme *theme)
{
  cairo_rectangle_t trough;
  OutlayColour neutral = theme->inks[OUTLAY_INK_NEUTRAL];

  g_return_if_fail (meter->end > 0);

  if (isnan (meter->used) || !(width > 0) || !(height > 0))
    return;

  begin (cr, &width, &height, theme, meter->right_to_left);
  trough = (cairo_rectangle_t){ 0, (height - MIN (TROUGH_HEIGHT, height)) / 2, width,
                                MIN (TROUGH_HEIGHT, height) };

  cairo_save (cr);
  clip_pill (cr, &trough);
  fill_span (cr, &trough, meter, 0, meter->end,
             outlay_colour_with_alpha (theme->foreground,
                                       theme->outlined ? 3 * TROUGH_OPACITY : TROUGH_OPACITY));
  if (meter->forecast > meter->used)
    hatch_forecast (cr, &trough, meter, theme);
  if (meter->only_excess)
    {
      fill_span (cr, &trough, meter, 0, MIN (meter->used, 1), neutral);
      fill_span (cr, &trough, meter, 1, meter->used, theme->inks[OUTLAY_INK_OVER]);
    }
  else
    fill_span (cr, &trough, meter, 0, meter->used, theme->inks[meter->ink]);
  cairo_restore (cr);

  draw_tick (cr, &trough, meter, theme);
  cairo_restore (cr);
}

/**
 * outlay_trend_draw:
 * @values: one a period, NAN for none
 * @right_to_left: the newest is on the left
 *
 * Draws a small line that ends in a dot, without scale or words.
 */
void
outlay_trend_draw (const double *values,
                   gsize n_values,
                   gboolean right_to_left,
                   cairo_t *cr,
                   double width,
                   double height,
                   const OutlayChartTheme *theme)
{
  double min = 0;
  double max = 0;
  double step;
  double x = 0;
  double y = 0;
  gboolean any = FALSE;
  gboolean joined = FALSE;

  if (!(width > 0) || !(height > 0))
    return;

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      {
        min = MIN (min, values[i]);
        max = MAX (max, values[i]);
      }

  begin (cr, &width, &height, theme, right_to_left);
  step = n_values > 1 ? (width - 2 * TREND_DOT) / (double) (n_values - 1) : 0;
  outlay_paint_set_colour (cr, outlay_colour_with_alpha (theme->foreground, 0.6));
  cairo_set_line_width (cr, 1.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);

  for (gsize i = 0; i < n_values; i++)
    {
      if (!isfinite (values[i]))
        {
          joined = FALSE;
          continue;
        }
      x = TREND_DOT + step * (double) i;
      y = height - TREND_DOT -
          (max > min ? (values[i] - min) / (max - min) : 0) * (height - 2 * TREND_DOT);
      if (joined)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      any = joined = TRUE;
    }

  cairo_stroke (cr);
  if (any)
    {
      outlay_paint_set_colour (cr, theme->foreground);
      cairo_arc (cr, x, y, TREND_DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * outlay_parts_draw:
 * @parts: in the order in which they are listed; what is not above 0 is left out
 * @right_to_left: the first is on the right
 *
 * Draws what a whole is made of, as one bar.
 */
void
outlay_parts_draw (const OutlayPart *parts,
                   gsize n_parts,
                   gboolean right_to_left,
                   cairo_t *cr,
                   double width,
                   double height,
                   const OutlayChartTheme *theme)
{
  double sum = 0;
  double before = 0;

  for (gsize i = 0; i < n_parts; i++)
    if (isfinite (parts[i].value) && parts[i].value > 0)
      sum += parts[i].value;

  if (!(sum > 0) || !(width > 0) || !(height > 0))
    return;

  begin (cr, &width, &height, theme, right_to_left);
  for (gsize i = 0; i < n_parts; i++)
    if (isfinite (parts[i].value) && parts[i].value > 0)
      {
        double start = round (before / sum * width);
        double end = round ((before + parts[i].value) / sum * width);
        double gap = end < width && end - start > 1.5 ? 1 : 0;

        outlay_paint_set_colour (cr, theme->inks[parts[i].ink]);
        cairo_rectangle (cr, start, 0, end - start - gap, height);
        cairo_fill (cr);
        before += parts[i].value;
      }
  cairo_restore (cr);
}
