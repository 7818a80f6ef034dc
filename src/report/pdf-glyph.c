/* pdf-glyph.c – the shapes that say a state
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/pdf-private.h"

#include <math.h>

static void
set_ink (OutlayPdf *pdf, OutlayInk ink)
{
  const OutlayColour *colour = &pdf->theme.inks[ink];

  cairo_set_source_rgba (pdf->cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_over (cairo_t *cr)
{
  cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0.24, 0.42, 0.52, 0.16);
  cairo_fill (cr);
}

static void
draw_at_risk (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.12);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, 0.5, 0.09);
  cairo_line_to (cr, 0.94, 0.89);
  cairo_line_to (cr, 0.06, 0.89);
  cairo_close_path (cr);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0.44, 0.34, 0.12, 0.30);
  cairo_rectangle (cr, 0.44, 0.71, 0.12, 0.12);
  cairo_fill (cr);
}

static void
draw_tick (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.15);
  cairo_move_to (cr, 0.12, 0.54);
  cairo_line_to (cr, 0.38, 0.80);
  cairo_line_to (cr, 0.88, 0.22);
  cairo_stroke (cr);
}

static void
draw_full (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.10);
  cairo_arc (cr, 0.5, 0.5, 0.45, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_translate (cr, 0.2, 0.2);
  cairo_scale (cr, 0.6, 0.6);
  draw_tick (cr);
}

static void
draw_none (cairo_t *cr)
{
  cairo_rectangle (cr, 0.2, 0.44, 0.6, 0.13);
  cairo_fill (cr);
}

static void
draw_unknown (cairo_t *cr)
{
  cairo_set_line_width (cr, 0.11);
  cairo_move_to (cr, 0.5, 0.06);
  cairo_line_to (cr, 0.94, 0.5);
  cairo_line_to (cr, 0.5, 0.94);
  cairo_line_to (cr, 0.06, 0.5);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_rectangle (cr, 0.44, 0.44, 0.12, 0.12);
  cairo_fill (cr);
}

/**
 * outlay_pdf_glyph_ink:
 * @glyph: a state
 *
 * Returns: the colour that goes with it
 */
OutlayInk
outlay_pdf_glyph_ink (OutlayReportGlyph glyph)
{
  switch (glyph)
    {
    case OUTLAY_GLYPH_OVER:
      return OUTLAY_INK_ERROR;
    case OUTLAY_GLYPH_AT_RISK:
      return OUTLAY_INK_WARNING;
    case OUTLAY_GLYPH_ON_TRACK:
      return OUTLAY_INK_SUCCESS;
    case OUTLAY_GLYPH_FULL:
    case OUTLAY_GLYPH_EMPTY:
    case OUTLAY_GLYPH_NONE:
    case OUTLAY_GLYPH_UNKNOWN:
    default:
      return OUTLAY_INK_TOTAL;
    }
}

/**
 * outlay_pdf_glyph:
 * @pdf: a PDF
 * @glyph: a state
 * @x: start
 * @y: top
 * @size: width and height
 */
void
outlay_pdf_glyph (OutlayPdf *pdf, OutlayReportGlyph glyph, double x, double y, double size)
{
  static void (*const draw[]) (cairo_t *) = {
    [OUTLAY_GLYPH_OVER] = draw_over,     [OUTLAY_GLYPH_AT_RISK] = draw_at_risk,
    [OUTLAY_GLYPH_ON_TRACK] = draw_tick, [OUTLAY_GLYPH_FULL] = draw_full,
    [OUTLAY_GLYPH_NONE] = draw_none,     [OUTLAY_GLYPH_UNKNOWN] = draw_unknown,
  };

  if (!pdf->cr || glyph == OUTLAY_GLYPH_EMPTY)
    return;
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, outlay_pdf_mirror (pdf, x, size), y);
  cairo_scale (pdf->cr, size, size);
  set_ink (pdf, outlay_pdf_glyph_ink (glyph));
  cairo_new_path (pdf->cr); /* text leaves a point behind, which an arc would start from */
  draw[glyph](pdf->cr);
  cairo_restore (pdf->cr);
}
