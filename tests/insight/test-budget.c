/* test-budget.c – actual, forecast and state of a month against its budgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/budget.h"

#include "core/money.h"
#include "world.h"

#include <math.h>

#define CLOSE 1e-9

/* A company with one feature that spends so much a day from August to the 20th. */
typedef struct
{
  OutlayWorld *world;
  guint32 search;
} Shop;

static Shop
open_shop (const char *today, const char *daily)
{
  Shop shop = { .world = outlay_world_new (today) };

  shop.search = outlay_world_feature (shop.world, "Search", -1);
  outlay_world_account (shop.world, "openai", "2026-06-01", today);
  if (daily != NULL)
    outlay_world_spend_daily (shop.world, shop.search, "2026-06-01", today, daily);

  return shop;
}

static const OutlayBudgetLine *
find_line (const OutlayBudgetStatus *status, guint32 feature)
{
  for (gsize i = 0; i < status->n_lines; i++)
    if (status->lines[i].feature == feature)
      return &status->lines[i];

  return NULL;
}

static void
assert_money (gint64 nanos, const char *text)
{
  g_autofree char *found = outlay_nanos_to_string (nanos);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_day (gint32 day, const char *text)
{
  if (text == NULL)
    g_assert_cmpint (day, ==, G_MININT32);
  else
    g_assert_cmpint (day, ==, outlay_world_day (text));
}

/* September 2026 as of the 20th, at $10 a day: $200 spent, $300 expected. */
static void
test_states (void)
{
  static const struct
  {
    const char *budget;
    OutlayBudgetState state;
    double used_percent;
    double burn_rate;
    guint n_crossed;
    const char *run_out;
  } cases[] = {
    { "1000", OUTLAY_BUDGET_ON_TRACK, 20, 0.3, 0, NULL },
    { "400", OUTLAY_BUDGET_ON_TRACK, 50, 0.75, 1, NULL },
    { "400.000000001", OUTLAY_BUDGET_ON_TRACK, 49.999999999875, 0.749999999998, 0, NULL },
    { "300", OUTLAY_BUDGET_ON_TRACK, 200 / 3.0, 1, 1, NULL },
    { "299.999999999", OUTLAY_BUDGET_AT_RISK, 66.6666666669, 1.0000000000034, 1, "2026-09-30" },
    { "250", OUTLAY_BUDGET_AT_RISK, 80, 1.2, 2, "2026-09-26" },
    { "200", OUTLAY_BUDGET_AT_RISK, 100, 1.5, 3, "2026-09-21" }, /* exactly: not over */
    { "199.999999999", OUTLAY_BUDGET_OVER, 100.0000000005, 1.5000000000075, 3, "2026-09-20" },
    { "100", OUTLAY_BUDGET_OVER, 200, 3, 3, "2026-09-11" },
    { "5", OUTLAY_BUDGET_OVER, 4000, 60, 3, "2026-09-01" },
    { "0", OUTLAY_BUDGET_OVER, NAN, NAN, 3, "2026-09-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Shop shop = open_shop ("2026-09-20", "10");
      g_autoptr (OutlayWorld) world = shop.world;
      g_autoptr (OutlayBudgetStatus) status = NULL;
      const OutlayBudgetLine *line;

      outlay_world_budget (world, shop.search, "2026-09", cases[i].budget);
      status =
          outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
      line = find_line (status, shop.search);

      g_test_message ("a budget of %s", cases[i].budget);
      g_assert_nonnull (line);
      g_assert_true (line->has_budget);
      assert_money (line->budget_nanos, cases[i].budget);
      assert_money (line->actual_nanos, "200");
      assert_money (line->billed_nanos, "200");
      assert_money (line->estimated_nanos, "0");
      g_assert_true (line->has_forecast);
      assert_money (line->expected_nanos, "300");
      g_assert_cmpint (line->state, ==, cases[i].state);
      assert_day (line->run_out, cases[i].run_out);
      g_assert_cmpuint (line->n_crossed, ==, cases[i].n_crossed);
      if (isnan (cases[i].used_percent))
        g_assert_true (isnan (line->used_percent) && isnan (line->burn_rate));
      else
        {
          g_assert_cmpfloat_with_epsilon (line->used_percent, cases[i].used_percent, CLOSE);
          g_assert_cmpfloat_with_epsilon (line->burn_rate, cases[i].burn_rate, CLOSE);
        }
      assert_day (line->data_to, "2026-09-20");
      g_assert_true (line->complete);

      /* One feature: the total is it. */
      g_assert_cmpuint (status->total.feature, ==, G_MAXUINT32);
      g_assert_cmpint (status->total.state, ==, cases[i].state);
      g_assert_cmpint (status->total.expected_nanos, ==, line->expected_nanos);
      g_assert_cmpuint (status->total.n_crossed, ==, cases[i].n_crossed);
    }
}

static void
test_estimated (void)
{
  Shop shop = open_shop ("2026-09-20", NULL);
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  OutlayCell cell = { .feature = shop.search, .kind = OUTLAY_CHARGE_USAGE };
  const OutlayBudgetLine *line;

  cell.day = outlay_world_day ("2026-09-20");
  cell.cost_nanos = 110;
  cell.billed_nanos = 100;
  cell.estimated_nanos = 10;
  outlay_world_add_cell (world, &cell);
  cell.kind = OUTLAY_CHARGE_NONE; /* usage that no bill covers costs what the catalogue says */
  cell.cost_nanos = cell.computed_nanos = 7;
  cell.billed_nanos = cell.estimated_nanos = 0;
  outlay_world_add_cell (world, &cell);

  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  line = find_line (status, shop.search);
  g_assert_cmpint (line->actual_nanos, ==, 117);
  g_assert_cmpint (line->billed_nanos, ==, 107);
  g_assert_cmpint (line->estimated_nanos, ==, 10);
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_NONE);
  g_assert_true (isnan (line->used_percent));
  assert_day (line->run_out, NULL);
  g_assert_false (status->total.has_budget);
}

/* A past month is what it was; without all its days, at least that. */
static void
test_past (void)
{
  Shop shop = open_shop ("2026-09-20", NULL);
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) whole = NULL;
  g_autoptr (OutlayBudgetStatus) holed = NULL;
  OutlaySnapshot *snapshot;
  const OutlayBudgetLine *line;

  outlay_world_spend_daily (world, shop.search, "2026-06-01", "2026-06-15", "10");
  outlay_world_spend (world, shop.search, "2026-06-25", "3.000000001");
  outlay_world_spend_daily (world, shop.search, "2026-07-01", "2026-08-20", "10");
  outlay_world_cover (world, 0, "2026-08-21", "2026-08-31", 0);
  outlay_world_budget (world, shop.search, "2026-06", "153.000000001");
  outlay_world_budget (world, shop.search, "2026-08", "290");
  snapshot = outlay_world_close (world);

  whole = outlay_budget_status_new (snapshot, outlay_world_month ("2026-06"));
  line = find_line (whole, shop.search);
  assert_money (line->actual_nanos, "153.000000001");
  g_assert_cmpint (line->expected_nanos, ==, line->actual_nanos);
  g_assert_cmpint (line->low_nanos, ==, line->actual_nanos);
  g_assert_cmpint (line->high_nanos, ==, line->actual_nanos);
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_ON_TRACK);
  g_assert_cmpfloat_with_epsilon (line->used_percent, 100, CLOSE);
  g_assert_cmpfloat_with_epsilon (line->burn_rate, 1, CLOSE);
  assert_day (line->data_to, "2026-06-30");

  holed = outlay_budget_status_new (snapshot, outlay_world_month ("2026-08"));
  line = find_line (holed, shop.search);
  assert_money (line->actual_nanos, "200");
  g_assert_false (line->complete);

  /* The silent days of June are in the weekday profile still. */
  g_assert_cmpfloat (outlay_nanos_to_estimate (line->expected_nanos), >, 300);
  g_assert_cmpfloat (outlay_nanos_to_estimate (line->expected_nanos), <, 315);
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_AT_RISK);
  assert_day (line->run_out, "2026-08-30");
}

