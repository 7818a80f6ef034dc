/* pdf-page.c – pages, sections and what goes where on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

#define FOOTER_GAP 14.0
#define FOOTER_TEXT 6.0
#define ASIDE_SHARE 0.34
#define PILL_PAD 7.0
#define PILL_HEIGHT 19.0
#define PILL_GLYPH 8.5
#define PILL_TINT 0.13
#define HALF_GAP 24.0
#define LAST_ROOM 120.0
#define UNKNOWN_PAGE "00"

static const OutlayPdfStyle quiet = { OUTLAY_PDF_QUIET, FALSE, OUTLAY_TONE_DIM, OUTLAY_ALIGN_START,
                                      1 };
static const OutlayPdfStyle quiet_end = { OUTLAY_PDF_QUIET, FALSE, OUTLAY_TONE_DIM,
                                          OUTLAY_ALIGN_END, 1 };

/**
 * outlay_pdf_start_page:
 * @pdf: a PDF
 */
void
outlay_pdf_start_page (OutlayPdf *pdf)
{
  pdf->page++;
  pdf->y = pdf->top;
  pdf->fresh = TRUE;
}

/**
 * outlay_pdf_finish_page:
 * @pdf: a PDF
 *
 * Draws the foot. It is in no element of the structure: a reader aloud skips it.
 */
void
outlay_pdf_finish_page (OutlayPdf *pdf)
{
  const OutlayReportDocument *document = pdf->document;
  double y = pdf->bottom + FOOTER_GAP;
  g_autofree char *left =
      g_strdup_printf ("%s · %s · %s", document->product, document->title, document->period);
  /* Translators: number of a page, and how many there are. */
  g_autofree char *right = g_strdup_printf (_ ("Page %u of %u"), pdf->page, pdf->n_pages);

  if (!pdf->cr)
    return;
  outlay_pdf_rule (pdf, OUTLAY_TONE_HAIR, pdf->left, y, pdf->width);
  outlay_pdf_put (pdf, NULL, left, &quiet, pdf->left, y + FOOTER_TEXT, pdf->width * 0.75);
  outlay_pdf_put (pdf, NULL, right, &quiet_end, pdf->left, y + FOOTER_TEXT, pdf->width);
  cairo_show_page (pdf->cr);
}

/**
 * outlay_pdf_break_page:
 * @pdf: a PDF
 */
void
outlay_pdf_break_page (OutlayPdf *pdf)
{
  outlay_pdf_finish_page (pdf);
  outlay_pdf_start_page (pdf);
}

/**
 * outlay_pdf_expand:
 * @pdf: a PDF
 * @text: with `{page:ID}` for the page on which a section starts
 *
 * Returns: (transfer full): with the numbers
 */
char *
outlay_pdf_expand (OutlayPdf *pdf, const char *text)
{
  static const char mark[] = "{page:";
  GString *expanded = g_string_new (NULL);

  for (const char *found; (found = strstr (text, mark)); text = strchr (found, '}') + 1)
    {
      const char *end = strchr (found, '}');
      g_autofree char *id = NULL;
      gpointer page;

      if (!end)
        break;
      g_string_append_len (expanded, text, found - text);
      id = g_strndup (found + strlen (mark), (gsize) (end - found) - strlen (mark));
      page = g_hash_table_lookup (pdf->starts, id);
      if (page)
        g_string_append_printf (expanded, "%u", GPOINTER_TO_UINT (page));
      else
        g_string_append (expanded, UNKNOWN_PAGE);
    }
  g_string_append (expanded, text);
  return g_string_free (expanded, FALSE);
}

static double
pill_width (OutlayPdf *pdf, const OutlayReportSection *section)
{
  OutlayPdfStyle style = { OUTLAY_PDF_SMALL, TRUE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 1 };

  return outlay_pdf_text_width (pdf, section->pill, &style) + 3 * PILL_PAD + PILL_GLYPH;
}

