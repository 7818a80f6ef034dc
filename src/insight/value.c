/* value.c – what a use case costs, and what it brings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/value.h"

#include "core/money.h"
#include "insight/formula.h"
#include "insight/full-cost.h"

#include <math.h>

#define WHOLE_PERCENT 100

static void
add_parts (OutlayWorth *worth, const OutlayCostParts *parts)
{
  outlay_nanos_accumulate (&worth->tokens_nanos, parts->tokens_nanos);
  outlay_nanos_accumulate (&worth->fees_nanos, parts->fees_nanos);
  outlay_nanos_accumulate (&worth->fees_nanos, parts->item_nanos[OUTLAY_COST_FEES]);
  outlay_nanos_accumulate (&worth->people_nanos, parts->item_nanos[OUTLAY_COST_PEOPLE]);
  outlay_nanos_accumulate (&worth->other_nanos, parts->item_nanos[OUTLAY_COST_OTHER]);
  outlay_nanos_accumulate (&worth->infrastructure_nanos,
                           parts->item_nanos[OUTLAY_COST_INFRASTRUCTURE]);
}

static void
add_costs (OutlayWorth *total, const OutlayWorth *part)
{
  outlay_nanos_accumulate (&total->tokens_nanos, part->tokens_nanos);
  outlay_nanos_accumulate (&total->fees_nanos, part->fees_nanos);
  outlay_nanos_accumulate (&total->people_nanos, part->people_nanos);
  outlay_nanos_accumulate (&total->other_nanos, part->other_nanos);
  outlay_nanos_accumulate (&total->infrastructure_nanos, part->infrastructure_nanos);
}

static void
add_value (OutlayWorth *total, const OutlayWorth *part)
{
  if (!part->has_value)
    return;

  total->has_value = TRUE;
  total->has_range |= part->has_range;
  outlay_nanos_accumulate (&total->value_nanos, part->value_nanos);
  outlay_nanos_accumulate (&total->value_low_nanos, part->value_low_nanos);
  outlay_nanos_accumulate (&total->value_high_nanos, part->value_high_nanos);
}

static void
add_assumed (OutlayWorth *total, const OutlayWorth *part)
{
  for (guint i = 0; i < part->n_assumed; i++)
    {
      guint known = 0;

      while (known < total->n_assumed && total->assumed[known] != part->assumed[i])
        known++;
      if (known == total->n_assumed)
        total->assumed[total->n_assumed++] = part->assumed[i];
    }
}

static OutlayVerdict
judge (const OutlayWorth *worth)
{
  if (!worth->has_value)
    return OUTLAY_VERDICT_NOT_ESTIMATED;
  if (worth->value_low_nanos > worth->cost_nanos)
    return worth->n_assumed > 0 ? OUTLAY_VERDICT_IF_ASSUMED : OUTLAY_VERDICT_WORTH_IT;
  if (worth->value_high_nanos < worth->cost_nanos)
    return OUTLAY_VERDICT_COSTS_MORE;

  return OUTLAY_VERDICT_UNCERTAIN;
}

/* Works out what follows from value, cost parts and outcomes. */
static void
derive (OutlayWorth *worth)
{
  double cost;

  worth->cost_nanos = 0;
  outlay_nanos_accumulate (&worth->cost_nanos, worth->tokens_nanos);
  outlay_nanos_accumulate (&worth->cost_nanos, worth->fees_nanos);
  outlay_nanos_accumulate (&worth->cost_nanos, worth->infrastructure_nanos);
  outlay_nanos_accumulate (&worth->cost_nanos, worth->people_nanos);
  outlay_nanos_accumulate (&worth->cost_nanos, worth->other_nanos);

  worth->roi_percent = NAN;
  worth->value_to_cost = NAN;
  worth->token_share_percent = NAN;
  worth->payback_months = NAN;
  worth->break_even_outcomes = -1;

  cost = (double) worth->cost_nanos;
  if (worth->cost_nanos > 0)
    worth->token_share_percent = (double) worth->tokens_nanos / cost * WHOLE_PERCENT;

  if (worth->has_value)
    {
      worth->net_nanos = worth->value_nanos;
      outlay_nanos_accumulate (&worth->net_nanos, -worth->cost_nanos);
    }
  if (worth->has_value && worth->cost_nanos > 0)
    {
      worth->roi_percent = (double) worth->net_nanos / cost * WHOLE_PERCENT;
      worth->value_to_cost = (double) worth->value_nanos / cost;
    }

  if (worth->has_outcomes && worth->outcomes > 0)
    worth->cost_per_outcome_nanos =
        (gint64) outlay_divide_half_even (worth->cost_nanos, worth->outcomes);

  worth->verdict = judge (worth);
}