static void
test_future (void)
{
  Shop shop = open_shop ("2026-09-20", "10");
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  const OutlayBudgetLine *line;

  outlay_world_budget (world, shop.search, "2026-10", "300");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-10"));
  line = find_line (status, shop.search);
  assert_money (line->actual_nanos, "0");
  assert_money (line->expected_nanos, "310");
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_AT_RISK);
  g_assert_cmpfloat_with_epsilon (line->used_percent, 0, CLOSE);
  g_assert_true (isnan (line->burn_rate));
  assert_day (line->run_out, "2026-10-31");
}

static void
test_missing (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  g_autoptr (OutlayBudgetStatus) status = NULL;
  const OutlayBudgetLine *line;

  outlay_world_account (world, "openai", "2026-06-01", "2026-09-10");
  outlay_world_spend_daily (world, search, "2026-06-01", "2026-09-10", "10");
  outlay_world_budget (world, search, "2026-09", "150");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  line = find_line (status, search);
  assert_money (line->actual_nanos, "100");
  assert_money (line->expected_nanos, "300");
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_AT_RISK);
  assert_day (line->run_out, "2026-09-16");
  assert_day (line->data_to, "2026-09-10");
  g_assert_false (line->complete);
  g_assert_false (status->total.complete);
}

/* Today's rows count as spent, but a day half done is not the pace. */
static void
test_unfinished_today (void)
{
  static const struct
  {
    const char *today;
    const char *expected;
  } cases[] = {
    { "2", "300" }, /* half a day so far */
    { "10", "300" },
    { "110", "400" }, /* already more than a day was expected to come to */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Shop shop = open_shop ("2026-09-20", NULL);
      g_autoptr (OutlayWorld) world = shop.world;
      g_autoptr (OutlayBudgetStatus) status = NULL;
      const OutlayBudgetLine *line;
      OutlaySnapshot *snapshot;

      outlay_world_spend_daily (world, shop.search, "2026-06-01", "2026-09-19", "10");
      outlay_world_spend (world, shop.search, "2026-09-20", cases[i].today);
      snapshot = outlay_world_close (world);
      snapshot->day_counts = FALSE;
      status = outlay_budget_status_new (snapshot, outlay_world_month ("2026-09"));
      line = find_line (status, shop.search);
      assert_money (line->expected_nanos, cases[i].expected);
      g_assert_cmpint (line->low_nanos, >=, line->actual_nanos);
    }
}

