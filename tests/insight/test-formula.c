/* test-formula.c – each method of value, by numbers worked out by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/formula.h"

#include "core/money.h"
#include "world.h"

typedef struct
{
  OutlayValueKey key;
  const char *value;
} Input;

#define N_INPUTS 6

static void
fill_model (OutlayWorld *world, OutlayValueMethod method, const Input *inputs)
{
  outlay_world_use_case (world, "case");
  outlay_world_method (world, 0, method);
  for (gsize i = 0; i < N_INPUTS && inputs[i].value != NULL; i++)
    outlay_world_input (world, 0, inputs[i].key, inputs[i].value);
}

static void
test_golden (void)
{
  static const struct
  {
    const char *what;
    OutlayValueMethod method;
    Input inputs[N_INPUTS];
    gint64 outcomes;
    gint32 elapsed;
    gint32 n_days;
    const char *low;
    const char *likely;
    const char *high;
  } cases[] = {
    { "fixed",
      OUTLAY_VALUE_FIXED,
      { { OUTLAY_VALUE_AMOUNT, "3000" } },
      0,
      30,
      30,
      "3000",
      "3000",
      "3000" },
    { "fixed, a third of the month",
      OUTLAY_VALUE_FIXED,
      { { OUTLAY_VALUE_AMOUNT, "100" } },
      0,
      10,
      30,
      "33.333333333",
      "33.333333333",
      "33.333333333" },
    { "fixed, a month to come",
      OUTLAY_VALUE_FIXED,
      { { OUTLAY_VALUE_AMOUNT, "100" } },
      0,
      0,
      30,
      "0",
      "0",
      "0" },
    { "fixed, a range",
      OUTLAY_VALUE_FIXED,
      { { OUTLAY_VALUE_AMOUNT, "50:100:400" } },
      0,
      30,
      30,
      "50",
      "100",
      "400" },

    /* 5000 × 12 ÷ 60 × $100 */
    { "labour",
      OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      5000,
      30,
      30,
      "100000",
      "100000",
      "100000" },
    /* 7 × 1 ÷ 60 × $1 × 0.85 = $0.0991666…; outcomes are not cut by days a second time */
    { "labour, rounded once",
      OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "1" },
        { OUTLAY_VALUE_HOURLY_RATE, "1" },
        { OUTLAY_VALUE_REALISATION, "0.85" } },
      7,
      10,
      30,
      "0.099166667",
      "0.099166667",
      "0.099166667" },
    /* 600 × 5 : 10 : 20 ÷ 60 × $60 × 0.5 : 0.8 : 1 */
    { "labour, ranges",
      OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "5:10:20" },
        { OUTLAY_VALUE_HOURLY_RATE, "60" },
        { OUTLAY_VALUE_REALISATION, "0.5:0.8:1" } },
      600,
      30,
      30,
      "1500",
      "4800",
      "12000" },
    { "labour, no outcomes",
      OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      0,
      30,
      30,
      "0",
      "0",
      "0" },

    /* 1000 × (8 × 0.6 − 2 × 0.25) × 0.9 = 1000 × 4.3 × 0.9 */
    { "displacement",
      OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "8" },
        { OUTLAY_VALUE_DEFLECTION, "0.6" },
        { OUTLAY_VALUE_REVIEW_COST, "2" },
        { OUTLAY_VALUE_REVIEW_RATE, "0.25" },
        { OUTLAY_VALUE_REALISATION, "0.9" } },
      1000,
      30,
      30,
      "3870",
      "3870",
      "3870" },
    { "displacement, all left out",
      OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "8" } },
      1000,
      30,
      30,
      "8000",
      "8000",
      "8000" },
    /* low: 8 × 0.5 − 3 × 0.3 = 3.1; likely: 8 × 0.6 − 2 × 0.2 = 4.4; high: 8 × 0.7 − 1 × 0.1 */
    { "displacement: a dear review is the unfavourable end",
      OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "8" },
        { OUTLAY_VALUE_DEFLECTION, "0.5:0.6:0.7" },
        { OUTLAY_VALUE_REVIEW_COST, "1:2:3" },
        { OUTLAY_VALUE_REVIEW_RATE, "0.1:0.2:0.3" } },
      1000,
      30,
      30,
      "3100",
      "4400",
      "5500" },
    /* A loss a piece: the less of it is realised, the better. 1 × 1 − 4 × 1 = −3 */
    { "displacement at a loss",
      OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "1" },
        { OUTLAY_VALUE_REVIEW_COST, "4" },
        { OUTLAY_VALUE_REALISATION, "0.5:0.6:1" } },
      10,
      30,
      30,
      "-30",
      "-18",
      "-15" },

    /* 200,000 × $50 × 0.002 × 0.4 × 0.9 */
    { "revenue",
      OUTLAY_VALUE_REVENUE,
      { { OUTLAY_VALUE_ORDER_VALUE, "50" },
        { OUTLAY_VALUE_CONVERSION_UPLIFT, "0.002" },
        { OUTLAY_VALUE_GROSS_MARGIN, "0.4" },
        { OUTLAY_VALUE_REALISATION, "0.9" } },
      200000,
      30,
      30,
      "7200",
      "7200",
      "7200" },
    { "revenue, a range",
      OUTLAY_VALUE_REVENUE,
      { { OUTLAY_VALUE_ORDER_VALUE, "50" }, { OUTLAY_VALUE_CONVERSION_UPLIFT, "0:0.002:0.003" } },
      200000,
      30,
      30,
      "0",
      "20000",
      "30000" },

    /* 10,000 × 0.005 × 1 × $1,200 ÷ 12 */
    { "retention",
      OUTLAY_VALUE_RETENTION,
      { { OUTLAY_VALUE_CUSTOMERS, "10000" },
        { OUTLAY_VALUE_CHURN_REDUCTION, "0.005" },
        { OUTLAY_VALUE_ANNUAL_VALUE, "1200" } },
      0,
      31,
      31,
      "5000",
      "5000",
      "5000" },
    { "retention, 10 of 31 days",
      OUTLAY_VALUE_RETENTION,
      { { OUTLAY_VALUE_CUSTOMERS, "10000" },
        { OUTLAY_VALUE_CHURN_REDUCTION, "0.005" },
        { OUTLAY_VALUE_ANNUAL_VALUE, "1200" } },
      0,
      10,
      31,
      "1612.903225806",
      "1612.903225806",
      "1612.903225806" },

    /* ($20 − $6) × 300 × 0.5 */
    { "premium",
      OUTLAY_VALUE_PREMIUM,
      { { OUTLAY_VALUE_PRICE, "20" },
        { OUTLAY_VALUE_COGS, "6" },
        { OUTLAY_VALUE_SUBSCRIBERS, "300" },
        { OUTLAY_VALUE_REALISATION, "0.5" } },
      0,
      28,
      28,
      "2100",
      "2100",
      "2100" },
    { "premium: dear goods are the unfavourable end",
      OUTLAY_VALUE_PREMIUM,
      { { OUTLAY_VALUE_PRICE, "20" },
        { OUTLAY_VALUE_COGS, "4:6:25" },
        { OUTLAY_VALUE_SUBSCRIBERS, "100" } },
      0,
      28,
      28,
      "-500",
      "1400",
      "1600" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      const OutlayMonthFacts facts = { cases[i].outcomes, cases[i].elapsed, cases[i].n_days };
      const OutlayValueModel *model;
      OutlayValueRange value;

      fill_model (world, cases[i].method, cases[i].inputs);
      model = &outlay_world_close (world)->use_cases[0].model;
      outlay_value_model_evaluate (model, &facts, &value);

      g_test_message ("%s", cases[i].what);
      g_assert_true (outlay_value_model_is_complete (model));
      g_assert_cmpint (value.low_nanos, ==, outlay_world_nanos (cases[i].low));
      g_assert_cmpint (value.likely_nanos, ==, outlay_world_nanos (cases[i].likely));
      g_assert_cmpint (value.high_nanos, ==, outlay_world_nanos (cases[i].high));
      g_assert_cmpint (outlay_value_model_has_range (model), ==,
                       value.low_nanos != value.high_nanos);
    }
}

