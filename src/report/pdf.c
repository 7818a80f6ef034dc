/* pdf.c – a report as tagged PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two runs give the same bytes: the dates inside are the report's, not the
 * clock's. Tags are those of a structured PDF; it claims neither PDF/UA nor
 * PDF/A, for Cairo can write no alternative texts and no language. Every chart
 * stands beside a table or sentences with the same figures.
 */

#include "report/pdf.h"

#include "report/pdf-private.h"
#include "report/write.h"

#include "core/date.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#define POINTS_PER_MM (72.0 / 25.4)
#define MARGIN (19.0 * POINTS_PER_MM)
#define FOOT (7.0 * POINTS_PER_MM)
#define POINTS_PER_PIXEL 0.75
#define FONTS "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

static cairo_status_t
on_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pango thinks of a screen: 96 dots an inch, hinted. On paper a point is a point. */
static PangoContext *
make_context (gboolean right_to_left)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static void
open_pdf (OutlayPdf *pdf, const OutlayReportDocument *document)
{
  *pdf = (OutlayPdf){ .document = document };
  outlay_chart_theme_init (&pdf->theme, OUTLAY_CHART_LOOK_PRINT);
  pdf->theme.font_family = FONTS;
  pdf->theme.unit = POINTS_PER_PIXEL;
  pdf->context = make_context (document->right_to_left);
  pdf->page_width = document->letter ? 612.0 : 210.0 * POINTS_PER_MM;
  pdf->page_height = document->letter ? 792.0 : 297.0 * POINTS_PER_MM;
  pdf->left = MARGIN;
  pdf->width = pdf->page_width - 2 * MARGIN;
  pdf->top = MARGIN;
  pdf->bottom = pdf->page_height - MARGIN - FOOT;
  pdf->starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  pdf->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
close_pdf (OutlayPdf *pdf)
{
  g_object_unref (pdf->context);
  g_hash_table_unref (pdf->starts);
  g_hash_table_unref (pdf->bookmarks);
}

static void
run (OutlayPdf *pdf)
{
  pdf->page = 0;
  outlay_pdf_begin_tag (pdf, "Document");
  outlay_pdf_start_page (pdf);
  for (guint i = 0; i < pdf->document->sections->len; i++)
    outlay_pdf_section (pdf, g_ptr_array_index (pdf->document->sections, i));
  outlay_pdf_finish_page (pdf);
  outlay_pdf_end_tag (pdf, "Document");
  pdf->n_pages = pdf->page;
}

static void
set_metadata (cairo_surface_t *surface, const OutlayReportDocument *document)
{
  g_autofree char *day = outlay_day_to_string (document->made_day);
  g_autofree char *instant = g_strconcat (day, "T00:00:00Z", NULL);
  g_autofree char *title = g_strdup_printf ("%s, %s", document->title, document->period);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (document->organisation && *document->organisation)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->organisation);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, document->product);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, instant);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, instant);
}

static cairo_status_t
draw (OutlayPdf *pdf, GByteArray *bytes)
{
  cairo_status_t status;

  pdf->surface =
      cairo_pdf_surface_create_for_stream (on_bytes, bytes, pdf->page_width, pdf->page_height);
  set_metadata (pdf->surface, pdf->document);
  pdf->cr = cairo_create (pdf->surface);
  run (pdf);
  status = cairo_status (pdf->cr);
  g_clear_pointer (&pdf->cr, cairo_destroy);
  cairo_surface_finish (pdf->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf->surface);
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  return status;
}

/**
 * outlay_report_render_pdf:
 * @document: an outline
 * @error: %OUTLAY_REPORT_ERROR_RENDER
 *
 * Returns: (transfer full) (nullable): the bytes of a PDF file
 */
GBytes *
outlay_report_render_pdf (const OutlayReportDocument *document, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  OutlayPdf pdf;
  cairo_status_t status;

  open_pdf (&pdf, document);
  run (&pdf);
  status = draw (&pdf, bytes);
  close_pdf (&pdf);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, OUTLAY_REPORT_ERROR, OUTLAY_REPORT_ERROR_RENDER,
                   _ ("The PDF could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
