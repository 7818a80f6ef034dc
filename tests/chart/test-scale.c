/* test-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/scale.h"

#include <math.h>

#define CLOSE 1e-9

static const struct
{
  double min;
  double max;
  int max_ticks;
  double first;
  double last;
  double step;
} rows[] = {
  /* usual */
  { 0, 27390, 5, 0, 30000, 10000 },
  { 0, 20500, 5, 0, 30000, 10000 },
  { 0, 20000, 5, 0, 20000, 5000 },
  { 0, 9.7, 5, 0, 10, 2.5 },
  { 0, 0.0031, 5, 0, 0.004, 0.001 },
  { 0, 61494, 5, 0, 80000, 20000 },
  { 0, 100, 4, 0, 100, 50 },
  { 0, 100, 3, 0, 100, 50 },
  { 13000, 17928, 5, 12000, 18000, 2000 },
  /* negative and both signs */
  { -18000, 153348, 5, -100000, 200000, 100000 },
  { -10, -2, 5, -10, -2, 2 },
  { -1, 1, 5, -1, 1, 0.5 },
  { -1, 1, 2, -1, 1, 1 },
  /* all equal, one point, none */
  { 5, 5, 5, 0, 6, 2 },
  { -5, -5, 5, -6, 0, 2 },
  { 0, 0, 5, 0, 1, 0.25 },
  { NAN, NAN, 5, 0, 1, 0.25 },
  { 7, 3, 5, 0, 8, 2 },
  /* extremes */
  { 0, INFINITY, 5, 0, 1e300, 2.5e299 },
  { 0, 1e-320, 5, 0, 1, 0.25 },
  { 1e15, 1e15 + 1, 5, 0, 1e15, 2.5e14 },
};

static void
test_nice (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      OutlayScale scale = outlay_scale_nice (rows[i].min, rows[i].max, rows[i].max_ticks);

      g_test_message ("row %" G_GSIZE_FORMAT ": %g to %g by %g", i, scale.min, scale.max,
                      scale.step);
      g_assert_cmpfloat_with_epsilon (scale.min / scale.step, rows[i].first / scale.step, CLOSE);
      g_assert_cmpfloat_with_epsilon (scale.max / scale.step, rows[i].last / scale.step, CLOSE);
      g_assert_cmpfloat_with_epsilon (scale.step / rows[i].step, 1, CLOSE);
      g_assert_cmpfloat_with_epsilon (outlay_scale_tick (&scale, scale.n_ticks - 1) / scale.step,
                                      scale.max / scale.step, CLOSE);
    }
}

/* Whatever the data: three to five ticks, round steps, everything inside. */
static void
test_random (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-12, 15));
      double a = g_test_rand_double_range (-1, 1) * size;
      double b = g_test_rand_double_range (-1, 1) * size;
      int max_ticks = g_test_rand_int_range (3, 6);
      OutlayScale scale = outlay_scale_nice (MIN (a, b), MAX (a, b), max_ticks);
      double digits = scale.step / pow (10, floor (log10 (scale.step) + CLOSE));
      double slack = scale.step * 1e-6;

      g_assert_cmpint (scale.n_ticks, >=, 3);
      g_assert_cmpint (scale.n_ticks, <=, max_ticks);
      g_assert_cmpfloat (scale.min, <=, MIN (a, b) + slack);
      g_assert_cmpfloat (scale.max, >=, MAX (a, b) - slack);
      g_assert_true (fabs (digits - 1) < CLOSE || fabs (digits - 2) < CLOSE ||
                     fabs (digits - 2.5) < CLOSE || fabs (digits - 5) < CLOSE);
    }
}

static void
test_ticks (void)
{
  OutlayScale scale = outlay_scale_nice (-0.3, 0.3, 5);

  for (int i = 0; i < scale.n_ticks; i++)
    g_assert_cmpfloat_with_epsilon (outlay_scale_tick (&scale, i), scale.min + i * scale.step,
                                    CLOSE);

  /* Zero is exactly zero, not the rest of a sum. */
  g_assert_false (fabs (outlay_scale_tick (&scale, 2)) > 0);

  g_assert_cmpfloat_with_epsilon (outlay_scale_fraction (&scale, 0), 0.5, CLOSE);
  g_assert_cmpfloat_with_epsilon (outlay_scale_fraction (&scale, 99), 1, CLOSE);
  g_assert_cmpfloat_with_epsilon (outlay_scale_fraction (&scale, -99), 0, CLOSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/nice", test_nice);
  g_test_add_func ("/scale/random", test_random);
  g_test_add_func ("/scale/ticks", test_ticks);
  return g_test_run ();
}
