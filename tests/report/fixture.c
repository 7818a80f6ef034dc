/* fixture.c – an invented company to report on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "core/date.h"
#include "core/money.h"

#include <string.h>

#define UNIT OUTLAY_NANOS_PER_UNIT
#define MILLION 1000000
#define FIRST_MONTH 677 /* June 2026 */
#define THIS_MONTH 682  /* November 2026 */
#define N_MODELS 3
#define N_ACCOUNTS 3

static const char *const names[] = { "Ticket replies", "Contract search", "Meeting notes",
                                     "Product texts",  "Code review",     "Lead scoring" };

static char *
make_name (gsize index)
{
  if (index < G_N_ELEMENTS (names))
    return g_strdup (names[index]);
  return g_strdup_printf ("%s %u", names[index % G_N_ELEMENTS (names)],
                          (guint) (index / G_N_ELEMENTS (names) + 1));
}

/* Spend of a feature on a day, in cents: grows by the month, dips on weekends. */
static gint64
spend_of (gsize feature, gint32 day)
{
  gint64 base = 21000 / (gint64) (feature % 6 + 1);
  gint64 month = outlay_month_of_day (day) - FIRST_MONTH;
  gboolean weekend = outlay_day_weekday (day) >= 5;

  return (base + base * month / 8 + (feature == 3 ? 900 * month : 0)) / (weekend ? 3 : 1);
}

static void
add_day (OutlayCubeBuilder *builder, guint32 feature, gint32 day)
{
  gint64 cents = spend_of (feature, day);
  OutlayCell cell = {
    .day = day,
    .feature = feature,
    .model = feature % (N_MODELS - 1) + 1,
    .account = feature % N_ACCOUNTS,
    .kind = OUTLAY_CHARGE_USAGE,
    .cost_nanos = cents * UNIT / 100,
    .billed_nanos = cents * UNIT / 100,
    .computed_nanos = cents * UNIT / 100,
  };

  cell.usage.count[OUTLAY_REQUESTS] = cents / 4;
  cell.usage.count[OUTLAY_INPUT_TOKENS] =
      cents * 700 * (outlay_month_of_day (day) == THIS_MONTH && feature == 3 ? 2 : 1);
  cell.usage.count[OUTLAY_OUTPUT_TOKENS] = cents * 90;
  outlay_cube_builder_add (builder, &cell);
}

static void
fill_cube (OutlaySnapshot *snapshot)
{
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();

  for (guint32 feature = 0; feature < snapshot->n_features; feature++)
    for (gint32 day = outlay_month_first_day (FIRST_MONTH); day <= snapshot->day; day++)
      if (feature > 0 || day % 9 == 0)
        add_day (builder, feature, day);
  outlay_cube_builder_finish (builder, &snapshot->cube);
}

static void
fill_features (OutlaySnapshot *snapshot, gsize n_features)
{
  snapshot->n_features = n_features + 1;
  snapshot->features = g_new0 (OutlayFeature, snapshot->n_features);
  snapshot->features[0].name = g_strdup ("Unallocated");
  for (gsize i = 0; i <= n_features; i++)
    {
      OutlayFeature *feature = &snapshot->features[i];

      feature->id = (gint64) i;
      if (i > 0)
        feature->name = make_name (i - 1);
      feature->owner = g_strdup ("");
      feature->cost_centre = g_strdup ("");
      feature->stage = g_strdup ("production");
      feature->slot = (guint) i;
      feature->parent = -1;
    }
}

static void
fill_accounts (OutlaySnapshot *snapshot)
{
  static const char *const providers[N_ACCOUNTS] = { "anthropic", "openai", "google" };
  static const char *const models[N_MODELS] = { "", "gpt-5", "claude-sonnet-4-5" };

  snapshot->n_models = N_MODELS;
  snapshot->models = g_new0 (char *, N_MODELS);
  for (gsize i = 0; i < N_MODELS; i++)
    snapshot->models[i] = g_strdup (models[i]);
  snapshot->n_accounts = N_ACCOUNTS;
  snapshot->accounts = g_new0 (OutlayAccount, N_ACCOUNTS);
  for (gsize i = 0; i < N_ACCOUNTS; i++)
    {
      OutlayAccount *account = &snapshot->accounts[i];

      account->provider = g_strdup (providers[i]);
      account->name = g_strdup (i == 1 ? "Platform" : "");
      account->first_day = outlay_month_first_day (FIRST_MONTH);
      account->last_day = snapshot->day;
      account->n_covered = (gsize) (snapshot->day - account->first_day + 1);
      account->covered = g_malloc (account->n_covered);
      memset (account->covered, 2, account->n_covered);
    }
}

static void
set_input (OutlayValueModel *model, OutlayValueKey key, gint64 low, gint64 likely, gint64 high)
{
  model->input[key] = (OutlayRange){ TRUE, low != likely || high != likely, low, likely, high };
}

