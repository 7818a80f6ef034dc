/* test-money.c – sums, scaling and dividing to the nano-unit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"

#define N_ROUNDS 20000

static void
test_half_even (void)
{
  static const struct
  {
    gint64 dividend;
    gint64 divisor;
    gint64 quotient;
  } cases[] = {
    { 0, 7, 0 },    { 1, 2, 0 },   { 3, 2, 2 },     { 5, 2, 2 },     { 7, 2, 4 },
    { -1, 2, 0 },   { -3, 2, -2 }, { -5, 2, -2 },   { 10, 3, 3 },    { 11, 3, 4 },
    { -11, 3, -4 }, { 6, 4, 2 },   { 25, 10, 2 },   { 35, 10, 4 },   { 26, 10, 3 },
    { 24, 10, 2 },  { 9, 1, 9 },   { -25, 10, -2 }, { 149, 100, 1 }, { 151, 100, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayWide quotient = outlay_divide_half_even (cases[i].dividend, cases[i].divisor);

      g_test_message ("%" G_GINT64_FORMAT " / %" G_GINT64_FORMAT, cases[i].dividend,
                      cases[i].divisor);
      g_assert_cmpint ((gint64) quotient, ==, cases[i].quotient);
    }
}

/* |dividend − quotient × divisor| is at most half the divisor, and a tie is even. */
static void
test_half_even_holds (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      OutlayWide dividend = (OutlayWide) g_test_rand_int () * G_MAXINT32 + g_test_rand_int ();
      OutlayWide divisor = g_test_rand_int_range (1, i % 2 == 0 ? 20 : G_MAXINT32);
      OutlayWide quotient, rest;

      dividend *= g_test_rand_bit () ? 1 : -1;
      quotient = outlay_divide_half_even (dividend, divisor);
      rest = dividend - quotient * divisor;
      rest = rest < 0 ? -rest : rest;

      g_assert_true (rest * 2 <= divisor);
      g_assert_true (rest * 2 < divisor || quotient % 2 == 0);
      g_assert_true (outlay_divide_half_even (-dividend, divisor) == -quotient);
    }
}

