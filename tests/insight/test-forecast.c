/* test-forecast.c – where a month will end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/forecast.h"

#include "world.h"

#include <math.h>

#define CLOSE 1e-6

static double *
make_series (gsize n, double value)
{
  double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = value;

  return values;
}

static OutlayForecast
ask (const double *values, gsize n, const char *first_day, const char *month)
{
  OutlayForecast forecast = { 0 };

  g_assert_true (outlay_forecast_month (values, n, outlay_world_day (first_day),
                                        outlay_world_month (month), &forecast));
  g_assert_cmpfloat (forecast.low, <=, forecast.expected);
  g_assert_cmpfloat (forecast.expected, <=, forecast.high);
  g_assert_cmpint (forecast.level, ==, 80);
  g_assert_nonnull (forecast.method);
  return forecast;
}

static void
test_constant (void)
{
  static const struct
  {
    gsize n;
    const char *month;
    double expected;
  } cases[] = {
    { 1, "2026-06", 300 },  { 5, "2026-06", 300 },   { 13, "2026-06", 300 }, { 14, "2026-06", 300 },
    { 29, "2026-06", 300 }, { 30, "2026-06", 300 },  { 40, "2026-07", 310 }, { 10, "2026-07", 310 },
    { 70, "2026-10", 310 }, { 400, "2027-07", 310 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree double *values = make_series (cases[i].n, 10);
      OutlayForecast forecast = ask (values, cases[i].n, "2026-06-01", cases[i].month);

      g_test_message ("%" G_GSIZE_FORMAT " days for %s", cases[i].n, cases[i].month);
      g_assert_cmpfloat_with_epsilon (forecast.expected, cases[i].expected, CLOSE);
    }
}

/* Evidence narrows the interval, never to nothing. */
static void
test_doubt (void)
{
  g_autofree double *values = make_series (60, 10);
  OutlayForecast sure = ask (values, 40, "2026-06-01", "2026-07");
  OutlayForecast unsure = ask (values, 1, "2026-06-01", "2026-06");

  g_assert_cmpfloat (sure.high, <, 340);
  g_assert_cmpfloat (sure.low, >, 285);
  g_assert_cmpfloat (unsure.high, >, 400);
  g_assert_cmpfloat (unsure.low, <, 200);
  g_assert_cmpfloat (unsure.low, >=, 10);
}

static void
test_known_month (void)
{
  g_autofree double *values = make_series (61, 0);
  OutlayForecast forecast;
  double sum = 0;

  for (gsize i = 0; i < 61; i++)
    values[i] = (double) (i * i % 17);
  for (gsize i = 0; i < 30; i++)
    sum += values[i];

  /* June is known whole, whatever July was. */
  forecast = ask (values, 61, "2026-06-01", "2026-06");
  g_assert_cmpfloat_with_epsilon (forecast.expected, sum, CLOSE);
  g_assert_cmpfloat_with_epsilon (forecast.low, sum, CLOSE);
  g_assert_cmpfloat_with_epsilon (forecast.high, sum, CLOSE);

  /* Days of June before the first value are 0. */
  forecast = ask (values + 10, 51, "2026-06-11", "2026-06");
  for (gsize i = 0; i < 10; i++)
    sum -= values[i];
  g_assert_cmpfloat_with_epsilon (forecast.expected, sum, CLOSE);
}

static void
test_nothing_known (void)
{
  OutlayForecast forecast = { .expected = -7 };
  double value = 5;

  g_assert_false (outlay_forecast_month (NULL, 0, 20000, 680, &forecast));
  g_assert_false (outlay_forecast_month (&value, 1, outlay_world_day ("2026-07-01"),
                                         outlay_world_month ("2026-06"), &forecast));
  g_assert_cmpfloat (forecast.expected, <, 0);
}

static void
test_weekdays (void)
{
  g_autofree double *values = make_series (70, 0);
  gint32 first = outlay_world_day ("2026-06-01"); /* a Monday */
  OutlayForecast forecast;
  double sum = 0;

  for (gint32 i = 0; i < 70; i++)
    values[i] = outlay_day_weekday (first + i) < 5 ? 100 : 10;
  for (gint32 i = 30; i < 61; i++)
    sum += values[i];

  /* The profile is drawn to even by the weight of one week, so it is near and not equal. */
  forecast = ask (values, 42, "2026-06-01", "2026-07");
  g_assert_cmpstr (forecast.method, ==, "weekday profile");
  g_assert_cmpfloat_with_epsilon (forecast.expected, sum, sum / 15);

  forecast = ask (values, 14, "2026-06-01", "2026-06");
  g_assert_cmpstr (forecast.method, ==, "weekday profile");
  forecast = ask (values, 13, "2026-06-01", "2026-06");
  g_assert_cmpstr (forecast.method, ==, "few days");
}

