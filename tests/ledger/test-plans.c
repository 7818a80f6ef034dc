/* test-plans.c – commands: features, rules, budgets and use cases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "ledger/budgets.h"
#include "ledger/feature.h"
#include "ledger/rules.h"
#include "ledger/settings.h"
#include "ledger/use-cases.h"

#include <string.h>

static void
add_feature (Fixture *fixture, const char *name, const char *parent)
{
  OutlayFeatureFields fields = { .name = name, .parent = parent };
  g_autoptr (GError) error = NULL;

  outlay_ledger_add_feature (fixture->ledger, &fields, &error);
  g_assert_no_error (error);
}

static void
test_feature_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    OutlayLedgerError code;
  } cases[] = {
    { "", OUTLAY_LEDGER_ERROR_INVALID },           { " Search", OUTLAY_LEDGER_ERROR_INVALID },
    { "Search ", OUTLAY_LEDGER_ERROR_INVALID },    { "Se\narch", OUTLAY_LEDGER_ERROR_INVALID },
    { "\xff", OUTLAY_LEDGER_ERROR_INVALID },       { "Unallocated", OUTLAY_LEDGER_ERROR_EXISTS },
    { "UNALLOCATED", OUTLAY_LEDGER_ERROR_EXISTS }, { "Search", OUTLAY_LEDGER_ERROR_EXISTS },
  };

  add_feature (fixture, "Search", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayFeatureFields fields = { .name = cases[i].name };
      g_autoptr (GError) error = NULL;

      g_test_message ("name %" G_GSIZE_FORMAT, i);
      g_assert_false (outlay_ledger_add_feature (fixture->ledger, &fields, &error));
      g_assert_error (error, OUTLAY_LEDGER_ERROR, (int) cases[i].code);
    }
}

static void
test_near_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_feature (fixture, "Search", NULL);
  g_assert_false (outlay_ledger_remove_feature (fixture->ledger, "serch", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“Search”"));
}

static void
test_feature_slots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;

  add_feature (fixture, "A", NULL);
  add_feature (fixture, "B", "A");
  add_feature (fixture, "C", NULL);
  g_assert_true (outlay_ledger_remove_feature (fixture->ledger, "A", &error));
  add_feature (fixture, "D", "B");
  add_feature (fixture, "E", NULL);

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_features, ==, 5);
  g_assert_cmpstr (plans->features[0].name, ==, OUTLAY_UNALLOCATED);
  g_assert_cmpint (plans->features[0].id, ==, 0);
  g_assert_cmpstr (plans->features[1].name, ==, "B");
  g_assert_cmpuint (plans->features[1].slot, ==, 1);
  g_assert_cmpint (plans->features[1].parent, ==, -1);
  g_assert_cmpstr (plans->features[3].name, ==, "D");
  g_assert_cmpuint (plans->features[3].slot, ==, 0);
  g_assert_cmpint (plans->features[3].parent, ==, 1);
  g_assert_cmpuint (plans->features[4].slot, ==, 3);
}

static void
test_feature_parents (Fixture *fixture, gconstpointer data)
{
  OutlayFeatureFields under_b = { .parent = "B" };
  OutlayFeatureFields under_nobody = { .parent = "" };
  g_autoptr (GError) error = NULL;

  add_feature (fixture, "A", NULL);
  add_feature (fixture, "B", "A");
  g_assert_false (outlay_ledger_edit_feature (fixture->ledger, "A", &under_b, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (outlay_ledger_edit_feature (fixture->ledger, "B", &under_b, &error));
  g_clear_error (&error);
  g_assert_true (outlay_ledger_edit_feature (fixture->ledger, "B", &under_nobody, &error));
  g_assert_true (outlay_ledger_edit_feature (fixture->ledger, "A", &under_b, &error));
}

static void
test_feature_takes_all_along (Fixture *fixture, gconstpointer data)
{
  OutlayBudgetPlan budget = { .feature = (char *) "A", .from_month = 680, .to_month = 682 };
  OutlayUseCasePart part = { "A", 1000000 };
  char *matches[] = { (char *) "project=*", NULL };
  OutlayLedgerRule rule = { .feature = (char *) "A",
                            .share = 1000000,
                            .valid_from = G_MININT32,
                            .valid_to = G_MAXINT32,
                            .matches = matches };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;
  gint64 id;

  add_feature (fixture, "A", NULL);
  g_assert_true (outlay_ledger_set_budget (fixture->ledger, &budget, &error));
  g_assert_true (outlay_ledger_add_rule (fixture->ledger, &rule, &id, &error));
  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", &part, 1, &error));
  g_assert_true (outlay_ledger_remove_feature (fixture->ledger, "A", &error));

  plans = read_plans (fixture);
  rules = outlay_ledger_list_rules (fixture->ledger, &error);
  g_assert_cmpuint (plans->n_budgets, ==, 0);
  g_assert_cmpuint (rules->len, ==, 0);
  g_assert_cmpuint (plans->n_use_cases, ==, 1);
  g_assert_cmpuint (plans->use_cases[0].n_features, ==, 0);
}

static gboolean
add_rule (Fixture *fixture, gint32 share, gint32 from, gint32 to, const char *match, GError **error)
{
  char *matches[] = { (char *) match, NULL };
  OutlayLedgerRule rule = {
    .feature = (char *) "A", .share = share, .valid_from = from, .valid_to = to, .matches = matches
  };
  gint64 id;

  return outlay_ledger_add_rule (fixture->ledger, &rule, &id, error);
}

static void
test_rule_shares (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;

  add_feature (fixture, "A", NULL);
  g_assert_true (add_rule (fixture, 600000, 20000, 20010, "key=x", &error));
  g_assert_true (add_rule (fixture, 600000, 20011, G_MAXINT32, "key=x", &error));
  g_assert_true (add_rule (fixture, 400000, G_MININT32, G_MAXINT32, "key=x", &error));
  g_assert_true (add_rule (fixture, 1000000, G_MININT32, G_MAXINT32, "key=y", &error));
  g_assert_false (add_rule (fixture, 1, 20010, 20010, "key=x", &error));
  g_assert_nonnull (error);
  g_assert_false (g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID));
  g_clear_error (&error);

  /* What was refused has left nothing. */
  rules = outlay_ledger_list_rules (fixture->ledger, &error);
  g_assert_cmpuint (rules->len, ==, 4);
}

