/* reconcile-pool.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is lost and nothing is made here: what a pool takes the lines no longer
 * have, and what it gives adds up to what it had.
 */

#include "ingest/reconcile-pool.h"

/**
 * outlay_measure_whole:
 * @measure: a measure
 *
 * Returns: what it is a part of: reasoning of the output; itself, if it is no part
 */
OutlayMeasure
outlay_measure_whole (OutlayMeasure measure)
{
  switch (measure)
    {
    case OUTLAY_AUDIO_INPUT_TOKENS:
    case OUTLAY_IMAGE_INPUT_TOKENS:
      return OUTLAY_INPUT_TOKENS;
    case OUTLAY_REASONING_TOKENS:
    case OUTLAY_AUDIO_OUTPUT_TOKENS:
    case OUTLAY_IMAGE_OUTPUT_TOKENS:
      return OUTLAY_OUTPUT_TOKENS;
    case OUTLAY_REQUESTS:
    case OUTLAY_INPUT_TOKENS:
    case OUTLAY_CACHE_READ_TOKENS:
    case OUTLAY_CACHE_WRITE_5M_TOKENS:
    case OUTLAY_CACHE_WRITE_1H_TOKENS:
    case OUTLAY_OUTPUT_TOKENS:
    case OUTLAY_WEB_SEARCHES:
    case OUTLAY_QUANTITY_MICROS:
    default:
      return measure;
    }
}

void
outlay_share_add (OutlayShare *total, const OutlayShare *share)
{
  for (guint i = 0; i < OUTLAY_N_WEIGHINGS; i++)
    outlay_held_add (&total->weight[i], share->weight[i]);
  outlay_held_add_usage (&total->usage, &share->usage);
}

void
outlay_pool_add (OutlayPool *total, const OutlayPool *pool)
{
  outlay_held_add (&total->rows, pool->rows);
  outlay_held_add (&total->unpriced_rows, pool->unpriced_rows);
  outlay_held_add (&total->billed_nanos, pool->billed_nanos);
  outlay_held_add (&total->stated_nanos, pool->stated_nanos);
  outlay_held_add (&total->estimated_nanos, pool->estimated_nanos);
  outlay_held_add (&total->computed_nanos, pool->computed_nanos);
  outlay_held_add_usage (&total->usage, &pool->usage);
}

/* Leaves kept ÷ of in @left, and adds the rest to @taken. */
static void
take_part (gint64 *taken, gint64 *left, OutlayWide kept, OutlayWide of)
{
  gint64 keeps = *left;

  if (of > 0 && kept < of && outlay_nanos_scale (*left, kept, of, &keeps))
    outlay_held_add (taken, *left - keeps);
  *left = keeps;
}

/**
 * outlay_pool_take_amounts:
 * @pool: (inout): the pool
 * @settled: (inout): a line
 * @kept: how much of it stays, of
 * @of: all of it, above 0 and below 2⁶³
 *
 * Takes amounts and rows of a line into the pool, and no counts.
 */
void
outlay_pool_take_amounts (OutlayPool *pool, OutlaySettled *settled, OutlayWide kept, OutlayWide of)
{
  gint64 stated_nanos = settled->cost_nanos - settled->estimated_nanos;
  gint64 all_rows = settled->rows;

  take_part (&pool->billed_nanos, &settled->billed_nanos, kept, of);
  take_part (&pool->computed_nanos, &settled->computed_nanos, kept, of);
  take_part (&pool->estimated_nanos, &settled->estimated_nanos, kept, of);
  take_part (&pool->stated_nanos, &stated_nanos, kept, of);
  settled->cost_nanos = stated_nanos + settled->estimated_nanos;

  take_part (&pool->rows, &settled->rows, kept, of);
  take_part (&pool->unpriced_rows, &settled->unpriced_rows, settled->rows, all_rows);
}

static void
take_count (OutlayPool *pool,
            OutlaySettled *const *settled,
            gsize n_settled,
            OutlayMeasure measure,
            gint64 claimed)
{
  g_autofree OutlayWide *weights = NULL;
  g_autofree gint64 *parts = NULL;
  gint64 total = 0;

  for (gsize i = 0; i < n_settled; i++)
    outlay_held_add (&total, settled[i]->usage.count[measure]);

  pool->usage.count[measure] = MIN (claimed, total);
  if (claimed == 0 || total == 0)
    return;

  weights = g_new (OutlayWide, n_settled);
  parts = g_new (gint64, n_settled);
  for (gsize i = 0; i < n_settled; i++)
    weights[i] = settled[i]->usage.count[measure];
  outlay_apportion (pool->usage.count[measure], weights, n_settled, parts);
  for (gsize i = 0; i < n_settled; i++)
    settled[i]->usage.count[measure] -= parts[i];
}

