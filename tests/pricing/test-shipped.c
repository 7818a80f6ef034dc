/* test-shipped.c – the catalogues that come with the application, by worked examples
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/price-book.h"

#include "core/date.h"

/* Token counts: uncached input, cache read, cache write of 5 min and of 1 h, output. */
static const struct
{
  const char *provider;
  const char *model;
  const char *tier;
  const char *at;
  gint64 input;
  gint64 cache_read;
  gint64 cache_write_5m;
  gint64 cache_write_1h;
  gint64 output;
  gint64 reasoning;
  gint64 audio_input;
  gint64 audio_output;
  gint64 web_searches;
  OutlayPriceState state;
  gint64 cost_nanos;
} examples[] = {
  { "openai", "gpt-4o-2024-08-06", "", "2026-09-10", 2000, 8000, 0, 0, 300, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 18000000 },
  { "anthropic", "claude-sonnet-4-5", "", "2026-09-10", 1000, 1000, 3000, 0, 200, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 17550000 },
  { "anthropic", "Claude Sonnet 4.5", "", "2026-09-10", 1500, 500, 0, 4000, 250, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 32400000 },
  { "openai", "o3", "", "2026-09-10", 2000, 0, 0, 0, 3000, 2500, 0, 0, 0, OUTLAY_PRICE_PRICED,
    28000000 },
  { "gemini", "gemini-2.5-pro", "", "2026-09-10", 200000, 0, 0, 0, 2000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 270000000 },
  { "gemini", "models/gemini-2.5-pro", "", "2026-09-10", 200001, 0, 0, 0, 2000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 530002500 },
  { "openai", "gpt-5.4", "", "2026-09-10", 262001, 10000, 0, 0, 3000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 1382505000 },
  { "anthropic", "claude-opus-4-6", "", "2026-02-15", 130001, 50000, 20000, 0, 4000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 1750010000 },
  { "anthropic", "claude-opus-4-6", "", "2026-09-10", 130001, 50000, 20000, 0, 4000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 900005000 },
  { "openai", "gpt-4o", "batch", "2026-09-10", 10000, 0, 0, 0, 1000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 17500000 },
  { "openai", "gpt-5", "", "2026-09-10", 8000, 2000, 0, 0, 1000, 0, 0, 0, 0, OUTLAY_PRICE_PRICED,
    20250000 },
  { "openai", "gpt-5", "flex", "2026-09-10", 8000, 2000, 0, 0, 1000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 10125000 },
  { "openai", "gpt-5", "priority", "2026-09-10", 8000, 2000, 0, 0, 1000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 40500000 },
  { "openai", "gpt-4o-mini", "flex", "2026-09-10", 1000, 0, 0, 0, 1000, 0, 0, 0, 0,
    OUTLAY_PRICE_UNPRICED, 0 },
  { "aws", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", "", "2026-09-10", 1000, 0, 0, 0, 500, 0,
    0, 0, 0, OUTLAY_PRICE_PRICED, 11550000 },
  { "aws", "global.anthropic.claude-sonnet-4-5-20250929-v1:0", "", "2026-09-10", 1000, 0, 0, 0, 500,
    0, 0, 0, 0, OUTLAY_PRICE_PRICED, 10500000 },
  { "openai", "gpt-4o-audio-preview", "", "2026-09-10", 3000, 0, 0, 0, 1200, 0, 2000, 900, 0,
    OUTLAY_PRICE_PRICED, 157500000 },
  { "openai", "gpt-5", "", "2026-09-10", 4000, 0, 0, 0, 800, 0, 0, 0, 3, OUTLAY_PRICE_PRICED,
    43000000 },
  { "openai", "ft:gpt-4o-2024-08-06:org::id", "", "2026-09-10", 1000, 0, 0, 0, 500, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 11250000 },
  { "azure", "gpt-4o-mini-2024-07-18.ft-0a1b", "", "2026-09-10", 1000, 0, 0, 0, 500, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 900000 },
  { "openai", "o3", "", "2025-06-09T23:59:59Z", 200000, 40000, 0, 0, 6000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 2260000000 },
  { "openai", "o3", "", "2025-06-10T00:00:00Z", 200000, 40000, 0, 0, 6000, 0, 0, 0, 0,
    OUTLAY_PRICE_PRICED, 468000000 },
  { "deepseek", "deepseek-v4-flash", "", "2026-09-10T03:59:59Z", 15000, 5000, 0, 0, 1500, 0, 0, 0,
    0, OUTLAY_PRICE_PRICED, 8650000 },
  { "deepseek", "deepseek-v4-flash", "", "2026-09-10T04:00:00Z", 15000, 5000, 0, 0, 1500, 0, 0, 0,
    0, OUTLAY_PRICE_PRICED, 4325000 },
  { "azure", "prod-chat-eu", "", "2026-09-10", 1000, 0, 0, 0, 500, 0, 0, 0, 0,
    OUTLAY_PRICE_UNPRICED, 0 },
  { "openrouter", "meta-llama/llama-3.3-70b-instruct:free", "", "2026-09-10", 1000, 0, 0, 0, 500, 0,
    0, 0, 0, OUTLAY_PRICE_FREE, 0 },
  { "openai", "gpt-3.5-turbo", "", "2026-09-10", 2000, 8000, 0, 0, 300, 0, 0, 0, 0,
    OUTLAY_PRICE_PARTIAL, 5450000 },
};

