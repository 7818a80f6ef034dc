/* test-plan.c – what a month would cost, worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/plan.h"

#include <math.h>

/* 1,000 requests of 2,000 tokens in and 500 out, at 4 and 10 a million: 13 in all. */
static const OutlayLoad load = { 1000, 2000, 500, 0, 0, 0, 4e-6, 0.4e-6, 10e-6, 0, 1 };

static const struct
{
  OutlayLever lever;
  double value;
  double cost;
} cases[] = {
  { OUTLAY_LEVER_USERS, 2, 26 },       { OUTLAY_LEVER_REQUESTS, 0.5, 6.5 },
  { OUTLAY_LEVER_CONTEXT, 0.5, 9 },    { OUTLAY_LEVER_OUTPUT, 2, 18 },
  { OUTLAY_LEVER_CACHE, 0.5, 9.4 },    { OUTLAY_LEVER_BATCH, 0.5, 9.75 },
  { OUTLAY_LEVER_RETRIES, 0.1, 14.3 }, { OUTLAY_LEVER_PRICE, 0.9, 11.7 },
  { OUTLAY_LEVER_MODEL, 0.5, 8.25 },   { OUTLAY_LEVER_MODEL, 1, 3.5 },
  { OUTLAY_LEVER_MODEL, 0, 13 },
};

static void
test_levers (void)
{
  OutlayRates rates = { 0 };

  outlay_rates_set (&rates, OUTLAY_RATE_INPUT, 1000000);  /* 1 a million */
  outlay_rates_set (&rates, OUTLAY_RATE_OUTPUT, 3000000); /* 3 a million */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (OutlayLoad));
      OutlayLever lever;

      g_test_message ("%s %g", outlay_lever_to_string (cases[i].lever), cases[i].value);
      g_assert_true (outlay_lever_parse (outlay_lever_to_string (cases[i].lever), &lever));
      g_assert_cmpint (lever, ==, cases[i].lever);
      g_array_append_val (loads, load);
      outlay_loads_apply (loads, lever, cases[i].value, &rates);
      g_assert_cmpfloat_with_epsilon (outlay_loads_cost (loads), cases[i].cost, 1e-9);
    }
}

/* A price by the call says nothing about another model. */
static void
test_by_call (void)
{
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (OutlayLoad));
  const OutlayLoad call = { .requests = 1000, .other_cost = 0.001, .price_factor = 1 };
  OutlayRates rates = { 0 };

  outlay_rates_set (&rates, OUTLAY_RATE_INPUT, 1);
  g_array_append_val (loads, call);
  outlay_loads_apply (loads, OUTLAY_LEVER_MODEL, 1, &rates);
  g_assert_cmpfloat_with_epsilon (outlay_loads_cost (loads), 1, 1e-9);
}

static void
test_names (void)
{
  OutlayLever lever = OUTLAY_LEVER_PRICE;

  g_assert_false (outlay_lever_parse ("magic", &lever));
  g_assert_cmpint (lever, ==, OUTLAY_LEVER_PRICE);
  g_assert_true (outlay_lever_is_share (OUTLAY_LEVER_CACHE));
  g_assert_false (outlay_lever_is_share (OUTLAY_LEVER_RETRIES));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/levers", test_levers);
  g_test_add_func ("/plan/by-call", test_by_call);
  g_test_add_func ("/plan/names", test_names);
  return g_test_run ();
}
