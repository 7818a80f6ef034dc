/* full-cost.c – what each use case costs a month, to the nano-unit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/full-cost.h"

#include "core/money.h"

/**
 * outlay_month_elapsed_days:
 * @month: months since 1970
 * @day: the day that counts as today
 *
 * Returns: how many days of @month there have been: 0 in a month to come
 */
gint32
outlay_month_elapsed_days (gint32 month, gint32 day)
{
  gint32 elapsed = day - outlay_month_first_day (month) + 1;

  return CLAMP (elapsed, 0, outlay_month_n_days (month));
}

static OutlayCostParts *
get_parts (OutlayFullCost *cost, gsize use_case, gsize month)
{
  return &cost->parts[use_case * cost->n_months + month];
}

/* The nearest feature that a use case names: it, or one above it; -1 if there is none. */
static int
find_bearer (const OutlaySnapshot *snapshot, const gboolean *named, guint32 feature)
{
  int bearer = (int) feature;

  for (gsize steps = 0; steps < snapshot->n_features; steps++)
    {
      if (bearer < 0 || (gsize) bearer >= snapshot->n_features || named[bearer])
        break;
      bearer = snapshot->features[bearer].parent;
    }

  return bearer >= 0 && (gsize) bearer < snapshot->n_features && named[bearer] ? bearer : -1;
}

/* A weight for each use case, and at the end one for what none of them takes. */
static void
weigh_use_cases (const OutlaySnapshot *snapshot, int bearer, OutlayWide *weights)
{
  OutlayWide rest = OUTLAY_MICROS_PER_UNIT;

  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    {
      const OutlayUseCase *use_case = &snapshot->use_cases[i];

      weights[i] = 0;
      for (gsize j = 0; j < use_case->n_features; j++)
        if ((int) use_case->features[j].feature == bearer)
          weights[i] += MAX (use_case->features[j].share, 0);
      rest -= weights[i];
    }

  weights[snapshot->n_use_cases] = MAX (rest, 0);
}

static void
sum_feature (const OutlaySnapshot *snapshot,
             guint32 feature,
             gint32 month,
             gint64 *tokens_nanos,
             gint64 *fees_nanos)
{
  gint32 from = outlay_month_first_day (month);
  gint32 to = MIN (from + outlay_month_n_days (month) - 1, snapshot->day);
  const OutlayCell *cells;
  gsize n_cells = 0;

  *tokens_nanos = 0;
  *fees_nanos = 0;
  if (to < from)
    return;

  cells = outlay_cube_feature (&snapshot->cube, feature, from, to, &n_cells);
  for (gsize i = 0; i < n_cells; i++)
    outlay_nanos_accumulate (cells[i].kind == OUTLAY_CHARGE_FEE ? fees_nanos : tokens_nanos,
                             cells[i].cost_nanos);
}

static void
share_spend (OutlayFullCost *cost,
             const OutlayWide *weights,
             gsize month,
             gint64 tokens_nanos,
             gint64 fees_nanos)
{
  gsize n = cost->n_use_cases;
  g_autofree gint64 *tokens = g_new0 (gint64, n + 1);
  g_autofree gint64 *fees = g_new0 (gint64, n + 1);

  outlay_apportion (tokens_nanos, weights, n + 1, tokens);
  outlay_apportion (fees_nanos, weights, n + 1, fees);

  for (gsize i = 0; i < n; i++)
    {
      outlay_nanos_accumulate (&get_parts (cost, i, month)->tokens_nanos, tokens[i]);
      outlay_nanos_accumulate (&get_parts (cost, i, month)->fees_nanos, fees[i]);
    }

  outlay_nanos_accumulate (&get_parts (cost, n, month)->tokens_nanos, tokens_nanos);
  outlay_nanos_accumulate (&get_parts (cost, n, month)->fees_nanos, fees_nanos);
  outlay_nanos_accumulate (&cost->unallocated_nanos, tokens[n]);
  outlay_nanos_accumulate (&cost->unallocated_nanos, fees[n]);
}

static void
add_spend (OutlayFullCost *cost, const OutlaySnapshot *snapshot)
{
  g_autofree gboolean *named = g_new0 (gboolean, snapshot->n_features + 1);
  g_autofree OutlayWide *weights = g_new0 (OutlayWide, snapshot->n_use_cases + 1);

  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    for (gsize j = 0; j < snapshot->use_cases[i].n_features; j++)
      if (snapshot->use_cases[i].features[j].feature < snapshot->n_features)
        named[snapshot->use_cases[i].features[j].feature] = TRUE;

  for (guint32 feature = 0; feature < snapshot->n_features; feature++)
    {
      weigh_use_cases (snapshot, find_bearer (snapshot, named, feature), weights);

      for (gsize month = 0; month < cost->n_months; month++)
        {
          gint64 tokens_nanos, fees_nanos;

          sum_feature (snapshot, feature, cost->from_month + (gint32) month, &tokens_nanos,
                       &fees_nanos);
          share_spend (cost, weights, month, tokens_nanos, fees_nanos);
        }
    }
}

