/* test-drivers.c – why spend moved, worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "driver-uses.h"

typedef struct
{
  OutlayDriver driver;
  double amount; /* units */
} Term;

typedef struct
{
  const char *name;
  Use uses[6];
  Term terms[4];
  gboolean by_tokens;
} Golden;

#define M *MILLION

static const Golden goldens[] = {
  { "price",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 1000, 2 M, 0, 1 M, 3, 10 } },
    { { OUTLAY_DRIVER_PRICE, -2 } } },
  { "volume",
    { { 0, 1, 1, 1000, 2 M, 1 M, 1 M, 4, 10 }, { 1, 1, 1, 2000, 4 M, 2 M, 2 M, 4, 10 } },
    { { OUTLAY_DRIVER_VOLUME, 18.4 } } },
  { "volume-against-price", /* 8 · ln 2, there and back */
    { { 0, 1, 1, 1000, 2 M, 0, 0, 4, 10 }, { 1, 1, 1, 2000, 4 M, 0, 0, 2, 10 } },
    { { OUTLAY_DRIVER_VOLUME, 8 * G_LN2 }, { OUTLAY_DRIVER_PRICE, -8 * G_LN2 } } },
  { "context",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 1000, 3 M, 0, 1 M, 4, 10 } },
    { { OUTLAY_DRIVER_CONTEXT, 4 } } },
  { "output",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 1000, 2 M, 0, 3 M, 4, 10 } },
    { { OUTLAY_DRIVER_OUTPUT, 20 } } },
  { "caching",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 1000, 1 M, 1 M, 1 M, 4, 10 } },
    { { OUTLAY_DRIVER_CACHING, -3.6 } } },
  { "mix-swap",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 2, 1000, 2 M, 0, 1 M, 1, 2 } },
    { { OUTLAY_DRIVER_MIX, -14 } } },
  { "mix-shift",
    { { 0, 1, 1, 500, 2 M, 0, 0, 4, 10 },
      { 0, 1, 2, 500, 2 M, 0, 0, 1, 2 },
      { 1, 1, 1, 250, 1 M, 0, 0, 4, 10 },
      { 1, 1, 2, 750, 3 M, 0, 0, 1, 2 } },
    { { OUTLAY_DRIVER_MIX, -3 } } },
  { "new-and-retired",
    { { 0, 1, 1, 500, 2 M, 0, 0, 4, 10 }, { 1, 2, 1, 500, 3 M, 0, 0, 4, 10 } },
    { { OUTLAY_DRIVER_NEW_FEATURES, 12 }, { OUTLAY_DRIVER_RETIRED_FEATURES, -8 } } },
  { "billing",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 1000, 2 M, 0, 1 M, 4, 10, 0.5 } },
    { { OUTLAY_DRIVER_BILLING, -9 } } },
  { "free-no-more",
    { { 0, 1, 1, 1000, 0, 0, 1 M, 4, 0 }, { 1, 1, 1, 1000, 0, 0, 1 M, 4, 10 } },
    { { OUTLAY_DRIVER_PRICE, 10 } } },
  { "retries",
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 },
      { 1, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 },
      { 1, 1, 1, 500, 1 M, 0, 500000, 4, 10, 0, TRUE } },
    { { OUTLAY_DRIVER_RETRIES, 9 } } },
  { "refused", /* costs nothing, and moves nothing */
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 },
      { 1, 1, 1, 1000, 2 M, 0, 1 M, 4, 10 },
      { 1, 1, 1, 5000, 0, 0, 0, 4, 10, 0, TRUE } },
    { { OUTLAY_DRIVER_VOLUME, 0 } } },
  { "tokens",
    { { 0, 1, 1, 0, 2 M, 0, 1 M, 4, 10 }, { 1, 1, 1, 0, 4 M, 0, 2 M, 4, 10 } },
    { { OUTLAY_DRIVER_VOLUME, 18 } },
    TRUE },
  { "tokens-of-one-model", /* the other's requests would be set beside nothing */
    { { 0, 1, 1, 0, 2 M, 0, 1 M, 4, 10 },
      { 0, 1, 2, 10, 2 M, 0, 1 M, 4, 10 },
      { 1, 1, 1, 0, 4 M, 0, 2 M, 4, 10 },
      { 1, 1, 2, 20, 4 M, 0, 2 M, 4, 10 } },
    { { OUTLAY_DRIVER_VOLUME, 36 } },
    TRUE },
  { "priced-from-now", /* its usage had no price, and no bill */
    { { 0, 1, 1, 1000, 2 M, 0, 1 M, 0, 0 }, { 1, 1, 2, 1000, 2 M, 0, 1 M, 4, 10 } },
    { { OUTLAY_DRIVER_MIX, 18 } } },
  { "nothing", { { 0 } }, { { OUTLAY_DRIVER_VOLUME, 0 } } },
};

