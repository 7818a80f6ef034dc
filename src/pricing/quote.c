/* quote.c – the price of a model at an instant, put together from the layers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/book-private.h"
#include "pricing/card.h"

#include "core/date.h"
#include "core/decimal.h"

#include <string.h>

#define MICROS 1000000

/* Whose batches cost half, and whether cached tokens in them do. */
static const struct
{
  const char *provider;
  gboolean with_caches;
} half_price_batches[] = {
  { "anthropic", TRUE },
  { "google", FALSE },
  { "openai", FALSE },
};

static const char *
keep_text (OutlayPriceBook *book, const char *text)
{
  const char *kept;

  g_mutex_lock (&book->lock);
  kept = g_string_chunk_insert_const (book->texts, text);
  g_mutex_unlock (&book->lock);

  return kept;
}

static void
note_factor (OutlayPriceBook *book, OutlayPrice *price, gint64 micros, const char *why)
{
  g_autofree char *factor = outlay_decimal_to_string (micros, 6);
  g_autofree char *source = g_strdup_printf ("%s × %s (%s)", price->source, factor, why);

  price->source = keep_text (book, source);
}

static void
note_filled (OutlayPriceBook *book, OutlayPrice *price, const OutlayPriceTable *table)
{
  g_autofree char *source = g_strdup_printf ("%s + %s", price->source, table->source);

  price->source = keep_text (book, source);
}

static const OutlayCatalogue *
get_catalogue (const OutlayPriceBook *book, guint i)
{
  return book->catalogues->pdata[i];
}

/* The row of the newest catalogue below @n that may speak for the instant. A catalogue that came
 * later moves what is on or after its own date, and what it gives a date of its own. */
static gboolean
find_row (const OutlayPriceBook *book,
          const OutlayTarget *target,
          gint64 at,
          guint n,
          guint *which,
          OutlayPriceSpan *span)
{
  OutlayPriceSpan newer = { .valid_from = G_MININT64, .valid_to = G_MAXINT64 };
  guint i = n;

  while (i > 0 && target->in_catalogue[i - 1] == NULL)
    i--;
  if (i == 0)
    return FALSE;

  outlay_price_rows_find (target->in_catalogue[i - 1]->rows, at, &newer);

  if (newer.row == NULL || newer.row->when != OUTLAY_ROW_FROM)
    {
      gint64 date = get_catalogue (book, i - 1)->date;
      OutlayPriceSpan older;

      if (find_row (book, target, at, i - 1, which, &older))
        {
          if (at < date)
            {
              *span = older;
              span->valid_from = MAX (older.valid_from, newer.valid_from);
              span->valid_to = MIN (MIN (older.valid_to, newer.valid_to), date);
              return TRUE;
            }

          newer.valid_from = MAX (newer.valid_from, date);
        }
    }

  *which = i - 1;
  *span = newer;
  return TRUE;
}

/* The first of the layers below that has rates under this name. */
static const OutlayTableModel *
find_entry (const OutlayPriceBook *book, const OutlayTarget *target, const OutlayPriceTable **table)
{
  for (guint i = book->tables->len; i > 0; i--)
    if (target->in_table[i - 1] != NULL)
      {
        *table = book->tables->pdata[i - 1];
        return target->in_table[i - 1];
      }

  return NULL;
}

static gboolean
take_catalogue (OutlayPriceBook *book, const OutlayTarget *target, gint64 at, OutlayPrice *price)
{
  OutlayPriceSpan span;
  guint which;

  if (!find_row (book, target, at, book->catalogues->len, &which, &span))
    return FALSE;

  price->provider = target->in_catalogue[which]->provider->id;
  price->model = target->in_catalogue[which]->id;
  price->valid_from = span.valid_from;
  price->valid_to = span.valid_to;
  price->by_time_of_day = span.by_time_of_day;
  price->source = get_catalogue (book, which)->source;
  if (span.row != NULL)
    price->card = span.row->card;

  return TRUE;
}

/* The standard card: the catalogue's, filled up, or the table's where the catalogue has none. */
static void
take_standard (OutlayPriceBook *book,
               const OutlayTableModel *entry,
               const OutlayPriceTable *table,
               OutlayPrice *price)
{
  if (price->card.base.known == 0 && entry != NULL)
    {
      if (price->model == NULL)
        {
          price->provider = entry->provider;
          price->model = entry->id;
        }

      price->card = entry->card;
      price->source = table->source;
    }
  else if (entry != NULL && !outlay_card_is_free (&price->card) &&
           outlay_card_agrees (&price->card, &entry->card) &&
           outlay_card_fill (&price->card, &entry->card))
    {
      note_filled (book, price, table);
    }
}

static void
take_long_context (OutlayPriceBook *book,
                   const OutlayTableModel *entry,
                   const OutlayPriceTable *table,
                   OutlayPrice *price)
{
  OutlayRateCard *card = &price->card;

  /* A threshold that the catalogue has dropped, and that the source says was passed. */
  if (card->n_tiers == 0 && entry != NULL && entry->card.n_tiers > 0 &&
      outlay_card_agrees (card, &entry->card))
    {
      *card = entry->card;
      note_filled (book, price, table);
    }

  outlay_card_begin_long (card);
}

static void
drop_rates (OutlayPrice *price)
{
  price->card = (OutlayRateCard){ 0 };
  price->source = NULL;
}

