/* prices.h – questions to the price book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/rates.h"
#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayPriceRequest:
 * @provider: id of the provider, as `openai`
 * @model: as the usage says it
 * @tier: service tier; "" is standard
 * @at: instant of the use
 * @usage: of one request
 */
typedef struct
{
  const char *provider;
  const char *model;
  const char *tier;
  gint64 at;
  OutlayUsage usage;
} OutlayPriceRequest;

/**
 * OutlayPriceAnswer:
 * @state: how well it is priced
 * @cost_nanos: US dollars; 0 if unpriced, which means unknown
 * @provider: (nullable): the book's id of the provider
 * @model: (nullable): the book's id of the model
 * @source: (nullable): where the rates come from
 * @rates: those that were used: of the context tier that the request falls in
 * @valid_from: first instant that they hold for; %G_MININT64 if always
 *
 * The strings belong to the ledger.
 */
typedef struct
{
  OutlayPriceState state;
  gint64 cost_nanos;
  const char *provider;
  const char *model;
  const char *source;
  OutlayRates rates;
  gint64 valid_from;
} OutlayPriceAnswer;

/**
 * OutlayPriceCaseFunc:
 * @answer: (nullable): its price; %NULL if the row cannot be read
 * @fault: (nullable): why, as `LINE: sentence`
 * @user_data: as given
 */
typedef void (*OutlayPriceCaseFunc) (const OutlayPriceAnswer *answer,
                                     const char *fault,
                                     gpointer user_data);

const char *outlay_price_state_to_string (OutlayPriceState state);
const char *outlay_rate_to_string (OutlayRate rate);
gboolean outlay_ledger_price (OutlayLedger *ledger,
                              const OutlayPriceRequest *request,
                              OutlayPriceAnswer *answer,
                              GError **error);
gboolean outlay_ledger_price_cases (OutlayLedger *ledger,
                                    const char *text,
                                    gsize length,
                                    OutlayPriceCaseFunc func,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS
