/* money.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"

#include "core/decimal.h"

#include <math.h>

#define NANO_DIGITS 9

G_DEFINE_QUARK (OutlayMoneyError, outlay_money_error)

/**
 * outlay_divide_half_even:
 * @dividend: any number
 * @divisor: a number above 0
 *
 * The one rounding rule of the house: to the nearest, a tie to the even
 * neighbour. It is symmetric, so that a credit cancels its charge.
 */
OutlayWide
outlay_divide_half_even (OutlayWide dividend, OutlayWide divisor)
{
  gboolean negative = dividend < 0;
  OutlayWide magnitude = negative ? -dividend : dividend;
  OutlayWide quotient;
  OutlayWide rest;

  g_return_val_if_fail (divisor > 0, 0);

  quotient = magnitude / divisor;
  rest = magnitude % divisor;

  if (rest > divisor - rest || (rest == divisor - rest && quotient % 2 == 1))
    quotient++;

  return negative ? -quotient : quotient;
}

static gboolean
narrow (OutlayWide wide, gint64 *out)
{
  if (wide > G_MAXINT64 || wide < -G_MAXINT64)
    return FALSE;

  *out = (gint64) wide;
  return TRUE;
}

/**
 * outlay_nanos_parse:
 * @text: an amount in the C locale, see outlay_decimal_parse()
 * @nanos: (out): the amount
 * @error: return location for an #OutlayMoneyError
 */
gboolean
outlay_nanos_parse (const char *text, gint64 *nanos, GError **error)
{
  return outlay_decimal_parse (text, NANO_DIGITS, nanos, error);
}

/**
 * outlay_nanos_add:
 * @total_nanos: (inout): the sum so far
 * @amount_nanos: what to add
 *
 * Returns: %FALSE if the sum does not fit
 */
gboolean
outlay_nanos_add (gint64 *total_nanos, gint64 amount_nanos)
{
  gint64 sum;

  if (__builtin_add_overflow (*total_nanos, amount_nanos, &sum) || sum == G_MININT64)
    return FALSE;

  *total_nanos = sum;
  return TRUE;
}

/**
 * outlay_nanos_accumulate:
 * @total_nanos: (inout): the sum so far
 * @amount_nanos: what to add
 *
 * For sums that have no way to fail, of amounts that come from a file: one beyond the
 * range stays at its end.
 */
void
outlay_nanos_accumulate (gint64 *total_nanos, gint64 amount_nanos)
{
  if (!outlay_nanos_add (total_nanos, amount_nanos))
    *total_nanos = amount_nanos < 0 ? -G_MAXINT64 : G_MAXINT64;
}

/**
 * outlay_nanos_scale:
 * @nanos: an amount
 * @numerator: what to multiply it by; its magnitude below 2⁶³
 * @denominator: what to divide it by, above 0
 * @out_nanos: (out): the result, rounded half to even
 *
 * Returns: %FALSE if the result does not fit
 */
gboolean
outlay_nanos_scale (gint64 nanos, OutlayWide numerator, OutlayWide denominator, gint64 *out_nanos)
{
  return narrow (outlay_divide_half_even (nanos * numerator, denominator), out_nanos);
}

/**
 * outlay_nanos_from_picos:
 * @picos: a sum of rates × counts
 * @nanos: (out): the amount, rounded half to even
 *
 * Returns: %FALSE if the result does not fit
 */
gboolean
outlay_nanos_from_picos (OutlayWide picos, gint64 *nanos)
{
  return narrow (outlay_divide_half_even (picos, OUTLAY_PICOS_PER_NANO), nanos);
}

/**
 * outlay_nanos_from_estimate:
 * @units: an estimate, in whole units of its currency
 *
 * Where an estimate (a forecast, a simulation) becomes money: once, at its end.
 * Values beyond the range are held at its ends.
 */
gint64
outlay_nanos_from_estimate (double units)
{
  double nanos = nearbyint (units * (double) OUTLAY_NANOS_PER_UNIT);

  if (isnan (nanos))
    return 0;
  if (nanos >= 9.2e18)
    return G_MAXINT64;
  if (nanos <= -9.2e18)
    return -G_MAXINT64;

  return (gint64) nanos;
}

/**
 * outlay_nanos_to_estimate:
 * @nanos: an amount
 *
 * Hands an amount to an estimator or to a chart, as whole units. What comes of
 * it never flows back into a counted amount.
 */
double
outlay_nanos_to_estimate (gint64 nanos)
{
  return (double) nanos / (double) OUTLAY_NANOS_PER_UNIT;
}

typedef struct
{
  OutlayWide rest;
  gsize index;
} Remainder;

static int
compare_remainders (gconstpointer a, gconstpointer b)
{
  const Remainder *left = a;
  const Remainder *right = b;

  if (left->rest != right->rest)
    return left->rest > right->rest ? -1 : 1;

  return left->index < right->index ? -1 : 1;
}

/**
 * outlay_apportion:
 * @amount: what to divide, of either sign: nano-units, or a count
 * @weights: (array length=n_weights): none negative, their sum below 2⁶³
 * @n_weights: how many, at least 1
 * @parts: (out) (array length=n_weights): the parts
 *
 * Divides @amount in proportion to @weights so that the parts add up to it
 * exactly (largest remainder, the earlier of equals). Where all weights are 0 it
 * divides evenly.
 */
void
outlay_apportion (gint64 amount, const OutlayWide *weights, gsize n_weights, gint64 *parts)
{
  g_autofree Remainder *remainders = g_new (Remainder, n_weights);
  OutlayWide magnitude = amount < 0 ? -(OutlayWide) amount : (OutlayWide) amount;
  OutlayWide total = 0;
  OutlayWide left = magnitude;
  gint64 sign = amount < 0 ? -1 : 1;

  g_return_if_fail (n_weights > 0);

  for (gsize i = 0; i < n_weights; i++)
    total += weights[i];

  for (gsize i = 0; i < n_weights; i++)
    {
      OutlayWide weight = total > 0 ? weights[i] : 1;
      OutlayWide sum = total > 0 ? total : (OutlayWide) n_weights;
      OutlayWide part = magnitude * weight / sum;

      remainders[i] = (Remainder){ .rest = magnitude * weight % sum, .index = i };
      parts[i] = sign * (gint64) part;
      left -= part;
    }

  if (left == 0)
    return;

  qsort (remainders, n_weights, sizeof *remainders, compare_remainders);
  for (gsize i = 0; left > 0; i++, left--)
    parts[remainders[i].index] += sign;
}

/**
 * outlay_nanos_to_string:
 * @nanos: an amount
 *
 * Returns: (transfer full): the amount exactly, in the C locale, as `-12.5`
 */
char *
outlay_nanos_to_string (gint64 nanos)
{
  return outlay_decimal_to_string (nanos, NANO_DIGITS);
}
