/* test-layers.c – a table under a catalogue, a catalogue over a catalogue, the user over all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "small-catalogue.h"

static const char table_json[] =
    "{\"sample_spec\":{\"litellm_provider\":\"one of many\",\"input_cost_per_token\":0.1},"
    "\"gpt-9\":{\"litellm_provider\":\"openai\",\"input_cost_per_token\":2.5e-06,"
    "\"output_cost_per_token\":1e-05,\"input_cost_per_token_batches\":1.25e-06,"
    "\"output_cost_per_token_batches\":5e-06,\"input_cost_per_token_flex\":2.5e-06,"
    "\"output_cost_per_token_flex\":1e-05,"
    "\"input_cost_per_token_priority\":5e-06,\"output_cost_per_token_priority\":2e-05,"
    "\"cache_read_input_token_cost_priority\":5e-07,"
    "\"input_cost_per_token_above_200k_tokens_priority\":7e-06,"
    "\"output_cost_per_token_above_200k_tokens_priority\":3e-05,"
    "\"cache_read_input_token_cost\":0.1,\"input_cost_per_audio_token\":4e-05,"
    "\"regional_processing_uplift_multiplier_eu\":1.1,\"mode\":\"chat\"},"
    "\"o4\":{\"litellm_provider\":\"openai\",\"input_cost_per_token\":2e-06,"
    "\"output_cost_per_token\":8e-06,\"input_cost_per_token_priority\":4e-06,"
    "\"output_cost_per_token_priority\":1.6e-05,\"cache_read_input_token_cost\":5e-07},"
    "\"claude-sonnet-5\":{\"litellm_provider\":\"anthropic\",\"input_cost_per_token\":3e-06,"
    "\"output_cost_per_token\":1.5e-05,\"input_cost_per_token_above_200k_tokens\":6e-06,"
    "\"output_cost_per_token_above_200k_tokens\":2.25e-05,"
    "\"search_context_cost_per_query\":{\"search_context_size_medium\":0.01},"
    "\"provider_specific_entry\":{\"us\":1.1,\"fast\":6.0}},"
    "\"xai/grok-9\":{\"litellm_provider\":\"xai\",\"input_cost_per_token\":3e-06,"
    "\"output_cost_per_token\":1.5e-05,\"input_cost_per_token_above_128k_tokens\":6e-06},"
    "\"ft:gpt-8\":{\"litellm_provider\":\"openai\",\"input_cost_per_token\":1e-06,"
    "\"output_cost_per_token\":2e-06},"
    "\"github_copilot/gpt-9\":{\"litellm_provider\":\"github_copilot\","
    "\"input_cost_per_token\":0,\"output_cost_per_token\":0},"
    "\"dashscope/qwen-x\":{\"litellm_provider\":\"dashscope\",\"tiered_pricing\":["
    "{\"range\":[0,256000],\"input_cost_per_token\":4e-07,\"output_cost_per_token\":1.2e-06},"
    "{\"range\":[256000,1000000],\"input_cost_per_token\":1.2e-06,"
    "\"output_cost_per_token\":3.6e-06}]}}";

static OutlayPriceBook *
make_filled_book (void)
{
  OutlayPriceBook *book = make_book ();
  g_autoptr (GBytes) json = bytes_of (table_json);

  g_assert_true (outlay_price_book_add_litellm (book, json, "table", NULL));

  return book;
}

/* Rates in pico-dollars: input, output, cache read; 0 is not known. */
static const struct
{
  const char *provider;
  const char *model;
  const char *tier;
  const char *region;
  const char *at;
  OutlayPriceState state;
  gint64 input;
  gint64 output;
  gint64 cache_read;
  const char *source;
} quotes[] = {
  /* Standard: the catalogue speaks, the table adds audio, its cache rate is not taken */
  { "openai", "gpt-9", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 2500000, 10000000, 250000,
    "test 2030-01-01 + table" },
  { "openai", "gpt-9", "standard", "", "2030-06-01", OUTLAY_PRICE_PRICED, 2500000, 10000000, 250000,
    "test 2030-01-01 + table" },
  { "openai", "gpt-9", "default", "global", "2030-06-01", OUTLAY_PRICE_PRICED, 2500000, 10000000,
    250000, "test 2030-01-01 + table" },

  /* The table's rate of a tier; what it does not know of the tier stays unknown */
  { "openai", "gpt-9", "batch", "", "2030-06-01", OUTLAY_PRICE_PRICED, 1250000, 5000000, 0,
    "table" },
  { "openai", "gpt-9", "priority", "", "2030-06-01", OUTLAY_PRICE_PRICED, 5000000, 20000000, 500000,
    "table" },
  { "openai", "gpt-9", "fast", "", "2030-06-01", OUTLAY_PRICE_PRICED, 5000000, 20000000, 500000,
    "table" },
  { "openai", "gpt-9", "flex", "", "2030-06-01", OUTLAY_PRICE_UNPRICED, 0, 0, 0,
    NULL }, /* a copy */
  { "openai", "gpt-9", "scale", "", "2030-06-01", OUTLAY_PRICE_UNPRICED, 0, 0, 0, NULL },
  { "anthropic", "claude-sonnet-5", "priority", "", "2030-06-01", OUTLAY_PRICE_UNPRICED, 0, 0, 0,
    NULL },

  /* A tier's rate of after a price cut says less of before */
  { "openai", "o4", "priority", "", "2030-06-01", OUTLAY_PRICE_PRICED, 4000000, 16000000, 0,
    "table" },
  { "openai", "o4", "priority", "", "2025-01-01", OUTLAY_PRICE_PARTIAL, 4000000, 16000000, 0,
    "table" },
  { "openai", "o4", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 2000000, 8000000, 500000,
    "test 2030-01-01 + table" },
  { "openai", "o4", "", "", "2025-01-01", OUTLAY_PRICE_PRICED, 10000000, 40000000, 0,
    "test 2030-01-01" },

  /* Half price by rule, where the vendor says so; caches only where they are halved too */
  { "openai", "gpt-9-mini", "batch", "", "2030-06-01", OUTLAY_PRICE_PRICED, 75000, 300000, 0,
    "test 2030-01-01 × 0.5 (batch)" },
  { "anthropic", "claude-3-5-haiku-latest", "batch", "", "2030-06-01", OUTLAY_PRICE_PRICED, 400000,
    2000000, 40000, "test 2030-01-01 × 0.5 (batch)" },
  { "vertex_ai", "gemini-9-flash", "batch", "", "2030-06-01", OUTLAY_PRICE_PRICED, 150000, 1250000,
    0, "test 2030-01-01 × 0.5 (batch)" },
  { "deepseek", "deepseek-v9", "batch", "", "2030-06-01T12:00:00Z", OUTLAY_PRICE_UNPRICED, 0, 0, 0,
    NULL },
  { "openrouter", "acme/tiny:free", "batch", "", "2030-06-01", OUTLAY_PRICE_FREE, 0, 0, 0,
    "OpenRouter :free" },

  /* Regions and modes that multiply */
  { "openai", "gpt-9", "", "eu", "2030-06-01", OUTLAY_PRICE_PRICED, 2750000, 11000000, 275000,
    "test 2030-01-01 + table × 1.1 (eu)" },
  { "openai", "gpt-9", "", "us", "2030-06-01", OUTLAY_PRICE_PRICED, 2500000, 10000000, 250000,
    "test 2030-01-01 + table" },
  { "anthropic", "claude-sonnet-5", "", "us", "2030-06-01", OUTLAY_PRICE_PRICED, 3300000, 16500000,
    0, "test 2030-01-01 + table × 1.1 (us)" },
  { "anthropic", "claude-sonnet-5", "fast", "", "2030-06-01", OUTLAY_PRICE_PRICED, 18000000,
    90000000, 0, "test 2030-01-01 + table × 6 (fast)" },
  { "anthropic", "claude-3-haiku", "fast", "", "2030-06-01", OUTLAY_PRICE_UNPRICED, 0, 0, 0, NULL },

  /* Only in the table */
  { "xai", "grok-9", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 3000000, 15000000, 0, "table" },
  { "x-ai", "xai/grok-9", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 3000000, 15000000, 0,
    "table" },
  { "openai", "ft:gpt-8:acme::a1", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 1000000, 2000000, 0,
    "table" },
  { "dashscope", "qwen-x-latest", "", "", "2030-06-01", OUTLAY_PRICE_PRICED, 400000, 1200000, 0,
    "table" },
  { "github_copilot", "gpt-9", "", "", "2030-06-01", OUTLAY_PRICE_UNPRICED, 0, 0, 0, NULL },
};