/* What an item comes to in a whole month. The months of a one-off add up to it exactly. */
static gint64
get_month_amount (const OutlayCostItem *item, gint32 month)
{
  gint32 n_months = MAX (item->n_months, 1);
  OutlayWide amount = item->amount_nanos;
  gint32 place = month - item->from_month;

  if (!item->once)
    return month >= item->from_month && month <= item->to_month ? item->amount_nanos : 0;
  if (month < item->from_month || place >= n_months)
    return 0;

  return (gint64) (amount * (place + 1) / n_months - amount * place / n_months);
}

static void
add_item_part (OutlayCostParts *parts, const OutlayCostItem *item, gint64 nanos)
{
  outlay_nanos_accumulate (&parts->item_nanos[item->kind], nanos);
  if (item->once)
    outlay_nanos_accumulate (&parts->amortised_nanos, nanos);
}

static void
weigh_item (OutlayFullCost *cost, const OutlayCostItem *item, gsize month, OutlayWide *weights)
{
  OutlayWide sum = 0;

  for (gsize i = 0; i < cost->n_use_cases; i++)
    {
      const OutlayCostParts *parts = get_parts (cost, i, month);
      OutlayWide spend = (OutlayWide) parts->tokens_nanos + parts->fees_nanos;

      switch (item->share)
        {
        case OUTLAY_COST_EVEN:
          weights[i] = 1;
          break;
        case OUTLAY_COST_BY_SPEND:
          weights[i] = MAX (spend, 0);
          break;
        case OUTLAY_COST_DIRECT:
        default:
          weights[i] = i == item->use_case ? 1 : 0;
          break;
        }
      sum += weights[i];
    }

  /* Weights have to add up to less than 2⁶³. */
  for (gsize i = 0; i < cost->n_use_cases && sum > G_MAXINT64; i++)
    weights[i] /= (OutlayWide) cost->n_use_cases;
}

static void
add_item_month (OutlayFullCost *cost,
                const OutlayCostItem *item,
                gsize month,
                gint64 nanos,
                double *borne)
{
  gsize n = cost->n_use_cases;
  g_autofree OutlayWide *weights = g_new0 (OutlayWide, n + 1);
  g_autofree gint64 *parts = g_new0 (gint64, n + 1);

  add_item_part (get_parts (cost, n, month), item, nanos);
  borne[n] += outlay_nanos_to_estimate (nanos);
  if (n == 0 || (item->share == OUTLAY_COST_DIRECT && item->use_case >= n))
    return;

  weigh_item (cost, item, month, weights);
  outlay_apportion (nanos, weights, n, parts);
  for (gsize i = 0; i < n; i++)
    {
      add_item_part (get_parts (cost, i, month), item, parts[i]);
      borne[i] += outlay_nanos_to_estimate (parts[i]);
    }
}

static void
add_item (OutlayFullCost *cost, const OutlaySnapshot *snapshot, const OutlayCostItem *item)
{
  g_autofree double *borne = g_new0 (double, cost->n_use_cases + 1);
  double whole = outlay_nanos_to_estimate (item->amount_nanos);

  for (gsize month = 0; month < cost->n_months; month++)
    {
      gint32 number = cost->from_month + (gint32) month;
      gint64 nanos = get_month_amount (item, number);

      if (nanos != 0 &&
          outlay_nanos_scale (nanos, outlay_month_elapsed_days (number, snapshot->day),
                              outlay_month_n_days (number), &nanos))
        add_item_month (cost, item, month, nanos, borne);
    }

  /* A use case has the part of a one-off that it bears of its amortisation. */
  for (gsize i = 0; i <= cost->n_use_cases && item->once; i++)
    if (borne[cost->n_use_cases] > 0)
      cost->one_off[i] += whole * borne[i] / borne[cost->n_use_cases];
}

/**
 * outlay_full_cost_new:
 * @snapshot: a snapshot
 * @from_month: first month
 * @to_month: last month
 *
 * Returns: (transfer full): the costs
 */
OutlayFullCost *
outlay_full_cost_new (const OutlaySnapshot *snapshot, gint32 from_month, gint32 to_month)
{
  OutlayFullCost *cost = g_new0 (OutlayFullCost, 1);

  cost->from_month = from_month;
  cost->n_months = to_month >= from_month ? (gsize) (to_month - from_month) + 1 : 0;
  cost->n_use_cases = snapshot->n_use_cases;
  cost->parts = g_new0 (OutlayCostParts, (cost->n_use_cases + 1) * cost->n_months + 1);
  cost->one_off = g_new0 (double, cost->n_use_cases + 1);

  add_spend (cost, snapshot);
  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    add_item (cost, snapshot, &snapshot->cost_items[i]);

  return cost;
}

/**
 * outlay_full_cost_part:
 * @cost: the costs
 * @use_case: index of a use case; the number of use cases stands for everything
 * @month: from 0
 *
 * Returns: (transfer none): what it costs in that month
 */
const OutlayCostParts *
outlay_full_cost_part (const OutlayFullCost *cost, gsize use_case, gsize month)
{
  return &cost->parts[use_case * cost->n_months + month];
}

/**
 * outlay_full_cost_free:
 * @cost: (nullable) (transfer full): the costs
 */
void
outlay_full_cost_free (OutlayFullCost *cost)
{
  if (cost == NULL)
    return;

  g_free (cost->parts);
  g_free (cost->one_off);
  g_free (cost);
}
