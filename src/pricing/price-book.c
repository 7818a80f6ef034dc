/* price-book.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/price-book.h"

#include "pricing/book-private.h"

#include <string.h>

G_DEFINE_QUARK (OutlayPriceBookError, outlay_price_book_error)

static void
free_own (OutlayOwnPrice *own)
{
  g_free (own->provider);
  g_free (own->model);
  g_free (own);
}

static void
free_alias (OutlayAlias *alias)
{
  g_free (alias->provider);
  g_free (alias->model);
  g_free (alias->real_provider);
  g_free (alias->real_model);
  g_free (alias);
}

/**
 * outlay_price_book_new:
 *
 * Returns: (transfer full): a book without any price
 */
OutlayPriceBook *
outlay_price_book_new (void)
{
  OutlayPriceBook *book = g_new0 (OutlayPriceBook, 1);

  g_atomic_ref_count_init (&book->ref_count);
  g_mutex_init (&book->lock);
  book->catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_catalogue_free);
  book->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_price_table_free);
  book->own = g_ptr_array_new_with_free_func ((GDestroyNotify) free_own);
  book->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) free_alias);
  book->targets = g_hash_table_new_full (outlay_target_hash, outlay_target_equal,
                                         (GDestroyNotify) outlay_target_free, NULL);
  book->texts = g_string_chunk_new (256);

  return book;
}

OutlayPriceBook *
outlay_price_book_ref (OutlayPriceBook *book)
{
  g_atomic_ref_count_inc (&book->ref_count);

  return book;
}

void
outlay_price_book_unref (OutlayPriceBook *book)
{
  if (!g_atomic_ref_count_dec (&book->ref_count))
    return;

  g_hash_table_unref (book->targets);
  g_ptr_array_unref (book->catalogues);
  g_ptr_array_unref (book->tables);
  g_ptr_array_unref (book->own);
  g_ptr_array_unref (book->aliases);
  g_string_chunk_free (book->texts);
  g_mutex_clear (&book->lock);
  g_free (book);
}

/**
 * outlay_price_book_add_genai:
 * @book: a book that is not in use yet
 * @json: a catalogue in the layout of genai-prices, contract v2
 * @source: what to call it. Where it ends in a date, as `genai-prices 2026-09-23`,
 *   and is not the first, it moves only what is on or after that date and what it
 *   gives a date of its own
 * @warnings: (nullable) (element-type utf8): prices that had to be left out are
 *   added, one message each
 * @error: return location for an #OutlayPriceBookError
 */
gboolean
outlay_price_book_add_genai (OutlayPriceBook *book,
                             GBytes *json,
                             const char *source,
                             GPtrArray *warnings,
                             GError **error)
{
  g_autoptr (OutlayCatalogue) catalogue = outlay_catalogue_new (source);

  if (!outlay_catalogue_read_genai (catalogue, json, warnings, error))
    return FALSE;

  g_hash_table_remove_all (book->targets);
  g_ptr_array_add (book->catalogues, g_steal_pointer (&catalogue));
  return TRUE;
}

/**
 * outlay_price_book_add_litellm:
 * @book: a book that is not in use yet
 * @json: a table in the layout of LiteLLM
 * @source: what to call it
 * @error: return location for an #OutlayPriceBookError
 *
 * The table fills up what the catalogues lack: models, service tiers, audio and
 * image rates, regions.
 */
gboolean
outlay_price_book_add_litellm (OutlayPriceBook *book,
                               GBytes *json,
                               const char *source,
                               GError **error)
{
  g_autoptr (OutlayPriceTable) table = outlay_price_table_new (source);

  if (!outlay_price_table_read_litellm (table, json, error))
    return FALSE;

  g_hash_table_remove_all (book->targets);
  g_ptr_array_add (book->tables, g_steal_pointer (&table));
  return TRUE;
}

/**
 * outlay_price_book_add_override:
 * @book: a book that has its catalogues and is not in use yet
 * @override: the user's own rates
 */
void
outlay_price_book_add_override (OutlayPriceBook *book, const OutlayPriceOverride *override)
{
  OutlayOwnPrice *own = g_new0 (OutlayOwnPrice, 1);

  own->provider = outlay_target_provider (book, override->provider);
  own->model = g_strstrip (g_strdup (override->model));
  own->tier = outlay_service_tier_parse (override->tier);
  own->rates = override->rates;
  own->valid_from = override->valid_from;

  g_hash_table_remove_all (book->targets);
  g_ptr_array_add (book->own, own);
}

/**
 * outlay_price_book_add_alias:
 * @book: a book that has its catalogues and is not in use yet
 * @provider: a provider
 * @model: a name that the user gave a model, as that of a deployment
 * @real_provider: whose price it has
 * @real_model: the model that it is
 */
