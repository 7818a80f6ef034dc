/* test-names.c – days in file names, models in descriptions, amounts of spreadsheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"
#include "import/focus-meter.h"
#include "import/focus-service.h"
#include "import/model-name.h"
#include "import/text-values.h"

static void
test_range (void)
{
  static const struct
  {
    const char *name;
    gboolean inclusive;
    const char *expected;
  } cases[] = {
    { "cost_2025-03-24_2025-04-23.csv", FALSE, "2025-03-24 2025-04-22" },
    { "completions_usage_2025-01-01_2025-01-01.csv", FALSE, "2025-01-01 2025-01-01" },
    { "claude_api_cost_2026_02_01_to_2026_02_23.csv", TRUE, "2026-02-01 2026-02-23" },
    { "acme_claude_api_cost_2026_02_01_to_2026_02_01 (1).csv", TRUE, "2026-02-01 2026-02-01" },
    { "claude_api_cost_2026_03.csv", TRUE, "2026-03-01 2026-03-31" },
    { "claude_api_tokens_2024_02.csv", TRUE, "2024-02-01 2024-02-29" },
    { "claude_api_tokens_2026_04_02.csv", TRUE, "2026-04-02 2026-04-02" },
    { "claude_api_tokens_2026_04_02_13h_UTC.csv", TRUE, NULL },
    { "openai 2026-04-02.csv", FALSE, NULL },
    { "cost_2025-04-24_2025-03-23.csv", FALSE, NULL },
    { "cost_2025-02-30_2025-03-23.csv", FALSE, NULL },
    { "claude_api_cost_2026_13.csv", TRUE, NULL },
    { "report-12345678-01-02.csv", TRUE, NULL },
    { "cost.csv", TRUE, NULL },
    { "", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 from, to;
      g_autofree char *seen = NULL;

      if (outlay_name_range (cases[i].name, cases[i].inclusive, &from, &to))
        {
          g_autofree char *first = outlay_day_to_string (from);
          g_autofree char *last = outlay_day_to_string (to);

          seen = g_strdup_printf ("%s %s", first, last);
        }

      g_assert_cmpstr (seen, ==, cases[i].expected);
    }
}

static void
test_model (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "Claude Sonnet 4.6 (Amazon Bedrock Edition)", "Claude Sonnet 4.6" },
    { "USE1-NovaPro-input-tokens", "NovaPro" },
    { "USE1-Claude4.6Sonnet-output-tokens", "Claude4.6Sonnet" },
    { "Gemini 2.5 Flash Lite GA Text Input - Predictions", "Gemini 2.5 Flash Lite" },
    { "gpt 4o 1120 cached Inp glbl Tokens", "gpt 4o 1120" },
    { "GPT 5 outpt Glbl 1M Tokens", "GPT 5" },
    { "GPT-4o 1K Tokens", "GPT-4o" },
    { "anthropic.claude-3-haiku-20240307-v1:0 batch", "anthropic.claude-3-haiku-20240307-v1:0" },
    { "text-embedding-3-small", "text-embedding-3-small" },
    { "use of o3, output", "o3" },
    { "Token consumption", NULL },
    { "photo4", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seen = outlay_model_name_find (cases[i].text);

      g_assert_cmpstr (seen, ==, cases[i].expected);
    }
}

static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "$10,000.00", "10000.00" }, { "-$5.25", "-5.25" },    { "$-5", "-5" },
    { "1,234,567", "1234567" },   { "1,23", "1,23" },       { "1.234,50", "1.234,50" },
    { ",123", ",123" },           { "1.5,000", "1.5,000" }, { "5$", "5$" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *seen = outlay_decimal_plain (cases[i].text);

      g_assert_cmpstr (seen, ==, cases[i].expected);
    }
}

static void
test_us_date (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "4/1/25", "2025-04-01T00:00:00Z" },
    { "12/31/2026", "2026-12-31T00:00:00Z" },
    { "13/1/25", NULL },
    { "2/29/25", NULL },
    { "4/1/5", NULL },
    { "4-1-25", NULL },
    { "4/1/25x", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 instant;
      g_autofree char *seen = outlay_us_date_parse (cases[i].text, &instant)
                                  ? outlay_instant_to_string (instant)
                                  : NULL;

      g_assert_cmpstr (seen, ==, cases[i].expected);
    }
}

static void
test_meter (void)
{
  static const struct
  {
    const char *text;
    OutlayMeter expected;
  } cases[] = {
    { "USE1-MP:USE1_CacheReadInputTokenCount-Units", OUTLAY_METER_CACHE_READ },
    { "USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units", OUTLAY_METER_CACHE_WRITE_1H },
    { "cache_creation_input_tokens", OUTLAY_METER_CACHE_WRITE },
    { "gpt 4o 1120 cached Inp glbl Tokens", OUTLAY_METER_CACHE_READ },
    { "5.5 ShortCo opt Gl 1M Tokens", OUTLAY_METER_OUTPUT },
    { "GPT 5 outpt Glbl", OUTLAY_METER_OUTPUT },
    { "gpt-realtime Audio Input", OUTLAY_METER_AUDIO_INPUT },
    { "Reserved_1Month_InputTPM_Geo", OUTLAY_METER_OTHER },
    { "Monthly charge", OUTLAY_METER_ANY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (outlay_focus_meter_find (cases[i].text), ==, cases[i].expected);
}

static void
test_unit (void)
{
  static const struct
  {
    const char *text;
    OutlayFocusUnit unit;
    guint power;
  } cases[] = {
    { "Tokens", OUTLAY_FOCUS_UNIT_TOKENS, 0 },
    { "1K tokens", OUTLAY_FOCUS_UNIT_TOKENS, 3 },
    { "1M Tokens", OUTLAY_FOCUS_UNIT_TOKENS, 6 },
    { "1,000 tokens", OUTLAY_FOCUS_UNIT_TOKENS, 3 },
    { "1 token", OUTLAY_FOCUS_UNIT_TOKENS, 0 },
    { "Requests", OUTLAY_FOCUS_UNIT_REQUESTS, 0 },
    { "1000 Requests", OUTLAY_FOCUS_UNIT_REQUESTS, 3 },
    { "1K", OUTLAY_FOCUS_UNIT_OTHER, 0 },
    { "Hours", OUTLAY_FOCUS_UNIT_OTHER, 0 },
    { "", OUTLAY_FOCUS_UNIT_OTHER, 0 },
  };

  guint power;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (outlay_focus_unit_parse (cases[i].text, "", &power), ==, cases[i].unit);
      g_assert_cmpuint (power, ==, cases[i].power);
    }

  g_assert_cmpint (outlay_focus_unit_parse ("1K", "gpt 4o Inp Tokens", &power), ==,
                   OUTLAY_FOCUS_UNIT_TOKENS);
  g_assert_cmpuint (power, ==, 3);
}

static void
test_provider (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "Amazon Web Services", "aws" }, { "Microsoft", "azure" },     { "Google Cloud", "google" },
    { "OpenAI, LLC", "openai" },      { "Anthropic", "anthropic" }, { "ACME", "ACME" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (outlay_focus_provider (cases[i].name), ==, cases[i].expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/names/range", test_range);
  g_test_add_func ("/import/names/model", test_model);
  g_test_add_func ("/import/names/plain", test_plain);
  g_test_add_func ("/import/names/us-date", test_us_date);
  g_test_add_func ("/import/names/meter", test_meter);
  g_test_add_func ("/import/names/unit", test_unit);
  g_test_add_func ("/import/names/provider", test_provider);
  return g_test_run ();
}
