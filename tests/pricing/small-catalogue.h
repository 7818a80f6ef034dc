/* small-catalogue.h – a small catalogue of our own, for the tests of the price book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/price-book.h"

#include "core/date.h"

#include <string.h>

/* Numbers are ours; the layout is genai-prices', contract v2. */
static const char catalogue_json[] =
    "[{\"id\":\"openai\",\"name\":\"OpenAI\",\"provider_match\":{\"contains\":\"openai\"},"
    "\"model_match\":{\"or\":[{\"starts_with\":\"gpt-\"},{\"regex\":\"^o[134]\"}]},"
    "\"models\":["
    "{\"id\":\"gpt-9-mini\",\"match\":{\"starts_with\":\"gpt-9-mini\"},"
    "\"prices\":{\"input_mtok\":0.15,\"cache_read_mtok\":0.075,\"output_mtok\":0.6}},"
    "{\"id\":\"gpt-9-2030-01-15\",\"match\":{\"equals\":\"gpt-9-2030-01-15\"},"
    "\"prices\":{\"input_mtok\":5,\"output_mtok\":15}},"
    "{\"id\":\"gpt-9\",\"name\":\"GPT 9\",\"match\":{\"or\":[{\"equals\":\"gpt-9\"},"
    "{\"regex\":\"^gpt-9-(?!mini)2030\"}]},"
    "\"prices\":{\"input_mtok\":{\"base\":2.5,\"tiers\":[{\"start\":200000,\"price\":5}]},"
    "\"cache_read_mtok\":{\"base\":0.25,\"tiers\":[{\"start\":200000,\"price\":0.5}]},"
    "\"output_mtok\":{\"base\":10,\"tiers\":[{\"start\":200000,\"price\":15},"
    "{\"start\":500000,\"price\":20}]},\"web_searches_kcount\":10,"
    "\"storage_searches_kcount\":2.5}},"
    "{\"id\":\"o4\",\"match\":{\"equals\":\"o4\"},\"prices\":["
    "{\"prices\":{\"input_mtok\":10,\"output_mtok\":40}},"
    "{\"constraint\":{\"type\":\"start_date\",\"start_date\":\"2025-06-10\"},"
    "\"prices\":{\"input_mtok\":2,\"output_mtok\":8}}]},"
    "{\"id\":\"gpt-odd\",\"match\":{\"equals\":\"gpt-odd\"},\"prices\":["
    "{\"prices\":{\"input_mtok\":1,\"output_mtok\":2}},"
    "{\"constraint\":{\"service_tier\":\"flex\"},\"prices\":{\"input_mtok\":0.5}},"
    "{\"constraint\":{\"start_date\":\"2025-01-01\",\"start_time\":\"01:00:00Z\"},"
    "\"prices\":{\"input_mtok\":0.1}},"
    "{\"prices\":{\"input_mtok\":3,\"smell_mtok\":1}}]}"
    "]},"
    "{\"id\":\"anthropic\",\"name\":\"Anthropic\",\"model_match\":{\"contains\":\"claude\"},"
    "\"provider_match\":{\"contains\":\"anthropic\"},\"models\":["
    "{\"id\":\"claude-3-haiku\",\"name\":\"Claude Haiku 3\","
    "\"match\":{\"starts_with\":\"claude-3-haiku\"},"
    "\"prices\":{\"input_mtok\":0.25,\"output_mtok\":1.25}},"
    "{\"id\":\"claude-3-5-haiku-latest\",\"name\":\"Claude Haiku 3.5\","
    "\"match\":{\"starts_with\":\"claude-3-5-haiku\"},"
    "\"prices\":{\"input_mtok\":0.8,\"cache_read_mtok\":0.08,\"cache_write_mtok\":1,"
    "\"cache_write_1h_mtok\":1.6,\"output_mtok\":4,\"web_searches_kcount\":10}},"
    "{\"id\":\"claude-2\",\"name\":\"Claude 2.0 / 2.1\",\"match\":{\"starts_with\":\"claude-2\"},"
    "\"prices\":{\"input_mtok\":8,\"output_mtok\":24}},"
    "{\"id\":\"claude-sonnet-5\",\"name\":\"Claude Sonnet 5\","
    "\"match\":{\"starts_with\":\"claude-sonnet-5\"},"
    "\"prices\":{\"input_mtok\":3,\"cache_write_mtok\":3.75,\"output_mtok\":15}}]},"
    "{\"id\":\"google\",\"provider_match\":{\"or\":[{\"contains\":\"vertex\"},"
    "{\"contains\":\"gemini\"}]},\"model_match\":{\"and\":[{\"contains\":\"gem\"},"
    "{\"contains\":\"ini\"}]},\"fallback_model_providers\":[\"anthropic\"],\"models\":["
    "{\"id\":\"gemini-9-flash\",\"match\":{\"ends_with\":\"gemini-9-flash\"},"
    "\"prices\":{\"input_mtok\":0.3,\"input_audio_mtok\":1,\"output_mtok\":2.5}}]},"
    "{\"id\":\"azure\",\"fallback_model_providers\":[\"openai\",\"google\"],\"models\":["
    "{\"id\":\"gpt-9\",\"match\":{\"equals\":\"gpt-9\"},"
    "\"prices\":{\"input_mtok\":2.75,\"output_mtok\":11}}]},"
    "{\"id\":\"aws\",\"provider_match\":{\"contains\":\"bedrock\"},\"models\":["
    "{\"id\":\"anthropic.claude-sonnet-5-v1:0\","
    "\"match\":{\"contains\":\"us.anthropic.claude-sonnet-5\"},"
    "\"prices\":{\"input_mtok\":3.3,\"output_mtok\":16.5}}]},"
    "{\"id\":\"deepseek\",\"models\":[{\"id\":\"deepseek-v9\",\"match\":{\"equals\":\"deepseek-"
    "v9\"},"
    "\"prices\":[{\"prices\":{\"input_mtok\":0.1,\"output_mtok\":1}},"
    "{\"constraint\":{\"start_time\":\"16:30:00Z\",\"end_time\":\"00:30:00Z\"},"
    "\"prices\":{\"input_mtok\":0.05,\"output_mtok\":0.5}},"
    "{\"constraint\":{\"start_date\":\"2031-01-01\"},"
    "\"prices\":{\"input_mtok\":0.2,\"output_mtok\":2}}]}]},"
    "{\"id\":\"openrouter\",\"models\":["
    "{\"id\":\"acme/small\",\"match\":{\"starts_with\":\"acme/small\"},"
    "\"prices\":{\"input_mtok\":1.0000005,\"cache_write_mtok\":0.08333333333333334,"
    "\"output_mtok\":2e-05}},"
    "{\"id\":\"acme/tiny:free\",\"match\":{\"equals\":\"acme/tiny:free\"},"
    "\"prices\":{\"input_mtok\":0,\"output_mtok\":0}},"
    "{\"id\":\"acme/whisper\",\"match\":{\"equals\":\"acme/whisper\"},"
    "\"prices\":{\"audio_hours\":0.36}}]}]";

static inline GBytes *
bytes_of (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static inline OutlayPriceBook *
make_book (void)
{
  OutlayPriceBook *book = outlay_price_book_new ();
  g_autoptr (GBytes) json = bytes_of (catalogue_json);
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_price_book_add_genai (book, json, "test 2030-01-01", NULL, &error));
  g_assert_no_error (error);

  return book;
}

static inline gint64
instant (const char *text)
{
  gint64 at;

  g_assert_true (outlay_instant_parse (text, &at, NULL));
  return at;
}

static inline void
find (OutlayPriceBook *book,
      const char *provider,
      const char *model,
      const char *at,
      OutlayPrice *price)
{
  OutlayPriceQuery query = {
    .provider = provider, .model = model, .tier = "", .region = "", .at = instant (at)
  };

  outlay_price_book_find (book, &query, price);
}
