/* shipped.c – the catalogues that come with the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/price-book.h"

#include "pricing/outlay-prices.h"

#define FOLDER "/io/github/outlay/prices/"

/* Where the files of data/prices/ are from, and of when. */
#define GENAI_SOURCE "genai-prices 2026-09-23"
#define LITELLM_SOURCE "LiteLLM 2026-08-01"

/**
 * outlay_price_book_new_shipped:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a book of the shipped catalogues
 */
OutlayPriceBook *
outlay_price_book_new_shipped (GError **error)
{
  g_autoptr (OutlayPriceBook) book = outlay_price_book_new ();
  GResource *resource = outlay_prices_get_resource ();
  g_autoptr (GBytes) genai = NULL;
  g_autoptr (GBytes) litellm = NULL;

  genai = g_resource_lookup_data (resource, FOLDER "genai-prices.json",
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (genai == NULL || !outlay_price_book_add_genai (book, genai, GENAI_SOURCE, NULL, error))
    return NULL;

  litellm = g_resource_lookup_data (resource, FOLDER "litellm-prices.json",
                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (litellm == NULL || !outlay_price_book_add_litellm (book, litellm, LITELLM_SOURCE, error))
    return NULL;

  return g_steal_pointer (&book);
}

/**
 * outlay_price_book_shipped_source:
 *
 * Returns: (transfer none): which catalogues outlay_price_book_new_shipped() is made of
 */
const char *
outlay_price_book_shipped_source (void)
{
  return GENAI_SOURCE ", " LITELLM_SOURCE;
}