static gboolean
halve_batch (OutlayPriceBook *book, OutlayPrice *price)
{
  for (guint i = 0; i < G_N_ELEMENTS (half_price_batches); i++)
    if (strcmp (half_price_batches[i].provider, price->provider) == 0)
      {
        outlay_card_halve (&price->card, half_price_batches[i].with_caches);
        note_factor (book, price, MICROS / 2, "batch");
        return TRUE;
      }

  return FALSE;
}

/* The rates of a tier that is not the standard one. What no layer says is not guessed. */
static void
take_tier (OutlayPriceBook *book,
           OutlayServiceTier tier,
           const OutlayTableModel *entry,
           const OutlayPriceTable *table,
           OutlayPrice *price,
           gboolean *stale)
{
  OutlayServiceTier named = tier;

  /* Fast is a multiplier, or another word for priority. */
  if (tier == OUTLAY_TIER_FAST && entry != NULL && entry->fast_micros > 0)
    {
      outlay_card_scale (&price->card, entry->fast_micros);
      note_factor (book, price, entry->fast_micros, "fast");
      return;
    }
  if (tier == OUTLAY_TIER_FAST)
    named = OUTLAY_TIER_PRIORITY;

  if (named != OUTLAY_TIER_OTHER && entry != NULL && entry->tier[named] != NULL)
    {
      OutlayRateCard standard = price->card;

      *stale = !outlay_card_agrees (&standard, &entry->card);
      outlay_card_of_tier (&price->card, entry->tier[named], &standard);
      price->source = table->source;
    }
  else if (tier != OUTLAY_TIER_BATCH || !halve_batch (book, price))
    {
      drop_rates (price);
    }
}

static void
take_region (OutlayPriceBook *book,
             const char *region,
             const OutlayTableModel *entry,
             OutlayPrice *price)
{
  gint64 micros = 0;

  if (entry != NULL && g_ascii_strcasecmp (region, "us") == 0)
    micros = entry->us_micros;
  else if (entry != NULL && g_ascii_strcasecmp (region, "eu") == 0)
    micros = entry->eu_micros;

  if (micros > 0 && price->card.base.known != 0)
    {
      outlay_card_scale (&price->card, micros);
      note_factor (book, price, micros, region);
    }
}

/* The latest override that has begun replaces rates; each begin ends a period. */
static void
take_own (OutlayPriceBook *book,
          const OutlayTarget *target,
          OutlayServiceTier tier,
          gint64 at,
          OutlayPrice *price,
          gboolean *stale)
{
  const OutlayOwnPrice *best = NULL;

  for (guint i = 0; i < target->own->len; i++)
    {
      const OutlayOwnPrice *own = target->own->pdata[i];

      if (own->tier != tier)
        continue;

      if (own->valid_from > at)
        price->valid_to = MIN (price->valid_to, own->valid_from);
      else if (best == NULL || own->valid_from >= best->valid_from)
        best = own;
    }

  if (best == NULL)
    return;

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    if (outlay_rates_has (&best->rates, i))
      outlay_card_set (&price->card, i, best->rates.picos[i]);

  price->valid_from = MAX (price->valid_from, best->valid_from);
  price->provider = price->provider != NULL ? price->provider : best->provider;
  price->model = price->model != NULL ? price->model : best->model;
  price->source = "override";
  *stale = FALSE;
}

static OutlayPriceState
get_state (const OutlayPrice *price, gboolean stale)
{
  if (price->card.base.known == 0)
    return OUTLAY_PRICE_UNPRICED;
  if (outlay_card_is_free (&price->card))
    return OUTLAY_PRICE_FREE;

  return stale ? OUTLAY_PRICE_PARTIAL : OUTLAY_PRICE_PRICED;
}

static void
give_away (OutlayPriceBook *book, const OutlayTarget *target, OutlayPrice *price)
{
  price->card = (OutlayRateCard){ 0 };
  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    outlay_rates_set (&price->card.base, i, 0);

  price->provider = "openrouter";
  price->model = price->model != NULL ? price->model : target->model;
  price->source = "OpenRouter :free";
  price->valid_from = G_MININT64;
  price->valid_to = G_MAXINT64;
  price->by_time_of_day = FALSE;
}

/**
 * outlay_quote:
 * @book: a price book
 * @target: what the query's name means in it
 * @query: the query
 * @price: (out): the price
 */
void
outlay_quote (OutlayPriceBook *book,
              const OutlayTarget *target,
              const OutlayPriceQuery *query,
              OutlayPrice *price)
{
  OutlayServiceTier tier = outlay_service_tier_parse (query->tier);
  const OutlayPriceTable *table = NULL;
  const OutlayTableModel *entry = find_entry (book, target, &table);
  gboolean stale = FALSE;

  *price = (OutlayPrice){ .valid_from = G_MININT64, .valid_to = G_MAXINT64 };

  take_catalogue (book, target, query->at, price);
  take_standard (book, entry, table, price);

  if (target->is_free_variant)
    give_away (book, target, price);
  if (query->long_context)
    take_long_context (book, entry, table, price);
  if (tier != OUTLAY_TIER_STANDARD && price->card.base.known != 0 &&
      !outlay_card_is_free (&price->card))
    take_tier (book, tier, entry, table, price, &stale);

  take_region (book, query->region, entry, price);
  take_own (book, target, tier, query->at, price, &stale);

  price->state = get_state (price, stale);
  if (price->state == OUTLAY_PRICE_UNPRICED)
    price->source = NULL;
}