/* A labour model; the second use case saves little, the fifth leaves an input out. */
static void
fill_model (OutlayUseCase *use_case, gsize index)
{
  gint64 minutes = index % 6 == 1 ? MILLION / 9 : 3 * MILLION;
  OutlayValueModel *model = &use_case->model;

  use_case->has_model = index % 6 != 5;
  model->method = OUTLAY_VALUE_LABOUR;
  set_input (model, OUTLAY_VALUE_MINUTES_SAVED, minutes * 4 / 5, minutes, minutes * 6 / 5);
  set_input (model, OUTLAY_VALUE_HOURLY_RATE, 44 * MILLION, 48 * MILLION, 52 * MILLION);
  if (index % 6 != 4)
    set_input (model, OUTLAY_VALUE_REALISATION, 360000, 500000, 620000);
}

static void
fill_outcomes (OutlayUseCase *use_case, gsize index, gint32 last_day)
{
  gint32 first = outlay_month_first_day (FIRST_MONTH);

  use_case->has_outcomes = TRUE;
  use_case->n_outcomes = (gsize) (last_day - first + 1);
  use_case->outcomes = g_new0 (OutlayOutcomes, use_case->n_outcomes);
  for (gsize i = 0; i < use_case->n_outcomes; i++)
    use_case->outcomes[i] =
        (OutlayOutcomes){ first + (gint32) i, spend_of (index + 1, first + (gint32) i) / 22 };
}

static void
fill_use_cases (OutlaySnapshot *snapshot, gsize n_use_cases)
{
  snapshot->n_use_cases = n_use_cases;
  snapshot->use_cases = g_new0 (OutlayUseCase, n_use_cases + 1);
  for (gsize i = 0; i < n_use_cases; i++)
    {
      OutlayUseCase *use_case = &snapshot->use_cases[i];

      use_case->id = (gint64) i + 1;
      use_case->name = make_name (i);
      use_case->n_features = 1;
      use_case->features = g_new0 (OutlayFeatureShare, 1);
      use_case->features[0] = (OutlayFeatureShare){ (guint32) i + 1, MILLION };
      fill_model (use_case, i);
      fill_outcomes (use_case, i, snapshot->day);
    }
}

static void
fill_budgets (OutlaySnapshot *snapshot)
{
  static const gint64 amounts[] = { 5200, 2400, 1900, 1500, 3000, 9000 };
  gsize n_features = snapshot->n_features - 1;

  snapshot->n_budgets = n_features;
  snapshot->budgets = g_new0 (OutlayBudget, n_features + 1);
  for (gsize i = 0; i < n_features; i++)
    snapshot->budgets[i] = (OutlayBudget){
      .feature = (guint32) i + 1,
      .month = THIS_MONTH,
      .amount_nanos = amounts[i % G_N_ELEMENTS (amounts)] * UNIT,
      .n_thresholds = 3,
      .thresholds = { 50, 80, 100 },
    };
}

static void
fill_cost_items (OutlaySnapshot *snapshot)
{
  static const struct
  {
    const char *name;
    OutlayCostKind kind;
    gint64 amount;
  } items[] = {
    { "Vector database", OUTLAY_COST_INFRASTRUCTURE, 540 },
    { "Prompt engineer", OUTLAY_COST_PEOPLE, 1900 },
    { "Gateway seats", OUTLAY_COST_FEES, 120 },
  };

  if (snapshot->n_use_cases == 0)
    return;
  snapshot->n_cost_items = G_N_ELEMENTS (items);
  snapshot->cost_items = g_new0 (OutlayCostItem, G_N_ELEMENTS (items));
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    snapshot->cost_items[i] = (OutlayCostItem){
      .id = (gint64) i + 1,
      .name = g_strdup (items[i].name),
      .kind = items[i].kind,
      .share = OUTLAY_COST_BY_SPEND,
      .amount_nanos = items[i].amount * UNIT,
      .from_month = FIRST_MONTH,
      .to_month = G_MAXINT32,
    };
}

static void
fill_sources (OutlaySnapshot *snapshot)
{
  static const char *const paths[N_ACCOUNTS] = { "/exports/anthropic-cost-2026.csv",
                                                 "/exports/completions_usage_june_november.csv",
                                                 "/exports/billing.json" };
  static const char *const formats[N_ACCOUNTS] = { "anthropic-cost-csv", "openai-usage-csv",
                                                   "gcp-billing-json" };

  snapshot->n_sources = N_ACCOUNTS;
  snapshot->sources = g_new0 (OutlaySourceFile, N_ACCOUNTS);
  for (gsize i = 0; i < N_ACCOUNTS; i++)
    {
      OutlaySourceFile *source = &snapshot->sources[i];

      source->batch = (gint64) i + 1;
      source->path = g_strdup (paths[i]);
      source->format = g_strdup (formats[i]);
      source->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, paths[i], -1);
      source->from = outlay_month_first_day (FIRST_MONTH);
      source->to = snapshot->day;
      source->rows = 8190 + (gint64) i;
    }
}

