/* gallery.c – draws every kind of chart in every look, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Run with a folder to keep the pictures; as a test it draws into a folder of
 * its own, and fails where a picture has nothing on it.
 */

#include "chart/meter.h"
#include "samples.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define PADDING 18.0
#define METER_WIDTH 250.0

static const char *const look_names[OUTLAY_N_CHART_LOOKS] = { "light",         "dark",  "contrast",
                                                              "contrast-dark", "print", "grey" };

static const char *folder;

static void
fill_card (cairo_t *cr, const OutlayChartTheme *theme)
{
  cairo_set_source_rgb (cr, theme->card.red, theme->card.green, theme->card.blue);
  cairo_paint (cr);
}

static gboolean
has_picture (cairo_surface_t *surface)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  const unsigned char *data;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 1; y < height; y++)
    if (memcmp (data, data + (gsize) y * (gsize) stride, (gsize) stride) != 0)
      return TRUE;

  return FALSE;
}

static void
save_chart (OutlayChart *chart,
            const char *name,
            double width,
            double height,
            const OutlayChartTheme *theme,
            const OutlayChartState *state)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * theme->unit + 2 * PADDING),
                                  (int) (height * theme->unit + 2 * PADDING));
  cairo_t *cr = cairo_create (surface);

  fill_card (cr, theme);
  cairo_translate (cr, PADDING, PADDING);
  outlay_chart_draw (chart, cr, width * theme->unit, height * theme->unit, theme, state);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  g_assert_true (has_picture (surface));
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
draw_looks (void)
{
  for (int look = 0; look < OUTLAY_N_CHART_LOOKS; look++)
    for (gsize i = 0; i < n_samples; i++)
      {
        g_autoptr (OutlayChart) chart = samples[i].make ();
        g_autofree char *name = g_strdup_printf ("%s-%s", samples[i].name, look_names[look]);
        OutlayChartTheme theme;

        outlay_chart_theme_init (&theme, (OutlayChartLook) look);
        save_chart (chart, name, samples[i].width, samples[i].height, &theme, NULL);
      }
}

static void
draw_variants (void)
{
  static const OutlayChartState cursor = { 2, 1, 1 << 3 };

  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (OutlayChart) chart = samples[i].make ();
      g_autofree char *narrow = g_strconcat (samples[i].name, "-narrow", NULL);
      g_autofree char *mirrored = g_strconcat (samples[i].name, "-mirrored", NULL);
      g_autofree char *large = g_strconcat (samples[i].name, "-large", NULL);
      g_autofree char *pointed = g_strconcat (samples[i].name, "-cursor", NULL);
      OutlayChartTheme theme;

      outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
      save_chart (chart, narrow, 300, samples[i].height, &theme, NULL);
      save_chart (chart, pointed, samples[i].width, samples[i].height, &theme, &cursor);
      theme.text_scale = 1.75;
      save_chart (chart, large, samples[i].width, samples[i].height * 1.3, &theme, NULL);
      theme.text_scale = 1;
      theme.unit = 2;
      chart->right_to_left = TRUE;
      save_chart (chart, mirrored, samples[i].width, samples[i].height, &theme, NULL);
    }
}

static void
draw_meters (OutlayChartLook look)
{
  static const OutlayBudgetMeter meters[] = {
    { 1.12, 1.7, OUTLAY_METER_LIST_END, OUTLAY_INK_OVER, FALSE, FALSE },
    { 0.82, 1.23, OUTLAY_METER_LIST_END, OUTLAY_INK_AT_RISK, FALSE, FALSE },
    { 0.59, 0.88, OUTLAY_METER_LIST_END, OUTLAY_INK_NEUTRAL, FALSE, FALSE },
    { 1.3, NAN, OUTLAY_METER_LIST_END, OUTLAY_INK_NEUTRAL, TRUE, FALSE },
    { 1, NAN, OUTLAY_METER_LIST_END, OUTLAY_INK_NEUTRAL, FALSE, TRUE },
    { 0, 0, OUTLAY_METER_LIST_END, OUTLAY_INK_NEUTRAL, FALSE, FALSE },
  };
  static const OutlayPart parts[] = { { 7000, OUTLAY_INK_COST },
                                      { 1650, OUTLAY_INK_PEOPLE },
                                      { 980, OUTLAY_INK_INFRASTRUCTURE },
                                      { 110, OUTLAY_INK_FEES } };
  static const double trend[] = { 3, 3.2, 3.1, NAN, 4, 4.4, 5, 6.5, 6.2, 7 };
  g_autofree char *file = g_strdup_printf ("meters-%s.png", look_names[look]);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 290, 280);
  cairo_t *cr = cairo_create (surface);
  OutlayChartTheme theme;

  outlay_chart_theme_init (&theme, look);
  fill_card (cr, &theme);
  cairo_translate (cr, 20, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (meters); i++)
    {
      outlay_meter_draw (&meters[i], cr, METER_WIDTH, 24, &theme);
      cairo_translate (cr, 0, 30);
    }
  outlay_parts_draw (parts, G_N_ELEMENTS (parts), FALSE, cr, METER_WIDTH, 22, &theme);
  cairo_translate (cr, 0, 36);
  outlay_trend_draw (trend, G_N_ELEMENTS (trend), FALSE, cr, 84, 20, &theme);

  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  g_assert_true (has_picture (surface));
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* A page of points: the same picture at three quarters of the size. */
static void
draw_pages (void)
{
  g_autofree char *path = g_build_filename (folder, "gallery.pdf", NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 750, 320);
  cairo_t *cr = cairo_create (surface);
  OutlayChartTheme theme;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_PRINT);
  theme.unit = 0.75;
  for (gsize i = 0; i < n_samples; i++)
    {
      g_autoptr (OutlayChart) chart = samples[i].make ();

      cairo_save (cr);
      cairo_translate (cr, PADDING, PADDING);
      outlay_chart_draw (chart, cr, samples[i].width * 0.75, samples[i].height * 0.75, &theme,
                         NULL);
      cairo_restore (cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
remove_pictures (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }

  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autofree char *own = NULL;

  if (argc > 1)
    folder = argv[1];
  else
    folder = own = g_dir_make_tmp ("outlay-gallery-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_mkdir_with_parents (folder, 0755);
  draw_looks ();
  draw_variants ();
  for (int look = 0; look < OUTLAY_N_CHART_LOOKS; look++)
    draw_meters ((OutlayChartLook) look);
  draw_pages ();

  if (own != NULL)
    remove_pictures ();

  return 0;
}