/* Fees are no daily pace: what came last month and is still to come is added once. */
static void
test_fees (void)
{
  Shop shop = open_shop ("2026-09-20", "10");
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  OutlayCell cell = { .feature = shop.search, .kind = OUTLAY_CHARGE_FEE };
  const OutlayBudgetLine *line;

  cell.cost_nanos = outlay_world_nanos ("60");
  cell.day = outlay_world_day ("2026-08-28");
  outlay_world_add_cell (world, &cell);
  cell.cost_nanos = outlay_world_nanos ("40");
  cell.day = outlay_world_day ("2026-09-01");
  outlay_world_add_cell (world, &cell);

  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  line = find_line (status, shop.search);
  assert_money (line->actual_nanos, "240");
  assert_money (line->expected_nanos, "360"); /* 300 + 40 + 20 to come */
  g_assert_cmpfloat (outlay_nanos_to_estimate (line->low_nanos), >, 330);
  g_assert_cmpfloat (outlay_nanos_to_estimate (line->low_nanos), <=, 345);
}

static void
test_rollover (void)
{
  static const struct
  {
    const char *what;
    const char *amounts[3]; /* June, July, August; NULL is no budget */
    gboolean rollover[3];
    const char *september; /* its 1000 with what rolled over */
  } cases[] = {
    /* $300 in June, $310 in July and in August */
    { "nothing rolls", { "400", "400", "400" }, { FALSE, FALSE, FALSE }, "1000" },
    { "what is left", { NULL, NULL, "400" }, { FALSE, FALSE, TRUE }, "1090" },
    { "what is over", { NULL, NULL, "300" }, { FALSE, FALSE, TRUE }, "990" },
    { "a chain", { "310", "320", "330" }, { TRUE, TRUE, TRUE }, "1040" },
    { "a chain that is cut", { "310", "320", "330" }, { TRUE, FALSE, TRUE }, "1020" },
    { "a chain with a hole", { "310", NULL, "330" }, { TRUE, FALSE, TRUE }, "1020" },
    { "only what is set to", { "310", "320", "330" }, { TRUE, TRUE, FALSE }, "1000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char *const months[] = { "2026-06", "2026-07", "2026-08" };
      Shop shop = open_shop ("2026-09-20", "10");
      g_autoptr (OutlayWorld) world = shop.world;
      g_autoptr (OutlayBudgetStatus) status = NULL;

      for (gsize j = 0; j < 3; j++)
        if (cases[i].amounts[j] != NULL)
          outlay_world_budget (world, shop.search, months[j], cases[i].amounts[j])->rollover =
              cases[i].rollover[j];
      outlay_world_budget (world, shop.search, "2026-09", "1000");
      status =
          outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));

      g_test_message ("%s", cases[i].what);
      assert_money (find_line (status, shop.search)->budget_nanos, cases[i].september);
      assert_money (status->total.budget_nanos, cases[i].september);
    }
}

