/* test-budget-items.c – the grid of budgets, and the edits that fill it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "ledger/feature.h"
#include "ui/items/budget-fill.h"
#include "world.h"

#include <glib/gstdio.h>

#define NOVEMBER "2026-11"
#define NOW OUTLAY_BUDGET_MONTHS_BEFORE /* column of the month shown */

typedef struct
{
  OutlayWording *wording;
  OutlayBudgetGrid *grid;
  OutlayLedger *ledger;
  char *folder;
} Shop;

/* Search: 10 a day since August, planned; Chat: a part of Search; Idle: nothing. */
static OutlaySnapshot *
make_snapshot (void)
{
  g_autoptr (OutlayWorld) world = outlay_world_new ("2026-11-20");
  guint32 search = outlay_world_feature (world, "Search", -1);
  guint32 chat = outlay_world_feature (world, "Chat", -1);

  outlay_world_feature (world, "Idle", -1);
  outlay_world_account (world, "openai", "2026-08-01", "2026-11-20");
  outlay_world_spend_daily (world, search, "2026-08-01", "2026-11-20", "10");
  outlay_world_spend_daily (world, chat, "2026-11-01", "2026-11-20", "1");
  outlay_world_spend (world, 0, "2026-10-05", "3");
  outlay_world_budget (world, search, "2026-09", "290");
  outlay_world_budget (world, search, "2026-10", "400.50");
  outlay_world_budget (world, search, NOVEMBER, "250");
  outlay_world_budget (world, search, "2026-12", "5000");
  outlay_world_budget (world, chat, "2026-10", "33.33");
  return outlay_snapshot_ref (outlay_world_close (world));
}