/* Amounts beyond money, on the way or at the end, are held at its end. */
static void
test_large (void)
{
  static const struct
  {
    gint64 outcomes;
    const char *order_value;
    const char *margin;
    const char *realisation;
    gint64 nanos;
  } cases[] = {
    { 1000000, "9000000000000", "0.000001", "0.000001",
      G_GINT64_CONSTANT (9000000) * OUTLAY_NANOS_PER_UNIT },
    { G_GINT64_CONSTANT (1000000000000000), "9000000", "0.000001", "0.000001",
      G_GINT64_CONSTANT (9000000000) * OUTLAY_NANOS_PER_UNIT },
    { G_GINT64_CONSTANT (1000000000000000), "9000000", "0.000001", "0.000002", G_MAXINT64 },
    { G_MAXINT64, "9000000000000", "9000000000000", "9000000000000", G_MAXINT64 },
    { G_MAXINT64, "9000000000000", "9000000000000", "-9000000000000", -G_MAXINT64 },
    { G_MAXINT64, "-9000000000000", "9000000000000", "9000000000000", -G_MAXINT64 },
    { G_MAXINT64, "9000000000000", "9000000000000", "0", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Input inputs[N_INPUTS] = {
        { OUTLAY_VALUE_ORDER_VALUE, cases[i].order_value },
        { OUTLAY_VALUE_CONVERSION_UPLIFT, "1" },
        { OUTLAY_VALUE_GROSS_MARGIN, cases[i].margin },
        { OUTLAY_VALUE_REALISATION, cases[i].realisation },
      };
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      const OutlayMonthFacts facts = { cases[i].outcomes, 30, 30 };
      OutlayValueRange value;

      fill_model (world, OUTLAY_VALUE_REVENUE, inputs);
      outlay_value_model_evaluate (&outlay_world_close (world)->use_cases[0].model, &facts, &value);
      g_assert_cmpint (value.likely_nanos, ==, cases[i].nanos);
    }
}

static void
test_break_even (void)
{
  static const struct
  {
    OutlayValueMethod method;
    Input inputs[N_INPUTS];
    const char *cost;
    gint64 outcomes;
  } cases[] = {
    /* $20 an outcome */
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      "10000",
      500 },
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      "10000.000000001",
      501 },
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      "9999.999999999",
      500 },
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "12" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      "0",
      0 },
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "0" }, { OUTLAY_VALUE_HOURLY_RATE, "100" } },
      "10",
      -1 },
    /* $3 an outcome, of the likely inputs */
    { OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "4:5:6" },
        { OUTLAY_VALUE_REVIEW_COST, "2" },
        { OUTLAY_VALUE_REVIEW_RATE, "1" } },
      "10",
      4 },
    { OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "1" }, { OUTLAY_VALUE_REVIEW_COST, "2" } },
      "10",
      -1 },
    { OUTLAY_VALUE_REVENUE,
      { { OUTLAY_VALUE_ORDER_VALUE, "50" }, { OUTLAY_VALUE_CONVERSION_UPLIFT, "0.002" } },
      "1000",
      10000 },
    { OUTLAY_VALUE_FIXED, { { OUTLAY_VALUE_AMOUNT, "50" } }, "10", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      const OutlayValueModel *model;

      fill_model (world, cases[i].method, cases[i].inputs);
      model = &outlay_world_close (world)->use_cases[0].model;
      g_assert_cmpint (outlay_value_model_break_even (model, outlay_world_nanos (cases[i].cost)),
                       ==, cases[i].outcomes);
    }
}

