/* test-names.c – names to models
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/names.h"

#include "small-catalogue.h"

/* A NULL provider is no price. */
static const struct
{
  const char *provider;
  const char *model;
  const char *found_provider;
  const char *found_model;
} names[] = {
  /* The rules, in file order, without regard to case but for regular expressions */
  { "openai", "gpt-9", "openai", "gpt-9" },
  { "openai", "GPT-9", "openai", "gpt-9" },
  { "openai", "  gpt-9 ", "openai", "gpt-9" },
  { "openai", "gpt-9-2030-05-01", "openai", "gpt-9" },
  { "openai", "gpt-9-2030-01-15", "openai", "gpt-9-2030-01-15" },
  { "openai", "gpt-9-mini-2030-05-01", "openai", "gpt-9-mini" },
  { "gemini", "x-gemini-9-flash", "google", "gemini-9-flash" },
  { "openai", "gpt-9-2029-05-01", "openai", "gpt-9" }, /* without its date */
  { "openai", "gpt-9-latest", "openai", "gpt-9" },

  /* What makes another model is never cut off */
  { "openai", "gpt-9-pro", NULL, NULL },
  { "openai", "gpt-9-fast", NULL, NULL },
  { "openai", "gpt-9:free", NULL, NULL },
  { "openai", "my-gpt-9-deployment", NULL, NULL },
  { "openai", "gpt", NULL, NULL },
  { "openai", "", NULL, NULL },
  { "anthropic", "claude-sonnet-5-5", NULL, NULL },
  { "anthropic", "claude-sonnet-5.5-20300101", NULL, NULL },
  { "anthropic", "claude-sonnet-5-20300101", "anthropic", "claude-sonnet-5" },
  { "anthropic", "claude-sonnet-5-0", "anthropic", "claude-sonnet-5" },
  { "anthropic", "claude-2.1", "anthropic", "claude-2" },
  { "anthropic", "claude-2.2", NULL, NULL },

  /* Names of providers */
  { "OpenAI", "gpt-9", "openai", "gpt-9" },
  { "text-completion-openai", "gpt-9", "openai", "gpt-9" },
  { "Azure OpenAI", "gpt-9", "azure", "gpt-9" },
  { "azure_ai", "gpt-9", "azure", "gpt-9" },
  { "vertex_ai-anthropic_models", "claude-sonnet-5@20300101", "anthropic", "claude-sonnet-5" },
  { "Amazon Bedrock", "us.anthropic.claude-sonnet-5-20300101-v1:0", "aws",
    "anthropic.claude-sonnet-5-v1:0" },
  { "bedrock_converse", "us.anthropic.claude-sonnet-5-20300101-v1:0", "aws",
    "anthropic.claude-sonnet-5-v1:0" },
  { "acme-inc", "gpt-9", NULL, NULL },

  /* One hop to the providers whose models are sold, and no second */
  { "azure", "gpt-9-mini", "openai", "gpt-9-mini" },
  { "azure", "claude-sonnet-5", NULL, NULL },
  { "google", "claude-sonnet-5", "anthropic", "claude-sonnet-5" },

  /* Paths and gateways */
  { "google", "models/gemini-9-flash", "google", "gemini-9-flash" },
  { "google", "publishers/google/models/gemini-9-flash", "google", "gemini-9-flash" },
  { "google", "google/gemini-9-flash", "google", "gemini-9-flash" },
  { "openai", "openai/gpt-9", "openai", "gpt-9" },
  { "litellm", "azure/gpt-9", "azure", "gpt-9" },
  { "litellm", "litellm_proxy/openai/gpt-9", "openai", "gpt-9" },
  { "openrouter", "openrouter/acme/small", "openrouter", "acme/small" },
  { "openrouter", "openai/gpt-9", NULL, NULL },
  { "aws", "bedrock/us-east-1/us.anthropic.claude-sonnet-5-v1:0", "aws",
    "anthropic.claude-sonnet-5-v1:0" },
  { "aws", "arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-sonnet-5-v1:0", "aws",
    "anthropic.claude-sonnet-5-v1:0" },

  /* No provider, or a tool that is none */
  { "", "gpt-9", "openai", "gpt-9" },
  { "unknown", "o4", "openai", "o4" },
  { "", "gemini-9-flash", "google", "gemini-9-flash" },
  { "", "anthropic/claude-sonnet-5", "anthropic", "claude-sonnet-5" },
  { "", "us.anthropic.claude-sonnet-5-v1:0", "aws", "anthropic.claude-sonnet-5-v1:0" },
  { "", "llama-70b", NULL, NULL },

  /* Display names: the order of the words has changed over time */
  { "anthropic", "Claude Haiku 3", "anthropic", "claude-3-haiku" },
  { "anthropic", "Claude 3 Haiku", "anthropic", "claude-3-haiku" },
  { "anthropic", "Claude Haiku 3.5", "anthropic", "claude-3-5-haiku-latest" },
  { "anthropic", "Claude 3.5 Haiku", "anthropic", "claude-3-5-haiku-latest" },
  { "anthropic", "Claude 3.5 Haiku 2024-10-22", "anthropic", "claude-3-5-haiku-latest" },
  { "anthropic", "Claude Sonnet 5", "anthropic", "claude-sonnet-5" },
  { "anthropic", "Claude Sonnet 5.5", NULL, NULL },
  { "anthropic", "Claude 2.1", "anthropic", "claude-2" },
  { "openai", "GPT 9", "openai", "gpt-9" },
  { "openai", "GPT-9 mini", "openai", "gpt-9-mini" },
};