static void
test_quotes (void)
{
  g_autoptr (OutlayPriceBook) book = make_filled_book ();

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      OutlayPriceQuery query = { .provider = quotes[i].provider,
                                 .model = quotes[i].model,
                                 .tier = quotes[i].tier,
                                 .region = quotes[i].region,
                                 .at = instant (quotes[i].at) };
      OutlayPrice price;

      g_test_message ("%s %s %s %s", quotes[i].provider, quotes[i].model, quotes[i].tier,
                      quotes[i].region);
      outlay_price_book_find (book, &query, &price);
      g_assert_cmpint (price.state, ==, quotes[i].state);
      g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, quotes[i].input);
      g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_OUTPUT], ==, quotes[i].output);
      g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_CACHE_READ], ==, quotes[i].cache_read);
      g_assert_cmpstr (price.source, ==, quotes[i].source);
    }
}

static void
test_tiers_of_tiers (void)
{
  g_autoptr (OutlayPriceBook) book = make_filled_book ();
  OutlayPriceQuery query = {
    .provider = "openai", .model = "gpt-9", .tier = "priority", .region = ""
  };
  OutlayPrice price;

  /* Its own, where the table has them */
  outlay_price_book_find (book, &query, &price);
  g_assert_cmpuint (price.card.n_tiers, ==, 1);
  g_assert_cmpint (price.card.tier[0].picos[OUTLAY_RATE_INPUT], ==, 7000000);
  g_assert_cmpint (price.card.tier[0].picos[OUTLAY_RATE_CACHE_READ], ==, 500000);

  /* Else as those of the standard tier rise; fees stay as they are */
  query.tier = "batch";
  outlay_price_book_find (book, &query, &price);
  g_assert_cmpuint (price.card.n_tiers, ==, 2);
  g_assert_cmpint (price.card.tier[0].picos[OUTLAY_RATE_INPUT], ==, 2500000);
  g_assert_cmpint (price.card.tier[1].picos[OUTLAY_RATE_OUTPUT], ==, 10000000);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_WEB_SEARCH], ==,
                   G_GINT64_CONSTANT (10000000000));

  /* What is filled up rises with the rate it is a part of */
  query.tier = "";
  outlay_price_book_find (book, &query, &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_AUDIO_INPUT], ==, 40000000);
  g_assert_cmpint (price.card.tier[0].picos[OUTLAY_RATE_AUDIO_INPUT], ==, 80000000);

  /* A threshold that only the table knows, where the source says that it was passed */
  query.provider = "anthropic";
  query.model = "claude-sonnet-5";
  outlay_price_book_find (book, &query, &price);
  g_assert_cmpuint (price.card.n_tiers, ==, 0);
  query.long_context = TRUE;
  outlay_price_book_find (book, &query, &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_OUTPUT], ==, 22500000);
}

