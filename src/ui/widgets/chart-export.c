/* chart-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-export.h"

#include "ui/widgets/chart-words.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* On white, in the look of paper: a picture leaves the desktop it was made on. */
static void
paint (cairo_surface_t *surface, const OutlayChart *chart, int width, int height)
{
  OutlayChartState state = OUTLAY_CHART_STATE_INIT;
  OutlayChartTheme theme;
  cairo_t *cr = cairo_create (surface);

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_PRINT);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  outlay_chart_draw (chart, cr, width, height, &theme, &state);
  cairo_destroy (cr);
}

/**
 * outlay_chart_to_png:
 * @chart: a chart
 * @width: in pixels of the design
 * @height: in pixels of the design
 * @scale: how many pixels one of them takes
 *
 * Returns: (transfer full): a PNG file
 */
GBytes *
outlay_chart_to_png (const OutlayChart *chart, int width, int height, double scale)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale),
                                                         (int) (height * scale));

  cairo_surface_set_device_scale (surface, scale, scale);
  paint (surface, chart, width, height);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * outlay_chart_to_svg:
 * @chart: a chart
 * @width: in pixels of the design
 * @height: in pixels of the design
 *
 * Returns: (transfer full): an SVG file
 */
GBytes *
outlay_chart_to_svg (const OutlayChart *chart, int width, int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, width, height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  paint (surface, chart, width, height);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
append_cell (GString *text, const char *cell)
{
  /* A tab or a line break in a name would tear the table. */
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
}

/**
 * outlay_chart_to_text:
 * @chart: a chart
 *
 * Returns: (transfer full): its table with tabs between cells, numbers as it writes them
 */
char *
outlay_chart_to_text (const OutlayChart *chart)
{
  g_autoptr (GArray) columns = outlay_chart_list_columns (chart);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      g_string_append_c (text, '\t');
      append_cell (text, g_array_index (columns, OutlayChartColumn, i).name);
    }
  g_string_append_c (text, '\n');

  for (gsize row = 0; row < chart->n_categories; row++)
    {
      g_autofree char *category = outlay_chart_write_category (chart, (int) row);

      append_cell (text, category);
      for (guint i = 0; i < columns->len; i++)
        {
          const double *values = g_array_index (columns, OutlayChartColumn, i).values;
          g_autofree char *cell = outlay_chart_write_value (chart, values[row]);

          g_string_append_c (text, '\t');
          append_cell (text, cell);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
