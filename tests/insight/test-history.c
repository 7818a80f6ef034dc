/* test-history.c – covered, missing and running days
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/history.h"

#include "core/money.h"
#include "world.h"

#define CLOSE 1e-9

static OutlayHistory *
ask (const OutlaySnapshot *snapshot, guint32 feature, const char *month)
{
  g_autofree gboolean *members = g_new0 (gboolean, snapshot->n_features);

  members[feature] = TRUE;
  return outlay_history_new (snapshot, members, outlay_world_month (month));
}

static double
value_on (const OutlayHistory *history, const char *day)
{
  gint32 place = outlay_world_day (day) - history->first_day;

  g_assert_cmpint (place, >=, 0);
  g_assert_cmpint (place, <, (gint32) history->n_values);
  return history->values[place];
}

static void
spend_in (OutlayWorld *world,
          guint32 feature,
          guint32 account,
          const char *from,
          const char *to,
          const char *amount,
          OutlayChargeKind kind)
{
  OutlayCell cell = { .feature = feature, .account = account, .kind = kind };

  cell.cost_nanos = outlay_world_nanos (amount);
  for (cell.day = outlay_world_day (from); cell.day <= outlay_world_day (to); cell.day++)
    outlay_world_add_cell (world, &cell);
}

static void
test_covered (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  g_autoptr (OutlayHistory) history = NULL;

  outlay_world_account (world, "openai", "2026-08-01", "2026-09-20");
  outlay_world_spend (world, search, "2026-08-10", "5");
  outlay_world_spend (world, search, "2026-09-19", "7");
  history = ask (outlay_world_close (world), search, "2026-09");

  /* From the first covered day; a covered day without a row is a real 0. */
  g_assert_cmpint (history->first_day, ==, outlay_world_day ("2026-08-01"));
  g_assert_cmpuint (history->n_values, ==, 51);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-08-10"), 5, CLOSE);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-10"), 0, CLOSE);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-19"), 7, CLOSE);
  g_assert_cmpfloat_with_epsilon (history->filled, 0, CLOSE);
  g_assert_true (history->complete);
  g_assert_cmpint (history->data_to, ==, outlay_world_day ("2026-09-20"));
}

static void
test_missing (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 account = outlay_world_account (world, "openai", "2026-08-01", "2026-09-15");
  g_autoptr (OutlayHistory) history = NULL;

  outlay_world_cover (world, account, "2026-09-03", "2026-09-05", 0);
  outlay_world_spend_daily (world, search, "2026-08-01", "2026-09-02", "10");
  outlay_world_spend_daily (world, search, "2026-09-06", "2026-09-15", "10");
  history = ask (outlay_world_close (world), search, "2026-09");

  /* A gap is filled, the end is the last covered day, and both are missing. */
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-04"), 10, CLOSE);
  g_assert_cmpfloat_with_epsilon (history->filled, 30, CLOSE);
  g_assert_cmpint (history->first_day + (gint32) history->n_values - 1, ==,
                   outlay_world_day ("2026-09-15"));
  g_assert_cmpint (history->data_to, ==, outlay_world_day ("2026-09-15"));
  g_assert_false (history->complete);
}

static void
test_weekday_gap (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 account = outlay_world_account (world, "openai", "2026-08-01", "2026-09-20");
  g_autoptr (OutlayHistory) history = NULL;

  /* 5 and 6 September 2026 are a Saturday and a Sunday. */
  outlay_world_cover (world, account, "2026-09-04", "2026-09-05", 0);
  for (gint32 day = outlay_world_day ("2026-08-01"); day <= outlay_world_day ("2026-09-20"); day++)
    if (outlay_day_weekday (day) < 5)
      {
        g_autofree char *text = outlay_day_to_string (day);

        if (day < outlay_world_day ("2026-09-04") || day > outlay_world_day ("2026-09-05"))
          outlay_world_spend (world, search, text, "20");
      }
  history = ask (outlay_world_close (world), search, "2026-09");

  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-04"), 20, CLOSE);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-05"), 0, CLOSE);
}

