/* plan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/plan.h"

#include <string.h>

#define BATCH_PRICE 0.5 /* what providers ask of a batch */

static const char *const names[OUTLAY_N_LEVERS] = {
  [OUTLAY_LEVER_USERS] = "users",     [OUTLAY_LEVER_REQUESTS] = "requests",
  [OUTLAY_LEVER_CONTEXT] = "context", [OUTLAY_LEVER_OUTPUT] = "output",
  [OUTLAY_LEVER_CACHE] = "cache",     [OUTLAY_LEVER_BATCH] = "batch",
  [OUTLAY_LEVER_RETRIES] = "retries", [OUTLAY_LEVER_PRICE] = "price",
  [OUTLAY_LEVER_MODEL] = "model",
};

/**
 * outlay_lever_to_string:
 * @lever: a lever
 *
 * Returns: its name
 */
const char *
outlay_lever_to_string (OutlayLever lever)
{
  return names[lever];
}

/**
 * outlay_lever_parse:
 * @text: a name
 * @lever: (out): the lever
 */
gboolean
outlay_lever_parse (const char *text, OutlayLever *lever)
{
  for (OutlayLever i = 0; i < OUTLAY_N_LEVERS; i++)
    if (strcmp (names[i], text) == 0)
      {
        *lever = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * outlay_lever_is_share:
 * @lever: a lever
 *
 * Returns: %TRUE if its value is a share from 0 to 1
 */
gboolean
outlay_lever_is_share (OutlayLever lever)
{
  return lever == OUTLAY_LEVER_CACHE || lever == OUTLAY_LEVER_BATCH || lever == OUTLAY_LEVER_MODEL;
}

static double
to_units (gint64 picos)
{
  return (double) picos / OUTLAY_PICOS_PER_NANO / (double) OUTLAY_NANOS_PER_UNIT;
}

/**
 * outlay_load_set_rates:
 * @load: (inout): a load
 * @rates: of its model; input read from a cache costs as other input where no rate is known
 */
void
outlay_load_set_rates (OutlayLoad *load, const OutlayRates *rates)
{
  load->input_price = to_units (rates->picos[OUTLAY_RATE_INPUT]);
  load->output_price = to_units (rates->picos[OUTLAY_RATE_OUTPUT]);
  load->cached_price = outlay_rates_has (rates, OUTLAY_RATE_CACHE_READ)
                           ? to_units (rates->picos[OUTLAY_RATE_CACHE_READ])
                           : load->input_price;
}

static double
find_cost (const OutlayLoad *load)
{
  const double input = load->input_tokens * ((1 - load->cached_share) * load->input_price +
                                             load->cached_share * load->cached_price);
  const double request = input + load->output_tokens * load->output_price + load->other_cost;

  return load->requests * (1 + load->retry_rate) * request * load->price_factor *
         (1 - load->batch_share * (1 - BATCH_PRICE));
}

/**
 * outlay_loads_cost:
 * @loads: (element-type OutlayLoad): loads
 *
 * Returns: what they cost, in units
 */
double
outlay_loads_cost (const GArray *loads)
{
  double cost = 0;

  for (guint i = 0; i < loads->len; i++)
    cost += find_cost (&g_array_index (loads, OutlayLoad, i));

  return cost;
}

static void
change (OutlayLoad *load, OutlayLever lever, double value)
{
  switch (lever)
    {
    case OUTLAY_LEVER_USERS:
    case OUTLAY_LEVER_REQUESTS:
      load->requests *= value;
      break;
    case OUTLAY_LEVER_CONTEXT:
      load->input_tokens *= value;
      break;
    case OUTLAY_LEVER_OUTPUT:
      load->output_tokens *= value;
      break;
    case OUTLAY_LEVER_CACHE:
      load->cached_share = value;
      break;
    case OUTLAY_LEVER_BATCH:
      load->batch_share = value;
      break;
    case OUTLAY_LEVER_RETRIES:
      load->retry_rate = value;
      break;
    case OUTLAY_LEVER_PRICE:
      load->price_factor *= value;
      break;
    case OUTLAY_LEVER_MODEL:
    default:
      break;
    }
}

/* What is not priced by the token cannot be set beside a model that is. */
static gboolean
has_token_prices (const OutlayLoad *load)
{
  return load->input_price > 0 || load->output_price > 0;
}

/**
 * outlay_loads_apply:
 * @loads: (inout) (element-type OutlayLoad): loads
 * @lever: what changes
 * @value: how
 * @rates: (nullable): of the other model, for %OUTLAY_LEVER_MODEL
 */
void
outlay_loads_apply (GArray *loads, OutlayLever lever, double value, const OutlayRates *rates)
{
  const guint n_loads = loads->len;

  for (guint i = 0; i < n_loads; i++)
    {
      OutlayLoad *load = &g_array_index (loads, OutlayLoad, i);
      OutlayLoad moved = *load;

      change (load, lever, value);
      if (lever != OUTLAY_LEVER_MODEL || rates == NULL || !has_token_prices (&moved))
        continue;

      load->requests *= 1 - value;
      moved.requests *= value;
      outlay_load_set_rates (&moved, rates);
      g_array_append_val (loads, moved);
    }
}
