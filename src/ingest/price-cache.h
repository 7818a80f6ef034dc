/* price-cache.h – the price of a series, looked up once a price period
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/price-book.h"
#include "store/series.h"

G_BEGIN_DECLS

typedef struct _OutlayPriceCache OutlayPriceCache;

OutlayPriceCache *outlay_price_cache_new (OutlayPriceBook *book);
void outlay_price_cache_free (OutlayPriceCache *cache);
const OutlayPrice *outlay_price_cache_get (OutlayPriceCache *cache,
                                           const OutlaySeries *series,
                                           gint64 at);
const char *outlay_price_cache_book_model (OutlayPriceCache *cache, const OutlaySeries *series);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceCache, outlay_price_cache_free)

G_END_DECLS