static void
test_running (void)
{
  static const struct
  {
    const char *what;
    const char *today;
    gboolean counts;
    const char *running;
    const char *last; /* of the history */
    gboolean complete;
  } cases[] = {
    { "today counts", "2026-09-20", TRUE, "2026-09-20", "2026-09-20", TRUE },
    { "today does not", "2026-09-20", FALSE, "2026-09-20", "2026-09-19", TRUE },
    { "an older file's last day may be cut short", "2026-09-20", TRUE, "2026-09-18", "2026-09-17",
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new (cases[i].today);
      guint32 search = outlay_world_feature (world, "Search", -1);
      guint32 account = outlay_world_account (world, "openai", "2026-08-01", cases[i].running);
      g_autoptr (OutlayHistory) history = NULL;
      OutlaySnapshot *snapshot;

      outlay_world_cover (world, account, cases[i].running, cases[i].running, 1);
      outlay_world_spend_daily (world, search, "2026-08-01", cases[i].running, "10");
      snapshot = outlay_world_close (world);
      snapshot->day_counts = cases[i].counts;
      history = ask (snapshot, search, "2026-09");

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (history->first_day + (gint32) history->n_values - 1, ==,
                       outlay_world_day (cases[i].last));
      g_assert_cmpint (history->complete, ==, cases[i].complete);
    }
}

/* A single file of a single day is all there is: better than nothing. */
static void
test_only_running (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 account = outlay_world_account (world, "openai", "2026-09-10", "2026-09-10");
  g_autoptr (OutlayHistory) history = NULL;

  outlay_world_cover (world, account, "2026-09-10", "2026-09-10", 1);
  outlay_world_spend (world, search, "2026-09-10", "10");
  history = ask (outlay_world_close (world), search, "2026-09");
  g_assert_cmpuint (history->n_values, ==, 1);
  g_assert_cmpfloat_with_epsilon (history->values[0], 10, CLOSE);
}

/* Two accounts: the one that stops is carried on to where the other has got. */
static void
test_two_accounts (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 other = outlay_world_feature (world, "Other", -1);
  guint32 first = outlay_world_account (world, "openai", "2026-08-01", "2026-09-20");
  guint32 second = outlay_world_account (world, "anthropic", "2026-08-01", "2026-09-10");
  guint32 third = outlay_world_account (world, "google", "2026-08-01", "2026-09-01");
  g_autoptr (OutlayHistory) history = NULL;
  g_autoptr (OutlayHistory) whole = NULL;
  OutlaySnapshot *snapshot;

  spend_in (world, search, first, "2026-08-01", "2026-09-20", "10", OUTLAY_CHARGE_USAGE);
  spend_in (world, search, second, "2026-08-01", "2026-09-10", "3", OUTLAY_CHARGE_NONE);
  spend_in (world, other, first, "2026-08-01", "2026-09-20", "1", OUTLAY_CHARGE_USAGE);
  spend_in (world, 0, third, "2026-08-01", "2026-09-01", "1", OUTLAY_CHARGE_USAGE);
  snapshot = outlay_world_close (world);

  history = ask (snapshot, search, "2026-09");
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-10"), 13, CLOSE);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-20"), 13, CLOSE);
  g_assert_cmpfloat_with_epsilon (history->filled, 30, CLOSE);
  g_assert_cmpint (history->data_to, ==, outlay_world_day ("2026-09-20"));
  g_assert_false (history->complete);

  /* A feature depends on no account but its own. */
  whole = ask (snapshot, other, "2026-09");
  g_assert_true (whole->complete);
}

/* Long after its last day an account still has the pace that it had. */
static void
test_stale_account (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 fresh = outlay_world_account (world, "openai", "2026-06-01", "2026-09-20");
  guint32 stale = outlay_world_account (world, "anthropic", "2026-06-01", "2026-07-15");
  g_autoptr (OutlayHistory) history = NULL;

  spend_in (world, search, fresh, "2026-06-01", "2026-09-20", "10", OUTLAY_CHARGE_USAGE);
  spend_in (world, search, stale, "2026-06-01", "2026-07-15", "3", OUTLAY_CHARGE_USAGE);
  history = ask (outlay_world_close (world), search, "2026-09");
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-20"), 13, CLOSE);
  g_assert_cmpfloat_with_epsilon (history->filled, 60, CLOSE);
  g_assert_false (history->complete);
}