/* One-off cost ÷ the cash that a month brings: value less running cost, in which the
 * one-off is not counted a second time as amortisation. */
static void
pay_back (OutlayWorth *worth, double one_off, gint64 amortised_nanos, double n_months)
{
  double running =
      outlay_nanos_to_estimate (worth->cost_nanos) - outlay_nanos_to_estimate (amortised_nanos);
  double cash = outlay_nanos_to_estimate (worth->value_nanos) - running;

  if (worth->has_value && one_off > 0 && cash > 0 && n_months > 0)
    worth->payback_months = one_off / (cash / n_months);
}

static void
count_outcomes (const OutlaySnapshot *snapshot,
                const OutlayUseCase *use_case,
                gint32 month,
                OutlayWorth *worth)
{
  gint32 from = outlay_month_first_day (month);
  gint32 to = MIN (from + outlay_month_n_days (month) - 1, snapshot->day);

  for (gsize i = 0; i < use_case->n_outcomes && use_case->has_outcomes; i++)
    {
      const OutlayOutcomes *row = &use_case->outcomes[i];

      if (row->day < from || row->day > to)
        continue;

      worth->has_outcomes = TRUE;
      if (__builtin_add_overflow (worth->outcomes, row->count, &worth->outcomes))
        worth->outcomes = G_MAXINT64;
    }
}

static gboolean
has_usable_model (const OutlayUseCase *use_case)
{
  return use_case->has_model && outlay_value_model_is_complete (&use_case->model);
}

static void
estimate_value (const OutlaySnapshot *snapshot,
                const OutlayUseCase *use_case,
                gint32 month,
                OutlayWorth *worth)
{
  const OutlayMonthFacts facts = {
    .outcomes = worth->outcomes,
    .elapsed_days = outlay_month_elapsed_days (month, snapshot->day),
    .n_days = outlay_month_n_days (month),
  };
  OutlayValueRange value;

  if (!has_usable_model (use_case) ||
      (outlay_value_method_counts_outcomes (use_case->model.method) && !worth->has_outcomes))
    return;

  outlay_value_model_evaluate (&use_case->model, &facts, &value);
  worth->has_value = TRUE;
  worth->has_range = outlay_value_model_has_range (&use_case->model);
  worth->value_nanos = value.likely_nanos;
  worth->value_low_nanos = value.low_nanos;
  worth->value_high_nanos = value.high_nanos;
}

/* What the model has to say that does not depend on a month. */
static void
add_model (const OutlayUseCase *use_case, OutlayWorth *worth)
{
  if (has_usable_model (use_case))
    worth->break_even_outcomes =
        outlay_value_model_break_even (&use_case->model, worth->cost_nanos);
}

static void
add_month (OutlayWorth *period, const OutlayWorth *month)
{
  add_costs (period, month);
  add_value (period, month);
  period->has_outcomes |= month->has_outcomes;
  if (__builtin_add_overflow (period->outcomes, month->outcomes, &period->outcomes))
    period->outcomes = G_MAXINT64;
}

static void
fill_line (const OutlaySnapshot *snapshot,
           const OutlayFullCost *cost,
           guint32 number,
           OutlayUseCaseWorth *line)
{
  const OutlayUseCase *use_case = &snapshot->use_cases[number];
  OutlayWorth empty = { 0 };

  if (use_case->has_model)
    empty.n_assumed = outlay_value_model_get_assumed (&use_case->model, empty.assumed);

  line->use_case = number;
  line->worth = empty;
  line->n_months = cost->n_months;
  line->months = g_new0 (OutlayWorth, cost->n_months + 1);

  for (gsize i = 0; i < cost->n_months; i++)
    {
      OutlayWorth *worth = &line->months[i];
      gint32 month = cost->from_month + (gint32) i;

      *worth = empty;
      add_parts (worth, outlay_full_cost_part (cost, number, i));
      count_outcomes (snapshot, use_case, month, worth);
      estimate_value (snapshot, use_case, month, worth);
      derive (worth);
      add_model (use_case, worth);
      add_month (&line->worth, worth);
    }

  derive (&line->worth);
  add_model (use_case, &line->worth);
}

