/* test-import-items.c – rows of imports, rejected rows and unassigned spend, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/batch-item.h"
#include "ui/items/reject-item.h"
#include "ui/items/series-item.h"
#include "ui/pages/features/effect-list.h"
#include "ui/pages/features/rule-words.h"

#include <string.h>

#define UNIT G_GINT64_CONSTANT (1000000000)

typedef struct
{
  gboolean undone;
  gboolean replaced;
  gint64 n_rejected;
  OutlayBatchState state;
  const char *words;
  double opacity;
} StateRow;

static const StateRow state_rows[] = {
  { FALSE, FALSE, 0, OUTLAY_BATCH_IN_USE, "In use", 1 },
  { FALSE, FALSE, 1, OUTLAY_BATCH_REJECTED, "1 row rejected", 1 },
  { FALSE, FALSE, 1203, OUTLAY_BATCH_REJECTED, "1,203 rows rejected", 1 },
  { FALSE, TRUE, 3, OUTLAY_BATCH_REPLACED, "Replaced by a newer file", 0.6 },
  { TRUE, TRUE, 3, OUTLAY_BATCH_UNDONE, "Undone", 0.6 },
};

static void
test_states (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");

  for (gsize i = 0; i < G_N_ELEMENTS (state_rows); i++)
    {
      const StateRow *row = &state_rows[i];
      g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (OutlayImportedAmount));
      OutlayImported imported = { .path = (char *) "/exports/nov.csv",
                                  .batch = 7,
                                  .undone = row->undone,
                                  .rejected_rows = row->n_rejected,
                                  .first_day = 20758,
                                  .last_day = 20777,
                                  .rows = 2306,
                                  .amounts = amounts };
      OutlayImportedAmount euro = { (char *) "EUR", 5 * UNIT, FALSE, 0 };
      OutlayImportedAmount dollar = { (char *) "USD", 1234 * UNIT, FALSE, 0 };
      g_autoptr (OutlayBatchItem) item = NULL;
      g_autofree char *billed = NULL;
      g_autofree char *rows = NULL;
      double opacity;

      g_array_append_val (amounts, dollar);
      g_array_append_val (amounts, euro);
      item = outlay_batch_item_new (&imported, row->replaced, "USD", wording);
      g_object_get (item, "billed", &billed, "rows", &rows, "opacity", &opacity, NULL);
      g_assert_cmpint (outlay_batch_item_get_state (item), ==, row->state);
      g_assert_cmpstr (outlay_batch_item_get_state_text (item), ==, row->words);
      g_assert_cmpstr (outlay_batch_item_get_file (item), ==, "nov.csv");
      g_assert_cmpstr (billed, ==, "$1,234.00, €5.00");
      g_assert_cmpstr (rows, ==, "2,306");
      g_assert_cmpfloat_with_epsilon (opacity, row->opacity, 0.001);
    }
}

static void
test_csv (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (GListStore) items = g_list_store_new (OUTLAY_TYPE_REJECT_ITEM);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  OutlayRejectedRow formula = { 4118, (char *) "cost", (char *) "not a number: “n/a”",
                                (char *) "=SUM(A1),x" };
  g_autofree char *csv = NULL;

  g_ptr_array_add (rows, &formula);
  outlay_reject_items_append (items, "nov.csv", rows, wording);
  csv = outlay_reject_items_to_csv (G_LIST_MODEL (items));
  g_assert_true (g_str_has_prefix (csv, "file,line,field,reason,row\nnov.csv,4118,cost,"));
  g_assert_null (strstr (csv, ",=SUM")); /* no spreadsheet runs it */
  g_assert_null (strstr (csv, ",\"=SUM"));
  g_assert_nonnull (strstr (csv, "SUM(A1)"));
}

static void
test_series (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  const OutlayUnassignedValue named = { (char *) "search-prod", 12 * UNIT };
  const OutlayUnassignedValue none = { (char *) "", 3 * UNIT };
  g_autoptr (OutlaySeriesItem) with = outlay_series_item_new ("key", &named, "USD", wording);
  g_autoptr (OutlaySeriesItem) without = outlay_series_item_new ("tag.team", &none, "USD", wording);
  g_autofree char *match = outlay_match_title ("tag.team=core");
  g_autofree char *broken = outlay_match_title ("nothing");

  g_assert_cmpstr (outlay_series_item_get_title (with), ==, "search-prod");
  g_assert_cmpstr (outlay_series_item_get_amount (with), ==, "$12.00");
  g_assert_cmpstr (outlay_series_item_get_title (without), ==, "Tag “team” not stated");
  g_assert_cmpstr (outlay_series_item_get_value (without), ==, "");
  g_assert_cmpstr (match, ==, "Tag “team”: core");
  g_assert_cmpstr (broken, ==, "nothing");
}

static void
test_effects (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  g_autoptr (GArray) effects = g_array_new (FALSE, FALSE, sizeof (OutlayRuleEffect));
  const OutlayRuleEffect moves[] = {
    { 682, (char *) "Search", 0, 312400000000 },
    { 682, (char *) "Unallocated", 400000000000, 87600000000 },
    { 681, (char *) "Search", 5 * UNIT, 6 * UNIT },
  };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint place = 0;

  g_array_append_vals (effects, moves, G_N_ELEMENTS (moves));
  first = outlay_effect_month_words (effects, &place, "USD", wording);
  g_assert_cmpstr (first, ==, "Search +$312.40, Unallocated −$312.40");
  g_assert_cmpuint (place, ==, 2);
  second = outlay_effect_month_words (effects, &place, "USD", wording);
  g_assert_cmpstr (second, ==, "Search +$1.00");
  g_assert_cmpuint (place, ==, 3);
}

static void
test_rules (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_US");
  char *shared[] = { (char *) "key=shared", (char *) "model=gpt-*", NULL };
  char *other[] = { (char *) "key=other", NULL };
  OutlayLedgerRule rules[] = {
    { 1, (char *) "Search", 600000, 0, G_MININT32, G_MAXINT32, shared },
    { 2, (char *) "Chat", 400000, 0, G_MININT32, G_MAXINT32, shared },
    { 3, (char *) "Chat", 1000000, 2, 20758, G_MAXINT32, shared },
    { 4, (char *) "Chat", 1000000, 0, G_MININT32, G_MAXINT32, other },
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) like = NULL;
  g_autofree char *matches = outlay_rule_matches_words (&rules[0]);
  g_autofree char *always = outlay_rule_terms_words (&rules[0], wording);
  g_autofree char *dated = outlay_rule_terms_words (&rules[2], wording);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    g_ptr_array_add (all, &rules[i]);
  like = outlay_rules_like (all, &rules[1]);
  g_assert_cmpuint (like->len, ==, 2);
  g_assert_true (like->pdata[0] == &rules[0]);
  g_assert_cmpstr (matches, ==, "API key: shared, Model: gpt-*");
  g_assert_cmpstr (always, ==, "60% · always");
  g_assert_true (g_str_has_prefix (dated, "100% · from "));
  g_assert_true (g_str_has_suffix (dated, " · priority 2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/imports/states", test_states);
  g_test_add_func ("/ui/imports/rejected", test_csv);
  g_test_add_func ("/ui/features/series", test_series);
  g_test_add_func ("/ui/features/effects", test_effects);
  g_test_add_func ("/ui/features/rules", test_rules);
  return g_test_run ();
}
