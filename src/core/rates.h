/* rates.h – a rate card, and what usage costs on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules are those of field practice: disjoint token counts each at their own
 * rate, reasoning once (inside the output), audio and images as parts of input
 * and output, the whole request at the rates of the context tier it falls in.
 */

#pragma once

#include "core/money.h"
#include "core/usage.h"

G_BEGIN_DECLS

/**
 * OutlayRate:
 *
 * What has a price of its own. Tokens are priced each, requests and searches
 * each, all in pico-units.
 */
typedef enum
{
  OUTLAY_RATE_INPUT,
  OUTLAY_RATE_CACHE_READ,
  OUTLAY_RATE_CACHE_WRITE_5M,
  OUTLAY_RATE_CACHE_WRITE_1H,
  OUTLAY_RATE_OUTPUT,
  OUTLAY_RATE_REASONING,
  OUTLAY_RATE_AUDIO_INPUT,
  OUTLAY_RATE_AUDIO_OUTPUT,
  OUTLAY_RATE_IMAGE_INPUT,
  OUTLAY_RATE_IMAGE_OUTPUT,
  OUTLAY_RATE_WEB_SEARCH,
  OUTLAY_RATE_REQUEST,
} OutlayRate;

#define OUTLAY_N_RATES (OUTLAY_RATE_REQUEST + 1)
#define OUTLAY_MAX_CONTEXT_TIERS 6
#define OUTLAY_RATE_MAX_PICOS G_GINT64_CONSTANT (1000000000000000) /* 1,000 units for one */

/**
 * OutlayRates:
 * @picos: pico-units for one of each #OutlayRate
 * @known: a bit for each #OutlayRate that has a rate; the others' @picos are 0
 */
typedef struct
{
  gint64 picos[OUTLAY_N_RATES];
  guint32 known;
} OutlayRates;

/**
 * OutlayRateCard:
 * @base: the rates below every tier
 * @n_tiers: how many context tiers there are
 * @above: prompt tokens of a request above which (not at which) a tier begins,
 *   rising
 * @tier: the rates of each tier; a tier has every rate, not only those it changes
 */
typedef struct
{
  OutlayRates base;
  guint n_tiers;
  gint64 above[OUTLAY_MAX_CONTEXT_TIERS];
  OutlayRates tier[OUTLAY_MAX_CONTEXT_TIERS];
} OutlayRateCard;

/**
 * OutlayPriceState:
 * @OUTLAY_PRICE_NONE: there is no usage to price
 * @OUTLAY_PRICE_PRICED: every part of the usage has a rate
 * @OUTLAY_PRICE_PARTIAL: a part of the usage has no rate of its own
 * @OUTLAY_PRICE_FREE: known, and its price is 0
 * @OUTLAY_PRICE_UNPRICED: no price is known: a gap, not 0
 */
typedef enum
{
  OUTLAY_PRICE_NONE,
  OUTLAY_PRICE_PRICED,
  OUTLAY_PRICE_PARTIAL,
  OUTLAY_PRICE_FREE,
  OUTLAY_PRICE_UNPRICED,
} OutlayPriceState;

void outlay_rates_set (OutlayRates *rates, OutlayRate rate, gint64 picos);
gboolean outlay_rates_has (const OutlayRates *rates, OutlayRate rate);
const OutlayRates *outlay_rate_card_rates (const OutlayRateCard *card, gint64 prompt_tokens);
OutlayPriceState outlay_rates_cost (const OutlayRates *rates,
                                    const OutlayUsage *usage,
                                    OutlayWide by_rate_picos[OUTLAY_N_RATES]);
OutlayPriceState outlay_rate_card_cost (const OutlayRateCard *card,
                                        const OutlayUsage *usage,
                                        gboolean is_request,
                                        gint64 *cost_nanos);

G_END_DECLS