static const char newer_json[] = "[{\"id\":\"openai\",\"models\":["
                                 "{\"id\":\"gpt-9\",\"match\":{\"equals\":\"gpt-9\"},\"prices\":["
                                 "{\"prices\":{\"input_mtok\":2,\"output_mtok\":8}},"
                                 "{\"constraint\":{\"start_date\":\"2030-12-01\"},"
                                 "\"prices\":{\"input_mtok\":1,\"output_mtok\":4}}]},"
                                 "{\"id\":\"o4\",\"match\":{\"equals\":\"o4\"},\"prices\":["
                                 "{\"prices\":{\"input_mtok\":11,\"output_mtok\":40}},"
                                 "{\"constraint\":{\"start_date\":\"2025-05-01\"},"
                                 "\"prices\":{\"input_mtok\":3,\"output_mtok\":9}}]},"
                                 "{\"id\":\"gpt-10\",\"match\":{\"equals\":\"gpt-10\"},"
                                 "\"prices\":{\"input_mtok\":7,\"output_mtok\":9}}]}]";

static const struct
{
  const char *model;
  const char *at;
  gint64 input_picos;
  const char *from;
  const char *to;
  const char *source;
} newer[] = {
  { "gpt-9", "2030-06-01", 2500000, NULL, "2030-07-01", "test 2030-01-01" },
  { "gpt-9", "2030-07-01", 2000000, "2030-07-01", "2030-12-01", "newer 2030-07-01" },
  { "gpt-9", "2031-01-01", 1000000, "2030-12-01", NULL, "newer 2030-07-01" },
  { "o4", "2025-04-01", 10000000, NULL, "2025-05-01", "test 2030-01-01" },
  { "o4", "2025-05-20", 3000000, "2025-05-01", NULL, "newer 2030-07-01" },
  { "gpt-10", "2020-01-01", 7000000, NULL, NULL, "newer 2030-07-01" },
  { "gpt-9-mini", "2031-01-01", 150000, NULL, NULL, "test 2030-01-01" },
};

static void
test_newer_catalogue (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  g_autoptr (GBytes) json = bytes_of (newer_json);

  g_assert_true (outlay_price_book_add_genai (book, json, "newer 2030-07-01", NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      OutlayPrice price;

      g_test_message ("%s %s", newer[i].model, newer[i].at);
      find (book, "openai", newer[i].model, newer[i].at, &price);
      g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, newer[i].input_picos);
      g_assert_cmpstr (price.source, ==, newer[i].source);
      g_assert_cmpint (price.valid_from, ==,
                       newer[i].from != NULL ? instant (newer[i].from) : G_MININT64);
      g_assert_cmpint (price.valid_to, ==,
                       newer[i].to != NULL ? instant (newer[i].to) : G_MAXINT64);
    }
}