/* A month that is not over moves nothing, nor what was moved into it. */
static void
test_rollover_running (void)
{
  Shop shop = open_shop ("2026-09-20", "10");
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) status = NULL;

  outlay_world_budget (world, shop.search, "2026-08", "400")->rollover = TRUE;
  outlay_world_budget (world, shop.search, "2026-09", "400")->rollover = TRUE;
  outlay_world_budget (world, shop.search, "2026-10", "400");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-10"));
  assert_money (find_line (status, shop.search)->budget_nanos, "400");
}

/* What rolled over can be less than nothing. */
static void
test_rollover_below_zero (void)
{
  Shop shop = open_shop ("2026-09-20", NULL);
  g_autoptr (OutlayWorld) world = shop.world;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  const OutlayBudgetLine *line;

  outlay_world_spend (world, shop.search, "2026-08-10", "500");
  outlay_world_budget (world, shop.search, "2026-08", "100")->rollover = TRUE;
  outlay_world_budget (world, shop.search, "2026-09", "100");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  line = find_line (status, shop.search);
  assert_money (line->budget_nanos, "-300");
  g_assert_cmpint (line->state, ==, OUTLAY_BUDGET_OVER);
  g_assert_true (isnan (line->used_percent));
  assert_day (line->run_out, "2026-09-01");
}

/* Over first, by the excess; then at risk and on track, by the forecast's share. */
static void
test_order (void)
{
  static const struct
  {
    const char *daily;
    const char *budget;
  } features[] = {
    { "10", "1000" }, /* 1: on track, 30 % */
    { "10", "100" },  /* 2: over by 100 */
    { "10", NULL },   /* 3: no budget, 200 spent */
    { "20", NULL },   /* 4: no budget, 400 spent */
    { "10", "250" },  /* 5: at risk, 120 % */
    { "10", "210" },  /* 6: at risk, 143 % */
    { "20", "100" },  /* 7: over by 300 */
    { "10", "400" },  /* 8: on track, 75 % */
    { NULL, NULL },   /* 9: neither, no line */
    { NULL, "5" },    /* 10: on track, 0 % */
  };
  static const guint32 order[] = { 7, 2, 6, 5, 8, 1, 10, 4, 3, 0 };
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  g_autoptr (OutlayBudgetStatus) status = NULL;

  outlay_world_account (world, "openai", "2026-06-01", "2026-09-20");
  outlay_world_spend_daily (world, 0, "2026-06-01", "2026-09-20", "1");
  for (guint32 i = 0; i < G_N_ELEMENTS (features); i++)
    {
      g_autofree char *name = g_strdup_printf ("Feature %u", i + 1);
      guint32 feature = outlay_world_feature (world, name, -1);

      if (features[i].daily != NULL)
        outlay_world_spend_daily (world, feature, "2026-06-01", "2026-09-20", features[i].daily);
      if (features[i].budget != NULL)
        outlay_world_budget (world, feature, "2026-09", features[i].budget);
    }

  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  g_assert_cmpuint (status->n_lines, ==, G_N_ELEMENTS (order));
  for (gsize i = 0; i < status->n_lines; i++)
    g_assert_cmpuint (status->lines[i].feature, ==, order[i]);

  /* Six features at $10, two at $20, and $1 Unallocated, of 20 and of 30 days. */
  assert_money (status->total.actual_nanos, "2020");
  assert_money (status->total.budget_nanos, "2065");
  assert_money (status->total.expected_nanos, "3030");
  assert_money (status->unallocated_nanos, "20");
}

