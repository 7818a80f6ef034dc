/* test-driver-worlds.c – why spend moved, in thousands of random worlds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "driver-uses.h"

#define N_WORLDS 3000
#define N_CAUSE_WORLDS 400

static gint64
draw (GRand *rand, gint64 most)
{
  /* Zero, small and large alike. */
  return (gint64) floor (exp (g_rand_double_range (rand, 0, log ((double) most + 1)))) - 1;
}

static OutlayDriverLine
draw_line (GRand *rand)
{
  OutlayDriverLine line = { .period = g_rand_boolean (rand) ? 1 : 0 };

  line.feature = (guint32) g_rand_int_range (rand, 0, 5);
  line.unit = (guint32) g_rand_int_range (rand, 0, 4);
  line.kind = (OutlayChargeKind) g_rand_int_range (rand, 0, OUTLAY_N_CHARGE_KINDS);
  if (g_rand_boolean (rand))
    line.kind = OUTLAY_CHARGE_NONE;
  line.rows = g_rand_int_range (rand, 0, 4);
  line.failed = g_rand_int_range (rand, 0, 8) == 0;
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (g_rand_boolean (rand))
      line.usage.count[i] = draw (rand, 2000000000);
  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    if (g_rand_boolean (rand))
      outlay_rates_set (&line.rates, i, draw (rand, 50 * MILLION));

  line.uncounted = line.usage.count[OUTLAY_REQUESTS] == 0 && outlay_usage_tokens (&line.usage) > 0;
  line.computed_nanos = price (&line);
  if (g_rand_int_range (rand, 0, 6) == 0)
    line.computed_nanos = draw (rand, line.computed_nanos * 3);
  line.cost_nanos = line.computed_nanos;
  if (g_rand_int_range (rand, 0, 3) == 0)
    line.cost_nanos =
        draw (rand, OUTLAY_NANOS_PER_UNIT * MILLION) * (g_rand_boolean (rand) ? 1 : -1);

  return line;
}

