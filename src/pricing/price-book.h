/* price-book.h – which rates a model's usage is priced at, and when
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A price book is made of layers: the user's overrides over catalogues with dated
 * rates over a table that fills up what those lack. A lookup is for a series and an
 * instant; its answer says how long it holds, so that callers look up once a series
 * and price period, never once a row. A book is immutable once it is filled and may
 * be read from any thread.
 */

#pragma once

#include "core/rates.h"

G_BEGIN_DECLS

typedef struct _OutlayPriceBook OutlayPriceBook;

/**
 * OutlayPriceQuery:
 * @provider: the provider's id as records have it
 * @model: the model as the usage says it: an id, a gateway's name, an ARN, a
 *   console's display name
 * @tier: service tier as records have it; "" is standard
 * @region: region as records have it, or ""
 * @long_context: the source says that the prompt was beyond the threshold
 * @at: instant of the use, seconds since 1970 UTC
 */
typedef struct
{
  const char *provider;
  const char *model;
  const char *tier;
  const char *region;
  gboolean long_context;
  gint64 at;
} OutlayPriceQuery;

/**
 * OutlayPrice:
 * @state: %OUTLAY_PRICE_PRICED, %OUTLAY_PRICE_FREE, %OUTLAY_PRICE_PARTIAL (the rates
 *   of this tier are of a time when the model cost otherwise) or
 *   %OUTLAY_PRICE_UNPRICED: the model is not known, or not in this tier
 * @provider: (nullable): the book's id of the provider; %NULL if the model is not known
 * @model: (nullable): the book's id of the model
 * @source: (nullable): where the rates come from, as `genai-prices 2026-09-23`
 * @card: the rates, in US dollars; none if unpriced
 * @valid_from: first instant that these rates hold for; %G_MININT64 if always
 * @valid_to: first instant that they no longer hold for; %G_MAXINT64 if always
 * @by_time_of_day: the rates differ within the day, so that it cannot be priced as
 *   a whole
 *
 * The strings belong to the book.
 */
typedef struct
{
  OutlayPriceState state;
  const char *provider;
  const char *model;
  const char *source;
  OutlayRateCard card;
  gint64 valid_from;
  gint64 valid_to;
  gboolean by_time_of_day;
} OutlayPrice;

/**
 * OutlayPriceOverride:
 * @provider: a provider
 * @model: a model as usage says it, or the book's id of one, which then covers
 *   every name of it that has no override of its own
 * @tier: service tier; "" is standard
 * @rates: rates that replace the book's, in every context tier; the others stay
 * @valid_from: first instant that it holds for; %G_MININT64 if always
 *
 * The latest that has begun counts.
 */
typedef struct
{
  const char *provider;
  const char *model;
  const char *tier;
  OutlayRates rates;
  gint64 valid_from;
} OutlayPriceOverride;

/**
 * OutlayPriceBookError:
 * @OUTLAY_PRICE_BOOK_ERROR_MALFORMED: the catalogue cannot be read at all
 */
typedef enum
{
  OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
} OutlayPriceBookError;

#define OUTLAY_PRICE_BOOK_ERROR (outlay_price_book_error_quark ())
GQuark outlay_price_book_error_quark (void);

typedef void (*OutlayPriceFunc) (const OutlayPrice *price, gpointer user_data);

OutlayPriceBook *outlay_price_book_new (void);
OutlayPriceBook *outlay_price_book_new_shipped (GError **error);
const char *outlay_price_book_shipped_source (void);
OutlayPriceBook *outlay_price_book_ref (OutlayPriceBook *book);
void outlay_price_book_unref (OutlayPriceBook *book);
gboolean outlay_price_book_add_genai (OutlayPriceBook *book,
                                      GBytes *json,
                                      const char *source,
                                      GPtrArray *warnings,
                                      GError **error);
gboolean outlay_price_book_add_litellm (OutlayPriceBook *book,
                                        GBytes *json,
                                        const char *source,
                                        GError **error);
void outlay_price_book_add_override (OutlayPriceBook *book, const OutlayPriceOverride *override);
void outlay_price_book_add_alias (OutlayPriceBook *book,
                                  const char *provider,
                                  const char *model,
                                  const char *real_provider,
                                  const char *real_model);
void outlay_price_book_find (OutlayPriceBook *book,
                             const OutlayPriceQuery *query,
                             OutlayPrice *price);
void outlay_price_book_foreach (OutlayPriceBook *book,
                                gint64 at,
                                OutlayPriceFunc func,
                                gpointer user_data);
gboolean outlay_price_usage (OutlayPriceBook *book,
                             const OutlayPriceQuery *query,
                             const OutlayUsage *usage,
                             gboolean is_request,
                             OutlayPrice *price,
                             OutlayPriceState *state,
                             gint64 *cost_nanos,
                             OutlayWide by_rate_picos[OUTLAY_N_RATES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPriceBook, outlay_price_book_unref)

G_END_DECLS
