/* test-overview-items.c – features by risk, what to look at, and the chart of a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "ui/items/risk-item.h"
#include "ui/items/todo-list.h"
#include "ui/pages/overview/month-chart.h"
#include "world.h"

#include <math.h>

#define EPSILON 1e-6

static char *
list_todos (OutlayWorld *world, const char *month)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (OutlaySnapshot) snapshot = outlay_snapshot_ref (outlay_world_close (world));
  gint32 number = outlay_world_month (month);
  g_autoptr (OutlayBudgetStatus) status = outlay_budget_status_new (snapshot, number);
  g_autoptr (OutlayPortfolio) portfolio = outlay_portfolio_new (snapshot, number, number);
  g_autoptr (GListModel) items = outlay_todo_list_new (snapshot, status, portfolio, wording);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OutlayTodoItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (list, "%s (%s) %s\n", outlay_todo_item_get_title (item),
                              outlay_todo_item_get_detail (item),
                              outlay_todo_item_get_action (item));
    }

  return g_string_free (list, FALSE);
}

static OutlayWorld *
open_shop (const char *today, guint32 *search)
{
  OutlayWorld *world = outlay_world_new (today);

  *search = outlay_world_feature (world, "Search", -1);
  return world;
}

static void
test_nothing (void)
{
  guint32 search;
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  g_autofree char *found = NULL;

  outlay_world_account (world, "openai", "2026-10-01", "2026-11-20");
  outlay_world_spend_daily (world, search, "2026-10-01", "2026-11-20", "10");
  outlay_world_budget (world, search, "2026-11", "1000");
  found = list_todos (world, "2026-11");
  g_assert_cmpstr (found, ==, "");
}

static void
test_everything (void)
{
  guint32 search, use_case, gap;
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  g_autofree char *found = NULL;
  OutlayCell unpriced = { .feature = search, .unpriced_rows = 1240 };

  outlay_world_account (world, "openai", "2026-10-01", "2026-11-20");
  outlay_world_account (world, "anthropic", "2026-10-01", "2026-11-12");
  gap = outlay_world_account (world, "mistral", "2026-10-01", "2026-11-20");
  outlay_world_cover (world, gap, "2026-11-04", "2026-11-06", 0);
  outlay_world_account (world, "retired", "2026-01-01", "2026-03-31");
  outlay_world_spend_daily (world, search, "2026-11-01", "2026-11-20", "10");
  outlay_world_spend (world, 0, "2026-11-03", "50");
  unpriced.day = outlay_world_day ("2026-11-05");
  unpriced.model = outlay_world_model (world, "unheard-of");
  outlay_world_add_cell (world, &unpriced);
  use_case = outlay_world_use_case (world, "Find things");
  outlay_world_bear (world, use_case, search, 100);

  found = list_todos (world, "2026-11");
  g_assert_cmpstr (found, ==,
                   "Import anthropic (Not imported since Nov 12) win.import\n"
                   "Import mistral (3 days are missing from Nov 4) win.import\n"
                   "Assign $50.00 (20.0% of spend has no feature) win.features\n"
                   "Check 1 model without a price (1,240 rows of usage have no computed cost) "
                   "win.page::imports\n"
                   "Set budgets (Nothing is planned for this month) win.page::budgets\n"
                   "Estimate the value of Find things ($200 of cost, no value yet) "
                   "win.open(('use-cases', 'Find things'))\n");
}

/* An import that everybody is late with is said once. */
static void
test_late (void)
{
  guint32 search;
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  g_autofree char *found = NULL;

  outlay_world_account (world, "openai", "2026-10-01", "2026-11-10");
  outlay_world_account (world, "anthropic", "2026-10-01", "2026-11-10");
  outlay_world_spend_daily (world, search, "2026-11-01", "2026-11-10", "10");
  outlay_world_budget (world, search, "2026-11", "1000");
  found = list_todos (world, "2026-11");
  g_assert_cmpstr (found, ==, "Import newer files (No account has data after Nov 10) win.import\n");
}

