/* test-value.c – full cost, value and what follows from them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/value.h"

#include "core/money.h"
#include "world.h"

#include <math.h>

#define CLOSE 1e-9
#define N_ROUNDS 300

static OutlayPortfolio *
ask (OutlayWorld *world, const char *from, const char *to)
{
  return outlay_portfolio_new (outlay_world_close (world), outlay_world_month (from),
                               outlay_world_month (to));
}

static void
assert_money (gint64 nanos, const char *text)
{
  g_autofree char *found = outlay_nanos_to_string (nanos);

  g_assert_cmpstr (found, ==, text);
}

/* $20 an outcome: 12 minutes at $100 an hour. */
static void
add_labour (OutlayWorld *world, guint32 use_case)
{
  outlay_world_method (world, use_case, OUTLAY_VALUE_LABOUR);
  outlay_world_input (world, use_case, OUTLAY_VALUE_MINUTES_SAVED, "12");
  outlay_world_input (world, use_case, OUTLAY_VALUE_HOURLY_RATE, "100");
}

static void
test_golden (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
  guint32 triage = outlay_world_feature (world, "Triage", -1);
  guint32 use_case = outlay_world_use_case (world, "Invoice triage");
  g_autoptr (OutlayPortfolio) portfolio = NULL;
  const OutlayWorth *worth;

  outlay_world_bear (world, use_case, triage, 100);
  outlay_world_spend (world, triage, "2026-09-01", "4000");
  outlay_world_spend (world, triage, "2026-09-30", "6000");
  add_labour (world, use_case);
  outlay_world_outcomes (world, use_case, "2026-09-02", 2000);
  outlay_world_outcomes (world, use_case, "2026-09-30", 3000);
  outlay_world_outcomes (world, use_case, "2026-10-01", 9999);

  portfolio = ask (world, "2026-09", "2026-09");
  g_assert_cmpuint (portfolio->n_lines, ==, 1);
  worth = &portfolio->lines[0].worth;
  g_assert_true (worth->has_value);
  g_assert_false (worth->has_range);
  assert_money (worth->value_nanos, "100000");
  assert_money (worth->value_low_nanos, "100000");
  assert_money (worth->value_high_nanos, "100000");
  assert_money (worth->cost_nanos, "10000");
  assert_money (worth->tokens_nanos, "10000");
  assert_money (worth->fees_nanos, "0");
  assert_money (worth->net_nanos, "90000");
  g_assert_cmpfloat_with_epsilon (worth->roi_percent, 900, CLOSE);
  g_assert_cmpfloat_with_epsilon (worth->value_to_cost, 10, CLOSE);
  g_assert_cmpfloat_with_epsilon (worth->token_share_percent, 100, CLOSE);
  g_assert_true (worth->has_outcomes);
  g_assert_cmpint (worth->outcomes, ==, 5000);
  assert_money (worth->cost_per_outcome_nanos, "2");
  g_assert_true (isnan (worth->payback_months));
  g_assert_cmpint (worth->break_even_outcomes, ==, 500);
  g_assert_cmpuint (worth->n_assumed, ==, 1);
  g_assert_cmpint (worth->assumed[0], ==, OUTLAY_VALUE_REALISATION);
  g_assert_cmpint (worth->verdict, ==, OUTLAY_VERDICT_IF_ASSUMED);

  assert_money (portfolio->total.net_nanos, "90000");
  g_assert_cmpfloat_with_epsilon (portfolio->total.roi_percent, 900, CLOSE);
  assert_money (portfolio->estimated.net_nanos, "90000");
  assert_money (portfolio->unallocated_nanos, "0");
}