/* Parts go with what they are a part of, so that no row has more of them than of it. */
static void
take_parts (OutlayPool *pool, OutlaySettled *settled, const OutlayUsage *before)
{
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      OutlayMeasure whole = outlay_measure_whole (i);

      if (whole != i)
        take_part (&pool->usage.count[i], &settled->usage.count[i], settled->usage.count[whole],
                   before->count[whole]);
    }
}

/**
 * outlay_pool_take_counts:
 * @pool: (inout): an empty pool
 * @settled: (array length=n_settled): lines
 * @n_settled: how many
 * @claimed: how much of each count is wanted
 *
 * Takes what is wanted, as far as the lines together have it, from each in
 * proportion to what it has.
 */
void
outlay_pool_take_counts (OutlayPool *pool,
                         OutlaySettled *const *settled,
                         gsize n_settled,
                         const OutlayUsage *claimed)
{
  g_autofree OutlayUsage *before = g_new (OutlayUsage, n_settled);

  for (gsize i = 0; i < n_settled; i++)
    before[i] = settled[i]->usage;

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (outlay_measure_whole (i) == i)
      take_count (pool, settled, n_settled, i, claimed->count[i]);
  for (gsize i = 0; i < n_settled; i++)
    take_parts (pool, settled[i], &before[i]);
}

/* One number of the pool by one number of each receiver, found at the same places. */
static void
give_number (gint64 amount,
             const OutlayWide *weights,
             gsize n_parts,
             OutlayPool *parts,
             gsize offset)
{
  g_autofree gint64 *numbers = NULL;

  if (amount == 0)
    return;

  numbers = g_new (gint64, n_parts);
  outlay_apportion (amount, weights, n_parts, numbers);
  for (gsize i = 0; i < n_parts; i++)
    G_STRUCT_MEMBER (gint64, &parts[i], offset) = numbers[i];
}

static void
give_counts (const OutlayPool *pool,
             const OutlayShare *shares,
             gsize n_shares,
             OutlayPool *parts,
             OutlayWide *weights)
{
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      if (outlay_measure_whole (i) != i)
        continue;
      for (gsize j = 0; j < n_shares; j++)
        weights[j] = shares[j].usage.count[i];
      give_number (pool->usage.count[i], weights, n_shares, parts,
                   G_STRUCT_OFFSET (OutlayPool, usage.count) + i * sizeof (gint64));
    }

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    {
      OutlayMeasure whole = outlay_measure_whole (i);

      if (whole == i)
        continue;
      for (gsize j = 0; j < n_shares; j++)
        weights[j] = parts[j].usage.count[whole];
      give_number (pool->usage.count[i], weights, n_shares, parts,
                   G_STRUCT_OFFSET (OutlayPool, usage.count) + i * sizeof (gint64));
    }
}

/**
 * outlay_pool_give:
 * @pool: a pool
 * @shares: (array length=n_shares): what each receiver can claim
 * @n_shares: how many, at least 1
 * @by: what amounts are divided by; some share has it
 * @parts: (out) (array length=n_shares): what each receiver gets
 *
 * Divides a pool, every number of it to the last unit: amounts and rows by weight,
 * counts by the receivers' own.
 */
void
outlay_pool_give (const OutlayPool *pool,
                  const OutlayShare *shares,
                  gsize n_shares,
                  OutlayWeighing by,
                  OutlayPool *parts)
{
  static const gsize amounts[] = {
    G_STRUCT_OFFSET (OutlayPool, rows),           G_STRUCT_OFFSET (OutlayPool, billed_nanos),
    G_STRUCT_OFFSET (OutlayPool, stated_nanos),   G_STRUCT_OFFSET (OutlayPool, estimated_nanos),
    G_STRUCT_OFFSET (OutlayPool, computed_nanos),
  };
  g_autofree OutlayWide *weights = g_new (OutlayWide, n_shares);

  for (gsize i = 0; i < n_shares; i++)
    {
      parts[i] = (OutlayPool){ 0 };
      weights[i] = shares[i].weight[by];
    }
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    give_number (G_STRUCT_MEMBER (const gint64, pool, amounts[i]), weights, n_shares, parts,
                 amounts[i]);

  for (gsize i = 0; i < n_shares; i++)
    weights[i] = parts[i].rows;
  give_number (pool->unpriced_rows, weights, n_shares, parts,
               G_STRUCT_OFFSET (OutlayPool, unpriced_rows));

  give_counts (pool, shares, n_shares, parts, weights);
}

gboolean
outlay_pool_is_empty (const OutlayPool *pool)
{
  return pool->rows == 0 && pool->billed_nanos == 0 && pool->stated_nanos == 0 &&
         pool->estimated_nanos == 0 && pool->computed_nanos == 0 &&
         outlay_usage_is_empty (&pool->usage);
}