static void
draw_pill (OutlayPdf *pdf, const OutlayReportSection *section, double x, double y)
{
  OutlayPdfStyle style = { OUTLAY_PDF_SMALL, TRUE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 1 };
  double width = pill_width (pdf, section);
  double radius = PILL_HEIGHT / 2;
  const OutlayColour *ink = &pdf->theme.inks[outlay_pdf_glyph_ink (section->glyph)];
  double left = outlay_pdf_mirror (pdf, x, width);

  if (!pdf->cr)
    return;
  /* A tint, mixed with white: transparency would make the printer's work harder. */
  cairo_set_source_rgb (pdf->cr, 1 - PILL_TINT * (1 - ink->red), 1 - PILL_TINT * (1 - ink->green),
                        1 - PILL_TINT * (1 - ink->blue));
  cairo_new_path (pdf->cr);
  cairo_arc (pdf->cr, left + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (pdf->cr, left + width - radius, y + radius, radius, 3 * G_PI / 2, G_PI / 2);
  cairo_fill (pdf->cr);
  outlay_pdf_glyph (pdf, section->glyph, x + PILL_PAD, y + (PILL_HEIGHT - PILL_GLYPH) / 2,
                    PILL_GLYPH);
  outlay_pdf_put (pdf, "P", section->pill, &style, x + 1.7 * PILL_PAD + PILL_GLYPH, y + 3.6, width);
}

/* Returns: the height of the title, with the pill beside it, or under it where it is too long. */
static double
draw_title (OutlayPdf *pdf, const OutlayReportSection *section, double y, double width)
{
  OutlayPdfStyle style = { OUTLAY_PDF_TITLE, TRUE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 1 };
  double natural = outlay_pdf_text_width (pdf, section->title, &style);
  gboolean beside;
  double height;

  if (natural > width)
    style.max_lines = 2;
  height = outlay_pdf_put (pdf, "H1", section->title, &style, pdf->left, y, width);
  if (!section->pill)
    return height;
  beside = natural + HALF_GAP / 2 + pill_width (pdf, section) <= width;
  if (beside)
    {
      draw_pill (pdf, section, pdf->left + natural + HALF_GAP / 2,
                 y + (height - PILL_HEIGHT) / 2 + 0.5);
      return height;
    }
  draw_pill (pdf, section, pdf->left, y + height + 3);
  return height + PILL_HEIGHT + 6;
}

static double
draw_aside (OutlayPdf *pdf, const OutlayReportSection *section)
{
  double width = pdf->width * ASIDE_SHARE - HALF_GAP;
  double x = pdf->left + pdf->width - width;
  double at = pdf->y;

  for (guint i = 0; i < section->aside->len; i++)
    at +=
        outlay_pdf_put (pdf, "P", g_ptr_array_index (section->aside, i), &quiet_end, x, at, width);
  return at - pdf->y;
}

static void
draw_head (OutlayPdf *pdf, const OutlayReportSection *section)
{
  OutlayPdfStyle body = { OUTLAY_PDF_BODY, FALSE, OUTLAY_TONE_INK, OUTLAY_ALIGN_START, 2 };
  double width = pdf->width * (section->aside->len > 0 ? 1 - ASIDE_SHARE : 1);
  double at = pdf->y;
  double aside;

  if (section->eyebrow)
    at += outlay_pdf_put (pdf, "P", section->eyebrow, &quiet, pdf->left, at, width);
  at += draw_title (pdf, section, at, width);
  if (section->subtitle)
    at += outlay_pdf_put (pdf, "P", section->subtitle, &body, pdf->left, at, width);
  aside = draw_aside (pdf, section);
  pdf->y = MAX (at, pdf->y + aside) + 2 * OUTLAY_PDF_GAP / 3;
  pdf->fresh = FALSE;
}

static void
add_bookmark (OutlayPdf *pdf, const OutlayReportSection *section)
{
  g_autofree char *destination = g_strdup_printf ("dest='%s'", section->id);
  g_autofree char *attributes = g_strdup_printf ("name='%s'", section->id);
  int parent = CAIRO_PDF_OUTLINE_ROOT;
  int bookmark;

  g_hash_table_insert (pdf->starts, g_strdup (section->id), GUINT_TO_POINTER (pdf->page));
  if (!pdf->cr)
    return;
  if (section->parent)
    parent = GPOINTER_TO_INT (g_hash_table_lookup (pdf->bookmarks, section->parent));
  bookmark =
      cairo_pdf_surface_add_outline (pdf->surface, parent, section->title, destination,
                                     parent == CAIRO_PDF_OUTLINE_ROOT ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                                                                      : 0);
  g_hash_table_insert (pdf->bookmarks, g_strdup (section->id), GINT_TO_POINTER (bookmark));
  cairo_tag_begin (pdf->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (pdf->cr, CAIRO_TAG_DEST);
}

static double
measure_block (OutlayPdf *pdf, const OutlayReportBlock *block, double width)
{
  cairo_t *cr = g_steal_pointer (&pdf->cr);
  double height = outlay_pdf_block (pdf, block, pdf->left, pdf->y, width);

  pdf->cr = cr;
  return height;
}

static void
make_room (OutlayPdf *pdf, double height)
{
  if (!pdf->fresh && pdf->y + height > pdf->bottom)
    outlay_pdf_break_page (pdf);
}

/* Two blocks beside each other. */
static void
place_halves (OutlayPdf *pdf, const OutlayReportBlock *first, const OutlayReportBlock *second)
{
  double width = (pdf->width - HALF_GAP) / 2;
  double one = measure_block (pdf, first, width);
  double two = measure_block (pdf, second, width);

  make_room (pdf, MAX (one, two));
  outlay_pdf_block (pdf, first, pdf->left, pdf->y, width);
  outlay_pdf_block (pdf, second, pdf->left + width + HALF_GAP, pdf->y, width);
  pdf->y += MAX (one, two);
  pdf->fresh = FALSE;
}

static void
place_block (OutlayPdf *pdf, const OutlayReportBlock *block)
{
  double height;

  if (block->kind == OUTLAY_BLOCK_TABLE)
    {
      outlay_pdf_flow_table (pdf, block);
      return;
    }
  height = measure_block (pdf, block, pdf->width);
  make_room (pdf, height);
  outlay_pdf_block (pdf, block, pdf->left, pdf->y, pdf->width);
  pdf->y += height;
  pdf->fresh = FALSE;
}

static const OutlayReportBlock *
get_block (const OutlayReportSection *section, guint index)
{
  return index < section->blocks->len ? g_ptr_array_index (section->blocks, index) : NULL;
}

/* A note stands closer to what it is about, a paragraph to the one before. */
static double
gap_before (const OutlayReportBlock *block, const OutlayReportBlock *previous)
{
  if (block->kind == OUTLAY_BLOCK_NOTE)
    return OUTLAY_PDF_GAP / 2;
  if (block->kind == OUTLAY_BLOCK_TEXT && previous->kind == OUTLAY_BLOCK_TEXT)
    return OUTLAY_PDF_GAP / 3;
  return OUTLAY_PDF_GAP;
}

/**
 * outlay_pdf_section:
 * @pdf: a PDF
 * @section: what is drawn next
 */
void
outlay_pdf_section (OutlayPdf *pdf, const OutlayReportSection *section)
{
  if (section->continues && !pdf->fresh)
    {
      pdf->y += 2 * OUTLAY_PDF_GAP;
      make_room (pdf, LAST_ROOM);
    }
  else if (!pdf->fresh)
    outlay_pdf_break_page (pdf);
  add_bookmark (pdf, section);
  draw_head (pdf, section);
  for (guint i = 0; i < section->blocks->len; i++)
    {
      const OutlayReportBlock *block = get_block (section, i);
      const OutlayReportBlock *next = get_block (section, i + 1);

      if (i > 0 && !pdf->fresh)
        pdf->y += gap_before (block, get_block (section, i - 1));
      if (block->half && next && next->half)
        {
          place_halves (pdf, block, next);
          i++;
        }
      else
        place_block (pdf, block);
    }
}
