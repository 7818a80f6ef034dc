/* test-draw.c – odd data and odd sizes are drawn, and fast
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/meter.h"
#include "samples.h"

#include <math.h>
#include <string.h>

#define WIDTH 400
#define HEIGHT 200
#define N_MANY 10000

static cairo_surface_t *
draw (const OutlayChart *chart, int width, int height, const OutlayChartState *state)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  OutlayChartTheme theme;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  outlay_chart_draw (chart, cr, width, height, &theme, state);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gsize
count_drawn (cairo_surface_t *surface)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  gsize size = (gsize) cairo_image_surface_get_stride (surface) *
               (gsize) cairo_image_surface_get_height (surface);
  gsize drawn = 0;

  for (gsize i = 0; i < size; i++)
    drawn += data[i] != 0 ? 1 : 0;

  return drawn;
}

static const double odd_values[][4] = {
  { NAN, NAN, NAN, NAN }, { 0, 0, 0, 0 },       { 5, 5, 5, 5 },      { -5, -5, -5, -5 },
  { NAN, 3, NAN, NAN },   { 1, NAN, -1, 2 },    { 1e300, 1, 0, -1 }, { 1e-300, 0, 0, 0 },
  { -1e9, 1e9, 0, NAN },  { NAN, NAN, NAN, 7 },
};

static OutlayChart *
make_odd (OutlayChartKind kind, const double *values, gsize n_categories)
{
  OutlayChart *chart = outlay_chart_new (kind, n_categories);
  const OutlayChartFormats formats = { .axis = format_thousands,
                                       .value = format_thousands,
                                       .cut = format_thousands };

  for (gsize i = 0; i < n_categories; i++)
    outlay_chart_set_category (chart, i, i % 2 == 0 ? "אבג דהו" : "a", "detail",
                               i == 0 ? OUTLAY_CHART_CATEGORY_TOTAL
                                      : OUTLAY_CHART_CATEGORY_INCOMPLETE);
  outlay_chart_add_series (chart, "One\nof two lines", OUTLAY_INK_SLOT_1, values);
  outlay_chart_add_series (chart, "", OUTLAY_INK_SLOT_2, values);
  outlay_chart_set_range (chart, 0, values, values);
  outlay_chart_set_series_label (chart, 0, "One", "detail");
  outlay_chart_set_budget (chart, values);
  outlay_chart_set_forecast (chart, values, values, values);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET, "Budget");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_FORECAST, "Forecast");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_BUDGET_CROSSING, "here");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_ZERO_CROSSING, "there");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_EMPTY, "Nothing");
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_MISSING, "not known");
  outlay_chart_set_formats (chart, &formats);
  chart->cut_axis = TRUE;
  return chart;
}

static void
test_odd (void)
{
  static const OutlayChartState states[] = { { -1, -1, 0 }, { 0, 1, 0 }, { 99, 99, 3 } };
  static const int sizes[][2] = { { 400, 200 }, { 60, 30 }, { 1, 1 }, { 700, 100 } };

  for (int kind = 0; kind < OUTLAY_N_CHART_KINDS; kind++)
    for (gsize row = 0; row < G_N_ELEMENTS (odd_values); row++)
      for (gsize n = 0; n <= 4; n++)
        for (gsize i = 0; i < G_N_ELEMENTS (states) * G_N_ELEMENTS (sizes); i++)
          {
            g_autoptr (OutlayChart) chart = make_odd ((OutlayChartKind) kind, odd_values[row], n);
            const int *size = sizes[i / G_N_ELEMENTS (states)];

            cairo_surface_destroy (
                draw (chart, size[0], size[1], &states[i % G_N_ELEMENTS (states)]));
          }
}

static void
test_empty (void)
{
  g_autoptr (OutlayChart) chart = outlay_chart_new (OUTLAY_CHART_COLUMNS, 0);
  cairo_surface_t *surface = draw (chart, WIDTH, HEIGHT, NULL);
  OutlayChartTheme theme;
  int category;
  int series;

  g_assert_cmpuint (count_drawn (surface), ==, 0);
  cairo_surface_destroy (surface);

  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_EMPTY, "No spend in March");
  surface = draw (chart, WIDTH, HEIGHT, NULL);
  g_assert_cmpuint (count_drawn (surface), >, 100);
  cairo_surface_destroy (surface);

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  g_assert_cmpint (outlay_chart_hit (chart, WIDTH, HEIGHT, &theme, NULL, WIDTH / 2, HEIGHT / 2,
                                     &category, &series),
                   ==, OUTLAY_CHART_PART_NONE);
  g_assert_cmpint (category, ==, -1);
  g_assert_cmpint (series, ==, -1);
}

/* Missing is not zero: the gap stays white where a zero would be drawn. */
static void
test_gap (void)
{
  static const double gap[] = { 4, 4, NAN, 4, 4 };
  static const double zero[] = { 4, 4, 0, 4, 4 };
  g_autoptr (OutlayChart) with_gap = outlay_chart_new (OUTLAY_CHART_LINES, G_N_ELEMENTS (gap));
  g_autoptr (OutlayChart) with_zero = outlay_chart_new (OUTLAY_CHART_LINES, G_N_ELEMENTS (zero));
  cairo_surface_t *first;
  cairo_surface_t *second;

  outlay_chart_add_series (with_gap, "a", OUTLAY_INK_VALUE, gap);
  outlay_chart_add_series (with_zero, "a", OUTLAY_INK_VALUE, zero);
  first = draw (with_gap, WIDTH, HEIGHT, NULL);
  second = draw (with_zero, WIDTH, HEIGHT, NULL);
  g_assert_cmpuint (count_drawn (first), <, count_drawn (second));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

static void
test_many (void)
{
  g_autofree double *values = g_new (double, N_MANY);

  for (int i = 0; i < N_MANY; i++)
    values[i] = sin (i / 300.0) * 100 + i % 17;

  for (int kind = 0; kind < OUTLAY_N_CHART_KINDS; kind++)
    {
      g_autoptr (OutlayChart) chart = outlay_chart_new ((OutlayChartKind) kind, N_MANY);
      const OutlayChartFormats formats = { .axis = format_thousands, .value = format_thousands };
      gint64 start;

      for (gsize i = 0; i < N_MANY; i++)
        outlay_chart_set_category (chart, i, "1 Mar", NULL, OUTLAY_CHART_CATEGORY_PLAIN);
      for (int i = 1; i <= OUTLAY_N_SLOTS; i++)
        outlay_chart_add_series (chart, "a", outlay_ink_for_slot (i), values);
      outlay_chart_set_formats (chart, &formats);

      start = g_get_monotonic_time ();
      cairo_surface_destroy (draw (chart, 900, 300, NULL));
      g_test_message ("kind %d: %" G_GINT64_FORMAT " ms", kind,
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_hidden (void)
{
  g_autoptr (OutlayChart) chart = make_columns ();
  const OutlayChartState hidden = { -1, -1, 1 };
  cairo_surface_t *all = draw (chart, 900, 300, NULL);
  cairo_surface_t *less = draw (chart, 900, 300, &hidden);

  g_assert_cmpuint (count_drawn (less), <, count_drawn (all));
  cairo_surface_destroy (all);
  cairo_surface_destroy (less);
}

static void
test_natural_height (void)
{
  g_autoptr (OutlayChart) few = make_odd (OUTLAY_CHART_BARS, odd_values[2], 2);
  g_autoptr (OutlayChart) more = make_odd (OUTLAY_CHART_BARS, odd_values[2], 4);
  OutlayChartTheme theme;
  double height;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  height = outlay_chart_natural_height (more, &theme);
  g_assert_cmpfloat_with_epsilon (height - outlay_chart_natural_height (few, &theme), 72, 1e-6);
  theme.unit = 0.75;
  g_assert_cmpfloat_with_epsilon (outlay_chart_natural_height (more, &theme), height * 0.75, 1e-6);
}

/* How many pixels of the trough's middle row have a colour of a meter's fill. */
static int
count_fill (const OutlayBudgetMeter *meter)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 175, 24);
  cairo_t *cr = cairo_create (surface);
  OutlayChartTheme theme;
  const unsigned char *row;
  int n_filled = 0;

  outlay_chart_theme_init (&theme, OUTLAY_CHART_LOOK_LIGHT);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  outlay_meter_draw (meter, cr, 175, 24, &theme);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  row = cairo_image_surface_get_data (surface) + 12 * cairo_image_surface_get_stride (surface);
  for (int x = 0; x < 175; x++)
    n_filled += row[4 * x] < 0x60 && row[4 * x + 2] > 0xa0 ? 1 : 0;

  cairo_surface_destroy (surface);
  return n_filled;
}

static void
test_meter (void)
{
  OutlayBudgetMeter meter = { 0.5, NAN, OUTLAY_METER_LIST_END, OUTLAY_INK_OVER, FALSE, FALSE };

  g_assert_cmpint (ABS (count_fill (&meter) - 50), <=, 1);
  meter.right_to_left = TRUE;
  g_assert_cmpint (ABS (count_fill (&meter) - 50), <=, 1);
  meter.used = 9;
  g_assert_cmpint (count_fill (&meter), >=, 170);
  meter.used = 1.25;
  meter.only_excess = TRUE;
  g_assert_cmpint (ABS (count_fill (&meter) - 25), <=, 2);
  meter.used = NAN;
  g_assert_cmpint (count_fill (&meter), ==, 0);

  g_assert_cmpfloat_with_epsilon (outlay_meter_get_end (0.5, NAN), 1.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_meter_get_end (2, 3), 3.15, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/odd", test_odd);
  g_test_add_func ("/draw/empty", test_empty);
  g_test_add_func ("/draw/gap", test_gap);
  g_test_add_func ("/draw/many", test_many);
  g_test_add_func ("/draw/hidden", test_hidden);
  g_test_add_func ("/draw/natural-height", test_natural_height);
  g_test_add_func ("/draw/meter", test_meter);
  return g_test_run ();
}
