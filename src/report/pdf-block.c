/* pdf-block.c – figures, sentences, charts and parts on a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/pdf-private.h"

#include "chart/meter.h"

#include <string.h>

#define FIGURE_PAD 9.0
#define HEADING_GAP 6.0
#define PART_BAR_HEIGHT 10.0
#define TYPICAL_LOW 0.6
#define TYPICAL_HIGH 0.8
#define TICK 4.0

static const OutlayPdfStyle quiet = { OUTLAY_PDF_QUIET, FALSE, OUTLAY_TONE_DIM, OUTLAY_ALIGN_START,
                                      2 };

/**
 * outlay_pdf_heading:
 * @pdf: a PDF
 * @text: valid UTF-8
 * @x: start
 * @y: top
 * @width: its room
 *
 * Returns: its height, with the gap under it
 */
double
outlay_pdf_heading (OutlayPdf *pdf, const char *text, double x, double y, double width)
{
  static const OutlayPdfStyle style = { OUTLAY_PDF_BODY, TRUE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START,
                                        2 };

  return outlay_pdf_put (pdf, "H2", text, &style, x, y, width) + HEADING_GAP;
}

/* The number of a figure, in the size that fits. */
static double
put_number (OutlayPdf *pdf, const char *text, double x, double y, double width)
{
  OutlayPdfStyle style = { OUTLAY_PDF_FIGURE, TRUE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 1 };
  double line = OUTLAY_PDF_FIGURE * 1.3;

  if (outlay_pdf_text_width (pdf, text, &style) > width)
    style.size = OUTLAY_PDF_BODY;
  if (outlay_pdf_text_width (pdf, text, &style) > width)
    {
      style.size = OUTLAY_PDF_SMALL;
      style.max_lines = 2;
    }
  outlay_pdf_put (pdf, "P", text, &style, x,
                  y + (style.max_lines == 1 ? (OUTLAY_PDF_FIGURE - style.size) * 0.95 : 0.0),
                  width);
  return line;
}

static double
draw_figure (OutlayPdf *pdf, const OutlayReportFigure *figure, double x, double y, double width)
{
  double at = y + FIGURE_PAD;

  at += outlay_pdf_put (pdf, "P", figure->label, &quiet, x, at, width);
  at += put_number (pdf, figure->value, x, at, width);
  if (figure->detail)
    at += outlay_pdf_put (pdf, "P", figure->detail, &quiet, x, at, width);
  if (figure->note)
    at += outlay_pdf_put (pdf, "P", figure->note, &quiet, x, at, width);
  return at + FIGURE_PAD - 2.0 - y;
}

static double
draw_figures (OutlayPdf *pdf, const GPtrArray *figures, double x, double y, double width)
{
  double column = width / MAX (figures->len, 1);
  double height = 0.0;

  for (guint i = 0; i < figures->len; i++)
    {
      double inset = i == 0 ? 0.0 : FIGURE_PAD;
      double used = draw_figure (pdf, g_ptr_array_index (figures, i), x + i * column + inset, y,
                                 column - inset - FIGURE_PAD / 2);

      height = MAX (height, used);
    }
  outlay_pdf_rule (pdf, OUTLAY_TONE_RULE, x, y, width);
  outlay_pdf_rule (pdf, OUTLAY_TONE_HAIR, x, y + height, width);
  for (guint i = 1; i < figures->len; i++)
    outlay_pdf_upright (pdf, x + i * column, y, height);
  return height;
}

/* One sentence in bold, and what follows it. */
static double
draw_lead (OutlayPdf *pdf, const OutlayReportBlock *block, double x, double y, double width)
{
  static const OutlayPdfStyle style = { OUTLAY_PDF_BODY, FALSE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START,
                                        0 };
  const char *strong = block->strong ? block->strong : "";
  const char *rest = block->text ? block->text : "";
  g_autofree char *text = g_strconcat (strong, *strong && *rest ? " " : "", rest, NULL);
  g_autoptr (PangoLayout) layout = outlay_pdf_layout_new (pdf, text, &style, width);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  double height;

  bold->start_index = 0;
  bold->end_index = (guint) strlen (strong);
  pango_attr_list_insert (pango_layout_get_attributes (layout), bold);
  pango_layout_context_changed (layout);
  outlay_pdf_begin_tag (pdf, "P");
  height = outlay_pdf_put_layout (pdf, layout, &style, x, y, width);
  outlay_pdf_end_tag (pdf, "P");
  return height;
}