void
outlay_price_book_add_alias (OutlayPriceBook *book,
                             const char *provider,
                             const char *model,
                             const char *real_provider,
                             const char *real_model)
{
  OutlayAlias *alias = g_new0 (OutlayAlias, 1);

  alias->provider = outlay_target_provider (book, provider);
  alias->model = g_strstrip (g_strdup (model));
  alias->real_provider = g_strdup (real_provider);
  alias->real_model = g_strstrip (g_strdup (real_model));

  g_hash_table_remove_all (book->targets);
  g_ptr_array_add (book->aliases, alias);
}

/* Targets are never taken out while the book is in use, so that one may leave the lock. */
static const OutlayTarget *
find_target (OutlayPriceBook *book, const char *provider, const char *model)
{
  OutlayTarget key = { .provider = (char *) provider, .model = (char *) model };
  OutlayTarget *target;

  g_mutex_lock (&book->lock);

  target = g_hash_table_lookup (book->targets, &key);
  if (target == NULL)
    {
      target = outlay_target_new (book, provider, model);
      g_hash_table_add (book->targets, target);
    }

  g_mutex_unlock (&book->lock);

  return target;
}

/**
 * outlay_price_book_find:
 * @book: a price book
 * @query: whose price, and when
 * @price: (out): the price
 */
void
outlay_price_book_find (OutlayPriceBook *book, const OutlayPriceQuery *query, OutlayPrice *price)
{
  g_return_if_fail (book != NULL && price != NULL);
  g_return_if_fail (query->provider != NULL && query->model != NULL && query->tier != NULL &&
                    query->region != NULL);

  outlay_quote (book, find_target (book, query->provider, query->model), query, price);
}

typedef struct
{
  OutlayPriceBook *book;
  gint64 at;
  OutlayPriceFunc func;
  gpointer user_data;
  GHashTable *seen; /* prices' models, by their place in the book */
} Listing;

/* A model of an older layer that a newer one knows comes once; so does one that is only named. */
static void
list_model (Listing *listing, const char *provider, const char *model)
{
  OutlayPriceQuery query = {
    .provider = provider, .model = model, .tier = "", .region = "", .at = listing->at
  };
  OutlayPrice price;

  outlay_price_book_find (listing->book, &query, &price);
  if (price.model != NULL && g_hash_table_add (listing->seen, (gpointer) price.model))
    listing->func (&price, listing->user_data);
}

static void
list_catalogue (Listing *listing, const OutlayCatalogue *catalogue)
{
  for (guint i = 0; i < catalogue->providers->len; i++)
    {
      const OutlayCatalogueProvider *provider = catalogue->providers->pdata[i];

      for (guint j = 0; j < provider->models->len; j++)
        list_model (listing, provider->id,
                    ((const OutlayCatalogueModel *) provider->models->pdata[j])->id);
    }
}

/**
 * outlay_price_book_foreach:
 * @book: a price book
 * @at: an instant
 * @func: called for each model that the book knows, with its standard price then
 * @user_data: for @func
 */
void
outlay_price_book_foreach (OutlayPriceBook *book,
                           gint64 at,
                           OutlayPriceFunc func,
                           gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  Listing listing = { .book = book, .at = at, .func = func, .user_data = user_data, .seen = seen };

  for (guint i = 0; i < book->catalogues->len; i++)
    list_catalogue (&listing, book->catalogues->pdata[i]);

  for (guint i = 0; i < book->tables->len; i++)
    {
      const OutlayPriceTable *table = book->tables->pdata[i];
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, table->models);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        list_model (&listing, ((const OutlayTableModel *) value)->provider,
                    ((const OutlayTableModel *) value)->id);
    }

  for (guint i = 0; i < book->own->len; i++)
    list_model (&listing, ((const OutlayOwnPrice *) book->own->pdata[i])->provider,
                ((const OutlayOwnPrice *) book->own->pdata[i])->model);
}

/**
 * outlay_price_usage:
 * @book: a price book
 * @query: whose price, and when
 * @usage: what was used
 * @is_request: it is of one request, so that a context tier can be told
 * @price: (out): the price
 * @state: (out): how much of the usage has one
 * @cost_nanos: (out): the cost, rounded once, half to even; 0 if unpriced
 * @by_rate_picos: (out) (array fixed-size=12): the cost by rate
 *
 * Returns: %TRUE if there is a price
 */
gboolean
outlay_price_usage (OutlayPriceBook *book,
                    const OutlayPriceQuery *query,
                    const OutlayUsage *usage,
                    gboolean is_request,
                    OutlayPrice *price,
                    OutlayPriceState *state,
                    gint64 *cost_nanos,
                    OutlayWide by_rate_picos[OUTLAY_N_RATES])
{
  const OutlayRates *rates;

  outlay_price_book_find (book, query, price);

  rates =
      outlay_rate_card_rates (&price->card, is_request ? outlay_usage_prompt_tokens (usage) : 0);
  outlay_rates_cost (rates, usage, by_rate_picos);
  *state = outlay_rate_card_cost (&price->card, usage, is_request, cost_nanos);

  if (*state == OUTLAY_PRICE_PRICED && price->state == OUTLAY_PRICE_PARTIAL)
    *state = OUTLAY_PRICE_PARTIAL;

  return *state != OUTLAY_PRICE_UNPRICED;
}
