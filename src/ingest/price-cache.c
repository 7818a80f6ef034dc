/* price-cache.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/price-cache.h"

typedef struct
{
  OutlayPrice price;
  gboolean filled;
  char *book_model; /* owned: provider/model of the book; NULL if it has none */
} Entry;

struct _OutlayPriceCache
{
  OutlayPriceBook *book; /* owned */
  GPtrArray *entries;    /* owned: Entry by id of the series */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  if (entry == NULL)
    return;

  g_free (entry->book_model);
  g_free (entry);
}

/**
 * outlay_price_cache_new:
 * @book: a price book
 *
 * Returns: (transfer full): an empty cache over @book
 */
OutlayPriceCache *
outlay_price_cache_new (OutlayPriceBook *book)
{
  OutlayPriceCache *cache = g_new (OutlayPriceCache, 1);

  cache->book = outlay_price_book_ref (book);
  cache->entries = g_ptr_array_new_with_free_func (free_entry);
  return cache;
}

/**
 * outlay_price_cache_free:
 * @cache: (transfer full) (nullable): a cache
 */
void
outlay_price_cache_free (OutlayPriceCache *cache)
{
  if (cache == NULL)
    return;

  g_ptr_array_unref (cache->entries);
  outlay_price_book_unref (cache->book);
  g_free (cache);
}

static void
look_up (OutlayPriceCache *cache, Entry *entry, const OutlaySeries *series, gint64 at)
{
  const OutlayPriceQuery query = {
    .provider = series->stream->account->provider,
    .model = series->field[OUTLAY_FIELD_MODEL]->value,
    .tier = series->field[OUTLAY_FIELD_TIER]->value,
    .region = series->field[OUTLAY_FIELD_REGION]->value,
    .long_context = series->field[OUTLAY_FIELD_CONTEXT]->id != 0,
    .at = at,
  };

  outlay_price_book_find (cache->book, &query, &entry->price);
  entry->filled = TRUE;
  g_clear_pointer (&entry->book_model, g_free);
  if (entry->price.model != NULL)
    entry->book_model = g_strconcat (entry->price.provider, "/", entry->price.model, NULL);
}

/**
 * outlay_price_cache_get:
 * @cache: a cache
 * @series: whose usage is priced
 * @at: instant of the use
 *
 * Returns: (transfer none): the price, until the next call
 */
const OutlayPrice *
outlay_price_cache_get (OutlayPriceCache *cache, const OutlaySeries *series, gint64 at)
{
  Entry *entry;

  if (series->id >= cache->entries->len)
    g_ptr_array_set_size (cache->entries, (int) series->id + 1);

  entry = cache->entries->pdata[series->id];
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      cache->entries->pdata[series->id] = entry;
    }

  if (!entry->filled || at < entry->price.valid_from || at >= entry->price.valid_to)
    look_up (cache, entry, series, at);
  return &entry->price;
}

/**
 * outlay_price_cache_book_model:
 * @cache: a cache
 * @series: a series that outlay_price_cache_get() has been asked for
 *
 * Returns: (transfer none) (nullable): `provider/model` of the price book
 */
const char *
outlay_price_cache_book_model (OutlayPriceCache *cache, const OutlaySeries *series)
{
  const Entry *entry = series->id < cache->entries->len ? cache->entries->pdata[series->id] : NULL;

  return entry != NULL ? entry->book_model : NULL;
}