static double
draw_text (OutlayPdf *pdf, const char *text, double size, double x, double y, double width)
{
  OutlayPdfStyle style = { size, FALSE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 0 };
  g_autofree char *expanded = outlay_pdf_expand (pdf, text);

  if (size < OUTLAY_PDF_SMALL)
    style.tone = OUTLAY_TONE_DIM;
  return outlay_pdf_put (pdf, "P", expanded, &style, x, y, width);
}

static double
draw_chart (OutlayPdf *pdf, const OutlayChart *chart, double x, double y, double width)
{
  static const OutlayChartState state = OUTLAY_CHART_STATE_INIT;
  double height = outlay_chart_natural_height (chart, &pdf->theme);

  if (!pdf->cr)
    return height;
  cairo_save (pdf->cr);
  outlay_pdf_begin_tag (pdf, "Figure");
  cairo_translate (pdf->cr, outlay_pdf_mirror (pdf, x, width), y);
  outlay_chart_draw (chart, pdf->cr, width, height, &pdf->theme, &state);
  outlay_pdf_end_tag (pdf, "Figure");
  cairo_restore (pdf->cr);
  return height;
}

/* The band in which the first part of a cost usually lies. */
static void
draw_typical (OutlayPdf *pdf, double x, double y, double width)
{
  double low = x + width * TYPICAL_LOW;
  double length = width * (TYPICAL_HIGH - TYPICAL_LOW);

  outlay_pdf_rule (pdf, OUTLAY_TONE_RULE, low, y, length);
  if (!pdf->cr)
    return;
  for (int side = 0; side < 2; side++)
    {
      cairo_move_to (pdf->cr, outlay_pdf_mirror (pdf, low + side * length, 0), y - TICK / 2);
      cairo_rel_line_to (pdf->cr, 0, TICK);
      cairo_stroke (pdf->cr);
    }
}

static void
draw_bar (OutlayPdf *pdf, const GArray *parts, double x, double y, double width)
{
  g_autofree OutlayPart *bar = g_new0 (OutlayPart, parts->len + 1);

  if (!pdf->cr)
    return;
  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayReportPart *part = &g_array_index (parts, OutlayReportPart, i);

      bar[i] = (OutlayPart){ part->value, part->ink };
    }
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, outlay_pdf_mirror (pdf, x, width), y);
  outlay_parts_draw (bar, parts->len, pdf->document->right_to_left, pdf->cr, width, PART_BAR_HEIGHT,
                     &pdf->theme);
  cairo_restore (pdf->cr);
}

static double
draw_parts (OutlayPdf *pdf, const OutlayReportBlock *block, double x, double y, double width)
{
  double at = y + TICK;

  outlay_pdf_begin_tag (pdf, "Figure");
  draw_typical (pdf, x, at, width);
  at += TICK;
  draw_bar (pdf, block->parts, x, at, width);
  outlay_pdf_end_tag (pdf, "Figure");
  at += PART_BAR_HEIGHT + HEADING_GAP;
  if (block->text)
    at += draw_text (pdf, block->text, OUTLAY_PDF_SMALL, x, at, width);
  return at - y;
}

/**
 * outlay_pdf_block:
 * @pdf: a PDF
 * @block: what is drawn
 * @x: start
 * @y: top
 * @width: its room
 *
 * Returns: its height
 */
double
outlay_pdf_block (OutlayPdf *pdf, const OutlayReportBlock *block, double x, double y, double width)
{
  double at = y;

  if (block->heading)
    at += outlay_pdf_heading (pdf, block->heading, x, at, width);
  switch (block->kind)
    {
    case OUTLAY_BLOCK_FIGURES:
      return at - y + draw_figures (pdf, block->figures, x, at, width);
    case OUTLAY_BLOCK_LEAD:
      return at - y + draw_lead (pdf, block, x, at, width);
    case OUTLAY_BLOCK_TEXT:
      return at - y + draw_text (pdf, block->text, OUTLAY_PDF_SMALL, x, at, width);
    case OUTLAY_BLOCK_TABLE:
      return at - y + outlay_pdf_table (pdf, block->table, x, at, width);
    case OUTLAY_BLOCK_CHART:
      at += draw_chart (pdf, block->chart, x, at, width);
      if (block->text)
        at += draw_text (pdf, block->text, OUTLAY_PDF_QUIET, x, at, width);
      return at - y;
    case OUTLAY_BLOCK_PARTS:
      return at - y + draw_parts (pdf, block, x, at, width);
    case OUTLAY_BLOCK_NOTE:
    default:
      return at - y + draw_text (pdf, block->text, OUTLAY_PDF_QUIET, x, at, width);
    }
}
