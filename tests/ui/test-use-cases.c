/* test-use-cases.c – use cases as they are typed and shown, without a display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "ui/items/cost-words.h"
#include "ui/items/feature-share.h"
#include "ui/items/typed-number.h"
#include "ui/items/use-case-item.h"
#include "ui/items/use-case-templates.h"
#include "ui/items/value-draft.h"
#include "ui/items/what-if.h"

#include <math.h>

#define SEPTEMBER (56 * 12 + 8) /* 2026 */
#define UNIT OUTLAY_NANOS_PER_UNIT

/* One use case: a fixed 300 a month, a cost of 100 a month and 600 at once in July. */
typedef struct
{
  OutlayWording *wording;
  OutlaySnapshot *snapshot;
} World;

static void
set_up (World *world, gconstpointer data)
{
  OutlaySnapshot *snapshot = outlay_snapshot_new ();

  world->wording = outlay_wording_new ("en_US");
  world->snapshot = snapshot;
  snapshot->day = outlay_month_first_day (SEPTEMBER) + 14;
  snapshot->day_counts = TRUE;
  snapshot->currency = g_strdup ("USD");

  snapshot->n_features = 2;
  snapshot->features = g_new0 (OutlayFeature, 2);
  snapshot->features[0].name = g_strdup ("Unallocated");
  snapshot->features[1].name = g_strdup ("Chat");

  snapshot->n_use_cases = 2;
  snapshot->use_cases = g_new0 (OutlayUseCase, 2);
  snapshot->use_cases[0].id = 7;
  snapshot->use_cases[0].name = g_strdup ("Help");
  snapshot->use_cases[0].has_model = TRUE;
  snapshot->use_cases[0].model.method = OUTLAY_VALUE_FIXED;
  snapshot->use_cases[0].model.input[OUTLAY_VALUE_AMOUNT] =
      (OutlayRange){ TRUE, FALSE, 300000000, 300000000, 300000000 };
  snapshot->use_cases[0].features = g_new0 (OutlayFeatureShare, 1);
  snapshot->use_cases[0].n_features = 1;
  snapshot->use_cases[0].features[0] = (OutlayFeatureShare){ 1, 400000 };
  snapshot->use_cases[1].id = 8;
  snapshot->use_cases[1].name = g_strdup ("Search");

  snapshot->n_cost_items = 2;
  snapshot->cost_items = g_new0 (OutlayCostItem, 2);
  snapshot->cost_items[0] = (OutlayCostItem){
    .name = g_strdup ("Cache"),
    .kind = OUTLAY_COST_INFRASTRUCTURE,
    .amount_nanos = 100 * UNIT,
    .n_months = 1,
    .from_month = SEPTEMBER - 2,
    .to_month = G_MAXINT32,
  };
  snapshot->cost_items[1] = (OutlayCostItem){
    .name = g_strdup ("Building"),
    .kind = OUTLAY_COST_PEOPLE,
    .amount_nanos = 600 * UNIT,
    .once = TRUE,
    .n_months = 12,
    .from_month = SEPTEMBER - 2,
    .to_month = G_MAXINT32,
  };
}

static void
tear_down (World *world, gconstpointer data)
{
  outlay_wording_free (world->wording);
  outlay_snapshot_unref (world->snapshot);
}

static OutlayReportInput
get_words (World *world)
{
  return (OutlayReportInput){ .snapshot = world->snapshot, .wording = world->wording };
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    guint decimals;
    gboolean good;
    gint64 value;
  } cases[] = {
    { "en_US", "6.40", 6, TRUE, 6400000 },
    { "en_US", "$1,234.5", 6, TRUE, G_GINT64_CONSTANT (1234500000) },
    { "en_US", "90 %", 4, TRUE, 900000 },
    { "en_US", "0.0001%", 4, TRUE, 1 },
    { "en_US", "0.00001%", 4, FALSE, 0 },
    { "en_US", "12", 0, TRUE, 12 },
    { "en_US", "12.5", 0, FALSE, 0 },
    { "en_US", "−3", 0, TRUE, -3 },
    { "en_US", "", 6, FALSE, 0 },
    { "en_US", "ten", 6, FALSE, 0 },
    { "en_US", "1.2.3", 6, FALSE, 0 },
    { "de_DE", "5,60", 6, TRUE, 5600000 },
    { "de_DE", "1.234,5", 6, TRUE, G_GINT64_CONSTANT (1234500000) },
    { "de_DE", "9.214", 0, TRUE, 9214 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWording) wording = outlay_wording_new (cases[i].locale);
      g_autoptr (GError) error = NULL;
      gint64 value = 42;
      gboolean good =
          outlay_typed_number_parse (wording, cases[i].text, cases[i].decimals, &value, &error);

      g_test_message ("%s “%s”", cases[i].locale, cases[i].text);
      g_assert_cmpint (good, ==, cases[i].good);
      g_assert_cmpint (value, ==, good ? cases[i].value : 42);
      g_assert_true (good || error != NULL);
    }
}

