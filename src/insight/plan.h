/* plan.h – what a month would cost if something were different
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Estimates throughout: nothing here has been spent. A load is requests of one model; a
 * lever changes loads, and what the month then costs more or less is its.
 */

#pragma once

#include "core/rates.h"

G_BEGIN_DECLS

/**
 * OutlayLever:
 * @OUTLAY_LEVER_USERS: times as many users
 * @OUTLAY_LEVER_REQUESTS: times as many requests of each
 * @OUTLAY_LEVER_CONTEXT: times as many input tokens a request
 * @OUTLAY_LEVER_OUTPUT: times as many output tokens a request
 * @OUTLAY_LEVER_CACHE: share of the input that is read from a cache
 * @OUTLAY_LEVER_BATCH: share of the requests that run as a batch, at half the price
 * @OUTLAY_LEVER_RETRIES: billed repeats for each request
 * @OUTLAY_LEVER_PRICE: times the price
 * @OUTLAY_LEVER_MODEL: share of the requests that another model takes
 */
typedef enum
{
  OUTLAY_LEVER_USERS,
  OUTLAY_LEVER_REQUESTS,
  OUTLAY_LEVER_CONTEXT,
  OUTLAY_LEVER_OUTPUT,
  OUTLAY_LEVER_CACHE,
  OUTLAY_LEVER_BATCH,
  OUTLAY_LEVER_RETRIES,
  OUTLAY_LEVER_PRICE,
  OUTLAY_LEVER_MODEL,
} OutlayLever;

#define OUTLAY_N_LEVERS (OUTLAY_LEVER_MODEL + 1)

/**
 * OutlayLoad:
 * @requests: of the month
 * @input_tokens: a request, cached ones included
 * @output_tokens: a request
 * @cached_share: of the input
 * @batch_share: of the requests
 * @retry_rate: billed repeats a request
 * @input_price: units a token
 * @cached_price: units a token
 * @output_price: units a token
 * @other_cost: units a request: all that is no token
 * @price_factor: of what is paid to these prices
 */
typedef struct
{
  double requests;
  double input_tokens;
  double output_tokens;
  double cached_share;
  double batch_share;
  double retry_rate;
  double input_price;
  double cached_price;
  double output_price;
  double other_cost;
  double price_factor;
} OutlayLoad;

const char *outlay_lever_to_string (OutlayLever lever);
gboolean outlay_lever_parse (const char *text, OutlayLever *lever);
gboolean outlay_lever_is_share (OutlayLever lever);
void outlay_load_set_rates (OutlayLoad *load, const OutlayRates *rates);
double outlay_loads_cost (const GArray *loads);
void outlay_loads_apply (GArray *loads, OutlayLever lever, double value, const OutlayRates *rates);

G_END_DECLS
