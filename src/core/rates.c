/* rates.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/rates.h"

#include <string.h>

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

/* The parts, how much of the usage falls to each rate, disjoint. */
static void
split_usage (const OutlayUsage *usage, const OutlayRates *rates, gint64 parts[OUTLAY_N_RATES])
{
  const gint64 *count = usage->count;

  parts[OUTLAY_RATE_CACHE_READ] = count[OUTLAY_CACHE_READ_TOKENS];
  parts[OUTLAY_RATE_CACHE_WRITE_5M] = count[OUTLAY_CACHE_WRITE_5M_TOKENS];
  parts[OUTLAY_RATE_CACHE_WRITE_1H] = count[OUTLAY_CACHE_WRITE_1H_TOKENS];
  parts[OUTLAY_RATE_AUDIO_INPUT] = count[OUTLAY_AUDIO_INPUT_TOKENS];
  parts[OUTLAY_RATE_AUDIO_OUTPUT] = count[OUTLAY_AUDIO_OUTPUT_TOKENS];
  parts[OUTLAY_RATE_WEB_SEARCH] = count[OUTLAY_WEB_SEARCHES];
  parts[OUTLAY_RATE_REQUEST] = count[OUTLAY_REQUESTS];

  /* Text, image and reasoning mostly share a rate; they part only where the card parts them. */
  if (outlay_rates_has (rates, OUTLAY_RATE_IMAGE_INPUT))
    parts[OUTLAY_RATE_IMAGE_INPUT] = count[OUTLAY_IMAGE_INPUT_TOKENS];
  if (outlay_rates_has (rates, OUTLAY_RATE_IMAGE_OUTPUT))
    parts[OUTLAY_RATE_IMAGE_OUTPUT] = count[OUTLAY_IMAGE_OUTPUT_TOKENS];
  if (outlay_rates_has (rates, OUTLAY_RATE_REASONING))
    parts[OUTLAY_RATE_REASONING] = count[OUTLAY_REASONING_TOKENS];

  parts[OUTLAY_RATE_INPUT] = MAX (0, count[OUTLAY_INPUT_TOKENS] - parts[OUTLAY_RATE_AUDIO_INPUT] -
                                         parts[OUTLAY_RATE_IMAGE_INPUT]);
  parts[OUTLAY_RATE_OUTPUT] =
      MAX (0, count[OUTLAY_OUTPUT_TOKENS] - parts[OUTLAY_RATE_AUDIO_OUTPUT] -
                  parts[OUTLAY_RATE_IMAGE_OUTPUT] - parts[OUTLAY_RATE_REASONING]);
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
 * @rates: the rates
 * @usage: what was used
 * @by_rate_picos: (out): the cost by rate, in pico-units
 *
 * A part without a rate of its own is priced at the rate that stands in for it
 * (cached input as input, audio output as output), and the state is partial. A
 * fee by the request or search is no gap where the card names none.
 *
 * Returns: how much of the usage has a price
 */
OutlayPriceState
outlay_rates_cost (const OutlayRates *rates,
                   const OutlayUsage *usage,
                   OutlayWide by_rate_picos[OUTLAY_N_RATES])
{
  gint64 parts[OUTLAY_N_RATES] = { 0 };
  gboolean partial = FALSE;
  gboolean costs = FALSE;

  split_usage (usage, rates, parts);

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    {
      OutlayRate rate = outlay_rates_has (rates, i) ? i : substitute (i, rates);

      by_rate_picos[i] = (OutlayWide) parts[i] * rates->picos[rate];
      costs |= rates->picos[rate] != 0;
      if (parts[i] > 0 && i != OUTLAY_RATE_REQUEST && !outlay_rates_has (rates, i))
        partial = TRUE;
    }

  /* A unit that tokens do not count, as images: only what has no tokens at all depends on it. */
  if (usage->count[OUTLAY_QUANTITY_MICROS] > 0)
    return outlay_usage_tokens (usage) > 0 ? OUTLAY_PRICE_PARTIAL : OUTLAY_PRICE_UNPRICED;
  if (rates->known == 0)
    return OUTLAY_PRICE_UNPRICED;
  if (!costs)
    return OUTLAY_PRICE_FREE;

  return partial ? OUTLAY_PRICE_PARTIAL : OUTLAY_PRICE_PRICED;
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