/* The period in months, a running one by its elapsed days. */
static double
measure_period (const OutlaySnapshot *snapshot, const OutlayFullCost *cost)
{
  double n_months = 0;

  for (gsize i = 0; i < cost->n_months; i++)
    {
      gint32 month = cost->from_month + (gint32) i;

      n_months +=
          (double) outlay_month_elapsed_days (month, snapshot->day) / outlay_month_n_days (month);
    }

  return n_months;
}

static gint64
sum_amortised (const OutlayFullCost *cost, gsize use_case)
{
  gint64 sum_nanos = 0;

  for (gsize i = 0; i < cost->n_months; i++)
    outlay_nanos_accumulate (&sum_nanos,
                             outlay_full_cost_part (cost, use_case, i)->amortised_nanos);

  return sum_nanos;
}

/* Sums the lines up: their value against all cost, and against their own. */
static void
fill_totals (OutlayPortfolio *portfolio, const OutlayFullCost *cost, double n_months)
{
  gsize n = portfolio->n_lines;
  gint64 amortised_nanos = 0;
  double one_off = 0;

  for (gsize i = 0; i < cost->n_months; i++)
    add_parts (&portfolio->total, outlay_full_cost_part (cost, n, i));

  for (gsize i = 0; i < n; i++)
    {
      const OutlayWorth *worth = &portfolio->lines[i].worth;

      if (!worth->has_value)
        continue;

      add_value (&portfolio->total, worth);
      add_assumed (&portfolio->total, worth);
      add_costs (&portfolio->estimated, worth);
      add_value (&portfolio->estimated, worth);
      add_assumed (&portfolio->estimated, worth);
      outlay_nanos_accumulate (&amortised_nanos, sum_amortised (cost, i));
      one_off += cost->one_off[i];
    }

  derive (&portfolio->total);
  derive (&portfolio->estimated);
  pay_back (&portfolio->total, cost->one_off[n], sum_amortised (cost, n), n_months);
  pay_back (&portfolio->estimated, one_off, amortised_nanos, n_months);
}

/**
 * outlay_portfolio_new:
 * @snapshot: a snapshot
 * @from_month: first month
 * @to_month: last month
 *
 * What the use cases cost in the period and what they bring, up to the snapshot's day.
 * A period's figures are the sums of its months'. Their outcomes are not of one kind,
 * so that only a use case has a number of them.
 *
 * Returns: (transfer full): the portfolio
 */
OutlayPortfolio *
outlay_portfolio_new (const OutlaySnapshot *snapshot, gint32 from_month, gint32 to_month)
{
  g_autoptr (OutlayFullCost) cost = outlay_full_cost_new (snapshot, from_month, to_month);
  OutlayPortfolio *portfolio = g_new0 (OutlayPortfolio, 1);
  double n_months = measure_period (snapshot, cost);

  portfolio->from_month = from_month;
  portfolio->to_month = to_month;
  portfolio->n_lines = snapshot->n_use_cases;
  portfolio->lines = g_new0 (OutlayUseCaseWorth, snapshot->n_use_cases + 1);
  portfolio->unallocated_nanos = cost->unallocated_nanos;

  for (guint32 i = 0; i < portfolio->n_lines; i++)
    {
      fill_line (snapshot, cost, i, &portfolio->lines[i]);
      pay_back (&portfolio->lines[i].worth, cost->one_off[i], sum_amortised (cost, i), n_months);
    }

  fill_totals (portfolio, cost, n_months);
  return portfolio;
}

/**
 * outlay_portfolio_free:
 * @portfolio: (nullable) (transfer full): a portfolio
 */
void
outlay_portfolio_free (OutlayPortfolio *portfolio)
{
  if (portfolio == NULL)
    return;

  for (gsize i = 0; i < portfolio->n_lines; i++)
    g_free (portfolio->lines[i].months);
  g_free (portfolio->lines);
  g_free (portfolio);
}
