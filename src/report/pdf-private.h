/* pdf-private.h – a PDF under construction, for the files that draw it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lengths are points. A report is laid out twice by the same code: once with
 * @cr NULL, which draws nothing and finds the number of pages and where the
 * sections start, and once on the surface. X runs from the start of the line:
 * in a mirrored report that is the right edge.
 */

#pragma once

#include "report/outline.h"

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define OUTLAY_PDF_TITLE 19.5
#define OUTLAY_PDF_FIGURE 15.0
#define OUTLAY_PDF_BODY 11.0
#define OUTLAY_PDF_SMALL 9.0
#define OUTLAY_PDF_QUIET 8.25
#define OUTLAY_PDF_GAP 18.0

/**
 * OutlayPdfTone:
 *
 * How dark: text, quiet text, rules of heads and sums, hairlines.
 */
typedef enum
{
  OUTLAY_TONE_INK,
  OUTLAY_TONE_DIM,
  OUTLAY_TONE_RULE,
  OUTLAY_TONE_HAIR,
} OutlayPdfTone;

typedef enum
{
  OUTLAY_ALIGN_START,
  OUTLAY_ALIGN_END,
} OutlayPdfAlign;

/**
 * OutlayPdfStyle:
 * @size: of the font
 * @strong: bold
 * @tone: how dark
 * @align: of a single line in its width
 * @max_lines: then it ends in "…"; 0 for as many as it takes
 */
typedef struct
{
  double size;
  gboolean strong;
  OutlayPdfTone tone;
  OutlayPdfAlign align;
  int max_lines;
} OutlayPdfStyle;

/**
 * OutlayPdf:
 * @cr: (nullable): %NULL while it is only measured
 * @left: of the text, from the start of the line
 * @width: of the text
 * @top: of the text
 * @bottom: of the text
 * @y: where the next block goes
 * @page: number of the page, from 1
 * @n_pages: how many there are, known in the second pass
 * @fresh: nothing is on the page yet
 * @starts: id of a section: page it starts on
 * @bookmarks: id of a section: its bookmark
 */
typedef struct
{
  const OutlayReportDocument *document;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  OutlayChartTheme theme;
  double page_width;
  double page_height;
  double left;
  double width;
  double top;
  double bottom;
  double y;
  guint page;
  guint n_pages;
  gboolean fresh;
  GHashTable *starts;
  GHashTable *bookmarks;
} OutlayPdf;

/* pdf-text.c */
void outlay_pdf_begin_tag (OutlayPdf *pdf, const char *tag);
void outlay_pdf_end_tag (OutlayPdf *pdf, const char *tag);
void outlay_pdf_set_tone (OutlayPdf *pdf, OutlayPdfTone tone);
double outlay_pdf_mirror (OutlayPdf *pdf, double x, double width);
PangoLayout *outlay_pdf_layout_new (OutlayPdf *pdf,
                                    const char *text,
                                    const OutlayPdfStyle *style,
                                    double width);
double outlay_pdf_layout_height (PangoLayout *layout);
double outlay_pdf_text_width (OutlayPdf *pdf, const char *text, const OutlayPdfStyle *style);
double outlay_pdf_put_layout (OutlayPdf *pdf,
                              PangoLayout *layout,
                              const OutlayPdfStyle *style,
                              double x,
                              double y,
                              double width);
double outlay_pdf_put (OutlayPdf *pdf,
                       const char *tag,
                       const char *text,
                       const OutlayPdfStyle *style,
                       double x,
                       double y,
                       double width);
void outlay_pdf_rule (OutlayPdf *pdf, OutlayPdfTone tone, double x, double y, double width);
void outlay_pdf_upright (OutlayPdf *pdf, double x, double y, double height);

/* pdf-glyph.c */
void outlay_pdf_glyph (OutlayPdf *pdf, OutlayReportGlyph glyph, double x, double y, double size);
OutlayInk outlay_pdf_glyph_ink (OutlayReportGlyph glyph);

/* pdf-page.c */
void outlay_pdf_start_page (OutlayPdf *pdf);
void outlay_pdf_finish_page (OutlayPdf *pdf);
void outlay_pdf_break_page (OutlayPdf *pdf);
char *outlay_pdf_expand (OutlayPdf *pdf, const char *text);
void outlay_pdf_section (OutlayPdf *pdf, const OutlayReportSection *section);

/* pdf-block.c */
double outlay_pdf_heading (OutlayPdf *pdf, const char *text, double x, double y, double width);
double outlay_pdf_block (OutlayPdf *pdf,
                         const OutlayReportBlock *block,
                         double x,
                         double y,
                         double width);

/* pdf-table.c */
double outlay_pdf_table (OutlayPdf *pdf,
                         const OutlayReportTable *table,
                         double x,
                         double y,
                         double width);
void outlay_pdf_flow_table (OutlayPdf *pdf, const OutlayReportBlock *block);

G_END_DECLS