static void
test_inputs (World *world, gconstpointer data)
{
  static const struct
  {
    OutlayValueKey key;
    const char *texts[3];
    gboolean good;
    gboolean wrong;
    gint64 low, likely, high;
  } cases[] = {
    { OUTLAY_VALUE_HOURLY_RATE, { "", "95", "" }, TRUE, FALSE, 95000000, 95000000, 95000000 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "7", "10", "12.5" }, TRUE, FALSE, 7000000, 10000000, 12500000 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "7", "10", "" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "7", "", "9" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "11", "10", "12" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "", "-1", "" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "", "", "" }, FALSE, FALSE, 0, 0, 0 },
    { OUTLAY_VALUE_MINUTES_SAVED, { "", "soon", "" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_REALISATION, { "", "75 %", "" }, TRUE, FALSE, 750000, 750000, 750000 },
    { OUTLAY_VALUE_REALISATION, { "", "120", "" }, FALSE, TRUE, 0, 0, 0 },
    { OUTLAY_VALUE_REALISATION, { "", " ", "" }, TRUE, FALSE, 0, 0, 0 },
  };
  const OutlayReportInput words = get_words (world);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const OutlayRange nothing = { 0 };
      g_autoptr (OutlayValueInput) input =
          outlay_value_input_new (&words, OUTLAY_VALUE_LABOUR, cases[i].key, &nothing);
      OutlayRange range = { .likely_micros = 42 };
      gboolean wrong;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_object_set (input, "low", cases[i].texts[0], "likely", cases[i].texts[1], "high",
                    cases[i].texts[2], NULL);
      g_object_get (input, "wrong", &wrong, NULL);
      g_assert_cmpint (wrong, ==, cases[i].wrong);
      g_assert_cmpint (outlay_value_input_read (input, &range), ==, cases[i].good);
      if (!cases[i].good)
        {
          g_assert_cmpint (range.likely_micros, ==, 42);
          continue;
        }
      g_assert_cmpint (range.low_micros, ==, cases[i].low);
      g_assert_cmpint (range.likely_micros, ==, cases[i].likely);
      g_assert_cmpint (range.high_micros, ==, cases[i].high);
    }
}

static void
test_hints (World *world, gconstpointer data)
{
  const OutlayReportInput words = get_words (world);
  const OutlayRange nothing = { 0 };
  g_autoptr (OutlayValueInput) share =
      outlay_value_input_new (&words, OUTLAY_VALUE_DISPLACEMENT, OUTLAY_VALUE_DEFLECTION, &nothing);
  g_autoptr (OutlayValueInput) cost = outlay_value_input_new (&words, OUTLAY_VALUE_DISPLACEMENT,
                                                              OUTLAY_VALUE_REVIEW_COST, &nothing);
  g_autoptr (OutlayValueInput) needed =
      outlay_value_input_new (&words, OUTLAY_VALUE_DISPLACEMENT, OUTLAY_VALUE_HUMAN_COST, &nothing);
  g_autofree char *share_hint = NULL, *cost_hint = NULL, *needed_hint = NULL;

  g_object_get (share, "hint", &share_hint, NULL);
  g_object_get (cost, "hint", &cost_hint, NULL);
  g_object_get (needed, "hint", &needed_hint, NULL);
  g_assert_cmpstr (share_hint, ==, "assumed 100%");
  g_assert_cmpstr (cost_hint, ==, "assumed $0");
  g_assert_cmpstr (needed_hint, ==, "needed");
}

