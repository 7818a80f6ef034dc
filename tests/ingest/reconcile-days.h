/* reconcile-days.h – days made up at random, the same for the same seed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "reconcile-world.h"

#include <string.h>

#define MAX_ROWS 28

typedef struct
{
  Row rows[MAX_ROWS];
  OutlayEvidence *evidence; /* owned */
  gsize n_rows;
  OutlayDayCoverage coverage;
} World;

static const char *const models[][2] = {
  { "", NULL },   { "m", "b/m" },         { "m-2026", "b/m" },
  { "n", "b/n" }, { "N display", "b/n" }, { "x", NULL },
};
static const char *const keys[] = { "", "k1", "k2", "dev", "prod" };
static const char *const key_names[] = { NULL, "dev", "prod", NULL, NULL };
static const char *const projects[] = { "", "p", "q" };
static const char *const users[] = { "", "ann", "bob" };
static const char *const tiers[] = { "", "", "", "batch", "standard" };
static const char *const statuses[] = { "", "", "", "", "500" };
static const OutlayMeter meters[] = {
  OUTLAY_METER_ANY,         OUTLAY_METER_ANY,        OUTLAY_METER_INPUT, OUTLAY_METER_OUTPUT,
  OUTLAY_METER_CACHE_WRITE, OUTLAY_METER_WEB_SEARCH, OUTLAY_METER_OTHER,
};
static const OutlayChargeKind kinds[] = {
  OUTLAY_CHARGE_USAGE, OUTLAY_CHARGE_USAGE,  OUTLAY_CHARGE_USAGE,  OUTLAY_CHARGE_USAGE,
  OUTLAY_CHARGE_USAGE, OUTLAY_CHARGE_FEE,    OUTLAY_CHARGE_CREDIT, OUTLAY_CHARGE_TAX,
  OUTLAY_CHARGE_NONE,  OUTLAY_CHARGE_REFUND,
};

#define PICK(rand, list) (list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))]

static inline gint64
pick_count (GRand *rand, int max)
{
  return g_rand_boolean (rand) ? g_rand_int_range (rand, 0, max) : 0;
}

static inline void
pick_usage (GRand *rand, Spec *spec)
{
  spec->requests = pick_count (rand, 30);
  spec->input = pick_count (rand, 4000);
  spec->cache_read = pick_count (rand, 4000);
  spec->cache_write = pick_count (rand, 4000);
  spec->output = pick_count (rand, 4000);
  spec->reasoning = spec->output > 0 ? g_rand_int_range (rand, 0, (int) spec->output + 1) : 0;
  spec->searches = pick_count (rand, 4);
}

static inline void
pick_charge (GRand *rand, Spec *spec)
{
  spec->kind = PICK (rand, kinds);
  spec->meter = PICK (rand, meters);
  if (spec->kind == OUTLAY_CHARGE_NONE)
    return;

  spec->billed = g_rand_int_range (rand, 0, 90000000);
  spec->cost = g_rand_boolean (rand) ? spec->billed : g_rand_int_range (rand, 1, 90000000);
  if (spec->kind == OUTLAY_CHARGE_CREDIT || spec->kind == OUTLAY_CHARGE_REFUND ||
      g_rand_int_range (rand, 0, 15) == 0)
    {
      spec->billed = -spec->billed;
      spec->cost = -spec->cost;
    }
}

static inline Spec
pick_row (GRand *rand, OutlayRole role, gint64 series)
{
  gsize model = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (models));
  gsize key = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));
  Spec spec = {
    .role = role,
    .series = series,
    .stream = 10 * (gint64) role + (g_rand_int_range (rand, 0, 5) == 0 ? 1 : 0),
    .model = models[model][0],
    .book = models[model][1],
    .key = keys[key],
    .key_name = key_names[key],
    .project = PICK (rand, projects),
    .user = PICK (rand, users),
    .tier = PICK (rand, tiers),
    .rows = g_rand_int_range (rand, 1, 9),
    .unpriced = models[model][1] == NULL,
  };

  if (role == OUTLAY_ROLE_BILL)
    pick_charge (rand, &spec);
  else
    pick_usage (rand, &spec);
  if (role == OUTLAY_ROLE_BILL && spec.kind == OUTLAY_CHARGE_NONE)
    pick_usage (rand, &spec);
  if (role == OUTLAY_ROLE_OBSERVER)
    {
      spec.cost = g_rand_int_range (rand, 0, 9000);
      spec.status = PICK (rand, statuses);
    }

  return spec;
}

/* The order that what cannot be divided evenly goes by: what rows say, not their ids. */
static inline int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a;
  const Row *right = b;
  const gint64 numbers[][2] = {
    { left->evidence.kind, right->evidence.kind },
    { left->evidence.meter, right->evidence.meter },
    { left->evidence.cost_nanos, right->evidence.cost_nanos },
    { left->evidence.billed_nanos, right->evidence.billed_nanos },
    { left->evidence.computed_nanos, right->evidence.computed_nanos },
    { left->evidence.rows, right->evidence.rows },
    { left->evidence.series, right->evidence.series },
  };
  int order = 0;

  for (guint i = 0; i < OUTLAY_N_FIELDS && order == 0; i++)
    order = strcmp (left->field[i], right->field[i]);
  if (order == 0)
    order = memcmp (&left->evidence.usage, &right->evidence.usage, sizeof (OutlayUsage));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers) && order == 0; i++)
    order = (numbers[i][0] > numbers[i][1]) - (numbers[i][0] < numbers[i][1]);

  return order;
}

/* Roles is a set of them, as bits. */
static inline void
make_world (World *world, guint32 seed, guint roles)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gboolean running = g_rand_boolean (rand);
  gint64 n_series = g_rand_int_range (rand, 1, MAX_ROWS);

  world->n_rows = 0;
  world->coverage = (OutlayDayCoverage){ g_rand_boolean (rand), g_rand_boolean (rand) };

  for (gint64 series = 1; series <= n_series; series++)
    {
      OutlayRole role = (OutlayRole) g_rand_int_range (rand, 0, 3);
      Spec spec;

      if ((roles & 1u << role) == 0)
        continue;
      spec = pick_row (rand, role, series);
      spec.running = running && role == OUTLAY_ROLE_BILL;
      fill_row (&world->rows[world->n_rows++], &spec);
    }

  qsort (world->rows, world->n_rows, sizeof *world->rows, compare_rows);
  for (gsize i = 0; i < world->n_rows; i++)
    world->rows[i].evidence.series = (gint64) i + 1;
  world->evidence = list_evidence (world->rows, world->n_rows);
}
