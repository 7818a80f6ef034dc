/* test-plans.c – the tables of what the user plans
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/budgets.h"
#include "store/cost-items.h"
#include "store/feature.h"
#include "store/outcomes.h"
#include "store/rules.h"
#include "store/settings.h"
#include "store/use-cases.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  OutlayDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("outlay-plans-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "outlay.db", NULL);
  fixture->database = outlay_database_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "outlay.db", "outlay.db-wal", "outlay.db-shm" };

  outlay_database_close (fixture->database);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static gint64
add_feature (Fixture *fixture, const char *name, gint64 parent)
{
  OutlayFeatureRow row = {
    .name = (char *) name,
    .owner = (char *) "Ada",
    .cost_centre = (char *) "",
    .stage = (char *) "production",
    .parent = parent,
    .slot = 3,
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  outlay_features_add (fixture->database, &row, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
count_rows (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  outlay_database_get_int64 (fixture->database, sql, &count, &error);
  g_assert_no_error (error);
  return count;
}

static void
test_settings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  char *unset = (char *) "untouched";

  g_assert_true (outlay_settings_get (fixture->database, "currency", &unset, &error));
  g_assert_null (unset);
  g_assert_true (outlay_settings_set (fixture->database, "currency", "EUR", &error));
  g_assert_true (outlay_settings_set (fixture->database, "currency", "SEK", &error));
  g_assert_true (outlay_settings_get (fixture->database, "currency", &value, &error));
  g_assert_cmpstr (value, ==, "SEK");
}

static void
test_features (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 search = add_feature (fixture, "Search", 0);
  gint64 chat = add_feature (fixture, "Chat’s “été”", search);
  g_autoptr (GPtrArray) rows = outlay_features_list (fixture->database, &error);
  g_autoptr (GPtrArray) left = NULL;
  OutlayFeatureRow *row;

  g_assert_cmpuint (rows->len, ==, 2);
  row = rows->pdata[1];
  g_assert_cmpint (row->id, ==, chat);
  g_assert_cmpstr (row->name, ==, "Chat’s “été”");
  g_assert_cmpstr (row->owner, ==, "Ada");
  g_assert_cmpint (row->parent, ==, search);
  g_assert_cmpint (row->slot, ==, 3);

  g_free (row->stage);
  row->stage = g_strdup ("evaluation");
  g_assert_true (outlay_features_update (fixture->database, row, &error));
  g_assert_true (outlay_features_remove (fixture->database, search, &error));
  left = outlay_features_list (fixture->database, &error);
  g_assert_cmpuint (left->len, ==, 1);
  row = left->pdata[0];
  g_assert_cmpstr (row->stage, ==, "evaluation");
  g_assert_cmpint (row->parent, ==, 0);
}

static void
test_feature_is_unique (Fixture *fixture, gconstpointer data)
{
  OutlayFeatureRow row = {
    .name = (char *) "Search",
    .owner = (char *) "",
    .cost_centre = (char *) "",
    .stage = (char *) "production",
  };
  g_autoptr (GError) error = NULL;
  gint64 id = 77;

  add_feature (fixture, "Search", 0);
  g_assert_false (outlay_features_add (fixture->database, &row, &id, &error));
  g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_INVALID);
  g_assert_cmpint (id, ==, 77);
}

static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayRuleRow) late = outlay_rule_row_new ();
  g_autoptr (OutlayRuleRow) early = outlay_rule_row_new ();
  g_autoptr (GPtrArray) rows = NULL;
  const OutlayRuleRow *first, *second;
  const OutlayRuleMatchRow *match;
  gint64 feature = add_feature (fixture, "Search", 0);
  gint64 id;

  late->feature = early->feature = feature;
  late->share = 400000;
  late->priority = 20;
  outlay_rule_row_add_match (late, 0, NULL, "open*");
  outlay_rule_row_add_match (late, 6, "team", "core");
  early->share = 1000000;
  early->priority = 10;
  early->valid_from = 20000;
  early->valid_to = 20030;
  g_assert_true (outlay_rules_add (fixture->database, late, &id, &error));
  g_assert_true (outlay_rules_add (fixture->database, early, &id, &error));

  rows = outlay_rules_list (fixture->database, &error);
  g_assert_cmpuint (rows->len, ==, 2);
  first = rows->pdata[0];
  second = rows->pdata[1];
  g_assert_cmpint (first->id, ==, id);
  g_assert_cmpint (first->valid_from, ==, 20000);
  g_assert_cmpint (first->valid_to, ==, 20030);
  g_assert_cmpuint (first->matches->len, ==, 0);
  g_assert_cmpint (second->share, ==, 400000);
  g_assert_cmpint (second->valid_from, ==, G_MININT32);
  g_assert_cmpint (second->valid_to, ==, G_MAXINT32);
  g_assert_cmpuint (second->matches->len, ==, 2);
  match = second->matches->pdata[1];
  g_assert_cmpint (match->field, ==, 6);
  g_assert_cmpstr (match->tag, ==, "team");
  g_assert_cmpstr (match->glob, ==, "core");

  g_assert_true (outlay_rules_remove (fixture->database, id, &error));
  g_assert_cmpint (outlay_database_n_changed (fixture->database), ==, 1);
  g_assert_true (outlay_rules_remove (fixture->database, id, &error));
  g_assert_cmpint (outlay_database_n_changed (fixture->database), ==, 0);
  g_assert_true (outlay_features_remove (fixture->database, feature, &error));
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM rule"), ==, 0);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM rule_match"), ==, 0);
}

static void
test_budgets (Fixture *fixture, gconstpointer data)
{
  OutlayBudgetRow row = {
    .feature = 0,
    .month = 680,
    .amount_nanos = G_GINT64_CONSTANT (500000000001),
    .currency = (char *) "USD",
    .thresholds = (char *) "50,100",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const OutlayBudgetRow *stored;

  g_assert_true (outlay_budgets_set (fixture->database, &row, &error));
  row.rollover = TRUE;
  row.amount_nanos++;
  g_assert_true (outlay_budgets_set (fixture->database, &row, &error));
  row.feature = 4;
  g_assert_true (outlay_budgets_set (fixture->database, &row, &error));
  g_assert_true (outlay_budgets_remove_feature (fixture->database, 4, &error));

  rows = outlay_budgets_list (fixture->database, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  stored = rows->pdata[0];
  g_assert_cmpint (stored->amount_nanos, ==, G_GINT64_CONSTANT (500000000002));
  g_assert_cmpstr (stored->thresholds, ==, "50,100");
  g_assert_true (stored->rollover);
  g_assert_true (outlay_budgets_remove (fixture->database, 0, 681, &error));
  g_assert_cmpint (outlay_database_n_changed (fixture->database), ==, 0);
}

static void
test_use_cases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 feature = add_feature (fixture, "Search", 0);
  gint64 id;
  OutlayUseCaseShareRow share = { .feature = feature, .share = 250000 };
  OutlayValueInputRow input = { .key = (char *) "amount", .likely_micros = 5 };
  OutlayOutcomeRow outcome = { .day = 20000, .count = 4 };
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GArray) outcomes = NULL;

  g_assert_true (outlay_use_cases_add (fixture->database, "Triage", &id, &error));
  share.use_case = input.use_case = outcome.use_case = id;
  g_assert_true (outlay_use_cases_add_share (fixture->database, &share, &error));
  g_assert_true (outlay_use_cases_set_method (fixture->database, id, "fixed", &error));
  g_assert_true (outlay_use_cases_add_input (fixture->database, &input, &error));
  g_assert_true (outlay_use_cases_set_method (fixture->database, id, "labour", &error));
  input.is_range = TRUE;
  input.low_micros = 1;
  input.high_micros = 9;
  g_assert_true (outlay_use_cases_add_input (fixture->database, &input, &error));
  g_assert_true (outlay_outcomes_set (fixture->database, &outcome, &error));
  outcome.count = 6;
  g_assert_true (outlay_outcomes_set (fixture->database, &outcome, &error));

  inputs = outlay_use_cases_list_inputs (fixture->database, &error);
  g_assert_cmpuint (inputs->len, ==, 1);
  g_assert_cmpint (((OutlayValueInputRow *) inputs->pdata[0])->high_micros, ==, 9);
  outcomes = outlay_outcomes_list (fixture->database, &error);
  g_assert_cmpuint (outcomes->len, ==, 1);
  g_assert_cmpint (g_array_index (outcomes, OutlayOutcomeRow, 0).count, ==, 6);

  g_assert_true (outlay_use_cases_remove (fixture->database, id, &error));
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM use_case_feature"), ==, 0);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM value_input"), ==, 0);
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM outcome"), ==, 0);
}

static void
test_cost_items (Fixture *fixture, gconstpointer data)
{
  OutlayCostItemRow row = {
    .share = 1,
    .kind = 1,
    .name = (char *) "Review",
    .amount_nanos = 7,
    .currency = (char *) "USD",
    .n_months = 1,
    .from_month = 680,
    .to_month = G_MAXINT32,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const OutlayCostItemRow *stored;
  gint64 id;

  g_assert_true (outlay_cost_items_add (fixture->database, &row, &id, &error));
  rows = outlay_cost_items_list (fixture->database, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  stored = rows->pdata[0];
  g_assert_cmpint (stored->use_case, ==, 0);
  g_assert_cmpint (stored->to_month, ==, G_MAXINT32);
  g_assert_cmpstr (stored->name, ==, "Review");
  g_assert_false (stored->once);
  g_assert_true (outlay_cost_items_remove (fixture->database, id, &error));
  g_assert_cmpint (count_rows (fixture, "SELECT count(*) FROM cost_item"), ==, 0);
}

#define ADD(name, test) g_test_add ("/store/plans/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("settings", test_settings);
  ADD ("features", test_features);
  ADD ("feature-is-unique", test_feature_is_unique);
  ADD ("rules", test_rules);
  ADD ("budgets", test_budgets);
  ADD ("use-cases", test_use_cases);
  ADD ("cost-items", test_cost_items);

  return g_test_run ();
}