static OutlayValueInput *
get_input (OutlayValueDraft *draft, OutlayValueKey key)
{
  GListModel *inputs = outlay_value_draft_get_inputs (draft);

  for (guint i = 0; i < g_list_model_get_n_items (inputs); i++)
    {
      OutlayValueInput *input = g_list_model_get_item (inputs, i);

      g_object_unref (input); /* the list has it */
      if (outlay_value_input_get_key (input) == key)
        return input;
    }

  return NULL;
}

static void
test_draft (World *world, gconstpointer data)
{
  const OutlayReportInput words = get_words (world);
  OutlayUseCase *use_case = &world->snapshot->use_cases[0];
  g_autoptr (OutlayValueDraft) draft = outlay_value_draft_new (&words, use_case);
  OutlayValueModel model;

  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_SAME);
  g_object_set (get_input (draft, OUTLAY_VALUE_AMOUNT), "likely", "350", NULL);
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_COMPLETE);
  g_assert_cmpint (model.input[OUTLAY_VALUE_AMOUNT].likely_micros, ==, 350000000);

  /* Another method has other inputs; what was typed is there again on the way back. */
  outlay_value_draft_set_method (draft, &words, OUTLAY_VALUE_LABOUR);
  g_assert_null (get_input (draft, OUTLAY_VALUE_AMOUNT));
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_INCOMPLETE);
  g_object_set (get_input (draft, OUTLAY_VALUE_MINUTES_SAVED), "likely", "5", NULL);
  g_object_set (get_input (draft, OUTLAY_VALUE_HOURLY_RATE), "likely", "60", NULL);
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_COMPLETE);
  g_assert_cmpint (model.method, ==, OUTLAY_VALUE_LABOUR);
  outlay_value_draft_set_method (draft, &words, OUTLAY_VALUE_FIXED);
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_COMPLETE);
  g_assert_cmpint (model.input[OUTLAY_VALUE_AMOUNT].likely_micros, ==, 350000000);

  outlay_value_draft_set_method (draft, &words, -1);
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_COMPLETE);
}

/* What the store has now: the draft itself, or something else. */
static void
test_draft_and_store (World *world, gconstpointer data)
{
  const OutlayReportInput words = get_words (world);
  OutlayUseCase *use_case = &world->snapshot->use_cases[0];
  OutlayRange *amount = &use_case->model.input[OUTLAY_VALUE_AMOUNT];
  g_autoptr (OutlayValueDraft) draft = outlay_value_draft_new (&words, use_case);
  OutlayValueModel model;

  g_object_set (get_input (draft, OUTLAY_VALUE_AMOUNT), "likely", "350", NULL);
  g_assert_true (outlay_value_draft_take_stored (draft, use_case)); /* not saved yet */
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_COMPLETE);

  amount->low_micros = amount->likely_micros = amount->high_micros = 350000000;
  g_assert_true (outlay_value_draft_take_stored (draft, use_case)); /* saved */
  g_assert_cmpint (outlay_value_draft_read (draft, &model), ==, OUTLAY_DRAFT_SAME);

  amount->low_micros = amount->likely_micros = amount->high_micros = 300000000;
  g_assert_false (outlay_value_draft_take_stored (draft, use_case)); /* undone */
}

static void
test_shares (World *world, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gboolean good;
    gint32 share;
  } cases[] = {
    { "", TRUE, 0 },    { "60", TRUE, 600000 }, { "60 %", TRUE, 600000 }, { "60.1", FALSE, 0 },
    { "-1", FALSE, 0 }, { "half", FALSE, 0 },   { "0.5", TRUE, 5000 },    { "0.00001", FALSE, 0 },
  };
  const OutlaySnapshot *snapshot = world->snapshot;
  gint32 left = outlay_feature_share_left (snapshot, 1, -1);
  g_autofree char *text = outlay_feature_share_text (world->wording, 400000);
  g_autofree char *none = outlay_feature_share_text (world->wording, 0);

  g_assert_cmpint (left, ==, 600000);
  g_assert_cmpint (outlay_feature_share_left (snapshot, 1, 0), ==, 1000000);
  g_assert_cmpint (outlay_feature_share_of (&snapshot->use_cases[0], 1), ==, 400000);
  g_assert_cmpstr (text, ==, "40");
  g_assert_cmpstr (none, ==, "");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint32 share = 42;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (outlay_feature_share_parse (world->wording, cases[i].text, left, &share,
                                                   &error),
                       ==, cases[i].good);
      g_assert_cmpint (share, ==, cases[i].good ? cases[i].share : 42);
    }
}