#undef M

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
  double expected[OUTLAY_N_DRIVERS] = { 0 };
  OutlayDrivers drivers;

  for (guint i = 0; i < G_N_ELEMENTS (golden->uses); i++)
    if (golden->uses[i].feature > 0)
      {
        OutlayDriverLine line = make_line (&golden->uses[i]);

        g_array_append_val (lines, line);
      }

  for (guint i = 0; i < G_N_ELEMENTS (golden->terms); i++)
    expected[golden->terms[i].driver] += golden->terms[i].amount * (double) OUTLAY_NANOS_PER_UNIT;

  drivers = split (lines);
  g_assert_cmpint (drivers.by_tokens, ==, golden->by_tokens);
  for (guint i = 0; i < OUTLAY_N_DRIVERS; i++)
    assert_near (i, drivers.term_nanos[i], expected[i], 1);
}

/* Charges beside the use; and cost that no priced usage stands behind. */
static void
test_charges (void)
{
  static const struct
  {
    OutlayChargeKind kind;
    OutlayDriver driver;
  } cases[] = {
    { OUTLAY_CHARGE_FEE, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_CREDIT, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_TAX, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_REFUND, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_PURCHASE, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_COMMITMENT, OUTLAY_DRIVER_FEES_CREDITS },
    { OUTLAY_CHARGE_USAGE, OUTLAY_DRIVER_UNMETERED },
    { OUTLAY_CHARGE_NONE, OUTLAY_DRIVER_UNMETERED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint period = 0; period < 2; period++)
      for (gint64 sign = -1; sign <= 1; sign += 2)
        {
          g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
          OutlayDriverLine line = make_charge (period, 1, cases[i].kind, sign * 7);
          OutlayDrivers drivers;

          g_array_append_val (lines, line);
          drivers = split (lines);
          for (guint j = 0; j < OUTLAY_N_DRIVERS; j++)
            g_assert_cmpint (drivers.term_nanos[j], ==,
                             j == cases[i].driver
                                 ? (period == 0 ? -sign : sign) * 7 * OUTLAY_NANOS_PER_UNIT
                                 : 0);
        }
}

/* Usage that has no price, and a bill for it. */
static void
test_billed_without_price (void)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
  OutlayDriverLine line = make_line (&(Use){ 1, 1, 1, 10, 500, 0, 500, 0, 0 });
  OutlayDrivers drivers;

  line.cost_nanos = 42;
  g_array_append_val (lines, line);
  drivers = split (lines);
  g_assert_cmpint (drivers.term_nanos[OUTLAY_DRIVER_UNMETERED], ==, 42);
  g_assert_cmpint (drivers.term_nanos[OUTLAY_DRIVER_NEW_FEATURES], ==, 0);
}

/* Prices of context tiers hang on each request: the sum of the rows is believed. */
static void
test_dearer_rows (void)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
  OutlayDriverLine before = make_line (&(Use){ 0, 1, 1, 10, MILLION, 0, 0, 4, 10 });
  OutlayDriverLine after = make_line (&(Use){ 1, 1, 1, 30, 3 * MILLION, 0, 0, 4, 10 });
  OutlayDrivers drivers;

  before.cost_nanos = before.computed_nanos *= 2;
  after.cost_nanos = after.computed_nanos *= 2;
  g_array_append_val (lines, before);
  g_array_append_val (lines, after);
  drivers = split (lines);
  assert_near (OUTLAY_DRIVER_VOLUME, drivers.term_nanos[OUTLAY_DRIVER_VOLUME],
               16.0 * (double) OUTLAY_NANOS_PER_UNIT, 1);
  assert_near (OUTLAY_DRIVER_PRICE, drivers.term_nanos[OUTLAY_DRIVER_PRICE], 0, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/drivers/golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  g_test_add_func ("/drivers/charges", test_charges);
  g_test_add_func ("/drivers/billed-without-price", test_billed_without_price);
  g_test_add_func ("/drivers/dearer-rows", test_dearer_rows);
  return g_test_run ();
}