/* A parent's line takes in its children; the total counts each once. */
static void
test_parents (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  guint32 suite = outlay_world_feature (world, "Suite", -1);
  guint32 left = outlay_world_feature (world, "Left", (int) suite);
  guint32 right = outlay_world_feature (world, "Right", (int) suite);
  guint32 group = outlay_world_feature (world, "Group", -1);
  guint32 member = outlay_world_feature (world, "Member", (int) group);
  g_autoptr (OutlayBudgetStatus) status = NULL;

  outlay_world_account (world, "openai", "2026-06-01", "2026-09-20");
  outlay_world_spend_daily (world, suite, "2026-06-01", "2026-09-20", "1");
  outlay_world_spend_daily (world, left, "2026-06-01", "2026-09-20", "2");
  outlay_world_spend_daily (world, right, "2026-06-01", "2026-09-20", "3");
  outlay_world_spend_daily (world, member, "2026-06-01", "2026-09-20", "4");
  outlay_world_budget (world, suite, "2026-09", "500");
  outlay_world_budget (world, left, "2026-09", "50");
  outlay_world_budget (world, member, "2026-09", "70");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));

  assert_money (find_line (status, suite)->actual_nanos, "120");
  assert_money (find_line (status, suite)->budget_nanos, "500");
  assert_money (find_line (status, left)->actual_nanos, "40");
  assert_money (find_line (status, right)->actual_nanos, "60");
  g_assert_false (find_line (status, right)->has_budget);
  assert_money (find_line (status, group)->budget_nanos, "70");
  g_assert_cmpint (find_line (status, group)->state, ==, OUTLAY_BUDGET_OVER);
  assert_money (status->total.actual_nanos, "200");
  assert_money (status->total.budget_nanos, "570");
  assert_money (status->total.expected_nanos, "300");
}

static void
test_unallocated_budget (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  g_autoptr (OutlayBudgetStatus) status = NULL;

  outlay_world_account (world, "openai", "2026-06-01", "2026-09-20");
  outlay_world_spend_daily (world, 0, "2026-06-01", "2026-09-20", "1");
  outlay_world_budget (world, 0, "2026-09", "10");
  status = outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));
  g_assert_cmpint (find_line (status, 0)->state, ==, OUTLAY_BUDGET_OVER);
  assert_money (status->unallocated_nanos, "20");
}

static void
test_nothing (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
  g_autoptr (OutlayBudgetStatus) status =
      outlay_budget_status_new (outlay_world_close (world), outlay_world_month ("2026-09"));

  g_assert_cmpuint (status->n_lines, ==, 0);
  g_assert_false (status->total.has_budget);
  g_assert_false (status->total.has_forecast);
  g_assert_false (status->total.complete);
  assert_day (status->total.data_to, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/budget/states", test_states);
  g_test_add_func ("/insight/budget/estimated", test_estimated);
  g_test_add_func ("/insight/budget/past", test_past);
  g_test_add_func ("/insight/budget/future", test_future);
  g_test_add_func ("/insight/budget/missing", test_missing);
  g_test_add_func ("/insight/budget/unfinished-today", test_unfinished_today);
  g_test_add_func ("/insight/budget/fees", test_fees);
  g_test_add_func ("/insight/budget/rollover", test_rollover);
  g_test_add_func ("/insight/budget/rollover-running", test_rollover_running);
  g_test_add_func ("/insight/budget/rollover-below-zero", test_rollover_below_zero);
  g_test_add_func ("/insight/budget/order", test_order);
  g_test_add_func ("/insight/budget/parents", test_parents);
  g_test_add_func ("/insight/budget/unallocated-budget", test_unallocated_budget);
  g_test_add_func ("/insight/budget/nothing", test_nothing);

  return g_test_run ();
}
