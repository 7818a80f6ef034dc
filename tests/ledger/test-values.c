/* test-values.c – commands: values, outcomes, costs and settings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "ledger/cost-items.h"
#include "ledger/daily-csv.h"
#include "ledger/exact.h"
#include "ledger/outcomes.h"
#include "ledger/settings.h"
#include "ledger/use-cases.h"
#include "ledger/value.h"

#include <string.h>

static void
test_exact (void)
{
  static const struct
  {
    const char *text;
    guint decimals;
    gboolean good;
    gint64 value;
  } cases[] = {
    { "12", 2, TRUE, 1200 },
    { "-12.50", 2, TRUE, -1250 },
    { "12.500000", 1, TRUE, 125 },
    { ".5", 1, TRUE, 5 },
    { "0.000000001", 9, TRUE, 1 },
    { "0.0000000001", 9, FALSE, 0 },
    { "9223372036", 9, TRUE, G_GINT64_CONSTANT (9223372036000000000) },
    { "9223372037", 9, FALSE, 0 },
    { "1e3", 2, FALSE, 0 },
    { "1,5", 2, FALSE, 0 },
    { "5.", 2, FALSE, 0 },
    { "", 2, FALSE, 0 },
    { "-", 2, FALSE, 0 },
    { " 1", 2, FALSE, 0 },
    { "0x10", 2, FALSE, 0 },
    { "nan", 2, FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 42;
      gboolean good = outlay_exact_parse (cases[i].text, cases[i].decimals, &value, &error);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].good);
      g_assert_cmpint (value, ==, good ? cases[i].value : 42);
      if (!good)
        g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
    }
}

static void
test_value_models (void)
{
  static const struct
  {
    const char *method;
    const char *inputs[4];
    gboolean good;
  } cases[] = {
    { "fixed", { "amount=100000" }, TRUE },
    { "fixed", { "amount=0" }, TRUE },
    { "fixed", { NULL }, FALSE },
    { "fixed", { "amount=-1" }, FALSE },
    { "fixed", { "amount=1", "amount=2" }, FALSE },
    { "fixed", { "amount=1:2" }, FALSE },
    { "fixed", { "amount=1:2:3:4" }, FALSE },
    { "fixed", { "amount=3:2:4" }, FALSE },
    { "fixed", { "amount=1:2:3" }, TRUE },
    { "fixed", { "amount" }, FALSE },
    { "fixed", { "amount=0.1234567" }, FALSE },
    { "fixed", { "minutes_saved=1" }, FALSE },
    { "labour", { "minutes_saved=6", "hourly_rate=50", "realisation=0.6" }, TRUE },
    { "labour", { "minutes_saved=6", "hourly_rate=50", "realisation=1.01" }, FALSE },
    { "labour", { "minutes_saved=6", "hourly_rate=50", "realisation=0.5:0.6:1.1" }, FALSE },
    { "displacement", { "human_cost=4", "deflection=-0.1" }, FALSE },
    { "displacement", { "human_cost=4", "review_rate=1", "review_cost=900" }, TRUE },
    { "revenue", { "order_value=80", "conversion_uplift=-0.5" }, TRUE },
    { "revenue", { "order_value=80", "conversion_uplift=-1.5" }, FALSE },
    { "retention", { "customers=10", "churn_reduction=0.1", "annual_value=5" }, TRUE },
    { "premium", { "price=10", "cogs=2", "subscribers=5" }, TRUE },
    { "labor", { "minutes_saved=6", "hourly_rate=50" }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      OutlayValueModel model;
      gboolean good = outlay_value_model_parse (cases[i].method, cases[i].inputs, &model, &error);

      g_test_message ("%s %s", cases[i].method, cases[i].inputs[0]);
      g_assert_cmpint (good, ==, cases[i].good);
      if (!good)
        g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
    }
}

static void
test_value_doubt (void)
{
  static const char *const usual[] = { "order_value=80", "conversion_uplift=0.05", NULL };
  static const char *const much[] = { "order_value=80", "conversion_uplift=0.01:0.02:0.051", NULL };
  OutlayValueModel model;

  g_assert_true (outlay_value_model_parse ("revenue", usual, &model, NULL));
  g_assert_null (outlay_value_model_doubt (&model));
  g_assert_true (outlay_value_model_parse ("revenue", much, &model, NULL));
  g_assert_nonnull (outlay_value_model_doubt (&model));
}

static void
test_value_is_replaced (Fixture *fixture, gconstpointer data)
{
  static const char *const labour[] = { "minutes_saved=6:7.5:9", "hourly_rate=50", NULL };
  static const char *const fixed[] = { "amount=12.000001", NULL };
  OutlayValueModel model;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;
  const OutlayUseCase *use_case;

  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  g_assert_true (outlay_value_model_parse ("labour", labour, &model, &error));
  g_assert_true (outlay_ledger_set_value (fixture->ledger, "U", &model, &error));
  g_assert_true (outlay_value_model_parse ("fixed", fixed, &model, &error));
  g_assert_true (outlay_ledger_set_value (fixture->ledger, "U", &model, &error));

  plans = read_plans (fixture);
  use_case = &plans->use_cases[0];
  g_assert_true (use_case->has_model);
  g_assert_cmpint (use_case->model.method, ==, OUTLAY_VALUE_FIXED);
  g_assert_true (use_case->model.input[OUTLAY_VALUE_AMOUNT].given);
  g_assert_false (use_case->model.input[OUTLAY_VALUE_AMOUNT].is_range);
  g_assert_cmpint (use_case->model.input[OUTLAY_VALUE_AMOUNT].likely_micros, ==, 12000001);
  g_assert_false (use_case->model.input[OUTLAY_VALUE_MINUTES_SAVED].given);
}

static void
import_outcomes (Fixture *fixture, const char *text, guint n_faults, OutlayOutcomesResult *result)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  outlay_ledger_import_outcomes (fixture->ledger, "U", text, strlen (text), result, faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, n_faults);
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  OutlayOutcomesResult result;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;

  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  import_outcomes (fixture, "date,count\n2026-09-01,7\n2026-09-02,8\n", 0, &result);
  g_assert_cmpuint (result.n_days, ==, 2);
  import_outcomes (fixture,
                   "\xef\xbb\xbf"
                   "Count;Date\r\n59.0;2026-09-02\r\n1;2026-09-02\r\n-1;2026-09-03\r\n2;soon\r\n",
                   2, &result);
  g_assert_cmpuint (result.n_days, ==, 1);
  g_assert_cmpint (result.count, ==, 60);

  plans = read_plans (fixture);
  g_assert_true (plans->use_cases[0].has_outcomes);
  g_assert_cmpuint (plans->use_cases[0].n_outcomes, ==, 2);
  g_assert_cmpint (plans->use_cases[0].outcomes[0].count, ==, 7);
  g_assert_cmpint (plans->use_cases[0].outcomes[1].count, ==, 60);
}

static void
test_month_outcomes (Fixture *fixture, gconstpointer data)
{
  const gint32 september = 56 * 12 + 8;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) typed = NULL;
  g_autoptr (OutlaySnapshot) cleared = NULL;
  OutlayOutcomesResult result;

  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  import_outcomes (fixture, "date,count\n2026-08-31,5\n2026-09-01,7\n2026-09-30,8\n", 0, &result);
  g_assert_true (outlay_ledger_set_month_outcomes (fixture->ledger, "U", september, 1200, &error));

  typed = read_plans (fixture);
  g_assert_cmpuint (typed->use_cases[0].n_outcomes, ==, 2);
  g_assert_cmpint (typed->use_cases[0].outcomes[0].count, ==, 5);
  g_assert_cmpint (typed->use_cases[0].outcomes[1].day, ==, outlay_month_first_day (september));
  g_assert_cmpint (typed->use_cases[0].outcomes[1].count, ==, 1200);

  /* Counts by day take the place of a typed month, and the other way round. */
  import_outcomes (fixture, "date,count\n2026-09-05,30\n2026-09-06,40\n", 0, &result);
  {
    g_autoptr (OutlaySnapshot) by_day = read_plans (fixture);

    g_assert_cmpuint (by_day->use_cases[0].n_outcomes, ==, 3);
    g_assert_cmpint (by_day->use_cases[0].outcomes[1].count, ==, 30);
  }
  g_assert_true (outlay_ledger_set_month_outcomes (fixture->ledger, "U", september, 500, &error));
  {
    g_autoptr (OutlaySnapshot) again = read_plans (fixture);

    g_assert_cmpuint (again->use_cases[0].n_outcomes, ==, 2);
    g_assert_cmpint (again->use_cases[0].outcomes[1].count, ==, 500);
  }

  g_assert_true (outlay_ledger_set_month_outcomes (fixture->ledger, "U", september, -1, &error));
  cleared = read_plans (fixture);
  g_assert_cmpuint (cleared->use_cases[0].n_outcomes, ==, 1);

  g_assert_false (
      outlay_ledger_set_month_outcomes (fixture->ledger, "U", september, G_MAXINT64, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
}

static void
test_value_is_cleared (Fixture *fixture, gconstpointer data)
{
  static const char *const inputs[] = { "amount=12", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;
  OutlayValueModel model;

  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  g_assert_true (outlay_value_model_parse ("fixed", inputs, &model, &error));
  g_assert_true (outlay_ledger_set_value (fixture->ledger, "U", &model, &error));
  g_assert_true (outlay_ledger_clear_value (fixture->ledger, "U", &error));
  g_assert_no_error (error);

  plans = read_plans (fixture);
  g_assert_false (plans->use_cases[0].has_model);
  g_assert_false (plans->use_cases[0].model.input[OUTLAY_VALUE_AMOUNT].given);
}

static void
test_cost_items (Fixture *fixture, gconstpointer data)
{
  OutlayCostEntry shared = { .share = OUTLAY_COST_BY_SPEND,
                             .kind = OUTLAY_COST_PEOPLE,
                             .name = (char *) "Review",
                             .amount_nanos = 5,
                             .n_months = 1,
                             .from_month = 680,
                             .to_month = G_MAXINT32 };
  OutlayCostEntry once = shared;
  OutlayCostEntry both = shared;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;
  gint64 id = 0;

  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  once.use_case = both.use_case = (char *) "U";
  once.share = OUTLAY_COST_DIRECT;
  once.once = TRUE;
  once.n_months = 6;
  g_assert_true (outlay_ledger_add_cost_item (fixture->ledger, &shared, &id, &error));
  g_assert_true (outlay_ledger_add_cost_item (fixture->ledger, &once, &id, &error));
  g_assert_false (outlay_ledger_add_cost_item (fixture->ledger, &both, &id, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
  g_clear_error (&error);

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_cost_items, ==, 2);
  g_assert_cmpint (plans->cost_items[0].share, ==, OUTLAY_COST_BY_SPEND);
  g_assert_cmpuint (plans->cost_items[1].use_case, ==, 0);
  g_assert_cmpint (plans->cost_items[1].n_months, ==, 6);
  g_assert_true (outlay_ledger_remove_cost_item (fixture->ledger, id, &error));
  g_assert_false (outlay_ledger_remove_cost_item (fixture->ledger, id, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    OutlaySetting setting;
    const char *value;
    const char *stored; /* NULL: refused */
  } cases[] = {
    { OUTLAY_SETTING_CURRENCY, "gbp", "GBP" },
    { OUTLAY_SETTING_CURRENCY, "pound", NULL },
    { OUTLAY_SETTING_CURRENCY, "€", NULL },
    { OUTLAY_SETTING_THRESHOLDS, "100, 50,50", "50,100" },
    { OUTLAY_SETTING_THRESHOLDS, "", NULL },
    { OUTLAY_SETTING_THRESHOLDS, "0", NULL },
    { OUTLAY_SETTING_THRESHOLDS, "1,2,3,4,5,6,7,8,9", NULL },
    { OUTLAY_SETTING_TAX, "include", "include" },
    { OUTLAY_SETTING_CREDITS, "yes", NULL },
    { OUTLAY_SETTING_TIMEZONE, "UTC", "UTC" },
    { OUTLAY_SETTING_TIMEZONE, "local", "local" },
    { OUTLAY_SETTING_TIMEZONE, "Mars/Olympus", NULL },
    { OUTLAY_SETTING_TIMEZONE, "", NULL },
    { OUTLAY_SETTING_ORGANISATION, "Larkmoor", "Larkmoor" },
    { OUTLAY_SETTING_ORGANISATION, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;
      gboolean good =
          outlay_ledger_set_setting (fixture->ledger, cases[i].setting, cases[i].value, &error);

      g_test_message ("%s %s", outlay_setting_to_string (cases[i].setting), cases[i].value);
      g_assert_cmpint (good, ==, cases[i].stored != NULL);
      if (!good)
        continue;

      g_assert_true (outlay_ledger_get_setting (fixture->ledger, cases[i].setting, &value, &error));
      g_assert_cmpstr (value, ==, cases[i].stored);
    }
}

static void
test_series (void)
{
  static const char text[] = "value\tdate\n1.5\t2026-09-03\n2\t2026-09-01\n3\t2026-09-01\n"
                             "9\t2026-09-05\n";
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayDailySeries) series = NULL;
  gint32 first, last;

  g_assert_true (outlay_day_from_ymd (2026, 9, 1, &first));
  g_assert_true (outlay_day_from_ymd (2026, 9, 4, &last));
  series = outlay_daily_series_read (text, strlen (text), last, faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpint (series->first_day, ==, first);
  /* The file goes on, so its fourth day is a day without a row. */
  g_assert_cmpuint (series->n_values, ==, 4);
  g_assert_cmpfloat_with_epsilon (series->values[3], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (series->values[0], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (series->values[1], 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (series->values[2], 1.5, 1e-9);
}

#define ADD(name, test) g_test_add ("/ledger/values/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ledger/values/exact", test_exact);
  g_test_add_func ("/ledger/values/value-models", test_value_models);
  g_test_add_func ("/ledger/values/value-doubt", test_value_doubt);
  ADD ("value-is-replaced", test_value_is_replaced);
  ADD ("value-is-cleared", test_value_is_cleared);
  ADD ("outcomes", test_outcomes);
  ADD ("month-outcomes", test_month_outcomes);
  ADD ("cost-items", test_cost_items);
  ADD ("settings", test_settings);
  g_test_add_func ("/ledger/values/series", test_series);

  return g_test_run ();
}
