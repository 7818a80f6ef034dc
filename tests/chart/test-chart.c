/* test-chart.c – the data of a chart, and its theme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/chart.h"

#include <math.h>

#define CLOSE 1e-9

static double
get_value (const OutlayChart *chart, gsize series, gsize category)
{
  return outlay_chart_get_series (chart, series)->values[category];
}

static void
test_fold (void)
{
  g_autoptr (OutlayChart) chart = outlay_chart_new (OUTLAY_CHART_COLUMNS, 3);
  const OutlayChartSeries *other;

  for (int i = 0; i < 10; i++)
    {
      const double values[] = { i + 1, i == 2 || i == 0 ? NAN : 1, NAN };
      g_autofree char *name = g_strdup_printf ("feature %d", i);

      outlay_chart_add_series (chart, name, outlay_ink_for_slot (i + 1), values);
    }

  outlay_chart_fold (chart, OUTLAY_N_SLOTS, "Other");
  g_assert_cmpuint (chart->series->len, ==, OUTLAY_N_SLOTS + 1);

  /* The three smallest went, in whatever order they stood; the rest kept its own. */
  g_assert_cmpint (outlay_chart_get_series (chart, 0)->id, ==, 3);
  g_assert_cmpint (outlay_chart_get_series (chart, 6)->id, ==, 9);
  g_assert_cmpint (outlay_chart_get_series (chart, 0)->ink, ==, OUTLAY_INK_SLOT_4);

  other = outlay_chart_get_series (chart, OUTLAY_N_SLOTS);
  g_assert_cmpstr (other->name, ==, "Other");
  g_assert_cmpint (other->ink, ==, OUTLAY_INK_OTHER);
  g_assert_cmpint (other->id, ==, -1);
  g_assert_cmpfloat_with_epsilon (other->values[0], 1 + 2 + 3, CLOSE);
  g_assert_cmpfloat_with_epsilon (other->values[1], 1, CLOSE);
  g_assert_true (isnan (other->values[2]));
}

static void
test_fold_nothing (void)
{
  static const double values[] = { 1 };
  g_autoptr (OutlayChart) chart = outlay_chart_new (OUTLAY_CHART_COLUMNS, 1);

  for (int i = 0; i < OUTLAY_N_SLOTS; i++)
    outlay_chart_add_series (chart, "a", outlay_ink_for_slot (i + 1), values);

  outlay_chart_fold (chart, 100, "Other");
  g_assert_cmpuint (chart->series->len, ==, OUTLAY_N_SLOTS);
}

static void
test_numbers (void)
{
  static const double values[] = { INFINITY, -INFINITY, NAN, 1e308, -2 };
  g_autoptr (OutlayChart) chart = outlay_chart_new (OUTLAY_CHART_LINES, G_N_ELEMENTS (values));
  g_autoptr (OutlayChart) nothing = outlay_chart_new (OUTLAY_CHART_LINES, 2);

  g_assert_true (outlay_chart_is_empty (chart));
  outlay_chart_add_series (chart, "a", OUTLAY_INK_VALUE, values);
  g_assert_false (outlay_chart_is_empty (chart));
  g_assert_true (isnan (get_value (chart, 0, 0)));
  g_assert_true (isnan (get_value (chart, 0, 1)));
  g_assert_true (isnan (get_value (chart, 0, 2)));
  g_assert_true (isfinite (get_value (chart, 0, 3)));
  g_assert_cmpfloat_with_epsilon (get_value (chart, 0, 4), -2, CLOSE);

  outlay_chart_add_series (nothing, "a", OUTLAY_INK_VALUE, values + 1);
  g_assert_true (outlay_chart_is_empty (nothing));
}

static double
get_luminance_part (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
get_contrast (OutlayColour a, OutlayColour b)
{
  double first = 0.2126 * get_luminance_part (a.red) + 0.7152 * get_luminance_part (a.green) +
                 0.0722 * get_luminance_part (a.blue);
  double second = 0.2126 * get_luminance_part (b.red) + 0.7152 * get_luminance_part (b.green) +
                  0.0722 * get_luminance_part (b.blue);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/* A mark is seen on its card: 3 : 1, for whoever sees little. */
static void
test_contrast (void)
{
  for (int look = 0; look < OUTLAY_N_CHART_LOOKS; look++)
    {
      OutlayChartTheme theme;

      outlay_chart_theme_init (&theme, (OutlayChartLook) look);
      for (int ink = 0; ink < OUTLAY_N_INKS; ink++)
        {
          if (theme.inks[ink].alpha < 1)
            continue;
          g_test_message ("look %d ink %d", look, ink);
          g_assert_cmpfloat (get_contrast (theme.inks[ink], theme.card), >=, 3.0);
        }
    }
}

static void
test_slots (void)
{
  g_assert_cmpint (outlay_ink_for_slot (1), ==, OUTLAY_INK_SLOT_1);
  g_assert_cmpint (outlay_ink_for_slot (7), ==, OUTLAY_INK_SLOT_7);
  g_assert_cmpint (outlay_ink_for_slot (8), ==, OUTLAY_INK_OTHER);
  g_assert_cmpint (outlay_ink_for_slot (0), ==, OUTLAY_INK_OTHER);
  g_assert_cmpint (outlay_ink_for_slot (-3), ==, OUTLAY_INK_OTHER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/fold", test_fold);
  g_test_add_func ("/chart/fold-nothing", test_fold_nothing);
  g_test_add_func ("/chart/numbers", test_numbers);
  g_test_add_func ("/theme/contrast", test_contrast);
  g_test_add_func ("/theme/slots", test_slots);
  return g_test_run ();
}
