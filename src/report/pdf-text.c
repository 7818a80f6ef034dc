/* pdf-text.c – text and rules of a PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/pdf-private.h"

#include <math.h>

#define HAIRLINE 0.5
#define SPACING 1.25

/**
 * outlay_pdf_begin_tag:
 * @pdf: a PDF
 * @tag: (nullable): of a structure element; %NULL is furniture of the page
 */
void
outlay_pdf_begin_tag (OutlayPdf *pdf, const char *tag)
{
  if (pdf->cr && tag)
    cairo_tag_begin (pdf->cr, tag, NULL);
}

/**
 * outlay_pdf_end_tag:
 * @pdf: a PDF
 * @tag: (nullable): as it was begun
 */
void
outlay_pdf_end_tag (OutlayPdf *pdf, const char *tag)
{
  if (pdf->cr && tag)
    cairo_tag_end (pdf->cr, tag);
}

/**
 * outlay_pdf_set_tone:
 * @pdf: a PDF that is drawn
 * @tone: how dark what follows is
 */
void
outlay_pdf_set_tone (OutlayPdf *pdf, OutlayPdfTone tone)
{
  static const double greys[] = { 0.10, 0.38, 0.50, 0.85 };

  cairo_set_source_rgb (pdf->cr, greys[tone], greys[tone], greys[tone]);
}

/**
 * outlay_pdf_mirror:
 * @pdf: a PDF
 * @x: of something, from the start of the line
 * @width: of it
 *
 * Returns: its left edge on the page
 */
double
outlay_pdf_mirror (OutlayPdf *pdf, double x, double width)
{
  return pdf->document->right_to_left ? pdf->page_width - x - width : x;
}

static void
set_font (PangoLayout *layout, OutlayPdf *pdf, const OutlayPdfStyle *style)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family_static (font, pdf->theme.font_family);
  pango_font_description_set_size (font, (int) lround (style->size * PANGO_SCALE));
  if (style->strong)
    pango_font_description_set_weight (font, style->size >= OUTLAY_PDF_FIGURE
                                                 ? PANGO_WEIGHT_ULTRABOLD
                                                 : PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static double
natural_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * outlay_pdf_layout_new:
 * @pdf: a PDF
 * @text: valid UTF-8
 * @style: how it looks
 * @width: that it must stay within
 *
 * Returns: (transfer full): the text, broken and shortened as its style says
 */
PangoLayout *
outlay_pdf_layout_new (OutlayPdf *pdf, const char *text, const OutlayPdfStyle *style, double width)
{
  PangoLayout *layout = pango_layout_new (pdf->context);
  int limit = (int) floor (MAX (width, 1.0) * PANGO_SCALE);

  set_font (layout, pdf, style);
  pango_layout_set_text (layout, text, -1);
  if (style->max_lines == 1)
    pango_layout_set_single_paragraph_mode (layout, TRUE);
  else
    pango_layout_set_line_spacing (layout, SPACING);
  /* A line that fits has no width of its own: it stays at the start, whatever its direction. */
  if (style->max_lines > 0 && natural_width (layout) <= width)
    return layout;
  pango_layout_set_width (layout, limit);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (style->max_lines > 0)
    {
      pango_layout_set_height (layout, -style->max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

/**
 * outlay_pdf_layout_height:
 * @layout: a text
 *
 * Returns: its height
 */
double
outlay_pdf_layout_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * outlay_pdf_text_width:
 * @pdf: a PDF
 * @text: valid UTF-8
 * @style: how it looks
 *
 * Returns: its width on one line
 */
double
outlay_pdf_text_width (OutlayPdf *pdf, const char *text, const OutlayPdfStyle *style)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pdf->context);

  set_font (layout, pdf, style);
  pango_layout_set_text (layout, text, -1);
  return natural_width (layout);
}

/**
 * outlay_pdf_put_layout:
 * @pdf: a PDF
 * @layout: a text
 * @style: how it looks
 * @x: start of its room
 * @y: top
 * @width: of its room
 *
 * Returns: its height
 */
double
outlay_pdf_put_layout (OutlayPdf *pdf,
                       PangoLayout *layout,
                       const OutlayPdfStyle *style,
                       double x,
                       double y,
                       double width)
{
  /* Pango turns paragraphs against the direction of the page to the other edge; a single
   * line has no width and stays where its column starts. */
  gboolean has_width = pango_layout_get_width (layout) >= 0;
  double own = has_width ? width : natural_width (layout);

  if (!pdf->cr)
    return outlay_pdf_layout_height (layout);
  if (style->align == OUTLAY_ALIGN_END)
    x += width - own;
  outlay_pdf_set_tone (pdf, style->tone);
  cairo_move_to (pdf->cr, outlay_pdf_mirror (pdf, x, own), y);
  pango_cairo_show_layout (pdf->cr, layout);
  return outlay_pdf_layout_height (layout);
}

/**
 * outlay_pdf_put:
 * @pdf: a PDF
 * @tag: (nullable): of its structure element
 * @text: valid UTF-8
 * @style: how it looks
 * @x: start of its room
 * @y: top
 * @width: of its room
 *
 * Returns: its height
 */
double
outlay_pdf_put (OutlayPdf *pdf,
                const char *tag,
                const char *text,
                const OutlayPdfStyle *style,
                double x,
                double y,
                double width)
{
  g_autoptr (PangoLayout) layout = outlay_pdf_layout_new (pdf, text, style, width);
  double height;

  outlay_pdf_begin_tag (pdf, tag);
  height = outlay_pdf_put_layout (pdf, layout, style, x, y, width);
  outlay_pdf_end_tag (pdf, tag);
  return height;
}

/**
 * outlay_pdf_rule:
 * @pdf: a PDF
 * @tone: how dark
 * @x: start
 * @y: middle
 * @width: length
 */
void
outlay_pdf_rule (OutlayPdf *pdf, OutlayPdfTone tone, double x, double y, double width)
{
  if (!pdf->cr)
    return;
  outlay_pdf_set_tone (pdf, tone);
  cairo_set_line_width (pdf->cr, tone == OUTLAY_TONE_HAIR ? HAIRLINE : 1.5 * HAIRLINE);
  cairo_move_to (pdf->cr, outlay_pdf_mirror (pdf, x, width), y);
  cairo_rel_line_to (pdf->cr, width, 0);
  cairo_stroke (pdf->cr);
}

/**
 * outlay_pdf_upright:
 * @pdf: a PDF
 * @x: middle
 * @y: top
 * @height: length
 *
 * Draws a hairline between columns.
 */
void
outlay_pdf_upright (OutlayPdf *pdf, double x, double y, double height)
{
  if (!pdf->cr)
    return;
  outlay_pdf_set_tone (pdf, OUTLAY_TONE_HAIR);
  cairo_set_line_width (pdf->cr, HAIRLINE);
  cairo_move_to (pdf->cr, outlay_pdf_mirror (pdf, x, 0), y);
  cairo_rel_line_to (pdf->cr, 0, height);
  cairo_stroke (pdf->cr);
}
