/* test-rates.c – usage on a rate card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/rates.h"

#define NONE (-1)

/* Pico-units: input, cache read, write 5 min, write 1 h, output, reasoning, audio in, audio out,
 * image in, image out, search, request. */
typedef struct
{
  gint64 rates[OUTLAY_N_RATES];
  OutlayUsage usage;
  OutlayPriceState state;
  gint64 picos;
} Case;

#define TEXT_ONLY                                                                                  \
  {                                                                                                \
    1000, NONE, NONE, NONE, 4000, NONE, NONE, NONE, NONE, NONE, NONE, NONE                         \
  }
#define FULL                                                                                       \
  {                                                                                                \
    1000, 100, 1250, 2000, 4000, 5000, 8000, 16000, 3000, 6000, 700000, 90000                      \
  }
#define FREE                                                                                       \
  {                                                                                                \
    0, NONE, NONE, NONE, 0, NONE, NONE, NONE, NONE, NONE, NONE, NONE                               \
  }
#define NOTHING                                                                                    \
  {                                                                                                \
    NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE                         \
  }
#define USAGE(...)                                                                                 \
  {                                                                                                \
    .count = { __VA_ARGS__ }                                                                       \
  }

static const Case cases[] = {
  /* Every count at its own rate, and none twice */
  { FULL, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_OUTPUT_TOKENS] = 2), OUTLAY_PRICE_PRICED,
    18000 },
  { FULL, USAGE ([OUTLAY_CACHE_READ_TOKENS] = 10), OUTLAY_PRICE_PRICED, 1000 },
  { FULL, USAGE ([OUTLAY_CACHE_WRITE_5M_TOKENS] = 10), OUTLAY_PRICE_PRICED, 12500 },
  { FULL, USAGE ([OUTLAY_CACHE_WRITE_1H_TOKENS] = 10), OUTLAY_PRICE_PRICED, 20000 },
  { FULL, USAGE ([OUTLAY_OUTPUT_TOKENS] = 10, [OUTLAY_REASONING_TOKENS] = 4), OUTLAY_PRICE_PRICED,
    44000 },
  { FULL, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_AUDIO_INPUT_TOKENS] = 3), OUTLAY_PRICE_PRICED,
    31000 },
  { FULL, USAGE ([OUTLAY_OUTPUT_TOKENS] = 10, [OUTLAY_AUDIO_OUTPUT_TOKENS] = 3),
    OUTLAY_PRICE_PRICED, 76000 },
  { FULL,
    USAGE ([OUTLAY_INPUT_TOKENS] = 10,
           [OUTLAY_IMAGE_INPUT_TOKENS] = 5,
           [OUTLAY_OUTPUT_TOKENS] = 10,
           [OUTLAY_IMAGE_OUTPUT_TOKENS] = 5),
    OUTLAY_PRICE_PRICED, 70000 },
  { FULL, USAGE ([OUTLAY_WEB_SEARCHES] = 3, [OUTLAY_REQUESTS] = 2), OUTLAY_PRICE_PRICED, 2280000 },

  /* Reasoning and images at the rate of the whole, where they have none of their own */
  { TEXT_ONLY,
    USAGE ([OUTLAY_INPUT_TOKENS] = 10,
           [OUTLAY_IMAGE_INPUT_TOKENS] = 5,
           [OUTLAY_OUTPUT_TOKENS] = 10,
           [OUTLAY_REASONING_TOKENS] = 9),
    OUTLAY_PRICE_PRICED, 50000 },
  { TEXT_ONLY, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_REQUESTS] = 3), OUTLAY_PRICE_PRICED,
    10000 },

  /* What has no rate costs what stands in for it, and that is said */
  { TEXT_ONLY, USAGE ([OUTLAY_CACHE_READ_TOKENS] = 10), OUTLAY_PRICE_PARTIAL, 10000 },
  { TEXT_ONLY, USAGE ([OUTLAY_CACHE_WRITE_1H_TOKENS] = 10), OUTLAY_PRICE_PARTIAL, 10000 },
  { { 1000, NONE, 1250, NONE, 4000, NONE, NONE, NONE, NONE, NONE, NONE, NONE },
    USAGE ([OUTLAY_CACHE_WRITE_1H_TOKENS] = 10),
    OUTLAY_PRICE_PARTIAL,
    12500 },
  { TEXT_ONLY, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_AUDIO_INPUT_TOKENS] = 4),
    OUTLAY_PRICE_PARTIAL, 10000 },
  { TEXT_ONLY, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_WEB_SEARCHES] = 1), OUTLAY_PRICE_PARTIAL,
    10000 },
  { TEXT_ONLY, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_QUANTITY_MICROS] = 1),
    OUTLAY_PRICE_PARTIAL, 10000 },

  /* A part is never more than the whole */
  { FULL, USAGE ([OUTLAY_INPUT_TOKENS] = 2, [OUTLAY_AUDIO_INPUT_TOKENS] = 9), OUTLAY_PRICE_PRICED,
    16000 },
  { FULL,
    USAGE ([OUTLAY_OUTPUT_TOKENS] = 2,
           [OUTLAY_AUDIO_OUTPUT_TOKENS] = 2,
           [OUTLAY_REASONING_TOKENS] = 2),
    OUTLAY_PRICE_PRICED, 32000 },

  /* Free is known to be; a gap is not */
  { FREE, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_CACHE_READ_TOKENS] = 5), OUTLAY_PRICE_FREE,
    0 },
  { FREE, USAGE ([OUTLAY_INPUT_TOKENS] = 10, [OUTLAY_WEB_SEARCHES] = 5), OUTLAY_PRICE_PARTIAL, 0 },
  { { 0, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE },
    USAGE ([OUTLAY_INPUT_TOKENS] = 1, [OUTLAY_OUTPUT_TOKENS] = 1),
    OUTLAY_PRICE_PARTIAL,
    0 },
  { NOTHING, USAGE ([OUTLAY_INPUT_TOKENS] = 10), OUTLAY_PRICE_UNPRICED, 0 },
  { TEXT_ONLY, USAGE ([OUTLAY_QUANTITY_MICROS] = 1), OUTLAY_PRICE_UNPRICED, 0 },
  { TEXT_ONLY, USAGE ([OUTLAY_WEB_SEARCHES] = 1), OUTLAY_PRICE_UNPRICED, 0 },
  { { NONE, NONE, NONE, NONE, 4000, NONE, NONE, NONE, NONE, NONE, NONE, NONE },
    USAGE ([OUTLAY_INPUT_TOKENS] = 10),
    OUTLAY_PRICE_UNPRICED,
    0 },
  { TEXT_ONLY, USAGE ([OUTLAY_INPUT_TOKENS] = 0), OUTLAY_PRICE_PRICED, 0 },
};