static void
test_unknown (void)
{
  static const struct
  {
    const char *what;
    gboolean model;
    gboolean inputs;
    const char *outcomes_on;
    gint64 outcomes;
    gboolean has_value;
    gboolean has_outcomes;
    OutlayVerdict verdict;
  } cases[] = {
    { "no model", FALSE, FALSE, NULL, 0, FALSE, FALSE, OUTLAY_VERDICT_NOT_ESTIMATED },
    { "no model, but outcomes", FALSE, FALSE, "2026-09-02", 5, FALSE, TRUE,
      OUTLAY_VERDICT_NOT_ESTIMATED },
    { "no outcomes", TRUE, TRUE, NULL, 0, FALSE, FALSE, OUTLAY_VERDICT_NOT_ESTIMATED },
    { "none in the month", TRUE, TRUE, "2026-08-31", 5, FALSE, FALSE,
      OUTLAY_VERDICT_NOT_ESTIMATED },
    { "none yet", TRUE, TRUE, "2026-09-21", 5, FALSE, FALSE, OUTLAY_VERDICT_NOT_ESTIMATED },
    { "stated as 0", TRUE, TRUE, "2026-09-02", 0, TRUE, TRUE, OUTLAY_VERDICT_COSTS_MORE },
    { "an input is missing", TRUE, FALSE, "2026-09-02", 5, FALSE, TRUE,
      OUTLAY_VERDICT_NOT_ESTIMATED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-20");
      guint32 triage = outlay_world_feature (world, "Triage", -1);
      guint32 use_case = outlay_world_use_case (world, "Triage");
      g_autoptr (OutlayPortfolio) portfolio = NULL;
      const OutlayWorth *worth;

      outlay_world_bear (world, use_case, triage, 100);
      outlay_world_spend (world, triage, "2026-09-01", "10");
      if (cases[i].inputs)
        add_labour (world, use_case);
      else if (cases[i].model)
        outlay_world_method (world, use_case, OUTLAY_VALUE_LABOUR);
      if (cases[i].outcomes_on != NULL)
        outlay_world_outcomes (world, use_case, cases[i].outcomes_on, cases[i].outcomes);

      portfolio = ask (world, "2026-09", "2026-09");
      worth = &portfolio->lines[0].worth;
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (worth->has_value, ==, cases[i].has_value);
      g_assert_cmpint (worth->has_outcomes, ==, cases[i].has_outcomes);
      g_assert_cmpint (worth->verdict, ==, cases[i].verdict);
      g_assert_cmpint (isnan (worth->roi_percent), ==, !cases[i].has_value);
      assert_money (worth->cost_nanos, "10");

      /* What is not estimated costs the whole, and is no part of the estimated. */
      assert_money (portfolio->total.cost_nanos, "10");
      assert_money (portfolio->estimated.cost_nanos, cases[i].has_value ? "10" : "0");
      g_assert_cmpint (portfolio->total.has_value, ==, cases[i].has_value);
    }
}

/* $100 fixed a month against a cost of $50, by the range of the amount. */
static void
test_verdict (void)
{
  static const struct
  {
    const char *amount;
    OutlayVerdict verdict;
  } cases[] = {
    { "100", OUTLAY_VERDICT_WORTH_IT },
    { "50.000000001:100:200", OUTLAY_VERDICT_UNCERTAIN }, /* millionths: 50.000000 */
    { "50.000001:100:200", OUTLAY_VERDICT_WORTH_IT },
    { "50", OUTLAY_VERDICT_UNCERTAIN },
    { "10:100:200", OUTLAY_VERDICT_UNCERTAIN },
    { "10:20:50", OUTLAY_VERDICT_UNCERTAIN },
    { "10:20:49.999999", OUTLAY_VERDICT_COSTS_MORE },
    { "10", OUTLAY_VERDICT_COSTS_MORE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      guint32 use_case = outlay_world_use_case (world, "Case");
      g_autoptr (OutlayPortfolio) portfolio = NULL;

      outlay_world_cost_item (world, OUTLAY_COST_PEOPLE, "50", "2026-09");
      outlay_world_method (world, use_case, OUTLAY_VALUE_FIXED);
      outlay_world_input (world, use_case, OUTLAY_VALUE_AMOUNT, cases[i].amount);
      portfolio = ask (world, "2026-09", "2026-09");
      g_test_message ("%s", cases[i].amount);
      g_assert_cmpint (portfolio->lines[0].worth.verdict, ==, cases[i].verdict);
    }
}

static void
test_parts (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 use_case = outlay_world_use_case (world, "Search");
  OutlayCell cell = { .feature = search, .day = outlay_world_day ("2026-09-03") };
  g_autoptr (OutlayPortfolio) portfolio = NULL;
  const OutlayWorth *worth;

  outlay_world_bear (world, use_case, search, 100);
  for (guint kind = 0; kind < OUTLAY_N_CHARGE_KINDS; kind++)
    {
      static const char *const amounts[OUTLAY_N_CHARGE_KINDS] = { "1",  "2",   "4",  "-8",
                                                                  "16", "-32", "64", "128" };

      cell.kind = kind;
      cell.cost_nanos = outlay_world_nanos (amounts[kind]);
      outlay_world_add_cell (world, &cell);
    }
  outlay_world_cost_item (world, OUTLAY_COST_INFRASTRUCTURE, "1000", "2026-09");
  outlay_world_cost_item (world, OUTLAY_COST_PEOPLE, "2000", "2026-09");
  outlay_world_cost_item (world, OUTLAY_COST_FEES, "3000", "2026-09");
  outlay_world_cost_item (world, OUTLAY_COST_OTHER, "4000", "2026-09");

  portfolio = ask (world, "2026-09", "2026-09");
  worth = &portfolio->lines[0].worth;
  assert_money (worth->tokens_nanos, "171");
  assert_money (worth->fees_nanos, "3004");
  assert_money (worth->infrastructure_nanos, "1000");
  assert_money (worth->people_nanos, "2000");
  assert_money (worth->other_nanos, "4000");
  assert_money (worth->cost_nanos, "10175");
  g_assert_cmpfloat_with_epsilon (worth->token_share_percent, 171 / 101.75, CLOSE);
}

/* What an item comes to, month by month, as of 10 September. */
static void
test_items (void)
{
  static const struct
  {
    const char *what;
    const char *amount;
    gboolean once;
    gint32 n_months;
    const char *from;
    const char *to;
    const char *months[4]; /* July to October */
  } cases[] = {
    { "monthly", "30", FALSE, 0, "2026-08", NULL, { "0", "30", "10", "0" } },
    { "monthly, ended", "30", FALSE, 0, "2026-07", "2026-07", { "30", "0", "0", "0" } },
    { "monthly, cut to the nano-unit",
      "1",
      FALSE,
      0,
      "2026-09",
      NULL,
      { "0", "0", "0.333333333", "0" } },
    { "a one-off at once", "30", TRUE, 1, "2026-08", NULL, { "0", "30", "0", "0" } },
    { "a one-off over three months",
      "100",
      TRUE,
      3,
      "2026-07",
      NULL,
      { "33.333333333", "33.333333333", "11.111111111", "0" } },
    { "a one-off that began before",
      "120",
      TRUE,
      12,
      "2026-01",
      NULL,
      { "10", "10", "3.333333333", "0" } },
    { "a one-off that is over", "120", TRUE, 6, "2026-01", NULL, { "0", "0", "0", "0" } },
    { "a discount", "-30", FALSE, 0, "2026-08", NULL, { "0", "-30", "-10", "0" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-10");
      g_autoptr (OutlayPortfolio) portfolio = NULL;
      OutlayCostItem *item;
      gint64 sum = 0;

      outlay_world_use_case (world, "Case");
      item = outlay_world_cost_item (world, OUTLAY_COST_OTHER, cases[i].amount, cases[i].from);
      item->once = cases[i].once;
      item->n_months = cases[i].n_months;
      if (cases[i].to != NULL)
        item->to_month = outlay_world_month (cases[i].to);

      g_test_message ("%s", cases[i].what);
      portfolio = ask (world, "2026-07", "2026-10");
      g_assert_cmpuint (portfolio->lines[0].n_months, ==, 4);
      for (gsize j = 0; j < 4; j++)
        {
          assert_money (portfolio->lines[0].months[j].cost_nanos, cases[i].months[j]);
          sum += portfolio->lines[0].months[j].cost_nanos;
        }
      g_assert_cmpint (portfolio->lines[0].worth.cost_nanos, ==, sum);
      g_assert_cmpint (portfolio->total.cost_nanos, ==, sum);
    }
}

/* The months of a one-off add up to it, whatever does not divide. */
static void
test_one_off_adds_up (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2027-12-31");
  g_autoptr (OutlayPortfolio) portfolio = NULL;
  OutlayCostItem *item;

  outlay_world_use_case (world, "Case");
  item = outlay_world_cost_item (world, OUTLAY_COST_OTHER, "100.000000001", "2026-03");
  item->once = TRUE;
  item->n_months = 7;
  portfolio = ask (world, "2026-01", "2027-12");
  assert_money (portfolio->total.cost_nanos, "100.000000001");
}

static void
test_shared_items (void)
{
  static const struct
  {
    OutlayCostShare share;
    const char *spend[3];
    const char *parts[3];
  } cases[] = {
    { OUTLAY_COST_EVEN, { "10", "20", "30" }, { "33.333333334", "33.333333333", "33.333333333" } },
    { OUTLAY_COST_BY_SPEND, { "10", "20", "70" }, { "10", "20", "70" } },
    { OUTLAY_COST_BY_SPEND, { "1", "1", "1" }, { "33.333333334", "33.333333333", "33.333333333" } },
    { OUTLAY_COST_BY_SPEND, { "0", "5", "0" }, { "0", "100", "0" } },
    { OUTLAY_COST_BY_SPEND, { "-10", "30", "10" }, { "0", "75", "25" } },
    { OUTLAY_COST_BY_SPEND, { "0", "0", "0" }, { "33.333333334", "33.333333333", "33.333333333" } },
    { OUTLAY_COST_DIRECT, { "1", "1", "1" }, { "0", "100", "0" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      g_autoptr (OutlayPortfolio) portfolio = NULL;
      OutlayCostItem *item;

      for (guint32 j = 0; j < 3; j++)
        {
          guint32 feature = outlay_world_feature (world, "Feature", -1);

          outlay_world_bear (world, outlay_world_use_case (world, "Case"), feature, 100);
          outlay_world_spend (world, feature, "2026-09-10", cases[i].spend[j]);
        }
      item = outlay_world_cost_item (world, OUTLAY_COST_INFRASTRUCTURE, "100", "2026-09");
      item->share = cases[i].share;
      item->use_case = 1;

      portfolio = ask (world, "2026-09", "2026-09");
      for (gsize j = 0; j < 3; j++)
        {
          assert_money (portfolio->lines[j].worth.tokens_nanos, cases[i].spend[j]);
          assert_money (portfolio->lines[j].worth.infrastructure_nanos, cases[i].parts[j]);
        }
      assert_money (portfolio->total.infrastructure_nanos, "100");
    }
}

static void
test_feature_shares (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
  guint32 shared = outlay_world_feature (world, "Shared", -1);
  guint32 child = outlay_world_feature (world, "Child", (int) shared);
  guint32 loose = outlay_world_feature (world, "Loose", -1);
  guint32 first = outlay_world_use_case (world, "First");
  guint32 second = outlay_world_use_case (world, "Second");
  g_autoptr (OutlayPortfolio) portfolio = NULL;

  outlay_world_bear (world, first, shared, 30);
  outlay_world_bear (world, second, shared, 50);
  outlay_world_spend (world, shared, "2026-09-10", "0.000000011");
  outlay_world_spend (world, child, "2026-09-10", "1000"); /* goes as its parent goes */
  outlay_world_spend (world, loose, "2026-09-10", "5");
  outlay_world_spend (world, 0, "2026-09-10", "7");
  portfolio = ask (world, "2026-09", "2026-09");

  /* 3.3, 5.5 and 2.2 nano-units: 3, 6 and 2 */
  assert_money (portfolio->lines[0].worth.cost_nanos, "300.000000003");
  assert_money (portfolio->lines[1].worth.cost_nanos, "500.000000006");
  assert_money (portfolio->unallocated_nanos, "212.000000002");
  assert_money (portfolio->total.cost_nanos, "1012.000000011");
}

/* As of 10 September: a third of the month, of what is stated by the month. */
static void
test_running_month (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-10");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 fixed = outlay_world_use_case (world, "Fixed");
  guint32 labour = outlay_world_use_case (world, "Labour");
  g_autoptr (OutlayPortfolio) portfolio = NULL;

  outlay_world_method (world, fixed, OUTLAY_VALUE_FIXED);
  outlay_world_input (world, fixed, OUTLAY_VALUE_AMOUNT, "300");
  outlay_world_bear (world, fixed, search, 100);
  outlay_world_spend_daily (world, search, "2026-08-01", "2026-09-30", "1");
  outlay_world_cost_item (world, OUTLAY_COST_PEOPLE, "60", "2026-08");
  add_labour (world, labour);
  outlay_world_outcomes (world, labour, "2026-08-31", 10);
  outlay_world_outcomes (world, labour, "2026-09-10", 7);
  outlay_world_outcomes (world, labour, "2026-09-11", 100);
  portfolio = ask (world, "2026-08", "2026-10");

  assert_money (portfolio->lines[0].months[0].value_nanos, "300");
  assert_money (portfolio->lines[0].months[1].value_nanos, "100");
  assert_money (portfolio->lines[0].months[2].value_nanos, "0");
  assert_money (portfolio->lines[0].months[0].cost_nanos, "91");
  assert_money (portfolio->lines[0].months[1].cost_nanos, "30");
  assert_money (portfolio->lines[0].months[2].cost_nanos, "0");
  assert_money (portfolio->lines[0].worth.value_nanos, "400");
  assert_money (portfolio->lines[0].worth.cost_nanos, "121");

  assert_money (portfolio->lines[1].months[0].value_nanos, "200");
  assert_money (portfolio->lines[1].months[1].value_nanos, "140");
  g_assert_false (portfolio->lines[1].months[2].has_value);
  assert_money (portfolio->lines[1].worth.value_nanos, "340");
  g_assert_cmpint (portfolio->lines[1].worth.outcomes, ==, 17);
  assert_money (portfolio->total.value_nanos, "740");
}

/* $25,000 once, over 12 months, and $2,000 of running cost a month. */
static void
test_payback (void)
{
  static const struct
  {
    const char *what;
    const char *today;
    const char *from;
    const char *to;
    const char *value;
    double months; /* NAN: never */
  } cases[] = {
    { "a month", "2026-09-30", "2026-09", "2026-09", "12000", 25000 / 10000.0 },
    { "a running month is the same", "2026-09-15", "2026-09", "2026-09", "12000", 2.5 },
    { "so are several", "2026-12-15", "2026-09", "2026-12", "12000", 2.5 },
    { "never", "2026-09-30", "2026-09", "2026-09", "2000", NAN },
    { "amortisation does not count twice", "2026-09-30", "2026-09", "2026-09", "3000", 25 },
    { "a month to come", "2026-09-30", "2026-10", "2026-10", "12000", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new (cases[i].today);
      guint32 use_case = outlay_world_use_case (world, "Case");
      g_autoptr (OutlayPortfolio) portfolio = NULL;
      OutlayCostItem *item;

      item = outlay_world_cost_item (world, OUTLAY_COST_OTHER, "25000", "2026-09");
      item->once = TRUE;
      item->n_months = 12;
      outlay_world_cost_item (world, OUTLAY_COST_PEOPLE, "2000", "2026-09");
      outlay_world_method (world, use_case, OUTLAY_VALUE_FIXED);
      outlay_world_input (world, use_case, OUTLAY_VALUE_AMOUNT, cases[i].value);
      portfolio = ask (world, cases[i].from, cases[i].to);

      g_test_message ("%s", cases[i].what);
      if (isnan (cases[i].months))
        {
          g_assert_true (isnan (portfolio->lines[0].worth.payback_months));
          g_assert_true (isnan (portfolio->total.payback_months));
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (portfolio->lines[0].worth.payback_months, cases[i].months,
                                          1e-6);
          g_assert_cmpfloat_with_epsilon (portfolio->total.payback_months, cases[i].months, 1e-6);
          g_assert_cmpfloat_with_epsilon (portfolio->estimated.payback_months, cases[i].months,
                                          1e-6);
        }
    }
}

static void
test_totals (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 chat = outlay_world_feature (world, "Chat", -1);
  guint32 known = outlay_world_use_case (world, "Known");
  guint32 unknown = outlay_world_use_case (world, "Unknown");
  g_autoptr (OutlayPortfolio) portfolio = NULL;

  outlay_world_bear (world, known, search, 100);
  outlay_world_bear (world, unknown, chat, 100);
  outlay_world_spend (world, search, "2026-09-10", "100");
  outlay_world_spend (world, chat, "2026-09-10", "300");
  outlay_world_spend (world, 0, "2026-09-10", "600");
  outlay_world_method (world, known, OUTLAY_VALUE_FIXED);
  outlay_world_input (world, known, OUTLAY_VALUE_AMOUNT, "400:500:600");
  portfolio = ask (world, "2026-09", "2026-09");

  /* All value so far against all cost … */
  assert_money (portfolio->total.value_nanos, "500");
  assert_money (portfolio->total.value_low_nanos, "400");
  assert_money (portfolio->total.value_high_nanos, "600");
  g_assert_true (portfolio->total.has_range);
  assert_money (portfolio->total.cost_nanos, "1000");
  assert_money (portfolio->total.net_nanos, "-500");
  g_assert_cmpfloat_with_epsilon (portfolio->total.roi_percent, -50, CLOSE);
  g_assert_cmpint (portfolio->total.verdict, ==, OUTLAY_VERDICT_COSTS_MORE);

  /* … and the estimated against their own. */
  assert_money (portfolio->estimated.cost_nanos, "100");
  assert_money (portfolio->estimated.net_nanos, "400");
  g_assert_cmpfloat_with_epsilon (portfolio->estimated.value_to_cost, 5, CLOSE);
  g_assert_cmpint (portfolio->estimated.verdict, ==, OUTLAY_VERDICT_WORTH_IT);
  assert_money (portfolio->unallocated_nanos, "600");
}

static void
test_empty (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
  g_autoptr (OutlayPortfolio) portfolio = NULL;

  outlay_world_cost_item (world, OUTLAY_COST_PEOPLE, "50", "2026-09")->share = OUTLAY_COST_EVEN;
  portfolio = ask (world, "2026-09", "2026-09");
  g_assert_cmpuint (portfolio->n_lines, ==, 0);
  assert_money (portfolio->total.cost_nanos, "50");
  g_assert_false (portfolio->total.has_value);
  g_assert_true (isnan (portfolio->total.roi_percent));
  g_assert_true (isnan (portfolio->estimated.token_share_percent));
}

static void
add_random_items (OutlayWorld *world, gint32 n_use_cases)
{
  for (gint32 i = g_test_rand_int_range (0, 6); i > 0; i--)
    {
      g_autofree char *amount = g_strdup_printf ("%d.%09d", g_test_rand_int_range (-5, 500),
                                                 g_test_rand_int_range (0, 1000000000));
      OutlayCostItem *item =
          outlay_world_cost_item (world, (OutlayCostKind) g_test_rand_int_range (0, 4), amount,
                                  g_test_rand_bit () ? "2026-07" : "2026-09");

      item->share = (OutlayCostShare) g_test_rand_int_range (0, 3);
      item->use_case = (guint32) g_test_rand_int_range (0, n_use_cases);
      item->once = g_test_rand_bit ();
      item->n_months = g_test_rand_int_range (1, 5);
    }
}

static OutlayWorld *
make_random_world (void)
{
  OutlayWorld *world = outlay_world_new (g_test_rand_bit () ? "2026-09-17" : "2026-10-31");
  gint32 n_features = g_test_rand_int_range (1, 6);
  gint32 n_use_cases = g_test_rand_int_range (1, 5);

  for (gint32 i = 0; i < n_features; i++)
    outlay_world_feature (world, "Feature", g_test_rand_int_range (-1, i + 1));
  for (gint32 i = 0; i < n_use_cases; i++)
    outlay_world_use_case (world, "Case");

  for (guint32 feature = 0; feature <= (guint32) n_features; feature++)
    {
      gint32 left = 100;

      for (guint32 i = 0; i < (guint32) n_use_cases && left > 0 && g_test_rand_bit (); i++)
        {
          gint32 percent = g_test_rand_bit () ? left : g_test_rand_int_range (1, left + 1);

          outlay_world_bear (world, i, feature, percent);
          left -= percent;
        }
      for (gint32 day = outlay_world_day ("2026-07-01"); day < outlay_world_day ("2026-11-01");
           day += g_test_rand_int_range (1, 20))
        {
          OutlayCell cell = { .day = day, .feature = feature };

          cell.kind = (OutlayChargeKind) g_test_rand_int_range (0, OUTLAY_N_CHARGE_KINDS);
          cell.cost_nanos = g_test_rand_int_range (-1000000, G_MAXINT32);
          outlay_world_add_cell (world, &cell);
        }
    }

  add_random_items (world, n_use_cases);
  return world;
}

/* Every nano-unit is borne by exactly one: what the use cases cost and what none bears
 * add up to all there is, month by month and part by part. */
static void
test_adds_up (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (OutlayWorld) world = make_random_world ();
      OutlaySnapshot *snapshot = outlay_world_close (world);
      g_autoptr (OutlayPortfolio) portfolio =
          outlay_portfolio_new (snapshot, outlay_world_month ("2026-07"),
                                outlay_world_month ("2026-10"));
      gint64 all_spend = 0;
      gint64 cost = portfolio->unallocated_nanos;

      for (gsize i = 0; i < snapshot->cube.n_cells; i++)
        all_spend += snapshot->cube.cells[i].cost_nanos;

      for (gsize i = 0; i < portfolio->n_lines; i++)
        {
          const OutlayWorth *worth = &portfolio->lines[i].worth;
          gint64 months = 0;

          for (gsize j = 0; j < portfolio->lines[i].n_months; j++)
            months += portfolio->lines[i].months[j].cost_nanos;
          g_assert_cmpint (worth->cost_nanos, ==, months);
          g_assert_cmpint (worth->cost_nanos, ==,
                           worth->tokens_nanos + worth->fees_nanos + worth->infrastructure_nanos +
                               worth->people_nanos + worth->other_nanos);
          cost += worth->cost_nanos;
        }

      g_assert_cmpint (cost, ==, portfolio->total.cost_nanos);
      if (snapshot->n_cost_items == 0)
        {
          g_assert_cmpint (portfolio->total.cost_nanos, ==, all_spend);
          g_assert_cmpint (portfolio->total.tokens_nanos + portfolio->total.fees_nanos, ==,
                           all_spend);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/value/golden", test_golden);
  g_test_add_func ("/insight/value/unknown", test_unknown);
  g_test_add_func ("/insight/value/verdict", test_verdict);
  g_test_add_func ("/insight/value/parts", test_parts);
  g_test_add_func ("/insight/value/items", test_items);
  g_test_add_func ("/insight/value/one-off-adds-up", test_one_off_adds_up);
  g_test_add_func ("/insight/value/shared-items", test_shared_items);
  g_test_add_func ("/insight/value/feature-shares", test_feature_shares);
  g_test_add_func ("/insight/value/running-month", test_running_month);
  g_test_add_func ("/insight/value/payback", test_payback);
  g_test_add_func ("/insight/value/totals", test_totals);
  g_test_add_func ("/insight/value/empty", test_empty);
  g_test_add_func ("/insight/value/adds-up", test_adds_up);

  return g_test_run ();
}
