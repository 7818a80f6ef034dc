/* test-catalogue.c – rates as they are read, and when they hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "small-catalogue.h"

static void
assert_rate (const OutlayRates *rates, OutlayRate rate, gint64 picos)
{
  g_assert_true (outlay_rates_has (rates, rate));
  g_assert_cmpint (rates->picos[rate], ==, picos);
}

static void
test_exact (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPrice price;

  find (book, "openrouter", "acme/small", "2030-06-01", &price);
  g_assert_cmpstr (price.source, ==, "test 2030-01-01");
  assert_rate (&price.card.base, OUTLAY_RATE_INPUT, 1000000); /* half a pico, to even */
  assert_rate (&price.card.base, OUTLAY_RATE_CACHE_WRITE_5M, 83333);
  assert_rate (&price.card.base, OUTLAY_RATE_OUTPUT, 20);
  g_assert_false (outlay_rates_has (&price.card.base, OUTLAY_RATE_CACHE_READ));

  find (book, "openai", "gpt-9", "2030-06-01", &price);
  assert_rate (&price.card.base, OUTLAY_RATE_WEB_SEARCH, G_GINT64_CONSTANT (10000000000));
}

static void
test_tiers (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPrice price;

  find (book, "openai", "gpt-9", "2030-06-01", &price);
  g_assert_cmpuint (price.card.n_tiers, ==, 2);
  g_assert_cmpint (price.card.above[0], ==, 200000);
  g_assert_cmpint (price.card.above[1], ==, 500000);
  assert_rate (&price.card.tier[0], OUTLAY_RATE_OUTPUT, 15000000);
  assert_rate (&price.card.tier[1], OUTLAY_RATE_OUTPUT, 20000000);
  assert_rate (&price.card.tier[1], OUTLAY_RATE_INPUT, 5000000); /* its own last tier goes on */
  assert_rate (&price.card.tier[1], OUTLAY_RATE_WEB_SEARCH, G_GINT64_CONSTANT (10000000000));
}

static void
test_long_context (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPriceQuery query = {
    .provider = "openai", .model = "gpt-9", .tier = "", .region = "", .long_context = TRUE
  };
  OutlayPrice price;

  outlay_price_book_find (book, &query, &price);
  assert_rate (&price.card.base, OUTLAY_RATE_INPUT, 5000000);
  g_assert_cmpuint (price.card.n_tiers, ==, 1);
  g_assert_cmpint (price.card.above[0], ==, 500000);

  query.model = "o4";
  outlay_price_book_find (book, &query, &price);
  assert_rate (&price.card.base, OUTLAY_RATE_INPUT, 10000000);
}

/* When rates hold: NULL is for ever. */
static const struct
{
  const char *provider;
  const char *model;
  const char *at;
  gint64 input_picos;
  const char *from;
  const char *to;
  gboolean by_time_of_day;
} periods[] = {
  { "openai", "gpt-9", "2030-06-01", 2500000, NULL, NULL, FALSE },
  { "openai", "o4", "2025-06-09T23:59:59Z", 10000000, NULL, "2025-06-10", FALSE },
  { "openai", "o4", "2025-06-10", 2000000, "2025-06-10", NULL, FALSE },
  { "openai", "o4", "2029-01-01", 2000000, "2025-06-10", NULL, FALSE },
  { "deepseek", "deepseek-v9", "2030-03-02T00:29:59Z", 50000, "2030-03-01T16:30:00Z",
    "2030-03-02T00:30:00Z", TRUE },
  { "deepseek", "deepseek-v9", "2030-03-02T00:30:00Z", 100000, "2030-03-02T00:30:00Z",
    "2030-03-02T16:30:00Z", TRUE },
  { "deepseek", "deepseek-v9", "2030-03-02T16:29:59Z", 100000, "2030-03-02T00:30:00Z",
    "2030-03-02T16:30:00Z", TRUE },
  { "deepseek", "deepseek-v9", "2030-03-02T16:30:00Z", 50000, "2030-03-02T16:30:00Z",
    "2030-03-03T00:30:00Z", TRUE },
  { "deepseek", "deepseek-v9", "2030-12-31T23:00:00Z", 50000, "2030-12-31T16:30:00Z", "2031-01-01",
    TRUE },
  { "deepseek", "deepseek-v9", "2031-01-01", 200000, "2031-01-01", NULL, FALSE },
  { "deepseek", "deepseek-v9", "2032-01-01T17:00:00Z", 200000, "2031-01-01", NULL, FALSE },
};

static void
test_periods (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      OutlayPrice price;

      g_test_message ("%s %s", periods[i].model, periods[i].at);
      find (book, periods[i].provider, periods[i].model, periods[i].at, &price);
      assert_rate (&price.card.base, OUTLAY_RATE_INPUT, periods[i].input_picos);
      g_assert_cmpint (price.valid_from, ==,
                       periods[i].from != NULL ? instant (periods[i].from) : G_MININT64);
      g_assert_cmpint (price.valid_to, ==,
                       periods[i].to != NULL ? instant (periods[i].to) : G_MAXINT64);
      g_assert_cmpint (price.by_time_of_day, ==, periods[i].by_time_of_day);
    }
}