static void
test_risk (void)
{
  guint32 search;
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  guint32 chat = outlay_world_feature (world, "Chat", -1);
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  g_autoptr (GListModel) items = NULL;
  g_autoptr (OutlayRiskItem) first = NULL;
  g_autofree char *description = NULL;

  outlay_world_account (world, "openai", "2026-08-01", "2026-11-20");
  outlay_world_spend_daily (world, search, "2026-08-01", "2026-11-20", "10");
  outlay_world_spend_daily (world, chat, "2026-08-01", "2026-11-20", "2");
  outlay_world_budget (world, search, "2026-11", "1000");
  outlay_world_budget (world, chat, "2026-11", "30");
  snapshot = outlay_snapshot_ref (outlay_world_close (world));
  status = outlay_budget_status_new (snapshot, outlay_world_month ("2026-11"));
  items = outlay_risk_items_new (status, snapshot, wording);

  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
  first = g_list_model_get_item (items, 0);
  g_object_get (first, "description", &description, NULL);
  g_assert_cmpstr (outlay_risk_item_get_feature (first), ==, "Chat");
  g_assert_cmpstr (description, ==, "Chat: Over by $10.00; spent $40.00, budget $30, forecast $60");
}

static void
test_chart (void)
{
  guint32 search;
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  g_autoptr (OutlayChart) chart = NULL;
  const OutlayChartSeries *actual;

  outlay_world_account (world, "openai", "2026-08-01", "2026-11-20");
  outlay_world_spend_daily (world, search, "2026-08-01", "2026-11-20", "10");
  outlay_world_budget (world, search, "2026-11", "250");
  snapshot = outlay_snapshot_ref (outlay_world_close (world));
  status = outlay_budget_status_new (snapshot, outlay_world_month ("2026-11"));
  chart = outlay_month_chart_new (snapshot, status, wording);

  g_assert_cmpuint (chart->n_categories, ==, 30);
  g_assert_cmpuint (chart->series->len, ==, 2);
  actual = outlay_chart_get_series (chart, 0);
  g_assert_cmpfloat_with_epsilon (actual->values[0], 10, EPSILON);
  g_assert_cmpfloat_with_epsilon (actual->values[19], 200, EPSILON);
  g_assert_true (isnan (actual->values[20]));
  g_assert_cmpstr (actual->label, ==, "$200 to Nov 20");
  g_assert_cmpfloat_with_epsilon (outlay_chart_get_series (chart, 1)->values[29], 300, EPSILON);
  g_assert_true (isnan (chart->forecasts[19]));
  g_assert_cmpfloat_with_epsilon (chart->forecasts[20], 210, EPSILON);
  g_assert_cmpfloat_with_epsilon (chart->forecasts[29], 300, EPSILON);
  g_assert_cmpfloat_with_epsilon (chart->budgets[7], 250, EPSILON);
  g_assert_cmpstr (chart->texts[OUTLAY_CHART_TEXT_BUDGET], ==, "Budget $250");
  g_assert_cmpstr (chart->texts[OUTLAY_CHART_TEXT_BUDGET_CROSSING], ==, "Nov 26");
}

/* A month that has nothing yet is drawn without a number made up. */
static void
test_chart_ahead (void)
{
  guint32 search;
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (OutlayWorld) world = open_shop ("2026-11-20", &search);
  g_autoptr (OutlaySnapshot) snapshot = NULL;
  g_autoptr (OutlayBudgetStatus) status = NULL;
  g_autoptr (OutlayChart) chart = NULL;

  outlay_world_budget (world, search, "2027-02", "250");
  snapshot = outlay_snapshot_ref (outlay_world_close (world));
  status = outlay_budget_status_new (snapshot, outlay_world_month ("2027-02"));
  chart = outlay_month_chart_new (snapshot, status, wording);

  g_assert_cmpuint (chart->n_categories, ==, 28);
  g_assert_cmpuint (chart->series->len, ==, 1);
  for (gsize i = 0; i < chart->n_categories; i++)
    g_assert_true (isnan (outlay_chart_get_series (chart, 0)->values[i]));
  g_assert_null (chart->texts[OUTLAY_CHART_TEXT_BUDGET_CROSSING]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/todo/nothing", test_nothing);
  g_test_add_func ("/todo/everything", test_everything);
  g_test_add_func ("/todo/late", test_late);
  g_test_add_func ("/risk/order", test_risk);
  g_test_add_func ("/chart/month", test_chart);
  g_test_add_func ("/chart/ahead", test_chart_ahead);
  return g_test_run ();
}
