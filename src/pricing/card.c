/* card.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/card.h"

#include <string.h>

#define MICROS 1000000

static const OutlayRate cache_rates[] = {
  OUTLAY_RATE_CACHE_READ,
  OUTLAY_RATE_CACHE_WRITE_5M,
  OUTLAY_RATE_CACHE_WRITE_1H,
};

/* Searches and requests cost the same whatever tier or region the tokens are in. */
static gboolean
is_fee (guint rate)
{
  return rate == OUTLAY_RATE_WEB_SEARCH || rate == OUTLAY_RATE_REQUEST;
}

static OutlayRates *
get_level (OutlayRateCard *card, guint level)
{
  return level == 0 ? &card->base : &card->tier[level - 1];
}

/* The rate that a rate is mostly the same as. */
static OutlayRate
get_whole (guint rate)
{
  return rate == OUTLAY_RATE_AUDIO_OUTPUT || rate == OUTLAY_RATE_IMAGE_OUTPUT ||
                 rate == OUTLAY_RATE_REASONING
             ? OUTLAY_RATE_OUTPUT
             : OUTLAY_RATE_INPUT;
}

static gint64
multiply (gint64 picos, gint64 numerator, gint64 denominator)
{
  OutlayWide product = outlay_divide_half_even ((OutlayWide) picos * numerator, denominator);

  return (gint64) MIN (product, (OutlayWide) OUTLAY_RATE_MAX_PICOS);
}

/**
 * outlay_card_add_tier:
 * @card: (inout): a card
 * @above: prompt tokens above which the tier begins
 * @index: (out): where the tier is; it begins with the base's rates
 *
 * Returns: %FALSE if there is no room for another tier
 */
gboolean
outlay_card_add_tier (OutlayRateCard *card, gint64 above, guint *index)
{
  guint i = 0;

  while (i < card->n_tiers && card->above[i] < above)
    i++;

  if (i == card->n_tiers || card->above[i] != above)
    {
      if (card->n_tiers == OUTLAY_MAX_CONTEXT_TIERS)
        return FALSE;

      memmove (card->above + i + 1, card->above + i, (card->n_tiers - i) * sizeof (gint64));
      memmove (card->tier + i + 1, card->tier + i, (card->n_tiers - i) * sizeof (OutlayRates));
      card->above[i] = above;
      card->tier[i] = card->base;
      card->n_tiers++;
    }

  *index = i;
  return TRUE;
}

/* One rate, in all tiers. */
void
outlay_card_set (OutlayRateCard *card, OutlayRate rate, gint64 picos)
{
  for (guint level = 0; level <= card->n_tiers; level++)
    outlay_rates_set (get_level (card, level), rate, picos);
}

/* All rates of tokens times @micros ÷ 10⁶. */
void
outlay_card_scale (OutlayRateCard *card, gint64 micros)
{
  for (guint level = 0; level <= card->n_tiers; level++)
    for (guint i = 0; i < OUTLAY_N_RATES; i++)
      if (!is_fee (i))
        {
          OutlayRates *rates = get_level (card, level);

          rates->picos[i] = multiply (rates->picos[i], micros, MICROS);
        }
}

/**
 * outlay_card_agrees:
 * @card: a card
 * @other: one of another source
 *
 * Returns: %TRUE if the plain rates are the same, so that what one lacks can be
 *   taken from the other
 */
gboolean
outlay_card_agrees (const OutlayRateCard *card, const OutlayRateCard *other)
{
  return card->base.picos[OUTLAY_RATE_INPUT] == other->base.picos[OUTLAY_RATE_INPUT] &&
         card->base.picos[OUTLAY_RATE_OUTPUT] == other->base.picos[OUTLAY_RATE_OUTPUT];
}

/**
 * outlay_card_fill:
 * @card: (inout): a card
 * @other: one of another source, that agrees with it
 *
 * Takes the rates that @card lacks. Context tiers are not taken: a card without
 * them says that there are none. A cache that costs nothing is a rate that its
 * source does not know.
 *
 * Returns: %TRUE if there were any
 */
gboolean
outlay_card_fill (OutlayRateCard *card, const OutlayRateCard *other)
{
  gboolean any = FALSE;

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    {
      gint64 picos = other->base.picos[i];

      if (outlay_rates_has (&card->base, i) || !outlay_rates_has (&other->base, i) || picos == 0)
        continue;

      any = TRUE;
      for (guint level = 0; level <= card->n_tiers; level++)
        {
          OutlayRates *rates = get_level (card, level);
          OutlayRate whole = get_whole (i);
          gint64 base = card->base.picos[whole];

          /* In a tier it rises as the rate that it is a part of does. */
          outlay_rates_set (rates, i,
                            is_fee (i) || base == 0 ? picos
                                                    : multiply (picos, rates->picos[whole], base));
        }
    }

  return any;
}

/* For usage that is said to be beyond the threshold: the first tier is where it begins. */
void
outlay_card_begin_long (OutlayRateCard *card)
{
  if (card->n_tiers == 0)
    return;

  card->base = card->tier[0];
  card->n_tiers--;
  memmove (card->above, card->above + 1, card->n_tiers * sizeof (gint64));
  memmove (card->tier, card->tier + 1, card->n_tiers * sizeof (OutlayRates));
}

/**
 * outlay_card_of_tier:
 * @card: (out): the rates of a service tier
 * @tier: what is known of them
 * @standard: the model's standard rates
 *
 * Fees are those of the standard tier. Context tiers that @tier does not know
 * stand to its rates as the standard ones do to theirs.
 */
void
outlay_card_of_tier (OutlayRateCard *card,
                     const OutlayRateCard *tier,
                     const OutlayRateCard *standard)
{
  *card = *tier;

  for (guint level = 0; tier->n_tiers == 0 && level < standard->n_tiers; level++)
    {
      OutlayRates *rates = &card->tier[level];

      *rates = tier->base;
      card->above[level] = standard->above[level];
      card->n_tiers = level + 1;

      for (guint i = 0; i < OUTLAY_N_RATES; i++)
        if (standard->base.picos[i] != 0)
          rates->picos[i] =
              multiply (rates->picos[i], standard->tier[level].picos[i], standard->base.picos[i]);
    }

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    if (is_fee (i) && outlay_rates_has (&standard->base, i))
      outlay_card_set (card, i, standard->base.picos[i]);
}

/**
 * outlay_card_halve:
 * @card: (inout): standard rates, which become those of a batch at half the price
 * @with_caches: the discount is on cached tokens too; else what they cost is not known
 */
void
outlay_card_halve (OutlayRateCard *card, gboolean with_caches)
{
  outlay_card_scale (card, MICROS / 2);

  for (guint level = 0; level <= card->n_tiers && !with_caches; level++)
    for (guint i = 0; i < G_N_ELEMENTS (cache_rates); i++)
      {
        OutlayRates *rates = get_level (card, level);

        rates->known &= ~(1u << cache_rates[i]);
        rates->picos[cache_rates[i]] = 0;
      }
}

/* Whether every rate is known to be 0. */
gboolean
outlay_card_is_free (const OutlayRateCard *card)
{
  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    if (card->base.picos[i] != 0)
      return FALSE;

  return card->base.known != 0;
}
