/* formula.c – the value that a model states, exactly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/formula.h"

#include "core/money.h"

#define MINUTES_PER_HOUR 60
#define MONTHS_PER_YEAR 12

#define NANOS_PER_MICRO 1000

/* What makes nano-units of a product of three, and of four, inputs in millionths. */
#define MICROS_3_PER_NANO ((OutlayWide) OUTLAY_NANOS_PER_UNIT)
#define MICROS_4_PER_NANO ((OutlayWide) OUTLAY_NANOS_PER_UNIT * OUTLAY_MICROS_PER_UNIT)

/* Nano-units. */
typedef struct
{
  OutlayWide numerator;
  OutlayWide denominator;
} Ratio;

/* No denominator is above 10¹⁸, so that what 128 bits do not hold is beyond money too,
 * and stays so until it meets a 0. */
static void
multiply (Ratio *ratio, OutlayWide factor)
{
  const OutlayWide beyond = (OutlayWide) G_MAXINT64 * G_MAXINT64;
  gboolean negative = (ratio->numerator < 0) != (factor < 0);

  if (__builtin_mul_overflow (ratio->numerator, factor, &ratio->numerator))
    ratio->numerator = negative ? -beyond : beyond;
}

static gint64
round_ratio (const Ratio *ratio)
{
  OutlayWide nanos = outlay_divide_half_even (ratio->numerator, ratio->denominator);

  return (gint64) CLAMP (nanos, -(OutlayWide) G_MAXINT64, (OutlayWide) G_MAXINT64);
}

/* Left out: a rate or a share is the whole, a cost is nothing. */
static gint64
get_default (OutlayValueKey key)
{
  return outlay_value_key_is_fraction (key) ? OUTLAY_MICROS_PER_UNIT : 0;
}

static gint64
get_likely (const OutlayValueModel *model, OutlayValueKey key)
{
  return model->input[key].given ? model->input[key].likely_micros : get_default (key);
}

/* What a displaced outcome saves, net of its review. */
static OutlayWide
net_displacement (const gint64 *input)
{
  return (OutlayWide) input[OUTLAY_VALUE_HUMAN_COST] * input[OUTLAY_VALUE_DEFLECTION] -
         (OutlayWide) input[OUTLAY_VALUE_REVIEW_COST] * input[OUTLAY_VALUE_REVIEW_RATE];
}

static Ratio
make_ratio (OutlayValueMethod method, const gint64 *input, const OutlayMonthFacts *facts)
{
  Ratio ratio = { facts->outcomes, 1 };

  switch (method)
    {
    case OUTLAY_VALUE_FIXED:
      ratio = (Ratio){ facts->elapsed_days, facts->n_days };
      multiply (&ratio, (OutlayWide) input[OUTLAY_VALUE_AMOUNT] * NANOS_PER_MICRO);
      return ratio;

    case OUTLAY_VALUE_LABOUR:
      ratio.denominator = MICROS_3_PER_NANO * MINUTES_PER_HOUR;
      multiply (&ratio, input[OUTLAY_VALUE_MINUTES_SAVED]);
      multiply (&ratio, input[OUTLAY_VALUE_HOURLY_RATE]);
      break;

    case OUTLAY_VALUE_DISPLACEMENT:
      ratio.denominator = MICROS_3_PER_NANO;
      multiply (&ratio, net_displacement (input));
      break;

    case OUTLAY_VALUE_REVENUE:
      ratio.denominator = MICROS_4_PER_NANO;
      multiply (&ratio, input[OUTLAY_VALUE_ORDER_VALUE]);
      multiply (&ratio, input[OUTLAY_VALUE_CONVERSION_UPLIFT]);
      multiply (&ratio, input[OUTLAY_VALUE_GROSS_MARGIN]);
      break;

    case OUTLAY_VALUE_RETENTION:
      ratio = (Ratio){ facts->elapsed_days, MICROS_4_PER_NANO * MONTHS_PER_YEAR * facts->n_days };
      multiply (&ratio, input[OUTLAY_VALUE_CUSTOMERS]);
      multiply (&ratio, input[OUTLAY_VALUE_CHURN_REDUCTION]);
      multiply (&ratio, input[OUTLAY_VALUE_ANNUAL_VALUE]);
      break;

    case OUTLAY_VALUE_PREMIUM:
    default:
      ratio = (Ratio){ facts->elapsed_days, MICROS_3_PER_NANO * facts->n_days };
      multiply (&ratio, (OutlayWide) input[OUTLAY_VALUE_PRICE] - input[OUTLAY_VALUE_COGS]);
      multiply (&ratio, input[OUTLAY_VALUE_SUBSCRIBERS]);
      break;
    }

  multiply (&ratio, input[OUTLAY_VALUE_REALISATION]);
  return ratio;
}