static void
override (OutlayPriceBook *book,
          const char *provider,
          const char *model,
          gint64 input_picos,
          const char *from)
{
  OutlayPriceOverride own = {
    .provider = provider, .model = model, .tier = "", .valid_from = instant (from)
  };

  outlay_rates_set (&own.rates, OUTLAY_RATE_INPUT, input_picos);
  outlay_price_book_add_override (book, &own);
}

static void
test_overrides (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPrice price;

  override (book, "OpenAI", "gpt-9", 100, "2030-06-01");
  override (book, "openai", "GPT-9-2030-05-01", 7, "2031-01-01");
  override (book, "acme", "home-made", 5, "2030-01-01");
  override (book, "openai", "gpt-9", 200, "2030-08-01");

  find (book, "openai", "gpt-9", "2030-05-31T23:59:59Z", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 2500000);
  g_assert_cmpint (price.valid_to, ==, instant ("2030-06-01"));

  find (book, "openai", "gpt-9", "2030-06-01", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 100);
  g_assert_cmpint (price.card.tier[1].picos[OUTLAY_RATE_INPUT], ==, 100);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_OUTPUT], ==, 10000000);
  g_assert_cmpint (price.valid_from, ==, instant ("2030-06-01"));
  g_assert_cmpint (price.valid_to, ==, instant ("2030-08-01"));
  g_assert_cmpstr (price.source, ==, "override");

  find (book, "openai", "gpt-9", "2031-01-01", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 200);

  /* It covers other names of the model, but for one that has its own */
  find (book, "openai", "openai/gpt-9", "2030-06-01", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 100);
  find (book, "openai", "gpt-9-2030-05-01", "2030-06-01", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 2500000);
  find (book, "openai", "gpt-9-2030-05-01", "2031-01-01", &price);
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 7);

  /* A model that no catalogue has */
  find (book, "acme", "home-made", "2030-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_PRICED);
  g_assert_cmpstr (price.model, ==, "home-made");
  find (book, "acme", "home-made", "2029-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_UNPRICED);
  g_assert_cmpint (price.valid_to, ==, instant ("2030-01-01"));
}

static void
test_alias (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPrice price;

  outlay_price_book_add_alias (book, "azure", "prod-chat-eu", "azure", "gpt-9");

  find (book, "Azure", "Prod-Chat-EU", "2030-06-01", &price);
  g_assert_cmpstr (price.provider, ==, "azure");
  g_assert_cmpint (price.card.base.picos[OUTLAY_RATE_INPUT], ==, 2750000);
  find (book, "openai", "prod-chat-eu", "2030-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_UNPRICED);
}

static void
on_price (const OutlayPrice *price, gpointer user_data)
{
  GHashTable *seen = user_data;

  g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s", price->provider, price->model)));
}

static void
test_foreach (void)
{
  g_autoptr (OutlayPriceBook) book = make_filled_book ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  override (book, "acme", "home-made", 5, "2030-01-01");
  outlay_price_book_foreach (book, instant ("2030-06-01"), on_price, seen);

  g_assert_true (g_hash_table_contains (seen, "openai gpt-9"));
  g_assert_true (g_hash_table_contains (seen, "azure gpt-9"));
  g_assert_true (g_hash_table_contains (seen, "x-ai grok-9"));
  g_assert_true (g_hash_table_contains (seen, "acme home-made"));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 20);
}

static gpointer
look_up_often (gpointer user_data)
{
  OutlayPriceBook *book = user_data;

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *model = g_strdup_printf ("gpt-9-mini-%u", i % 50);
      OutlayPrice price;

      find (book, "openai", model, "2030-06-01", &price);
      g_assert_cmpstr (price.model, ==, "gpt-9-mini");
      find (book, "openai", "gpt-9", "2030-06-01", &price);
      g_assert_cmpstr (price.source, ==, "test 2030-01-01 + table");
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (OutlayPriceBook) book = make_filled_book ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", look_up_often, book);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/layers/quotes", test_quotes);
  g_test_add_func ("/pricing/layers/tiers-of-tiers", test_tiers_of_tiers);
  g_test_add_func ("/pricing/layers/newer-catalogue", test_newer_catalogue);
  g_test_add_func ("/pricing/layers/overrides", test_overrides);
  g_test_add_func ("/pricing/layers/alias", test_alias);
  g_test_add_func ("/pricing/layers/foreach", test_foreach);
  g_test_add_func ("/pricing/layers/threads", test_threads);

  return g_test_run ();
}
