/* test-tiers.c – which tier an account's own spend puts it in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "insight/tiers.h"
#include "world.h"

#define TODAY "2026-09-20"

/* By what was paid and for how long; and by caps alone. */
static OutlayTier steps[] = {
  { (char *) "Free", TRUE, 0, 0, TRUE, 100 * OUTLAY_NANOS_PER_UNIT },
  { (char *) "One", TRUE, 5 * OUTLAY_NANOS_PER_UNIT, 0, TRUE, 100 * OUTLAY_NANOS_PER_UNIT },
  { (char *) "Two", TRUE, 50 * OUTLAY_NANOS_PER_UNIT, 7, TRUE, 500 * OUTLAY_NANOS_PER_UNIT },
};
static OutlayTier caps[] = {
  { (char *) "Start", FALSE, 0, 0, TRUE, 500 * OUTLAY_NANOS_PER_UNIT },
  { (char *) "Build", FALSE, 0, 0, TRUE, 1000 * OUTLAY_NANOS_PER_UNIT },
  { (char *) "Custom", FALSE, 0, 0, FALSE, 0 },
};
static OutlayTierTable tables[] = {
  { (char *) "steps", 20000, 0, (char *) "here", steps, G_N_ELEMENTS (steps) },
  { (char *) "caps", 20000, 0, (char *) "there", caps, G_N_ELEMENTS (caps) },
  { (char *) "late", 20000, 20697, (char *) "there", steps, G_N_ELEMENTS (steps) }, /* September */
};

static const struct
{
  const char *name;
  const char *provider;
  const char *day;
  const char *amount;
  const char *tier; /* NULL: not known */
  const char *next;
  const char *month;
} cases[] = {
  { "nothing-paid", "steps", "2026-09-20", "0", "Free", "One", "0" },
  { "exactly-paid", "steps", "2026-09-20", "5", "One", "Two", "5" },
  { "almost-paid", "steps", "2026-09-20", "4.999999999", "Free", "One", "4.999999999" },
  { "too-soon", "steps", "2026-09-14", "50", "One", "Two", "50" },
  { "long-enough", "steps", "2026-09-13", "50", "Two", NULL, "50" },
  { "another-month", "steps", "2026-08-13", "50", "Two", NULL, "0" },
  { "beyond-its-cap", "steps", "2026-09-20", "100.01", "Two", NULL, "100.01" },
  { "at-its-cap", "caps", "2026-09-20", "500", "Start", "Build", "500" },
  { "over-its-cap", "caps", "2026-09-20", "501", "Build", "Custom", "501" },
  { "over-all-caps", "caps", "2026-08-01", "1001", "Custom", NULL, "0" },
  { "before-it-counts", "late", "2026-08-31", "60", "Free", "One", "0" },
  { "unknown", "other", "2026-09-20", "60", NULL, NULL, "60" },
};

static GPtrArray *
list_tables (void)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_add (list, &tables[i]);

  return list;
}

static OutlaySnapshot *
make_snapshot (const char *provider, const char *day, const char *amount, OutlayChargeKind kind)
{
  g_autoptr (OutlayWorld) world = outlay_world_new (TODAY);
  const guint32 account = outlay_world_account (world, provider, "2026-01-01", TODAY);
  const OutlayCell cell = { .day = outlay_world_day (day),
                            .account = account,
                            .kind = kind,
                            .cost_nanos = outlay_world_nanos (amount) };

  outlay_world_add_cell (world, &cell);
  return outlay_snapshot_ref (outlay_world_close (world));
}

static void
test_places (void)
{
  g_autoptr (GPtrArray) list = list_tables ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlaySnapshot) snapshot =
          make_snapshot (cases[i].provider, cases[i].day, cases[i].amount, OUTLAY_CHARGE_USAGE);
      g_autoptr (GArray) standings = outlay_tiers_place (snapshot, list);
      const OutlayStanding *standing = &g_array_index (standings, OutlayStanding, 0);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpuint (standings->len, ==, 1);
      g_assert_cmpstr (standing->tier != NULL ? standing->tier->name : NULL, ==, cases[i].tier);
      g_assert_cmpstr (standing->next != NULL ? standing->next->name : NULL, ==, cases[i].next);
      g_assert_cmpint (standing->month_nanos, ==, outlay_world_nanos (cases[i].month));
    }
}

/* Fees and tax are no use of the service. */
static void
test_use_alone (void)
{
  g_autoptr (GPtrArray) list = list_tables ();
  g_autoptr (OutlaySnapshot) snapshot =
      make_snapshot ("steps", "2026-09-01", "60", OUTLAY_CHARGE_FEE);
  g_autoptr (GArray) standings = outlay_tiers_place (snapshot, list);

  g_assert_cmpstr (g_array_index (standings, OutlayStanding, 0).tier->name, ==, "Free");
}

/* Caps in dollars say nothing about spend in another currency. */
static void
test_other_currency (void)
{
  g_autoptr (GPtrArray) list = list_tables ();
  g_autoptr (OutlaySnapshot) snapshot =
      make_snapshot ("steps", "2026-09-01", "60", OUTLAY_CHARGE_USAGE);
  g_autoptr (GArray) standings = NULL;

  g_free (snapshot->currency);
  snapshot->currency = g_strdup ("EUR");
  standings = outlay_tiers_place (snapshot, list);
  g_assert_null (g_array_index (standings, OutlayStanding, 0).tier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiers/places", test_places);
  g_test_add_func ("/tiers/use-alone", test_use_alone);
  g_test_add_func ("/tiers/other-currency", test_other_currency);
  return g_test_run ();
}