static void
test_rule_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_feature (fixture, "A", NULL);
  g_assert_false (add_rule (fixture, 0, 1, 2, "key=x", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (add_rule (fixture, 1000000, 2, 1, "key=x", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (add_rule (fixture, 1000000, 1, 2, "colour=x", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (outlay_ledger_remove_rule (fixture->ledger, 4, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
}

static void
test_budgets (Fixture *fixture, gconstpointer data)
{
  OutlayBudgetPlan year = { .feature = (char *) "A",
                            .from_month = 672,
                            .to_month = 683,
                            .amount_nanos = 5,
                            .n_thresholds = 1,
                            .thresholds = { 90 } };
  OutlayBudgetPlan rest = { .feature = (char *) "Unallocated", .from_month = 672, .to_month = 672 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;
  g_autoptr (OutlaySnapshot) in_euro = NULL;
  g_autoptr (GPtrArray) all = NULL;

  add_feature (fixture, "A", NULL);
  g_assert_true (outlay_ledger_set_budget (fixture->ledger, &year, &error));
  g_assert_true (outlay_ledger_set_budget (fixture->ledger, &rest, &error));
  g_assert_true (outlay_ledger_remove_budget (fixture->ledger, "A", 683, &error));
  g_assert_false (outlay_ledger_remove_budget (fixture->ledger, "A", 683, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_budgets, ==, 12);
  g_assert_cmpuint (plans->budgets[0].feature, ==, 0);
  g_assert_cmpuint (plans->budgets[0].n_thresholds, ==, 3);
  g_assert_cmpuint (plans->budgets[0].thresholds[1], ==, 80);
  g_assert_cmpuint (plans->budgets[11].feature, ==, 1);
  g_assert_cmpint (plans->budgets[11].month, ==, 682);
  g_assert_cmpuint (plans->budgets[11].thresholds[0], ==, 90);

  /* A budget keeps the currency it was set in. */
  g_assert_true (
      outlay_ledger_set_setting (fixture->ledger, OUTLAY_SETTING_CURRENCY, "eur", &error));
  in_euro = read_plans (fixture);
  g_assert_cmpstr (in_euro->currency, ==, "EUR");
  g_assert_cmpuint (in_euro->n_budgets, ==, 0);
  all = outlay_ledger_list_budgets (fixture->ledger, &error);
  g_assert_cmpuint (all->len, ==, 12);
}

static void
test_use_case_shares (Fixture *fixture, gconstpointer data)
{
  OutlayUseCasePart most = { "A", 600000 };
  OutlayUseCasePart rest = { "A", 400000 };
  OutlayUseCasePart twice[] = { { "A", 1 }, { "A", 1 } };
  OutlayUseCasePart unknown = { "Unallocated", 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;

  add_feature (fixture, "A", NULL);
  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", &most, 1, &error));
  g_assert_false (outlay_ledger_add_use_case (fixture->ledger, "V", &most, 1, &error));
  g_clear_error (&error);
  g_assert_false (outlay_ledger_add_use_case (fixture->ledger, "V", twice, 2, &error));
  g_clear_error (&error);
  g_assert_false (outlay_ledger_add_use_case (fixture->ledger, "V", &unknown, 1, &error));
  g_clear_error (&error);
  g_assert_false (outlay_ledger_add_use_case (fixture->ledger, "U", NULL, 0, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "V", &rest, 1, &error));

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_use_cases, ==, 2);
  g_assert_cmpuint (plans->use_cases[1].n_features, ==, 1);
  g_assert_cmpuint (plans->use_cases[1].features[0].feature, ==, 1);
  g_assert_cmpint (plans->use_cases[1].features[0].share, ==, 400000);
  g_assert_false (plans->use_cases[1].has_model);
  g_assert_false (plans->use_cases[1].has_outcomes);
}

static void
test_use_case_changes (Fixture *fixture, gconstpointer data)
{
  OutlayUseCasePart whole = { "A", 1000000 };
  OutlayUseCasePart most = { "A", 600000 };
  OutlayUseCasePart parts[] = { { "A", 400000 }, { "B", 1000000 } };
  OutlayUseCasePart twice[] = { { "B", 1 }, { "B", 1 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) plans = NULL;

  add_feature (fixture, "A", NULL);
  add_feature (fixture, "B", NULL);
  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "U", &most, 1, &error));
  g_assert_true (outlay_ledger_add_use_case (fixture->ledger, "V", NULL, 0, &error));

  g_assert_false (outlay_ledger_rename_use_case (fixture->ledger, "U", "V", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (outlay_ledger_rename_use_case (fixture->ledger, "W", "X", &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (outlay_ledger_rename_use_case (fixture->ledger, "V", "V", &error));
  g_assert_true (outlay_ledger_rename_use_case (fixture->ledger, "V", "W", &error));

  g_assert_false (outlay_ledger_set_use_case_parts (fixture->ledger, "W", &whole, 1, &error));
  g_clear_error (&error);
  g_assert_false (outlay_ledger_set_use_case_parts (fixture->ledger, "W", twice, 2, &error));
  g_clear_error (&error);
  g_assert_true (outlay_ledger_set_use_case_parts (fixture->ledger, "W", parts, 2, &error));
  g_assert_true (outlay_ledger_set_use_case_parts (fixture->ledger, "U", NULL, 0, &error));
  g_assert_true (outlay_ledger_set_use_case_parts (fixture->ledger, "W", &whole, 1, &error));

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_use_cases, ==, 2);
  g_assert_cmpuint (plans->use_cases[0].n_features, ==, 0);
  g_assert_cmpstr (plans->use_cases[1].name, ==, "W");
  g_assert_cmpuint (plans->use_cases[1].n_features, ==, 1);
  g_assert_cmpint (plans->use_cases[1].features[0].share, ==, 1000000);
}

#define ADD(name, test) g_test_add ("/ledger/plans/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("feature-names", test_feature_names);
  ADD ("near-name", test_near_name);
  ADD ("feature-slots", test_feature_slots);
  ADD ("feature-parents", test_feature_parents);
  ADD ("feature-takes-all-along", test_feature_takes_all_along);
  ADD ("rule-shares", test_rule_shares);
  ADD ("rule-faults", test_rule_faults);
  ADD ("budgets", test_budgets);
  ADD ("use-case-shares", test_use_case_shares);
  ADD ("use-case-changes", test_use_case_changes);

  return g_test_run ();
}