/* Few busy days: what is unsure is how many more there will be. */
static void
test_sparse (void)
{
  g_autofree double *values = make_series (60, 0);
  OutlayForecast forecast;

  for (gsize i = 0; i < 60; i += 7)
    values[i] = 70;

  forecast = ask (values, 45, "2026-06-01", "2026-07");
  g_assert_cmpstr (forecast.method, ==, "sparse days");
  g_assert_cmpfloat_with_epsilon (forecast.expected, 310, 70);
  g_assert_cmpfloat (forecast.high - forecast.low, >, 70);
}

/* A series that has gone silent fades; its interval still holds that it may come back. */
static void
test_silence (void)
{
  g_autofree double *values = make_series (60, 10);
  OutlayForecast busy = ask (values, 50, "2026-06-01", "2026-07");
  OutlayForecast silent;

  for (gsize i = 38; i < 50; i++)
    values[i] = 0;
  silent = ask (values, 50, "2026-06-01", "2026-07");
  g_assert_cmpfloat (silent.expected, <, busy.expected - 110);
  g_assert_cmpfloat_with_epsilon (silent.low, 80, CLOSE);
  g_assert_cmpfloat (silent.high, >, silent.expected);
}

static void
test_zeros (void)
{
  g_autofree double *values = make_series (60, 0);
  OutlayForecast forecast = ask (values, 40, "2026-06-01", "2026-07");

  g_assert_cmpfloat_with_epsilon (forecast.expected, 0, CLOSE);
  g_assert_cmpfloat_with_epsilon (forecast.high, 0, CLOSE);

  /* What lies before the first day of spend is not its pace. */
  for (gsize i = 35; i < 40; i++)
    values[i] = 10;
  forecast = ask (values, 40, "2026-06-01", "2026-07");
  g_assert_cmpfloat_with_epsilon (forecast.expected, 5 * 10 + 21 * 10, 0.5);
}

/* A spike is spent, and hardly moves what is expected of the days to come. */
static void
test_spike (void)
{
  g_autofree double *values = make_series (60, 10);
  OutlayForecast calm = ask (values, 45, "2026-06-01", "2026-07");
  OutlayForecast forecast;

  values[40] = 500;
  forecast = ask (values, 45, "2026-06-01", "2026-07");
  g_assert_cmpfloat (forecast.expected, >, calm.expected + 490 - 20);
  g_assert_cmpfloat (forecast.expected, <, calm.expected + 490 + 100);
  g_assert_cmpfloat (forecast.high - forecast.expected, >, 10);
  g_assert_cmpfloat (forecast.low, >=, 14 * 10 + 500);
}

static void
test_negative (void)
{
  g_autofree double *values = make_series (45, 10);
  OutlayForecast forecast;

  values[44] = -100;
  forecast = ask (values, 45, "2026-06-01", "2026-07");
  g_assert_true (isfinite (forecast.expected));
  g_assert_cmpfloat (forecast.expected, <, 310 - 100);
}

/* On noise that has no pattern the interval holds at least as often as it says: its floor
 * is for series that only look calm. */
static void
test_coverage (void)
{
  guint n_held = 0;
  guint n_asked = 0;
  GRand *rand = g_rand_new_with_seed (20260920);

  for (guint round = 0; round < 400; round++)
    {
      double values[92];
      gint32 cut = g_rand_int_range (rand, 64, 85); /* of August */
      OutlayForecast forecast;
      double actual = 0;

      for (gsize i = 0; i < 92; i++)
        values[i] = 50 + 50 * g_rand_double (rand) + 30 * g_rand_double (rand);
      for (gsize i = 61; i < 92; i++)
        actual += values[i];

      forecast = ask (values, (gsize) cut, "2026-06-01", "2026-08");
      n_asked++;
      n_held += actual >= forecast.low && actual <= forecast.high;
    }

  g_rand_free (rand);
  g_test_message ("%u of %u held", n_held, n_asked);
  g_assert_cmpuint (n_held * 100, >=, n_asked * 78);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/forecast/constant", test_constant);
  g_test_add_func ("/insight/forecast/doubt", test_doubt);
  g_test_add_func ("/insight/forecast/known-month", test_known_month);
  g_test_add_func ("/insight/forecast/nothing-known", test_nothing_known);
  g_test_add_func ("/insight/forecast/weekdays", test_weekdays);
  g_test_add_func ("/insight/forecast/sparse", test_sparse);
  g_test_add_func ("/insight/forecast/silence", test_silence);
  g_test_add_func ("/insight/forecast/zeros", test_zeros);
  g_test_add_func ("/insight/forecast/spike", test_spike);
  g_test_add_func ("/insight/forecast/negative", test_negative);
  g_test_add_func ("/insight/forecast/coverage", test_coverage);

  return g_test_run ();
}