static void
test_assumed (void)
{
  static const struct
  {
    OutlayValueMethod method;
    Input inputs[N_INPUTS];
    gboolean complete;
    const char *assumed;
  } cases[] = {
    { OUTLAY_VALUE_FIXED, { { 0 } }, FALSE, "" },
    { OUTLAY_VALUE_FIXED, { { OUTLAY_VALUE_AMOUNT, "1" } }, TRUE, "" },
    { OUTLAY_VALUE_LABOUR,
      { { OUTLAY_VALUE_MINUTES_SAVED, "1" }, { OUTLAY_VALUE_HOURLY_RATE, "1" } },
      TRUE,
      "realisation" },
    { OUTLAY_VALUE_LABOUR, { { OUTLAY_VALUE_MINUTES_SAVED, "1" } }, FALSE, "realisation" },
    { OUTLAY_VALUE_DISPLACEMENT,
      { { OUTLAY_VALUE_HUMAN_COST, "1" }, { OUTLAY_VALUE_REVIEW_RATE, "0.1" } },
      TRUE,
      "realisation deflection review_cost" },
    { OUTLAY_VALUE_REVENUE,
      { { OUTLAY_VALUE_ORDER_VALUE, "1" }, { OUTLAY_VALUE_CONVERSION_UPLIFT, "0.1" } },
      TRUE,
      "realisation gross_margin" },
    { OUTLAY_VALUE_RETENTION,
      { { OUTLAY_VALUE_CUSTOMERS, "1" },
        { OUTLAY_VALUE_CHURN_REDUCTION, "0.1" },
        { OUTLAY_VALUE_ANNUAL_VALUE, "1" },
        { OUTLAY_VALUE_REALISATION, "1" } },
      TRUE,
      "" },
    { OUTLAY_VALUE_PREMIUM,
      { { OUTLAY_VALUE_PRICE, "1" }, { OUTLAY_VALUE_SUBSCRIBERS, "1" } },
      TRUE,
      "realisation cogs" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWorld) world = outlay_world_new ("2026-09-30");
      g_autoptr (GString) text = g_string_new (NULL);
      OutlayValueKey assumed[OUTLAY_N_VALUE_KEYS];
      const OutlayValueModel *model;
      guint n_assumed;

      fill_model (world, cases[i].method, cases[i].inputs);
      model = &outlay_world_close (world)->use_cases[0].model;
      n_assumed = outlay_value_model_get_assumed (model, assumed);
      for (guint j = 0; j < n_assumed; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "",
                                outlay_value_key_to_string (assumed[j]));

      g_assert_cmpint (outlay_value_model_is_complete (model), ==, cases[i].complete);
      g_assert_cmpstr (text->str, ==, cases[i].assumed);
    }
}