static void
set_up (Shop *shop, gconstpointer data)
{
  static const char *const names[] = { "Search", "Chat", "Idle" };
  g_autoptr (OutlaySnapshot) snapshot = make_snapshot ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  shop->wording = outlay_wording_new ("en_US");
  shop->grid = outlay_budget_grid_new ();
  outlay_budget_grid_update (shop->grid, snapshot, outlay_world_month (NOVEMBER), shop->wording);
  shop->folder = g_dir_make_tmp ("outlay-budgets-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (shop->folder, "outlay.db", NULL);
  shop->ledger = outlay_ledger_open (path, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OutlayFeatureFields fields = { .name = names[i] };

      outlay_ledger_add_feature (shop->ledger, &fields, &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Shop *shop, gconstpointer data)
{
  static const char *const names[] = { "outlay.db", "outlay.db-wal", "outlay.db-shm" };

  outlay_ledger_close (shop->ledger);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (shop->folder, names[i], NULL);

      g_remove (path);
    }
  g_rmdir (shop->folder);
  g_free (shop->folder);
  g_object_unref (shop->grid);
  outlay_wording_free (shop->wording);
}

static OutlayBudgetItem *
find_item (Shop *shop, const char *name)
{
  g_autoptr (OutlayBudgetItem) item = NULL;
  guint row = 99;

  g_assert_true (outlay_budget_grid_find (shop->grid, name, &row));
  item = g_list_model_get_item (outlay_budget_grid_get_items (shop->grid), row);
  return item; /* the grid keeps it */
}

/* What the ledger has then: "Search 2026-11 250; …", in the order of the ledger. */
static void
assert_applied (Shop *shop, OutlayBudgetEdit *edit, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GPtrArray) plans = NULL;
  g_autoptr (GError) error = NULL;

  outlay_budget_edit_apply (shop->ledger, edit, &error);
  g_assert_no_error (error);
  plans = outlay_ledger_list_budgets (shop->ledger, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < plans->len; i++)
    {
      const OutlayBudgetPlan *plan = plans->pdata[i];
      g_autofree char *month = outlay_month_to_string (plan->from_month);
      g_autofree char *amount = outlay_nanos_to_string (plan->amount_nanos);

      g_string_append_printf (found, "%s%s %s %s%s", i > 0 ? "; " : "", plan->feature, month,
                              amount, plan->rollover ? " rolls" : "");
      if (plan->n_thresholds > 0)
        g_string_append_printf (found, " at %u", plan->thresholds[0]);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_cells (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *feature;
    guint column;
    const char *amount;
    const char *second;
  } cases[] = {
    { "Search", NOW - 3, "–", "310 spent" },
    { "Search", NOW - 2, "290", "300 · over 10" },
    { "Search", NOW - 1, "400.50", "310 · left 90" },
    { "Search", NOW, "250", "200 → 300" },
    { "Search", NOW + 1, "5,000", "planned" },
    { "Search", NOW + 2, "Set…", "no budget" },
    { "Idle", NOW - 1, "–", "no spend" },
    { "Idle", NOW, "Set…", "no spend" },
    { "Unallocated", NOW - 1, "–", "3 spent" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OutlayBudgetCell *cell =
          outlay_budget_item_get_cell (find_item (shop, cases[i].feature), cases[i].column);

      g_test_message ("%s, column %u", cases[i].feature, cases[i].column);
      g_assert_cmpstr (cell->amount, ==, cases[i].amount);
      g_assert_cmpstr (cell->second, ==, cases[i].second);
    }
}

static void
test_total (Shop *shop, gconstpointer data)
{
  OutlayBudgetItem *total = outlay_budget_grid_get_total (shop->grid);
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (total, NOW - 1);

  g_assert_true (outlay_budget_item_is_total (total));
  g_assert_cmpstr (cell->amount, ==, "433.83");
  g_assert_cmpint (cell->line.actual_nanos, ==, outlay_world_nanos ("313"));
  g_assert_false (cell->has_own);
}

/* A row that stays is the same object, so that the focus stays in it. */
static void
test_update (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlaySnapshot) again = make_snapshot ();
  OutlayBudgetItem *search = find_item (shop, "Search");

  outlay_budget_grid_update (shop->grid, again, outlay_world_month ("2026-10"), shop->wording);
  g_assert_true (find_item (shop, "Search") == search);
  g_assert_cmpint (outlay_budget_grid_get_month (shop->grid, NOW), ==,
                   outlay_world_month ("2026-10"));
  g_assert_cmpstr (outlay_budget_item_get_cell (search, NOW)->amount, ==, "400.50");
  g_assert_null (outlay_budget_item_get_cell (search, OUTLAY_BUDGET_MONTHS));
}

static void
test_set (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlayBudgetEdit) first = outlay_budget_edit_new ();
  g_autoptr (OutlayBudgetEdit) second = outlay_budget_edit_new ();
  g_autoptr (OutlayBudgetEdit) third = outlay_budget_edit_new ();
  const guint thresholds[] = { 60, 90 };
  gint32 month = outlay_world_month (NOVEMBER);

  outlay_budget_edit_set (first, "Search", month, outlay_world_nanos ("12.34"));
  outlay_budget_edit_set_thresholds (first, thresholds, G_N_ELEMENTS (thresholds));
  outlay_budget_edit_set_rollover (first, TRUE);
  assert_applied (shop, first, "Search 2026-11 12.34 rolls at 60");

  /* Another amount leaves the rest of it alone. */
  outlay_budget_edit_set (second, "Search", month, outlay_world_nanos ("50"));
  outlay_budget_edit_set (second, "Unallocated", month, outlay_world_nanos ("5"));
  assert_applied (shop, second, "Unallocated 2026-11 5; Search 2026-11 50 rolls at 60");

  outlay_budget_edit_clear (third, "Unallocated", month);
  outlay_budget_edit_copy (third, "Search", month, month + 1, outlay_world_nanos ("50"));
  assert_applied (shop, third, "Search 2026-11 50 rolls at 60; Search 2026-12 50 rolls at 60");
}

static void
test_copy (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlayBudgetEdit) edit = outlay_budget_edit_new ();

  outlay_budget_fill_copy (edit, find_item (shop, "Search"), NOW);
  outlay_budget_fill_copy (edit, find_item (shop, "Chat"), NOW);
  outlay_budget_fill_copy (edit, find_item (shop, "Idle"), NOW);
  outlay_budget_fill_copy (edit, find_item (shop, "Search"), 0);
  assert_applied (shop, edit, "Search 2026-11 400.5; Chat 2026-11 33.33");
}