static void
test_items (World *world, gconstpointer data)
{
  g_autoptr (OutlayPortfolio) portfolio =
      outlay_portfolio_new (world->snapshot, SEPTEMBER - 1, SEPTEMBER - 1);
  g_autoptr (GListStore) items = outlay_use_case_items (world->snapshot, world->wording, portfolio);
  g_autoptr (OutlayUseCaseItem) help = g_list_model_get_item (G_LIST_MODEL (items), 0);
  g_autoptr (OutlayUseCaseItem) search = g_list_model_get_item (G_LIST_MODEL (items), 1);
  g_autofree char *net = NULL, *roi = NULL, *each = NULL, *unknown = NULL, *cost = NULL;
  double known_order, unknown_order;

  g_object_get (help, "net", &net, "roi", &roi, "each", &each, "net-order", &known_order, NULL);
  g_object_get (search, "value", &unknown, "cost", &cost, "net-order", &unknown_order, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 2);
  g_assert_cmpstr (outlay_use_case_item_get_name (help), ==, "Help");
  g_assert_cmpstr (net, ==, "$150");
  g_assert_cmpstr (roi, ==, "100%");
  g_assert_cmpstr (each, ==, "–");
  g_assert_cmpint (outlay_use_case_item_get_verdict (help), ==, OUTLAY_VERDICT_WORTH_IT);

  /* Not estimated is not 0, and sorts below all that is known. */
  g_assert_cmpstr (unknown, ==, "–");
  g_assert_cmpstr (cost, ==, "$0");
  g_assert_cmpint (outlay_use_case_item_get_verdict (search), ==, OUTLAY_VERDICT_NOT_ESTIMATED);
  g_assert_cmpfloat (unknown_order, <, known_order);
}

static void
test_what_if (World *world, gconstpointer data)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayValueModel model = snapshot->use_cases[0].model;
  g_autoptr (OutlayPortfolio) other = NULL;
  g_autoptr (OutlayPortfolio) none = NULL;
  g_autoptr (OutlayPortfolio) before = NULL;
  g_autoptr (OutlayPortfolio) whole = NULL;
  gint32 to;

  model.input[OUTLAY_VALUE_AMOUNT].likely_micros = 600000000;
  other = outlay_portfolio_with_model (snapshot, 0, &model, SEPTEMBER - 1);
  none = outlay_portfolio_with_model (snapshot, 0, NULL, SEPTEMBER - 1);
  g_assert_cmpint (other->lines[0].worth.value_nanos, ==, 600 * UNIT);
  g_assert_false (none->lines[0].worth.has_value);
  g_assert_cmpint (snapshot->use_cases[0].model.input[OUTLAY_VALUE_AMOUNT].likely_micros, ==,
                   300000000);

  /* Fifteen of the 31 days of August; of a month that is over all of the one before. */
  before = outlay_portfolio_of_same_days (snapshot, SEPTEMBER, &to);
  g_assert_cmpint (to, ==, outlay_month_first_day (SEPTEMBER - 1) + 14);
  g_assert_cmpint (before->lines[0].worth.value_nanos / 1000, ==, 300 * UNIT * 15 / 31 / 1000);
  whole = outlay_portfolio_of_same_days (snapshot, SEPTEMBER - 1, &to);
  g_assert_cmpint (to, ==, G_MININT32);
  g_assert_cmpint (whole->lines[0].worth.value_nanos, ==, 300 * UNIT);
}