static OutlaySnapshot *
make_snapshot (void)
{
  OutlaySnapshot *snapshot = outlay_snapshot_new ();

  snapshot->day = outlay_month_first_day (THIS_MONTH) + 19;
  snapshot->day_counts = TRUE;
  g_free (snapshot->currency);
  snapshot->currency = g_strdup ("USD");
  g_free (snapshot->catalogue);
  snapshot->catalogue = g_strdup ("genai-prices, 14 November 2026");
  g_free (snapshot->organisation);
  snapshot->organisation = g_strdup ("Fernhollow");
  return snapshot;
}

static void
connect_input (Fixture *fixture)
{
  fixture->input = (OutlayReportInput){
    .snapshot = fixture->snapshot,
    .portfolio = fixture->portfolio,
    .previous = fixture->previous,
    .previous_to = G_MININT32,
    .history = fixture->history,
    .budget = fixture->budget,
    .wording = fixture->wording,
    .made_day = G_MININT32,
  };
}

void
fixture_init (Fixture *fixture, gsize n_use_cases, const char *locale)
{
  OutlaySnapshot *snapshot = make_snapshot ();

  fill_features (snapshot, n_use_cases);
  fill_accounts (snapshot);
  fill_use_cases (snapshot, n_use_cases);
  fill_budgets (snapshot);
  fill_cost_items (snapshot);
  fill_sources (snapshot);
  fill_cube (snapshot);
  fixture->snapshot = snapshot;
  fixture->portfolio = outlay_portfolio_new (snapshot, THIS_MONTH, THIS_MONTH);
  fixture->previous = outlay_portfolio_new (snapshot, THIS_MONTH - 1, THIS_MONTH - 1);
  fixture->history = outlay_portfolio_new (snapshot, FIRST_MONTH, THIS_MONTH);
  fixture->budget = outlay_budget_status_new (snapshot, THIS_MONTH);
  fixture->wording = outlay_wording_new (locale);
  connect_input (fixture);
}

/* One use case, $10,000 of spend in a whole month, a value of $100,000. */
void
fixture_init_plain (Fixture *fixture)
{
  OutlaySnapshot *snapshot = make_snapshot ();
  OutlayCubeBuilder *builder = outlay_cube_builder_new ();
  OutlayCell cell = { .day = outlay_month_first_day (THIS_MONTH - 1) + 4,
                      .feature = 1,
                      .kind = OUTLAY_CHARGE_USAGE,
                      .cost_nanos = 10000 * UNIT,
                      .billed_nanos = 10000 * UNIT };

  fill_features (snapshot, 1);
  fill_accounts (snapshot);
  fill_use_cases (snapshot, 1);
  g_free (snapshot->use_cases[0].name);
  snapshot->use_cases[0].name = g_strdup ("=HYPERLINK(\"x\")");
  snapshot->use_cases[0].model.method = OUTLAY_VALUE_FIXED;
  set_input (&snapshot->use_cases[0].model, OUTLAY_VALUE_AMOUNT, 100000 * (gint64) MILLION,
             100000 * (gint64) MILLION, 100000 * (gint64) MILLION);
  outlay_cube_builder_add (builder, &cell);
  outlay_cube_builder_finish (builder, &snapshot->cube);
  memset (fixture, 0, sizeof *fixture);
  fixture->snapshot = snapshot;
  fixture->portfolio = outlay_portfolio_new (snapshot, THIS_MONTH - 1, THIS_MONTH - 1);
  fixture->wording = outlay_wording_new ("C");
  connect_input (fixture);
}

/* Use case and feature of that place get another name. */
void
fixture_rename (Fixture *fixture, gsize use_case, const char *name)
{
  g_free (fixture->snapshot->use_cases[use_case].name);
  g_free (fixture->snapshot->features[use_case + 1].name);
  fixture->snapshot->use_cases[use_case].name = g_strdup (name);
  fixture->snapshot->features[use_case + 1].name = g_strdup (name);
}

void
fixture_clear (Fixture *fixture)
{
  g_clear_pointer (&fixture->portfolio, outlay_portfolio_free);
  g_clear_pointer (&fixture->previous, outlay_portfolio_free);
  g_clear_pointer (&fixture->history, outlay_portfolio_free);
  g_clear_pointer (&fixture->budget, outlay_budget_status_free);
  g_clear_pointer (&fixture->snapshot, outlay_snapshot_unref);
  g_clear_pointer (&fixture->wording, outlay_wording_free);
}