static void
test_names (void)
{
  for (guint i = 0; i < OUTLAY_N_VALUE_METHODS; i++)
    {
      OutlayValueMethod method = OUTLAY_N_VALUE_METHODS;

      g_assert_true (outlay_value_method_parse (outlay_value_method_to_string (i), &method));
      g_assert_cmpint (method, ==, i);
    }
  for (guint i = 0; i < OUTLAY_N_VALUE_KEYS; i++)
    {
      OutlayValueKey key = OUTLAY_N_VALUE_KEYS;
      guint n_methods = 0;

      g_assert_true (outlay_value_key_parse (outlay_value_key_to_string (i), &key));
      g_assert_cmpint (key, ==, i);
      for (guint method = 0; method < OUTLAY_N_VALUE_METHODS; method++)
        {
          n_methods += outlay_value_method_takes (method, i) ? 1 : 0;
          g_assert_true (!outlay_value_key_is_required (method, i) ||
                         outlay_value_method_takes (method, i));
        }
      g_assert_cmpuint (n_methods, >, 0);
    }
  for (guint i = 0; i < OUTLAY_N_COST_KINDS; i++)
    {
      OutlayCostKind kind = OUTLAY_N_COST_KINDS;

      g_assert_true (outlay_cost_kind_parse (outlay_cost_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }

  {
    OutlayValueMethod method = OUTLAY_VALUE_PREMIUM;
    OutlayValueKey key = OUTLAY_VALUE_COGS;
    OutlayCostKind kind = OUTLAY_COST_OTHER;

    g_assert_false (outlay_value_method_parse ("Fixed", &method));
    g_assert_false (outlay_value_key_parse ("", &key));
    g_assert_false (outlay_cost_kind_parse ("tokens", &kind));
    g_assert_cmpint (method, ==, OUTLAY_VALUE_PREMIUM);
    g_assert_cmpint (key, ==, OUTLAY_VALUE_COGS);
    g_assert_cmpint (kind, ==, OUTLAY_COST_OTHER);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/insight/formula/golden", test_golden);
  g_test_add_func ("/insight/formula/large", test_large);
  g_test_add_func ("/insight/formula/break-even", test_break_even);
  g_test_add_func ("/insight/formula/assumed", test_assumed);
  g_test_add_func ("/insight/formula/names", test_names);

  return g_test_run ();
}