static void
test_payback (World *world, gconstpointer data)
{
  OutlaySnapshot *snapshot = world->snapshot;
  g_autoptr (OutlayCumulative) sums = NULL;
  g_autoptr (OutlayCumulative) early = NULL;
  g_autoptr (OutlayCumulative) running = NULL;
  g_autoptr (OutlayCumulative) nothing = NULL;

  /* 600 at once in July, and 200 a month: −400, −200, 0 at the end of September. */
  snapshot->day = outlay_month_first_day (SEPTEMBER + 1) - 1;
  sums = outlay_cumulative_new (snapshot, 0, SEPTEMBER);
  g_assert_cmpint (sums->from_month, ==, SEPTEMBER - 2);
  g_assert_cmpuint (sums->n_months, ==, 3);
  g_assert_cmpfloat_with_epsilon (sums->start, -600, 1e-6);
  g_assert_cmpfloat_with_epsilon (sums->sums[0], -400, 1e-6);
  g_assert_cmpfloat_with_epsilon (sums->sums[2], 0, 1e-6);
  g_assert_cmpint (sums->payback_month, ==, SEPTEMBER);

  early = outlay_cumulative_new (snapshot, 0, SEPTEMBER - 1);
  g_assert_cmpint (early->payback_month, ==, G_MININT32);

  /* In a running month what is paid at once is paid whole. */
  snapshot->day = outlay_month_first_day (SEPTEMBER - 2) + 9;
  running = outlay_cumulative_new (snapshot, 0, SEPTEMBER - 2);
  g_assert_cmpfloat_with_epsilon (running->start, -600, 1e-6);
  g_assert_cmpfloat_with_epsilon (running->sums[0], -600 + 200.0 * 10 / 31, 1e-6);

  nothing = outlay_cumulative_new (snapshot, 1, SEPTEMBER - 2);
  g_assert_cmpuint (nothing->n_months, ==, 0);
  g_assert_cmpint (nothing->payback_month, ==, G_MININT32);
}

static void
test_costs (World *world, gconstpointer data)
{
  OutlayCostItem shared = world->snapshot->cost_items[0];
  g_autofree char *monthly =
      outlay_cost_item_describe (&world->snapshot->cost_items[0], world->wording);
  g_autofree char *once =
      outlay_cost_item_describe (&world->snapshot->cost_items[1], world->wording);
  g_autofree char *until = NULL;

  shared.share = OUTLAY_COST_BY_SPEND;
  shared.to_month = SEPTEMBER;
  until = outlay_cost_item_describe (&shared, world->wording);
  g_assert_cmpstr (monthly, ==, "Infrastructure, a month, from July 2026");
  g_assert_cmpstr (once, ==, "People, once, over 12 months from July 2026");
  g_assert_cmpstr (until, ==,
                   "Infrastructure, a month, from July 2026 to September 2026; all use cases "
                   "bear it by their spend");

  /* A question where the share is unusual, and none where it is typical or unknown. */
  g_assert_nonnull (outlay_token_share_question (59.9));
  g_assert_null (outlay_token_share_question (60));
  g_assert_null (outlay_token_share_question (80));
  g_assert_nonnull (outlay_token_share_question (80.1));
  g_assert_null (outlay_token_share_question (NAN));
}

static void
test_templates (void)
{
  gsize n_templates;
  const OutlayUseCaseTemplate *templates = outlay_use_case_templates (&n_templates);

  g_assert_cmpuint (n_templates, >=, 6);
  for (gsize i = 0; i < n_templates; i++)
    for (gsize j = 0; j < i; j++)
      g_assert_cmpstr (templates[i].name, !=, templates[j].name);
}

#define ADD(name, test) g_test_add ("/ui/use-cases/" name, World, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/use-cases/numbers", test_numbers);
  ADD ("inputs", test_inputs);
  ADD ("hints", test_hints);
  ADD ("draft", test_draft);
  ADD ("draft-and-store", test_draft_and_store);
  ADD ("shares", test_shares);
  ADD ("items", test_items);
  ADD ("what-if", test_what_if);
  ADD ("payback", test_payback);
  ADD ("costs", test_costs);
  g_test_add_func ("/ui/use-cases/templates", test_templates);

  return g_test_run ();
}
