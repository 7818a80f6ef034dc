/* world.c – a small company to ask questions of, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "world.h"

#include "core/decimal.h"

#include <string.h>

#define MICRO_DIGITS 6

struct _OutlayWorld
{
  OutlaySnapshot *snapshot;
  OutlayCubeBuilder *builder;
};

/* Makes room for one more at the end of a snapshot's array, and returns it. */
#define APPEND(array, n)                                                                           \
  ((array) = g_realloc_n ((array), (n) + 1, sizeof *(array)),                                      \
   memset (&(array)[n], 0, sizeof *(array)), &(array)[(n)++])

gint32
outlay_world_day (const char *text)
{
  gint32 day = 0;

  g_assert_true (outlay_day_parse (text, &day, NULL));
  return day;
}

gint32
outlay_world_month (const char *text)
{
  gint32 month = 0;

  g_assert_true (outlay_month_parse (text, &month, NULL));
  return month;
}

gint64
outlay_world_nanos (const char *text)
{
  gint64 nanos = 0;

  g_assert_true (outlay_nanos_parse (text, &nanos, NULL));
  return nanos;
}

/**
 * outlay_world_new:
 * @day: the day that counts as today, as a day of history
 */
OutlayWorld *
outlay_world_new (const char *day)
{
  OutlayWorld *world = g_new0 (OutlayWorld, 1);

  world->snapshot = outlay_snapshot_new ();
  world->snapshot->day = outlay_world_day (day);
  world->snapshot->day_counts = TRUE;
  world->snapshot->currency = g_strdup ("USD");
  world->snapshot->catalogue = g_strdup ("test 2026-01-01");
  world->snapshot->organisation = g_strdup ("Larch & Sons");
  world->builder = outlay_cube_builder_new ();
  outlay_world_feature (world, "Unallocated", -1);
  outlay_world_model (world, "");
  return world;
}

void
outlay_world_free (OutlayWorld *world)
{
  if (world == NULL)
    return;

  if (world->builder != NULL)
    outlay_cube_builder_finish (world->builder, &world->snapshot->cube);
  outlay_snapshot_unref (world->snapshot);
  g_free (world);
}

guint32
outlay_world_feature (OutlayWorld *world, const char *name, int parent)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayFeature *feature = APPEND (snapshot->features, snapshot->n_features);

  feature->id = (gint64) snapshot->n_features - 1;
  feature->slot = (guint) feature->id;
  feature->name = g_strdup (name);
  feature->parent = parent;
  return (guint32) feature->id;
}

guint32
outlay_world_model (OutlayWorld *world, const char *name)
{
  OutlaySnapshot *snapshot = world->snapshot;

  *APPEND (snapshot->models, snapshot->n_models) = g_strdup (name);
  return (guint32) snapshot->n_models - 1;
}

/**
 * outlay_world_account:
 * @first_day: first covered day; all days to @last_day are complete
 */
guint32
outlay_world_account (OutlayWorld *world,
                      const char *provider,
                      const char *first_day,
                      const char *last_day)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayAccount *account = APPEND (snapshot->accounts, snapshot->n_accounts);

  account->provider = g_strdup (provider);
  account->name = g_strdup ("");
  account->first_day = outlay_world_day (first_day);
  account->last_day = MIN (outlay_world_day (last_day), snapshot->day);
  account->n_covered = (gsize) MAX (snapshot->day - account->first_day + 1, 0);
  account->covered = g_new0 (guint8, account->n_covered + 1);
  outlay_world_cover (world, (guint32) snapshot->n_accounts - 1, first_day, last_day, 2);
  return (guint32) snapshot->n_accounts - 1;
}

guint32
outlay_world_use_case (OutlayWorld *world, const char *name)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayUseCase *use_case = APPEND (snapshot->use_cases, snapshot->n_use_cases);

  use_case->id = (gint64) snapshot->n_use_cases;
  use_case->name = g_strdup (name);
  return (guint32) snapshot->n_use_cases - 1;
}

/**
 * outlay_world_cover:
 * @cover: what the days from @from to @to are: 0 missing, 1 running, 2 complete
 */
void
outlay_world_cover (OutlayWorld *world,
                    guint32 account,
                    const char *from,
                    const char *to,
                    guint8 cover)
{
  OutlayAccount *covered = &world->snapshot->accounts[account];
  gint32 last = outlay_world_day (to);

  for (gint32 day = outlay_world_day (from); day <= last; day++)
    if (day >= covered->first_day && day - covered->first_day < (gint32) covered->n_covered)
      covered->covered[day - covered->first_day] = cover;
}

