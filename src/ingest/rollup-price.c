/* rollup-price.c – what usage costs by the price book, a fact or a day at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/rollup.h"

#include "core/date.h"
#include "import/reader.h"

/* What a bill meters in hours or gigabytes is no gap of a catalogue of tokens. */
static gboolean
is_priceable (const OutlaySeries *series, const OutlayUsage *usage)
{
  if (series->kind == OUTLAY_CHARGE_NONE)
    return !outlay_usage_is_empty (usage);

  return outlay_usage_tokens (usage) > 0 || usage->count[OUTLAY_WEB_SEARCHES] > 0;
}

/**
 * outlay_rollup_price_fact:
 * @context: what the import works with
 * @series: of the fact
 * @is_request: the fact is one request, so that context tiers apply
 * @fact: (inout): a fact; its computed cost and the state of that are filled
 */
void
outlay_rollup_price_fact (const OutlayIngestContext *context,
                          const OutlaySeries *series,
                          gboolean is_request,
                          OutlayFact *fact)
{
  const OutlayPrice *price;

  fact->has_computed = TRUE;
  fact->computed_nanos = 0;
  fact->price_state = OUTLAY_PRICE_NONE;
  if (!is_priceable (series, &fact->usage))
    return;

  price = outlay_price_cache_get (context->prices, series, fact->start);
  if (price->state == OUTLAY_PRICE_UNPRICED)
    {
      fact->price_state = OUTLAY_PRICE_UNPRICED;
      return;
    }

  fact->price_state =
      outlay_rate_card_cost (&price->card, &fact->usage, is_request, &fact->computed_nanos);
  if (price->state == OUTLAY_PRICE_PARTIAL && fact->price_state == OUTLAY_PRICE_PRICED)
    fact->price_state = OUTLAY_PRICE_PARTIAL;
}

/**
 * outlay_rollup_price_cell:
 * @context: what the import works with
 * @series: of the row
 * @daily: (inout): a row of a day; its cost is filled
 *
 * A day is priced as a whole, once, where its rates do not change within it.
 */
void
outlay_rollup_price_cell (const OutlayIngestContext *context,
                          const OutlaySeries *series,
                          OutlayDaily *daily)
{
  if (daily->price_state == OUTLAY_PRICE_NONE && is_priceable (series, &daily->usage))
    {
      OutlayFact fact = { .start = outlay_day_start (daily->day), .usage = daily->usage };

      outlay_rollup_price_fact (context, series, FALSE, &fact);
      daily->computed_nanos = fact.computed_nanos;
      daily->price_state = fact.price_state;
      daily->unpriced_rows = fact.price_state == OUTLAY_PRICE_UNPRICED ? daily->rows : 0;
    }

  if (series->stream->role == OUTLAY_ROLE_OBSERVER)
    daily->cost_nanos =
        daily->price_state == OUTLAY_PRICE_UNPRICED || daily->price_state == OUTLAY_PRICE_NONE
            ? daily->effective_nanos
            : daily->computed_nanos;
  else
    daily->cost_nanos =
        series->kind != OUTLAY_CHARGE_NONE ? daily->effective_nanos : daily->computed_nanos;
}
