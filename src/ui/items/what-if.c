/* what-if.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/what-if.h"

#include "core/money.h"

/* A snapshot as it would be: what differs is owned, all else is borrowed. */
typedef struct
{
  OutlaySnapshot snapshot;
  OutlayUseCase *use_cases;
  OutlayCostItem *cost_items;
} Other;

static void
clear_other (Other *other)
{
  g_free (other->use_cases);
  g_free (other->cost_items);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Other, clear_other)

/**
 * outlay_portfolio_of_same_days:
 * @snapshot: a snapshot
 * @month: months since 1970
 * @to: (out) (optional): the last day that counts; %G_MININT32 if all of them do
 *
 * Of a running month like is set beside like: only as many days of the month before as
 * have passed.
 *
 * Returns: (transfer full): the portfolio of the month before @month
 */
OutlayPortfolio *
outlay_portfolio_of_same_days (const OutlaySnapshot *snapshot, gint32 month, gint32 *to)
{
  g_auto (Other) other = { .snapshot = *snapshot };
  gint32 elapsed = snapshot->day - outlay_month_first_day (month);
  gint32 before = outlay_month_first_day (month - 1);

  if (to != NULL)
    *to = G_MININT32;
  if (elapsed >= 0 && elapsed < outlay_month_n_days (month) - 1)
    {
      other.snapshot.day = before + MIN (elapsed, outlay_month_n_days (month - 1) - 1);
      if (to != NULL)
        *to = other.snapshot.day;
    }

  return outlay_portfolio_new (&other.snapshot, month - 1, month - 1);
}

/**
 * outlay_portfolio_with_model:
 * @snapshot: a snapshot
 * @use_case: index of a use case
 * @model: (nullable): how its value would be estimated; %NULL: not at all
 * @month: months since 1970
 *
 * Returns: (transfer full): the portfolio of @month as it would be
 */
OutlayPortfolio *
outlay_portfolio_with_model (const OutlaySnapshot *snapshot,
                             gsize use_case,
                             const OutlayValueModel *model,
                             gint32 month)
{
  g_auto (Other) other = { .snapshot = *snapshot };

  g_return_val_if_fail (use_case < snapshot->n_use_cases, NULL);

  other.use_cases =
      g_memdup2 (snapshot->use_cases, snapshot->n_use_cases * sizeof *snapshot->use_cases);
  other.use_cases[use_case].has_model = model != NULL;
  if (model != NULL)
    other.use_cases[use_case].model = *model;
  other.snapshot.use_cases = other.use_cases;

  return outlay_portfolio_new (&other.snapshot, month, month);
}

/* The first month with spend, a cost or outcomes of anything; all months before are 0. */
static gint32
find_first_month (const OutlaySnapshot *snapshot, gint32 month)
{
  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    month = MIN (month, outlay_month_of_day (snapshot->cube.cells[i].day));
  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    month = MIN (month, snapshot->cost_items[i].from_month);
  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    for (gsize j = 0; j < snapshot->use_cases[i].n_outcomes; j++)
      month = MIN (month, outlay_month_of_day (snapshot->use_cases[i].outcomes[j].day));

  return month;
}

/* In a running month costs count by elapsed days; what is paid at once is paid whole. */
static gint64
whole_amount (const OutlaySnapshot *snapshot, const OutlayCostItem *item)
{
  gint32 elapsed = snapshot->day - outlay_month_first_day (item->from_month) + 1;
  gint32 n_days = outlay_month_n_days (item->from_month);
  gint64 nanos = item->amount_nanos;

  if (elapsed > 0 && elapsed < n_days)
    outlay_nanos_scale (item->amount_nanos, n_days, elapsed, &nanos);

  return nanos;
}

/* What is paid at once counts in the month it is paid in, or not at all. */
static OutlayPortfolio *
count_cash (const OutlaySnapshot *snapshot,
            gint32 from_month,
            gint32 to_month,
            gboolean with_one_offs)
{
  g_auto (Other) other = { .snapshot = *snapshot };

  other.cost_items = g_new0 (OutlayCostItem, snapshot->n_cost_items + 1);
  other.snapshot.cost_items = other.cost_items;
  other.snapshot.n_cost_items = 0;
  for (gsize i = 0; i < snapshot->n_cost_items; i++)
    {
      OutlayCostItem item = snapshot->cost_items[i];

      if (item.once)
        {
          item.amount_nanos = whole_amount (snapshot, &item);
          item.n_months = 1;
        }
      if (with_one_offs || !item.once)
        other.cost_items[other.snapshot.n_cost_items++] = item;
    }

  return outlay_portfolio_new (&other.snapshot, from_month, to_month);
}

static gboolean
is_nothing (const OutlayWorth *worth)
{
  return worth->cost_nanos == 0 && (!worth->has_value || worth->value_nanos == 0) &&
         !worth->has_outcomes;
}

static void
find_payback (OutlayCumulative *self)
{
  double before = self->start;

  for (gsize i = 0; i < self->n_months && self->payback_month == G_MININT32; i++)
    {
      if (before < 0 && self->sums[i] >= 0)
        self->payback_month = self->from_month + (gint32) i;
      before = self->sums[i];
    }
}

/**
 * outlay_cumulative_new:
 * @snapshot: a snapshot
 * @use_case: index of a use case
 * @to_month: months since 1970
 *
 * Returns: (transfer full): what the use case has brought in all, month after month
 */
OutlayCumulative *
outlay_cumulative_new (const OutlaySnapshot *snapshot, gsize use_case, gint32 to_month)
{
  gint32 from_month = find_first_month (snapshot, to_month);
  g_autoptr (OutlayPortfolio) cash = count_cash (snapshot, from_month, to_month, TRUE);
  g_autoptr (OutlayPortfolio) running = count_cash (snapshot, from_month, to_month, FALSE);
  OutlayCumulative *self = g_new0 (OutlayCumulative, 1);
  const OutlayUseCaseWorth *line = &cash->lines[use_case];
  gsize first = 0;
  double sum = 0;

  while (first < line->n_months && is_nothing (&line->months[first]))
    first++;

  self->from_month = from_month + (gint32) first;
  self->n_months = line->n_months - first;
  self->sums = g_new0 (double, self->n_months + 1);
  self->payback_month = G_MININT32;
  if (self->n_months > 0)
    self->start = outlay_nanos_to_estimate (running->lines[use_case].months[first].cost_nanos) -
                  outlay_nanos_to_estimate (line->months[first].cost_nanos);

  for (gsize i = 0; i < self->n_months; i++)
    {
      const OutlayWorth *worth = &line->months[first + i];

      sum += worth->has_value ? outlay_nanos_to_estimate (worth->value_nanos) : 0;
      sum -= outlay_nanos_to_estimate (worth->cost_nanos);
      self->sums[i] = sum;
    }
  find_payback (self);
  return self;
}

/**
 * outlay_cumulative_free:
 * @cumulative: (nullable) (transfer full): sums
 */
void
outlay_cumulative_free (OutlayCumulative *cumulative)
{
  if (cumulative == NULL)
    return;

  g_free (cumulative->sums);
  g_free (cumulative);
}