/* Usage that a bill states, in account 0. */
void
outlay_world_spend (OutlayWorld *world, guint32 feature, const char *day, const char *amount)
{
  outlay_world_spend_daily (world, feature, day, day, amount);
}

void
outlay_world_spend_daily (OutlayWorld *world,
                          guint32 feature,
                          const char *from,
                          const char *to,
                          const char *amount)
{
  OutlayCell cell = { .feature = feature, .kind = OUTLAY_CHARGE_USAGE };
  gint32 last = outlay_world_day (to);

  cell.cost_nanos = cell.billed_nanos = cell.amount_nanos = outlay_world_nanos (amount);
  for (cell.day = outlay_world_day (from); cell.day <= last; cell.day++)
    outlay_world_add_cell (world, &cell);
}

/* Cells later than today are left out, as the ledger does. */
void
outlay_world_add_cell (OutlayWorld *world, const OutlayCell *cell)
{
  if (cell->day <= world->snapshot->day)
    outlay_cube_builder_add (world->builder, cell);
}

/* Returns: (transfer none): a budget with the default thresholds, until the next is added */
OutlayBudget *
outlay_world_budget (OutlayWorld *world, guint32 feature, const char *month, const char *amount)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayBudget *budget = APPEND (snapshot->budgets, snapshot->n_budgets);

  budget->feature = feature;
  budget->month = outlay_world_month (month);
  budget->amount_nanos = outlay_world_nanos (amount);
  budget->n_thresholds = 3;
  budget->thresholds[0] = 50;
  budget->thresholds[1] = 80;
  budget->thresholds[2] = 100;
  return budget;
}

void
outlay_world_bear (OutlayWorld *world, guint32 use_case, guint32 feature, gint32 percent)
{
  OutlayUseCase *bearer = &world->snapshot->use_cases[use_case];
  OutlayFeatureShare *share = APPEND (bearer->features, bearer->n_features);

  share->feature = feature;
  share->share = percent * (OUTLAY_MICROS_PER_UNIT / 100);
}

void
outlay_world_outcomes (OutlayWorld *world, guint32 use_case, const char *day, gint64 count)
{
  OutlayUseCase *counted = &world->snapshot->use_cases[use_case];
  OutlayOutcomes *outcomes = APPEND (counted->outcomes, counted->n_outcomes);

  counted->has_outcomes = TRUE;
  outcomes->day = outlay_world_day (day);
  outcomes->count = count;
}

void
outlay_world_method (OutlayWorld *world, guint32 use_case, OutlayValueMethod method)
{
  world->snapshot->use_cases[use_case].has_model = TRUE;
  world->snapshot->use_cases[use_case].model.method = method;
}

static gint64
parse_micros (const char *text)
{
  gint64 micros = 0;

  g_assert_true (outlay_decimal_parse (text, MICRO_DIGITS, &micros, NULL));
  return micros;
}

/* @value: `likely` or `low:likely:high` */
void
outlay_world_input (OutlayWorld *world, guint32 use_case, OutlayValueKey key, const char *value)
{
  OutlayRange *input = &world->snapshot->use_cases[use_case].model.input[key];
  g_auto (GStrv) parts = g_strsplit (value, ":", 3);
  gboolean is_range = g_strv_length (parts) == 3;

  input->given = TRUE;
  input->is_range = is_range;
  input->low_micros = parse_micros (parts[0]);
  input->likely_micros = parse_micros (parts[is_range ? 1 : 0]);
  input->high_micros = parse_micros (parts[is_range ? 2 : 0]);
}

/* Returns: (transfer none): a monthly item of the first use case, until the next is added */
OutlayCostItem *
outlay_world_cost_item (OutlayWorld *world,
                        OutlayCostKind kind,
                        const char *amount,
                        const char *from_month)
{
  OutlaySnapshot *snapshot = world->snapshot;
  OutlayCostItem *item = APPEND (snapshot->cost_items, snapshot->n_cost_items);

  item->id = (gint64) snapshot->n_cost_items;
  item->name = g_strdup ("item");
  item->kind = kind;
  item->share = OUTLAY_COST_DIRECT;
  item->amount_nanos = outlay_world_nanos (amount);
  item->from_month = outlay_world_month (from_month);
  item->to_month = G_MAXINT32;
  return item;
}

/**
 * outlay_world_close:
 *
 * Returns: (transfer none): the snapshot; nothing can be added any more
 */
OutlaySnapshot *
outlay_world_close (OutlayWorld *world)
{
  outlay_cube_builder_finish (g_steal_pointer (&world->builder), &world->snapshot->cube);
  return world->snapshot;
}