static void
test_cost (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayRates rates = { 0 };
      OutlayWide by_rate_picos[OUTLAY_N_RATES];
      OutlayWide sum_picos = 0;

      for (guint j = 0; j < OUTLAY_N_RATES; j++)
        if (cases[i].rates[j] != NONE)
          outlay_rates_set (&rates, j, cases[i].rates[j]);

      g_test_message ("case %u", i);
      g_assert_cmpint (outlay_rates_cost (&rates, &cases[i].usage, by_rate_picos), ==,
                       cases[i].state);
      for (guint j = 0; j < OUTLAY_N_RATES; j++)
        sum_picos += by_rate_picos[j];
      g_assert_cmpint ((gint64) sum_picos, ==, cases[i].picos);
    }
}

/* The whole request at the rates of the tier that its prompt is above, caches and all. */
static const struct
{
  gint64 input;
  gint64 cache_read;
  gboolean is_request;
  gint64 cost_nanos;
} tier_cases[] = {
  { 100, 0, TRUE, 100 }, { 101, 0, TRUE, 202 }, { 90, 11, TRUE, 202 },  { 201, 0, TRUE, 603 },
  { 200, 0, TRUE, 400 }, { 90, 10, TRUE, 100 }, { 500, 0, FALSE, 500 },
};

static void
test_tiers (void)
{
  OutlayRateCard card = { .n_tiers = 2, .above = { 100, 200 } };

  for (guint i = 0; i < OUTLAY_N_RATES; i++)
    {
      outlay_rates_set (&card.base, i, 1000);
      outlay_rates_set (&card.tier[0], i, 2000);
      outlay_rates_set (&card.tier[1], i, 3000);
    }

  for (guint i = 0; i < G_N_ELEMENTS (tier_cases); i++)
    {
      OutlayUsage usage = { .count = { [OUTLAY_INPUT_TOKENS] = tier_cases[i].input,
                                       [OUTLAY_CACHE_READ_TOKENS] = tier_cases[i].cache_read } };
      gint64 cost_nanos;

      g_assert_cmpint (outlay_rate_card_cost (&card, &usage, tier_cases[i].is_request, &cost_nanos),
                       ==, OUTLAY_PRICE_PRICED);
      g_assert_cmpint (cost_nanos, ==, tier_cases[i].cost_nanos);
    }
}

/* One rounding for the sum, half to even; a sum beyond the range is no price. */
static void
test_rounding (void)
{
  OutlayRateCard card = { 0 };
  OutlayUsage usage = { .count = { [OUTLAY_INPUT_TOKENS] = 1, [OUTLAY_OUTPUT_TOKENS] = 1 } };
  gint64 cost_nanos;

  outlay_rates_set (&card.base, OUTLAY_RATE_INPUT, 700);
  outlay_rates_set (&card.base, OUTLAY_RATE_OUTPUT, 800);
  g_assert_cmpint (outlay_rate_card_cost (&card, &usage, TRUE, &cost_nanos), ==,
                   OUTLAY_PRICE_PRICED);
  g_assert_cmpint (cost_nanos, ==, 2);

  outlay_rates_set (&card.base, OUTLAY_RATE_OUTPUT, 1800);
  outlay_rate_card_cost (&card, &usage, TRUE, &cost_nanos);
  g_assert_cmpint (cost_nanos, ==, 2);

  outlay_rates_set (&card.base, OUTLAY_RATE_INPUT, OUTLAY_RATE_MAX_PICOS);
  usage.count[OUTLAY_INPUT_TOKENS] = G_MAXINT64;
  usage.count[OUTLAY_OUTPUT_TOKENS] = G_MAXINT64;
  g_assert_cmpint (outlay_rate_card_cost (&card, &usage, TRUE, &cost_nanos), ==,
                   OUTLAY_PRICE_UNPRICED);
  g_assert_cmpint (cost_nanos, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rates/cost", test_cost);
  g_test_add_func ("/core/rates/tiers", test_tiers);
  g_test_add_func ("/core/rates/rounding", test_rounding);

  return g_test_run ();
}