static OutlayPriceBook *
open_book (void)
{
  g_autoptr (GError) error = NULL;
  OutlayPriceBook *book = outlay_price_book_new_shipped (&error);

  g_assert_no_error (error);
  return book;
}

static void
test_examples (void)
{
  g_autoptr (OutlayPriceBook) book = open_book ();

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      OutlayPriceQuery query = { .provider = examples[i].provider,
                                 .model = examples[i].model,
                                 .tier = examples[i].tier,
                                 .region = "" };
      OutlayUsage usage = { .count = {
                                [OUTLAY_REQUESTS] = 1,
                                [OUTLAY_INPUT_TOKENS] = examples[i].input,
                                [OUTLAY_CACHE_READ_TOKENS] = examples[i].cache_read,
                                [OUTLAY_CACHE_WRITE_5M_TOKENS] = examples[i].cache_write_5m,
                                [OUTLAY_CACHE_WRITE_1H_TOKENS] = examples[i].cache_write_1h,
                                [OUTLAY_OUTPUT_TOKENS] = examples[i].output,
                                [OUTLAY_REASONING_TOKENS] = examples[i].reasoning,
                                [OUTLAY_AUDIO_INPUT_TOKENS] = examples[i].audio_input,
                                [OUTLAY_AUDIO_OUTPUT_TOKENS] = examples[i].audio_output,
                                [OUTLAY_WEB_SEARCHES] = examples[i].web_searches,
                            } };
      OutlayWide by_rate_picos[OUTLAY_N_RATES];
      OutlayWide sum_picos = 0;
      OutlayPrice price;
      OutlayPriceState state;
      gint64 cost_nanos;
      gboolean priced;

      g_test_message ("%s %s %s", examples[i].model, examples[i].tier, examples[i].at);
      g_assert_true (outlay_instant_parse (examples[i].at, &query.at, NULL));
      priced = outlay_price_usage (book, &query, &usage, TRUE, &price, &state, &cost_nanos,
                                   by_rate_picos);

      for (guint j = 0; j < OUTLAY_N_RATES; j++)
        sum_picos += by_rate_picos[j];

      g_assert_cmpint (state, ==, examples[i].state);
      g_assert_cmpint (priced, ==, examples[i].state != OUTLAY_PRICE_UNPRICED);
      g_assert_cmpint (cost_nanos, ==, examples[i].cost_nanos);
      g_assert_true (sum_picos == (OutlayWide) cost_nanos * OUTLAY_PICOS_PER_NANO);
      g_assert_cmpint (price.source != NULL, ==, priced);
    }
}

/* A sum of many requests cannot tell its tier. */
static void
test_aggregate (void)
{
  g_autoptr (OutlayPriceBook) book = open_book ();
  OutlayPriceQuery query = {
    .provider = "google", .model = "gemini-2.5-pro", .tier = "", .region = "", .at = 1789000000
  };
  OutlayUsage usage = { .count = { [OUTLAY_INPUT_TOKENS] = 1000000 } };
  OutlayWide by_rate_picos[OUTLAY_N_RATES];
  OutlayPrice price;
  OutlayPriceState state;
  gint64 cost_nanos;

  outlay_price_usage (book, &query, &usage, FALSE, &price, &state, &cost_nanos, by_rate_picos);
  g_assert_cmpint (cost_nanos, ==, 1250000000);
  outlay_price_usage (book, &query, &usage, TRUE, &price, &state, &cost_nanos, by_rate_picos);
  g_assert_cmpint (cost_nanos, ==, 2500000000);
}

