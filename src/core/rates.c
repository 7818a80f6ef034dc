/* rates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/rates.h"

/**
 * outlay_rates_set:
 * @rates: (inout): the rates
 * @rate: which
 * @picos: pico-units for one
 */
void
outlay_rates_set (OutlayRates *rates, OutlayRate rate, gint64 picos)
{
  rates->picos[rate] = picos;
  rates->known |= 1u << rate;
}

/**
 * outlay_rates_has:
 * @rates: the rates
 * @rate: which
 *
 * Returns: %TRUE if @rates has this rate, be it 0
 */
gboolean
outlay_rates_has (const OutlayRates *rates, OutlayRate rate)
{
  return (rates->known & 1u << rate) != 0;
}

/**
 * outlay_rate_card_rates:
 * @card: a rate card
 * @prompt_tokens: all input tokens of one request; 0 for usage that is many
 *   requests, which no tier can be told for
 *
 * Returns: (transfer none): the rates that the whole request is billed at
 */
const OutlayRates *
outlay_rate_card_rates (const OutlayRateCard *card, gint64 prompt_tokens)
{
  const OutlayRates *rates = &card->base;

  for (guint i = 0; i < card->n_tiers; i++)
    if (prompt_tokens > card->above[i])
      rates = &card->tier[i];

  return rates;
}

/* No token is charged twice: a part is never more than what is left of the whole. */
static gint64
take (gint64 *rest, gint64 part)
{
  gint64 taken = CLAMP (part, 0, *rest);

  *rest -= taken;
  return taken;
}

/* How much of the usage falls to each rate, disjoint. Text, images and reasoning mostly share a
 * rate; they part only where the rates part them. */
static void
split_usage (const OutlayUsage *usage, const OutlayRates *rates, gint64 parts[OUTLAY_N_RATES])
{
  const gint64 *count = usage->count;
  gint64 input = MAX (0, count[OUTLAY_INPUT_TOKENS]);
  gint64 output = MAX (0, count[OUTLAY_OUTPUT_TOKENS]);

  parts[OUTLAY_RATE_CACHE_READ] = count[OUTLAY_CACHE_READ_TOKENS];
  parts[OUTLAY_RATE_CACHE_WRITE_5M] = count[OUTLAY_CACHE_WRITE_5M_TOKENS];
  parts[OUTLAY_RATE_CACHE_WRITE_1H] = count[OUTLAY_CACHE_WRITE_1H_TOKENS];
  parts[OUTLAY_RATE_WEB_SEARCH] = count[OUTLAY_WEB_SEARCHES];
  parts[OUTLAY_RATE_REQUEST] = count[OUTLAY_REQUESTS];

  parts[OUTLAY_RATE_AUDIO_INPUT] = take (&input, count[OUTLAY_AUDIO_INPUT_TOKENS]);
  if (outlay_rates_has (rates, OUTLAY_RATE_IMAGE_INPUT))
    parts[OUTLAY_RATE_IMAGE_INPUT] = take (&input, count[OUTLAY_IMAGE_INPUT_TOKENS]);
  parts[OUTLAY_RATE_INPUT] = input;

  parts[OUTLAY_RATE_AUDIO_OUTPUT] = take (&output, count[OUTLAY_AUDIO_OUTPUT_TOKENS]);
  if (outlay_rates_has (rates, OUTLAY_RATE_IMAGE_OUTPUT))
    parts[OUTLAY_RATE_IMAGE_OUTPUT] = take (&output, count[OUTLAY_IMAGE_OUTPUT_TOKENS]);
  if (outlay_rates_has (rates, OUTLAY_RATE_REASONING))
    parts[OUTLAY_RATE_REASONING] = take (&output, count[OUTLAY_REASONING_TOKENS]);
  parts[OUTLAY_RATE_OUTPUT] = output;
}