static void
test_names (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      OutlayPrice price;

      g_test_message ("%s %s", names[i].provider, names[i].model);
      find (book, names[i].provider, names[i].model, "2030-06-01", &price);
      g_assert_cmpstr (price.provider, ==, names[i].found_provider);
      g_assert_cmpstr (price.model, ==, names[i].found_model);
      g_assert_cmpint (price.state, ==,
                       names[i].found_model != NULL ? OUTLAY_PRICE_PRICED : OUTLAY_PRICE_UNPRICED);
    }
}

static const struct
{
  const char *text;
  const char *key;
  gboolean dated;
} keys[] = {
  { "claude-3-5-haiku-20241022", "claude haiku |3.5", TRUE },
  { "Claude Haiku 3.5", "claude haiku |3.5", FALSE },
  { "claude-sonnet-4-0", "claude sonnet |4", FALSE },
  { "Claude Sonnet 4", "claude sonnet |4", FALSE },
  { "Claude Opus 10", "claude opus |10", FALSE },
  { "gpt-4o-mini-2024-07-18", "4o gpt mini |", TRUE },
  { "gemini-2.0-flash-001", "001 flash gemini |2", FALSE },
  { "a 3 b 5", "a b |3,5", FALSE },
};

static void
test_keys (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean dated;
      g_autofree char *key = outlay_model_key (keys[i].text, &dated);

      g_assert_cmpint (dated, ==, keys[i].dated);
      g_assert_cmpstr (key, ==, keys[i].key);
    }
}

static const struct
{
  const char *text;
  const char *without;
} dates[] = {
  { "m-2030-01-15", "m" }, { "m-20300115", "m" }, { "m@20300115", "m" }, { "m-latest", "m" },
  { "m-v1:0", "m" },       { "m", NULL },         { "-20300115", NULL }, { "m-2030011", NULL },
  { "m-mini", NULL },      { "m-v2", NULL },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *without = outlay_model_without_date (dates[i].text);

      g_assert_cmpstr (without, ==, dates[i].without);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/names/models", test_names);
  g_test_add_func ("/pricing/names/keys", test_keys);
  g_test_add_func ("/pricing/names/dates", test_dates);

  return g_test_run ();
}