static void
test_states (void)
{
  g_autoptr (OutlayPriceBook) book = make_book ();
  OutlayPrice price;

  find (book, "openrouter", "acme/tiny:free", "2030-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_FREE);
  find (book, "openrouter", "acme/small:free", "2030-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_FREE);
  g_assert_cmpstr (price.provider, ==, "openrouter");

  /* Known, and priced by something that usage has no count for */
  find (book, "openrouter", "acme/whisper", "2030-06-01", &price);
  g_assert_cmpint (price.state, ==, OUTLAY_PRICE_UNPRICED);
  g_assert_cmpstr (price.model, ==, "acme/whisper");
  g_assert_null (price.source);
}

/* Each row of rates that says something unknown is left out, and said; the others stay. */
static void
test_warnings (void)
{
  g_autoptr (OutlayPriceBook) book = outlay_price_book_new ();
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) json = bytes_of (catalogue_json);
  OutlayPrice price;

  g_assert_true (outlay_price_book_add_genai (book, json, "test", warnings, NULL));

  g_assert_cmpuint (warnings->len, ==, 3);
  g_assert_nonnull (strstr (warnings->pdata[0], "openai, gpt-odd: "));
  g_assert_nonnull (strstr (warnings->pdata[0], "service_tier"));
  g_assert_nonnull (strstr (warnings->pdata[1], "start_time"));
  g_assert_nonnull (strstr (warnings->pdata[2], "smell_mtok"));

  find (book, "openai", "gpt-odd", "2030-06-01", &price);
  assert_rate (&price.card.base, OUTLAY_RATE_INPUT, 1000000);
}

/* What is wrong with a model, and the word of the warning that says so. */
static const struct
{
  const char *members;
  const char *warning;
} faults[] = {
  { "\"match\":{\"sounds_like\":\"x\"},\"prices\":{\"input_mtok\":1}", "sounds_like" },
  { "\"match\":{\"equals\":\"x\",\"contains\":\"x\"},\"prices\":{\"input_mtok\":1}", "rule" },
  { "\"match\":{\"equals\":[]},\"prices\":{\"input_mtok\":1}", "equals" },
  { "\"match\":{\"regex\":\"(\"},\"prices\":{\"input_mtok\":1}", "left out" },
  { "\"prices\":{\"input_mtok\":1}", "rule" },
  { "\"match\":{\"equals\":\"x\"}", "prices" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":-1}", "input_mtok" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":\"cheap\"}", "input_mtok" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":1e30}", "input_mtok" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":{\"tiers\":[]}}", "input_mtok" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":{\"base\":1,\"tiers\":[{}]}}",
    "start" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":{\"input_mtok\":{\"base\":1,\"tiers\":"
    "[{\"start\":5}]}}",
    "input_mtok" },
  { "\"match\":{\"equals\":\"x\"},\"prices\":[{\"constraint\":{\"start_date\":\"2030-02-30\"},"
    "\"prices\":{\"input_mtok\":1}}]",
    "condition" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (OutlayPriceBook) book = outlay_price_book_new ();
      g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text =
          g_strdup_printf ("[{\"id\":\"openai\",\"models\":[{\"id\":\"x\",%s}]}]",
                           faults[i].members);
      g_autoptr (GBytes) json = bytes_of (text);
      OutlayPrice price;

      g_test_message ("%s", faults[i].members);
      g_assert_true (outlay_price_book_add_genai (book, json, "test", warnings, NULL));
      g_assert_cmpuint (warnings->len, ==, 1);
      g_assert_nonnull (strstr (warnings->pdata[0], faults[i].warning));

      find (book, "openai", "x", "2030-06-01", &price);
      g_assert_cmpint (price.state, ==, OUTLAY_PRICE_UNPRICED);
    }
}

static const char *const malformed[] = { "", "[", "{}", "[]", "[1]", "hello", "{\"id\":{}}" };

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (OutlayPriceBook) book = outlay_price_book_new ();
      g_autoptr (GBytes) json = bytes_of (malformed[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", malformed[i]);
      g_assert_false (outlay_price_book_add_genai (book, json, "test", NULL, &error));
      g_assert_error (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED);
      g_clear_error (&error);
      g_assert_false (outlay_price_book_add_litellm (book, json, "test", &error));
      g_assert_error (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing/catalogue/exact", test_exact);
  g_test_add_func ("/pricing/catalogue/tiers", test_tiers);
  g_test_add_func ("/pricing/catalogue/long-context", test_long_context);
  g_test_add_func ("/pricing/catalogue/periods", test_periods);
  g_test_add_func ("/pricing/catalogue/states", test_states);
  g_test_add_func ("/pricing/catalogue/warnings", test_warnings);
  g_test_add_func ("/pricing/catalogue/faults", test_faults);
  g_test_add_func ("/pricing/catalogue/malformed", test_malformed);

  return g_test_run ();
}