static void
test_grow (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlayBudgetEdit) edit = outlay_budget_edit_new ();
  g_autoptr (OutlayBudgetEdit) nothing = outlay_budget_edit_new ();

  outlay_budget_fill_grow (edit, find_item (shop, "Search"), NOW, 55);
  outlay_budget_fill_grow (edit, find_item (shop, "Chat"), NOW - 1, -500);
  outlay_budget_fill_grow (edit, find_item (shop, "Idle"), NOW, 50);
  assert_applied (shop, edit, "Search 2026-11 263.75; Chat 2026-10 16.66");

  outlay_budget_fill_grow (nothing, find_item (shop, "Search"), NOW, 0);
  g_assert_cmpuint (outlay_budget_edit_get_n_changes (nothing), ==, 0);
}

static void
test_year (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlayBudgetEdit) edit = outlay_budget_edit_new ();

  outlay_budget_fill_year (edit, find_item (shop, "Search"), NOW - 1);
  assert_applied (shop, edit, "Search 2026-11 400.5; Search 2026-12 400.5");
}

static void
test_spread (Shop *shop, gconstpointer data)
{
  g_autoptr (OutlayBudgetEdit) quarter = outlay_budget_edit_new ();
  g_autoptr (OutlayBudgetEdit) year = outlay_budget_edit_new ();

  outlay_budget_fill_spread (quarter, find_item (shop, "Idle"), NOW, OUTLAY_QUARTER_MONTHS,
                             outlay_world_nanos ("100"));
  assert_applied (shop, quarter, "Idle 2026-10 33.34; Idle 2026-11 33.33; Idle 2026-12 33.33");

  outlay_budget_fill_spread (year, find_item (shop, "Chat"), NOW, OUTLAY_YEAR_MONTHS,
                             outlay_world_nanos ("1200"));
  g_assert_cmpuint (outlay_budget_edit_get_n_changes (year), ==, 12);
}

static void
test_paste (Shop *shop, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n_changes; /* G_MAXUINT: refused */
  } cases[] = {
    { "100\t200\n300\t400\n", 4 },
    { "100\r\n200\r\n", 2 },
    { "1,000", 1 },
    { "\t7\n", 2 },                     /* an empty field clears: Search has a budget in November */
    { "1\n2\n3\n4\n5\n6\n7\n", 4 },     /* beyond the last row */
    { "1\t2\t3\t4\t5\t6\t7\t8\t9", 6 }, /* beyond the last month */
    { "", 0 },
    { "100\tn/a\n", G_MAXUINT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayBudgetEdit) edit = outlay_budget_edit_new ();
      g_autoptr (GError) error = NULL;
      gboolean pasted =
          outlay_budget_fill_paste (edit, shop->grid, 0, NOW, cases[i].text, shop->wording, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (pasted, ==, cases[i].n_changes != G_MAXUINT);
      if (pasted)
        g_assert_cmpuint (outlay_budget_edit_get_n_changes (edit), ==, cases[i].n_changes);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Shop *shop, gconstpointer data);
  } tests[] = {
    { "/budgets/cells", test_cells },   { "/budgets/total", test_total },
    { "/budgets/update", test_update }, { "/budgets/set", test_set },
    { "/budgets/copy", test_copy },     { "/budgets/grow", test_grow },
    { "/budgets/year", test_year },     { "/budgets/spread", test_spread },
    { "/budgets/paste", test_paste },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Shop, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
