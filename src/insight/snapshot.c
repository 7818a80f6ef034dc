/* snapshot.c – everything that figures are computed from, at one moment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/snapshot.h"

/**
 * outlay_snapshot_new:
 *
 * Returns: (transfer full): an empty snapshot, for its owner to fill before anybody
 *   else sees it; everything in it belongs to it and is freed with g_free()
 */
OutlaySnapshot *
outlay_snapshot_new (void)
{
  OutlaySnapshot *snapshot = g_new0 (OutlaySnapshot, 1);

  g_atomic_ref_count_init (&snapshot->ref_count);
  return snapshot;
}

/**
 * outlay_snapshot_ref:
 * @snapshot: a snapshot
 *
 * Returns: (transfer full): @snapshot; any thread may hold one
 */
OutlaySnapshot *
outlay_snapshot_ref (OutlaySnapshot *snapshot)
{
  g_atomic_ref_count_inc (&snapshot->ref_count);
  return snapshot;
}

static void
free_features (OutlayFeature *features, gsize n_features)
{
  for (gsize i = 0; i < n_features; i++)
    {
      g_free (features[i].name);
      g_free (features[i].owner);
      g_free (features[i].cost_centre);
      g_free (features[i].stage);
    }

  g_free (features);
}

static void
free_accounts (OutlayAccount *accounts, gsize n_accounts)
{
  for (gsize i = 0; i < n_accounts; i++)
    {
      g_free (accounts[i].provider);
      g_free (accounts[i].name);
      g_free (accounts[i].covered);
    }

  g_free (accounts);
}

static void
free_use_cases (OutlayUseCase *use_cases, gsize n_use_cases)
{
  for (gsize i = 0; i < n_use_cases; i++)
    {
      g_free (use_cases[i].name);
      g_free (use_cases[i].features);
      g_free (use_cases[i].outcomes);
    }

  g_free (use_cases);
}

static void
free_sources (OutlaySourceFile *sources, gsize n_sources)
{
  for (gsize i = 0; i < n_sources; i++)
    {
      g_free (sources[i].path);
      g_free (sources[i].format);
      g_free (sources[i].sha256);
    }

  g_free (sources);
}

static void
free_snapshot (OutlaySnapshot *snapshot)
{
  outlay_cube_clear (&snapshot->cube);
  free_features (snapshot->features, snapshot->n_features);
  free_accounts (snapshot->accounts, snapshot->n_accounts);
  free_use_cases (snapshot->use_cases, snapshot->n_use_cases);
  free_sources (snapshot->sources, snapshot->n_sources);

  for (gsize i = 0; i < snapshot->n_models; i++)
    g_free (snapshot->models[i]);
  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    g_free (snapshot->cost_items[i].name);
  for (gsize i = 0; i < snapshot->n_foreign; i++)
    g_free (snapshot->foreign[i].currency);

  g_free (snapshot->models);
  g_free (snapshot->budgets);
  g_free (snapshot->cost_items);
  g_free (snapshot->foreign);
  g_free (snapshot->currency);
  g_free (snapshot->catalogue);
  g_free (snapshot->organisation);
  g_free (snapshot);
}

/**
 * outlay_snapshot_unref:
 * @snapshot: (nullable) (transfer full): a snapshot
 */
void
outlay_snapshot_unref (OutlaySnapshot *snapshot)
{
  if (snapshot != NULL && g_atomic_ref_count_dec (&snapshot->ref_count))
    free_snapshot (snapshot);
}