/* The rate that stands in where a card lacks one, as the catalogues' own clients do. */
static OutlayRate
substitute (OutlayRate rate, const OutlayRates *rates)
{
  switch (rate)
    {
    case OUTLAY_RATE_CACHE_WRITE_1H:
      return outlay_rates_has (rates, OUTLAY_RATE_CACHE_WRITE_5M) ? OUTLAY_RATE_CACHE_WRITE_5M
                                                                  : OUTLAY_RATE_INPUT;
    case OUTLAY_RATE_CACHE_READ:
    case OUTLAY_RATE_CACHE_WRITE_5M:
    case OUTLAY_RATE_AUDIO_INPUT:
    case OUTLAY_RATE_IMAGE_INPUT:
      return OUTLAY_RATE_INPUT;
    case OUTLAY_RATE_REASONING:
    case OUTLAY_RATE_AUDIO_OUTPUT:
    case OUTLAY_RATE_IMAGE_OUTPUT:
      return OUTLAY_RATE_OUTPUT;
    case OUTLAY_RATE_INPUT:
    case OUTLAY_RATE_OUTPUT:
    case OUTLAY_RATE_WEB_SEARCH:
    case OUTLAY_RATE_REQUEST:
    default:
      return rate;
    }
}

/**
 * outlay_rates_cost:
 * @rates: the rates, none above %OUTLAY_RATE_MAX_PICOS
 * @usage: what was used
 * @by_rate_picos: (out): the cost by rate, in pico-units
 *
 * A part without a rate of its own is priced at the rate that stands in for it
 * (cached input as input, audio output as output), and the state is partial. So it
 * is where a part has neither, unless that is all there is. A fee by the request is
 * no gap where the card names none.
 *
 * Returns: how much of the usage has a price
 */
OutlayPriceState
outlay_rates_cost (const OutlayRates *rates,
                   const OutlayUsage *usage,
                   OutlayWide by_rate_picos[OUTLAY_N_RATES])
{
  gint64 parts[OUTLAY_N_RATES] = { 0 };
  guint n_parts = usage->count[OUTLAY_QUANTITY_MICROS] > 0 ? 1 : 0; /* no rate is by that unit */
  guint n_own = 0;
  guint n_priced = 0;
  gboolean costs = FALSE;

  split_usage (usage, rates, parts);

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    {
      OutlayRate rate = outlay_rates_has (rates, i) ? i : substitute (i, rates);

      by_rate_picos[i] = (OutlayWide) parts[i] * rates->picos[rate];
      costs |= rates->picos[rate] != 0;

      if (parts[i] > 0 && i != OUTLAY_RATE_REQUEST)
        {
          n_parts++;
          n_own += outlay_rates_has (rates, i) ? 1 : 0;
          n_priced += outlay_rates_has (rates, rate) ? 1 : 0;
        }
    }

  if (rates->known == 0 || (n_parts > 0 && n_priced == 0))
    return OUTLAY_PRICE_UNPRICED;
  if (!costs && n_priced == n_parts)
    return OUTLAY_PRICE_FREE;

  return n_own < n_parts ? OUTLAY_PRICE_PARTIAL : OUTLAY_PRICE_PRICED;
}

/**
 * outlay_rate_card_cost:
 * @card: a rate card
 * @usage: what was used
 * @is_request: @usage is of one request, so that a context tier can be told
 * @cost_nanos: (out): the cost, rounded once, half to even; 0 if unpriced
 *
 * Returns: the state; a sum beyond the range of money is unpriced
 */
OutlayPriceState
outlay_rate_card_cost (const OutlayRateCard *card,
                       const OutlayUsage *usage,
                       gboolean is_request,
                       gint64 *cost_nanos)
{
  const OutlayRates *rates =
      outlay_rate_card_rates (card, is_request ? outlay_usage_prompt_tokens (usage) : 0);
  OutlayWide by_rate_picos[OUTLAY_N_RATES];
  OutlayWide total = 0;
  OutlayPriceState state = outlay_rates_cost (rates, usage, by_rate_picos);

  *cost_nanos = 0;
  if (state == OUTLAY_PRICE_UNPRICED)
    return state;

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    total += by_rate_picos[i];

  return outlay_nanos_from_picos (total, cost_nanos) ? state : OUTLAY_PRICE_UNPRICED;
}