/* Whatever there is: the sum is exact, to the last nano-unit. */
static void
test_worlds (void)
{
  for (guint32 seed = 1; seed <= N_WORLDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
      gint64 costs[2] = { 0, 0 };
      OutlayDrivers drivers;

      for (gint32 i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        {
          OutlayDriverLine line = draw_line (rand);

          costs[line.period] += line.cost_nanos;
          g_array_append_val (lines, line);
        }

      drivers = split (lines);
      g_assert_cmpint (drivers.before_nanos, ==, costs[0]);
      g_assert_cmpint (drivers.after_nanos, ==, costs[1]);
    }
}

/* One cause, and a world that it comes over. */

static Use
draw_use (GRand *rand, guint32 feature, guint32 unit)
{
  const Use use = { 0,
                    feature,
                    unit,
                    1 + draw (rand, 100000),
                    2 * (1 + draw (rand, 100000000)),
                    2 * (1 + draw (rand, 100000000)),
                    1 + draw (rand, 100000000),
                    2 * g_rand_int_range (rand, 1, 20),
                    2 * g_rand_int_range (rand, 1, 40) };

  return use;
}

static void
multiply (Use *use, gint64 by)
{
  use->requests *= by;
  use->input *= by;
  use->cached *= by;
  use->output *= by;
}

static void
come_over (OutlayDriver cause, Use *use, gint64 by)
{
  if (cause == OUTLAY_DRIVER_VOLUME)
    multiply (use, by);
  else if (cause == OUTLAY_DRIVER_OUTPUT)
    use->output *= by;
  else if (cause == OUTLAY_DRIVER_BILLING)
    use->billed = 0.8;
  else if (cause == OUTLAY_DRIVER_CONTEXT)
    {
      use->input *= by;
      use->cached *= by;
    }
  else if (cause == OUTLAY_DRIVER_CACHING)
    {
      use->cached += use->input / 2;
      use->input -= use->input / 2;
    }
  else if (cause == OUTLAY_DRIVER_PRICE)
    {
      use->input_rate *= by;
      use->output_rate *= by;
    }
}

/* What is not each line's own: added to the later period as a whole. */
static void
add_cause (GArray *lines, OutlayDriver cause, GRand *rand)
{
  Use use = draw_use (rand, 77, 1);
  OutlayDriverLine line = make_line (&use);

  if (cause == OUTLAY_DRIVER_FEES_CREDITS)
    line = make_charge (1, 1, OUTLAY_CHARGE_FEE, 1 + draw (rand, 1000));
  else if (cause == OUTLAY_DRIVER_UNMETERED)
    line = make_charge (1, 1, OUTLAY_CHARGE_USAGE, 1 + draw (rand, 1000));
  else if (cause != OUTLAY_DRIVER_NEW_FEATURES && cause != OUTLAY_DRIVER_RETIRED_FEATURES)
    return;

  if (cause != OUTLAY_DRIVER_RETIRED_FEATURES)
    line.period = 1;
  g_array_append_val (lines, line);
}

static void
fill_world (GArray *lines, OutlayDriver cause, GRand *rand)
{
  const gint64 by = g_rand_int_range (rand, 2, 9);

  for (guint32 feature = 1; feature <= 3; feature++)
    for (guint32 unit = 1; unit <= 4; unit++)
      {
        Use use = draw_use (rand, feature, unit);
        OutlayDriverLine line;

        /* Even shares of the requests, so that they can be moved. */
        if (cause == OUTLAY_DRIVER_MIX)
          {
            use.requests = 1000;
            multiply (&use, 2);
          }
        line = make_line (&use);
        g_array_append_val (lines, line);

        use.period = 1;
        if (cause == OUTLAY_DRIVER_MIX)
          {
            use.requests /= 2;
            use.input /= 2;
            use.cached /= 2;
            use.output /= 2;
            multiply (&use, unit <= 2 ? 1 : 3);
          }
        come_over (cause, &use, by);
        line = make_line (&use);
        g_array_append_val (lines, line);

        if (cause == OUTLAY_DRIVER_RETRIES)
          {
            multiply (&use, by);
            use.failed = TRUE;
            line = make_line (&use);
            g_array_append_val (lines, line);
          }
      }

  add_cause (lines, cause, rand);
}

static void
test_one_cause (gconstpointer data)
{
  const OutlayDriver cause = GPOINTER_TO_UINT (data);

  for (guint32 seed = 1; seed <= N_CAUSE_WORLDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayDriverLine));
      OutlayDrivers drivers;

      fill_world (lines, cause, rand);
      drivers = split (lines);
      for (OutlayDriver i = 0; i < OUTLAY_N_DRIVERS; i++)
        if (i != cause)
          assert_near (i, drivers.term_nanos[i], 0, 1);

      g_assert_cmpint (drivers.after_nanos, !=, drivers.before_nanos);
      assert_near (cause, drivers.term_nanos[cause],
                   (double) (drivers.after_nanos - drivers.before_nanos), 2);
    }
}

int
main (int argc, char **argv)
{
  static const OutlayDriver causes[] = {
    OUTLAY_DRIVER_VOLUME,
    OUTLAY_DRIVER_CONTEXT,
    OUTLAY_DRIVER_OUTPUT,
    OUTLAY_DRIVER_CACHING,
    OUTLAY_DRIVER_MIX,
    OUTLAY_DRIVER_PRICE,
    OUTLAY_DRIVER_RETRIES,
    OUTLAY_DRIVER_BILLING,
    OUTLAY_DRIVER_UNMETERED,
    OUTLAY_DRIVER_NEW_FEATURES,
    OUTLAY_DRIVER_RETIRED_FEATURES,
    OUTLAY_DRIVER_FEES_CREDITS,
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drivers/worlds", test_worlds);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    {
      g_autofree char *path =
          g_strconcat ("/drivers/one-cause/", outlay_driver_to_string (causes[i]), NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (causes[i]), test_one_cause);
    }

  return g_test_run ();
}