/* Claude by the names of the Console, old word order and new. */
static const struct
{
  const char *name;
  const char *model;
} display_names[] = {
  { "Claude Sonnet 4.5", "claude-sonnet-4-5" },
  { "Claude 3.5 Sonnet 2024-10-22", "claude-3-5-sonnet" },
  { "Claude Haiku 3.5", "claude-3-5-haiku-latest" },
  { "Claude 3 Haiku", "claude-3-haiku" },
  { "Claude Haiku 3", "claude-3-haiku" },
  { "Claude Sonnet 3.7", "claude-3-7-sonnet-latest" },
  { "Claude Opus 4.1", "claude-opus-4-1" },
  { "Claude Opus 4", "claude-opus-4-0" },
  { "Claude Sonnet 4", "claude-sonnet-4-0" },
  { "Claude Opus 3", "claude-3-opus-latest" },
  { "Claude Haiku 4.5", "claude-haiku-4-5" },
  { "Claude Opus 4.8", "claude-opus-4-8" },
  { "Claude Instant", NULL }, /* retired before the catalogue began */
  { "Claude Sonnet 5.5", NULL },
};

static void
test_display_names (void)
{
  g_autoptr (OutlayPriceBook) book = open_book ();

  for (guint i = 0; i < G_N_ELEMENTS (display_names); i++)
    {
      OutlayPriceQuery query = {
        .provider = "anthropic", .model = display_names[i].name, .tier = "", .region = ""
      };
      OutlayPrice price;

      g_test_message ("%s", display_names[i].name);
      outlay_price_book_find (book, &query, &price);
      g_assert_cmpstr (price.model, ==, display_names[i].model);
      g_assert_cmpint (price.state, ==,
                       display_names[i].model != NULL ? OUTLAY_PRICE_PRICED
                                                      : OUTLAY_PRICE_UNPRICED);
    }
}

static void
on_price (const OutlayPrice *price, gpointer user_data)
{
  guint *n_models = user_data;

  *n_models += 1;
  g_assert_nonnull (price->provider);
  for (guint i = 0; i < price->card.n_tiers; i++)
    g_assert_cmpuint (price->card.tier[i].known & price->card.base.known, ==,
                      price->card.base.known);
}

static void
test_listing (void)
{
  g_autoptr (OutlayPriceBook) book = open_book ();
  guint n_models = 0;

  outlay_price_book_foreach (book, 1789000000, on_price, &n_models);
  g_assert_cmpuint (n_models, >, 1547);
}

static void
test_speed (void)
{
  const guint n = 2000000;
  g_autoptr (OutlayPriceBook) book = NULL;
  double seconds;

  if (!g_test_perf ())
    {
      g_test_skip ("only measured with -m perf");
      return;
    }

  g_test_timer_start ();
  book = open_book ();
  g_test_message ("opened in %.3f s", g_test_timer_elapsed ());

  g_test_timer_start ();
  for (guint i = 0; i < n; i++)
    {
      OutlayPriceQuery query = { .provider = examples[i % 20].provider,
                                 .model = examples[i % 20].model,
                                 .tier = examples[i % 20].tier,
                                 .region = "",
                                 .at = 1789000000 };
      OutlayPrice price;

      outlay_price_book_find (book, &query, &price);
    }

  seconds = g_test_timer_elapsed ();
  g_test_maximized_result (n / seconds, "%.0f lookups a second", n / seconds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/shipped/examples", test_examples);
  g_test_add_func ("/pricing/shipped/aggregate", test_aggregate);
  g_test_add_func ("/pricing/shipped/display-names", test_display_names);
  g_test_add_func ("/pricing/shipped/listing", test_listing);
  g_test_add_func ("/pricing/shipped/speed", test_speed);

  return g_test_run ();
}