static void
test_add (void)
{
  static const struct
  {
    gint64 total;
    gint64 amount;
    gint64 sum;
    gboolean fits;
  } cases[] = {
    { 1, 2, 3, TRUE },
    { -5, 5, 0, TRUE },
    { G_MAXINT64, 0, G_MAXINT64, TRUE },
    { G_MAXINT64 - 1, 1, G_MAXINT64, TRUE },
    { -G_MAXINT64, 1, -G_MAXINT64 + 1, TRUE },
    { G_MAXINT64, 1, G_MAXINT64, FALSE },
    { -G_MAXINT64, -1, -G_MAXINT64, FALSE }, /* −2⁶³ has no opposite */
    { -G_MAXINT64, -G_MAXINT64, -G_MAXINT64, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 total = cases[i].total;
      gint64 held = cases[i].total;

      g_assert_cmpint (outlay_nanos_add (&total, cases[i].amount), ==, cases[i].fits);
      g_assert_cmpint (total, ==, cases[i].sum);

      outlay_nanos_accumulate (&held, cases[i].amount);
      g_assert_cmpint (held, ==, cases[i].sum);
    }

  {
    gint64 total = G_MAXINT64 - 5;

    outlay_nanos_accumulate (&total, 100);
    g_assert_cmpint (total, ==, G_MAXINT64);
    total = -G_MAXINT64 + 5;
    outlay_nanos_accumulate (&total, -100);
    g_assert_cmpint (total, ==, -G_MAXINT64);
  }
}

static void
test_scale (void)
{
  gint64 nanos = 77;

  g_assert_true (outlay_nanos_scale (10, 1, 3, &nanos));
  g_assert_cmpint (nanos, ==, 3);
  g_assert_true (outlay_nanos_scale (-10, 1, 4, &nanos));
  g_assert_cmpint (nanos, ==, -2);
  g_assert_true (outlay_nanos_scale (G_MAXINT64, G_MAXINT64, G_MAXINT64, &nanos));
  g_assert_cmpint (nanos, ==, G_MAXINT64);

  nanos = 77;
  g_assert_false (outlay_nanos_scale (G_MAXINT64, 2, 1, &nanos));
  g_assert_cmpint (nanos, ==, 77);

  g_assert_true (outlay_nanos_from_picos (1500, &nanos));
  g_assert_cmpint (nanos, ==, 2);
  g_assert_true (outlay_nanos_from_picos (-2500, &nanos));
  g_assert_cmpint (nanos, ==, -2);
  g_assert_true (outlay_nanos_from_picos ((OutlayWide) G_MAXINT64 * 1000, &nanos));
  g_assert_cmpint (nanos, ==, G_MAXINT64);
  g_assert_false (outlay_nanos_from_picos ((OutlayWide) G_MAXINT64 * 1000 + 1000, &nanos));
  g_assert_cmpint (nanos, ==, G_MAXINT64);
}

static void
test_estimate (void)
{
  g_assert_cmpint (outlay_nanos_from_estimate (12.5), ==, G_GINT64_CONSTANT (12500000000));
  g_assert_cmpint (outlay_nanos_from_estimate (-0.25), ==, -250000000);
  g_assert_cmpint (outlay_nanos_from_estimate (0.1 + 0.2), ==, 300000000);
  g_assert_cmpint (outlay_nanos_from_estimate (1e30), ==, G_MAXINT64);
  g_assert_cmpint (outlay_nanos_from_estimate (-1e30), ==, -G_MAXINT64);
  g_assert_cmpint (outlay_nanos_from_estimate (0.0 * -1e308 * 1e308), ==, 0);
  g_assert_cmpfloat_with_epsilon (outlay_nanos_to_estimate (1500000000), 1.5, 1e-12);
}

static void
test_apportion (void)
{
  static const struct
  {
    gint64 amount;
    gsize n;
    gint64 weights[4];
    gint64 parts[4];
  } cases[] = {
    { 10, 3, { 1, 1, 1 }, { 4, 3, 3 } },
    { -10, 3, { 1, 1, 1 }, { -4, -3, -3 } },
    { 100, 2, { 1, 3 }, { 25, 75 } },
    { 5, 3, { 0, 0, 0 }, { 2, 2, 1 } },
    { 7, 3, { 0, 1, 0 }, { 0, 7, 0 } },
    { 0, 2, { 3, 4 }, { 0, 0 } },
    { 1, 3, { 1, 2, 2 }, { 0, 1, 0 } },
    { 10, 4, { 33, 33, 33, 1 }, { 4, 3, 3, 0 } },
    { G_MAXINT64, 2, { G_MAXINT64 / 2, G_MAXINT64 / 2 }, { G_MAXINT64 / 2 + 1, G_MAXINT64 / 2 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayWide weights[4];
      gint64 parts[4] = { 0 };

      for (gsize j = 0; j < cases[i].n; j++)
        weights[j] = cases[i].weights[j];
      outlay_apportion (cases[i].amount, weights, cases[i].n, parts);
      for (gsize j = 0; j < cases[i].n; j++)
        g_assert_cmpint (parts[j], ==, cases[i].parts[j]);
    }
}

/* The parts add up, and none is a whole unit from its exact share. */
static void
test_apportion_holds (void)
{
  for (guint round = 0; round < N_ROUNDS / 10; round++)
    {
      gsize n = (gsize) g_test_rand_int_range (1, 12);
      gint64 amount = (gint64) g_test_rand_int () * 1000003 * (g_test_rand_bit () ? 1 : -1);
      OutlayWide weights[12];
      OutlayWide total = 0;
      gint64 parts[12];
      gint64 sum = 0;

      for (gsize i = 0; i < n; i++)
        {
          weights[i] =
              g_test_rand_int_range (0, 4) == 0 ? 0 : g_test_rand_int_range (0, G_MAXINT32);
          total += weights[i];
        }

      outlay_apportion (amount, weights, n, parts);
      for (gsize i = 0; i < n; i++)
        {
          OutlayWide off = (OutlayWide) parts[i] * total - (OutlayWide) amount * weights[i];

          sum += parts[i];
          g_assert_true (total == 0 || ((off < 0 ? -off : off) < total));
        }
      g_assert_cmpint (sum, ==, amount);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/money/half-even", test_half_even);
  g_test_add_func ("/core/money/half-even-holds", test_half_even_holds);
  g_test_add_func ("/core/money/add", test_add);
  g_test_add_func ("/core/money/scale", test_scale);
  g_test_add_func ("/core/money/estimate", test_estimate);
  g_test_add_func ("/core/money/apportion", test_apportion);
  g_test_add_func ("/core/money/apportion-holds", test_apportion_holds);

  return g_test_run ();
}
