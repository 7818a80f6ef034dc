/* driver-split.c – one model's change, by log-mean weights
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cost is a product: requests that succeeded × attempts for each × the model's share of
 * them × units an attempt × list price × effect of the cache. The effect of a factor x is
 * L(v₁, v₀) · ln(x₁ ÷ x₀), with the logarithmic mean L; they add up to v₁ − v₀. Where a
 * factor is 0 in one period, the limit holds: the whole change is its.
 */

#include "insight/driver-units.h"

#include <math.h>

typedef struct
{
  double value;  /* nano-units */
  double volume; /* requests, or tokens, that succeeded */
  double all;    /* and those that failed */
  double own;    /* of this model */
  double count;  /* of the class */
  double list;   /* price without a cache, nano-units */
  double factor; /* of what was computed row by row to what the price list says of the sum */
} Point;

static double
log_mean (double a, double b)
{
  const double ratio = a / b;

  /* Near 1 the quotient is of two small differences; the series is exact there. */
  if (fabs (ratio - 1) < 1e-4)
    return b * (1 + (ratio - 1) / 2 - (ratio - 1) * (ratio - 1) / 12);

  return (a - b) / log (ratio);
}

static OutlayDriver
intensity_of (OutlayDriverClass type)
{
  return type >= OUTLAY_CLASS_OUTPUT ? OUTLAY_DRIVER_OUTPUT : OUTLAY_DRIVER_CONTEXT;
}

/* Prices that hang on each request, or on the time of day, show only in the rows. What is
 * within their rounding is left to the rest. */
static double
find_factor (const OutlayDriverSide *side)
{
  OutlayWide picos = 0;
  OutlayWide gap;

  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    picos += side->amounts[i].cost_picos;

  gap = side->computed_nanos * OUTLAY_PICOS_PER_NANO - picos;
  if (picos == 0 || (gap < 0 ? -gap : gap) <= side->slack_picos)
    return 1;

  return (double) side->computed_nanos / ((double) picos / OUTLAY_PICOS_PER_NANO);
}

static void
measure (const OutlayDriverCounts *counts, gboolean by_tokens, double *done, double *all)
{
  *done = (double) (by_tokens ? counts->tokens : counts->requests);
  *all = *done + (double) (by_tokens ? counts->failed_tokens : counts->failed_requests);

  /* Where all failed, they are the volume. */
  if (!(*done > 0))
    *done = *all;
}

static Point
find_point (const OutlayDriverSide *side,
            const OutlayDriverCounts *feature,
            OutlayDriverClass type,
            gboolean by_tokens)
{
  const OutlayDriverAmount *amount = &side->amounts[type];
  Point point = { .factor = find_factor (side) };
  double done;

  point.value = (double) amount->cost_picos / OUTLAY_PICOS_PER_NANO * point.factor;
  measure (feature, by_tokens, &point.volume, &point.all);
  measure (&side->counts, by_tokens, &done, &point.own);
  point.count = (double) amount->count;
  point.list = (double) amount->list_picos / OUTLAY_PICOS_PER_NANO;
  return point;
}

static gboolean
is_used (const OutlayDriverSide *side)
{
  for (guint i = 0; i < OUTLAY_N_CLASSES; i++)
    if (side->amounts[i].count != 0)
      return TRUE;

  return FALSE;
}

/* Which factor it is that made the cost 0. */
static OutlayDriver
blame (const OutlayDriverSide *side, OutlayDriverClass type)
{
  if (!is_used (side))
    return OUTLAY_DRIVER_MIX;
  if (side->amounts[type].count == 0)
    return intensity_of (type);

  return side->amounts[type].list_picos == 0 ? OUTLAY_DRIVER_PRICE : OUTLAY_DRIVER_CACHING;
}

static void
split (const Point *before, const Point *after, OutlayDriver intensity, double *terms)
{
  const double weight = log_mean (after->value, before->value);
  const double price =
      after->list / after->count * after->factor / (before->list / before->count * before->factor);
  const double caching = after->value / (after->list * after->factor) /
                         (before->value / (before->list * before->factor));

  terms[OUTLAY_DRIVER_PRICE] += weight * log (price);
  terms[OUTLAY_DRIVER_CACHING] += weight * log (caching);

  /* Searches alone, say: neither requests nor tokens. */
  if (!(before->own > 0) || !(after->own > 0))
    {
      terms[OUTLAY_DRIVER_VOLUME] += weight * log (after->count / before->count);
      return;
    }

  terms[OUTLAY_DRIVER_VOLUME] += weight * log (after->volume / before->volume);
  terms[OUTLAY_DRIVER_RETRIES] +=
      weight * log (after->all / after->volume / (before->all / before->volume));
  terms[OUTLAY_DRIVER_MIX] += weight * log (after->own / after->all / (before->own / before->all));
  terms[intensity] += weight * log (after->count / after->own / (before->count / before->own));
}

/**
 * outlay_driver_unit_split:
 * @unit: a model of a feature
 * @feature: the feature
 * @by_tokens: volume is tokens
 * @terms: (inout): nano-units, as estimates, that its effects are added to
 */
void
outlay_driver_unit_split (const OutlayDriverUnit *unit,
                          const OutlayDriverFeature *feature,
                          gboolean by_tokens,
                          double terms[OUTLAY_N_DRIVERS])
{
  for (OutlayDriverClass type = 0; type < OUTLAY_N_CLASSES; type++)
    {
      const Point before = find_point (&unit->sides[0], &feature->counts[0], type, by_tokens);
      const Point after = find_point (&unit->sides[1], &feature->counts[1], type, by_tokens);

      if (before.value > 0 && after.value > 0)
        split (&before, &after, intensity_of (type), terms);
      else if (after.value > 0)
        terms[blame (&unit->sides[0], type)] += after.value;
      else if (before.value > 0)
        terms[blame (&unit->sides[1], type)] -= before.value;
    }
}