/**
 * outlay_value_method_counts_outcomes:
 * @method: a method
 *
 * Returns: %TRUE if its value is one of outcomes, and unknown without their number
 */
gboolean
outlay_value_method_counts_outcomes (OutlayValueMethod method)
{
  return method == OUTLAY_VALUE_LABOUR || method == OUTLAY_VALUE_DISPLACEMENT ||
         method == OUTLAY_VALUE_REVENUE;
}

/**
 * outlay_value_model_is_complete:
 * @model: a model
 *
 * Returns: %TRUE if every input that its method requires is given
 */
gboolean
outlay_value_model_is_complete (const OutlayValueModel *model)
{
  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (outlay_value_key_is_required (model->method, key) && !model->input[key].given)
      return FALSE;

  return TRUE;
}

static gboolean
is_range (const OutlayValueModel *model, OutlayValueKey key)
{
  const OutlayRange *input = &model->input[key];

  return outlay_value_method_takes (model->method, key) && input->given && input->is_range &&
         (input->low_micros != input->likely_micros || input->high_micros != input->likely_micros);
}

/**
 * outlay_value_model_has_range:
 * @model: a model
 *
 * Returns: %TRUE if an input of its method is a range
 */
gboolean
outlay_value_model_has_range (const OutlayValueModel *model)
{
  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (is_range (model, key))
      return TRUE;

  return FALSE;
}

/**
 * outlay_value_model_get_assumed:
 * @model: a model
 * @assumed: (out): the inputs that its method takes and that were left out
 *
 * Returns: how many there are
 */
guint
outlay_value_model_get_assumed (const OutlayValueModel *model,
                                OutlayValueKey assumed[OUTLAY_N_VALUE_KEYS])
{
  guint n_assumed = 0;

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    if (outlay_value_method_takes (model->method, key) &&
        !outlay_value_key_is_required (model->method, key) && !model->input[key].given)
      assumed[n_assumed++] = key;

  return n_assumed;
}

/**
 * outlay_value_model_evaluate:
 * @model: a complete model
 * @facts: about the month
 * @value: (out): its value in that month
 */
void
outlay_value_model_evaluate (const OutlayValueModel *model,
                             const OutlayMonthFacts *facts,
                             OutlayValueRange *value)
{
  gint64 input[OUTLAY_N_VALUE_KEYS];
  OutlayValueKey ranges[OUTLAY_N_VALUE_KEYS];
  guint n_ranges = 0;
  Ratio ratio;

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    {
      input[key] = get_likely (model, key);
      if (is_range (model, key))
        ranges[n_ranges++] = key;
    }

  ratio = make_ratio (model->method, input, facts);
  value->likely_nanos = value->low_nanos = value->high_nanos = round_ratio (&ratio);

  /* No method takes more than five inputs: at most 32 choices of their ends. */
  for (guint choice = 0; choice < 1u << n_ranges; choice++)
    {
      gint64 nanos;

      for (guint i = 0; i < n_ranges; i++)
        input[ranges[i]] = (choice >> i & 1) != 0 ? model->input[ranges[i]].high_micros
                                                  : model->input[ranges[i]].low_micros;

      ratio = make_ratio (model->method, input, facts);
      nanos = round_ratio (&ratio);
      value->low_nanos = MIN (value->low_nanos, nanos);
      value->high_nanos = MAX (value->high_nanos, nanos);
    }
}

/**
 * outlay_value_model_break_even:
 * @model: a complete model
 * @cost_nanos: a cost
 *
 * Returns: the least number of outcomes whose likely value reaches @cost_nanos; −1 if
 *   there is none, or if the value does not depend on outcomes
 */
gint64
outlay_value_model_break_even (const OutlayValueModel *model, gint64 cost_nanos)
{
  const OutlayMonthFacts one = { .outcomes = 1, .elapsed_days = 1, .n_days = 1 };
  gint64 input[OUTLAY_N_VALUE_KEYS];
  Ratio ratio;
  OutlayWide outcomes;

  if (!outlay_value_method_counts_outcomes (model->method))
    return -1;

  for (guint key = 0; key < OUTLAY_N_VALUE_KEYS; key++)
    input[key] = get_likely (model, key);

  ratio = make_ratio (model->method, input, &one);
  if (ratio.numerator <= 0)
    return -1;
  if (cost_nanos <= 0)
    return 0;

  outcomes = (cost_nanos * ratio.denominator - 1) / ratio.numerator + 1;
  return outcomes <= G_MAXINT64 ? (gint64) outcomes : -1;
}