/* After a quarter without a cell an account is no longer one of the feature. */
static void
test_retired_account (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 now = outlay_world_account (world, "openai", "2026-06-01", "2026-09-20");
  guint32 then = outlay_world_account (world, "anthropic", "2026-01-01", "2026-05-31");
  g_autoptr (OutlayHistory) history = NULL;
  OutlaySnapshot *snapshot;

  spend_in (world, search, then, "2026-01-01", "2026-05-31", "10", OUTLAY_CHARGE_USAGE);
  spend_in (world, search, now, "2026-06-01", "2026-09-20", "5", OUTLAY_CHARGE_USAGE);
  snapshot = outlay_world_close (world);

  history = ask (snapshot, search, "2026-09");
  g_assert_true (history->complete);
  g_assert_cmpfloat_with_epsilon (value_on (history, "2026-09-10"), 5, CLOSE);
}

static void
test_apart (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 account = outlay_world_account (world, "openai", "2026-08-01", "2026-09-20");
  g_autoptr (OutlayHistory) history = NULL;

  spend_in (world, search, account, "2026-08-01", "2026-09-20", "10", OUTLAY_CHARGE_USAGE);
  spend_in (world, search, account, "2026-08-25", "2026-08-25", "300", OUTLAY_CHARGE_FEE);
  spend_in (world, search, account, "2026-09-02", "2026-09-02", "50", OUTLAY_CHARGE_FEE);
  spend_in (world, search, account, "2026-09-03", "2026-09-03", "-20", OUTLAY_CHARGE_REFUND);
  spend_in (world, search, account, "2026-09-04", "2026-09-04", "-5", OUTLAY_CHARGE_CREDIT);
  history = ask (outlay_world_close (world), search, "2026-09");

  for (gsize i = 0; i < history->n_values; i++)
    g_assert_cmpfloat_with_epsilon (history->values[i], 10, CLOSE);
  g_assert_cmpint (history->apart_nanos, ==, outlay_world_nanos ("25"));
  g_assert_cmpint (history->fees_due_nanos, ==, outlay_world_nanos ("250"));
}

static void
test_past_and_future (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  g_autoptr (OutlayHistory) past = NULL;
  g_autoptr (OutlayHistory) future = NULL;
  OutlaySnapshot *snapshot;

  outlay_world_account (world, "openai", "2026-08-10", "2026-09-20");
  outlay_world_spend_daily (world, search, "2026-08-10", "2026-09-20", "10");
  snapshot = outlay_world_close (world);

  /* Days before the first covered one are not missing: nobody says there were any. */
  past = ask (snapshot, search, "2026-08");
  g_assert_cmpint (past->first_day + (gint32) past->n_values - 1, ==,
                   outlay_world_day ("2026-08-31"));
  g_assert_cmpint (past->data_to, ==, outlay_world_day ("2026-08-31"));
  g_assert_true (past->complete);

  future = ask (snapshot, search, "2026-11");
  g_assert_cmpint (future->first_day + (gint32) future->n_values - 1, ==,
                   outlay_world_day ("2026-09-20"));
  g_assert_true (future->complete);
}

static void
test_no_data (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  g_autoptr (OutlayHistory) history = ask (outlay_world_close (world), search, "2026-09");

  g_assert_cmpuint (history->n_values, ==, 0);
  g_assert_cmpint (history->data_to, ==, G_MININT32);
  g_assert_false (history->complete);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/history/covered", test_covered);
  g_test_add_func ("/insight/history/missing", test_missing);
  g_test_add_func ("/insight/history/weekday-gap", test_weekday_gap);
  g_test_add_func ("/insight/history/running", test_running);
  g_test_add_func ("/insight/history/only-running", test_only_running);
  g_test_add_func ("/insight/history/two-accounts", test_two_accounts);
  g_test_add_func ("/insight/history/stale-account", test_stale_account);
  g_test_add_func ("/insight/history/retired-account", test_retired_account);
  g_test_add_func ("/insight/history/apart", test_apart);
  g_test_add_func ("/insight/history/past-and-future", test_past_and_future);
  g_test_add_func ("/insight/history/no-data", test_no_data);

  return g_test_run ();
}
