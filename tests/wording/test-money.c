/* test-money.c – amounts and numbers by locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/money.h"

#include "core/money.h"
#include "wording/number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *locale;
  const char *decimal;
  const char *currency;
  OutlayMoneyStyle style;
  const char *expected;
} MoneyCase;

static const MoneyCase money_cases[] = {
  { "C", "1234.567", "USD", OUTLAY_MONEY_FULL, "$1,234.57" },
  { "C", "-1234.567", "USD", OUTLAY_MONEY_FULL, "−$1,234.57" },
  { "C", "-0.001", "USD", OUTLAY_MONEY_FULL, "$0.00" },
  { "C", "86027.5", "USD", OUTLAY_MONEY_WHOLE, "$86,028" },
  { "C", "86026.5", "USD", OUTLAY_MONEY_WHOLE, "$86,026" },
  { "C", "10000", "USD", OUTLAY_MONEY_COMPACT, "$10k" },
  { "C", "12500", "USD", OUTLAY_MONEY_COMPACT, "$12.5k" },
  { "C", "2500000", "USD", OUTLAY_MONEY_COMPACT, "$2.5M" },
  { "C", "0", "USD", OUTLAY_MONEY_COMPACT, "$0" },
  { "C", "1250", "USD", OUTLAY_MONEY_COMPACT, "$1.25k" },
  { "C", "0.025", "USD", OUTLAY_MONEY_COMPACT, "$0.025" },
  { "C", "3108", "USD", OUTLAY_MONEY_ROUGH, "$3.1k" },
  { "C", "0.16744", "USD", OUTLAY_MONEY_EACH, "$0.167" },
  { "C", "0.1", "USD", OUTLAY_MONEY_EACH, "$0.10" },
  { "C", "2", "USD", OUTLAY_MONEY_EACH, "$2.00" },
  { "C", "0", "USD", OUTLAY_MONEY_EACH, "$0.00" },
  { "C", "2400", "USD", OUTLAY_MONEY_SHORT, "$2,400" },
  { "C", "2400.5", "USD", OUTLAY_MONEY_SHORT, "$2,400.50" },
  { "C", "1234.5", "JPY", OUTLAY_MONEY_FULL, "¥1,234" },
  { "C", "1.5", "KWD", OUTLAY_MONEY_FULL, "KWD\u00a01.500" },
  { "C", "1.5", "XQZ", OUTLAY_MONEY_FULL, "XQZ\u00a01.50" },
  { "C", "1.5", "premium requests", OUTLAY_MONEY_FULL, "1.50\u00a0premium requests" },
  { "C", "1.5", "", OUTLAY_MONEY_FULL, "1.50" },
  { "C", "9223372036.854775807", "USD", OUTLAY_MONEY_FULL, "$9,223,372,036.85" },
  { "POSIX", "1", "EUR", OUTLAY_MONEY_FULL, "€1.00" },
  { "de_DE.UTF-8", "1234.567", "EUR", OUTLAY_MONEY_FULL, "1.234,57\u00a0€" },
  { "de_DE", "-1234.567", "USD", OUTLAY_MONEY_FULL, "−1.234,57\u00a0$" },
  { "de_DE", "2.5", "credits", OUTLAY_MONEY_FULL, "2,50\u00a0credits" },
  { "fr_FR", "1234.5", "EUR", OUTLAY_MONEY_FULL, "1\u202f234,50\u00a0€" },
};

static void
test_money (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (money_cases); i++)
    {
      const MoneyCase *row = &money_cases[i];
      g_autoptr (OutlayWording) wording = outlay_wording_new (row->locale);
      gint64 nanos = 0;
      g_autofree char *text = NULL;

      g_assert_true (outlay_nanos_parse (row->decimal, &nanos, NULL));
      text = outlay_wording_money (wording, nanos, row->currency, row->style);
      g_assert_cmpstr (text, ==, row->expected);
    }
}

static void
test_hebrew (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("he_IL.UTF-8");
  g_autofree char *text =
      outlay_wording_money (wording, -5 * OUTLAY_NANOS_PER_UNIT, "ILS", OUTLAY_MONEY_FULL);

  g_assert_true (outlay_wording_is_rtl (wording));
  g_assert_nonnull (strstr (text, "₪"));
  g_assert_nonnull (strstr (text, "−5.00"));
  g_assert_null (strchr (text, '-'));
}

static void
test_amounts (void)
{
  g_autoptr (OutlayWording) english = outlay_wording_new ("C");
  g_autoptr (OutlayWording) german = outlay_wording_new ("de_DE");
  g_autofree char *plain =
      outlay_wording_amount (english, G_GINT64_CONSTANT (2618350000000), "USD", OUTLAY_MONEY_FULL);
  g_autofree char *whole =
      outlay_wording_amount (german, G_GINT64_CONSTANT (-2400000000000), "USD", OUTLAY_MONEY_SHORT);
  g_autofree char *range =
      outlay_wording_money_range (english, G_GINT64_CONSTANT (25870000000000),
                                  G_GINT64_CONSTANT (27390000000000), "USD", OUTLAY_MONEY_WHOLE);
  g_autofree char *below =
      outlay_wording_money_range (english, G_GINT64_CONSTANT (-5000000000),
                                  G_GINT64_CONSTANT (7000000000), "USD", OUTLAY_MONEY_WHOLE);

  g_assert_cmpstr (plain, ==, "2,618.35");
  g_assert_cmpstr (whole, ==, "−2.400");
  g_assert_cmpstr (range, ==, "$25,870–$27,390");
  g_assert_cmpstr (below, ==, "−$5\u00a0–\u00a0$7");
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *locale;
    double percent;
    int decimals;
    const char *expected;
  } percents[] = {
    { "C", 900, 0, "900%" },           { "C", 250.5, 0, "250%" },
    { "C", -25.4, 0, "−25%" },         { "C", -0.2, 0, "0%" },
    { "C", 73.25, 1, "73.2%" },        { "C", NAN, 0, "–" },
    { "de_DE", 251, 0, "251\u00a0%" }, { "de_DE", 73.3, 1, "73,3\u00a0%" },
  };
  static const struct
  {
    double to_one;
    const char *expected;
  } ratios[] = {
    { 10.0, "10\u00a0:\u00a01" },
    { 3.51, "3.5\u00a0:\u00a01" },
    { 0.394, "0.39\u00a0:\u00a01" },
    { INFINITY, "–" },
  };
  g_autoptr (OutlayWording) english = outlay_wording_new ("C");
  g_autofree char *count = outlay_wording_count (english, 21350);
  g_autofree char *micros = outlay_wording_micros (english, 1500000);
  g_autofree char *share = outlay_wording_share_micros (english, 625000);
  g_autofree char *rise = outlay_wording_change (english, 36.2);
  g_autofree char *same = outlay_wording_change (english, 0.3);

  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (OutlayWording) wording = outlay_wording_new (percents[i].locale);
      g_autofree char *text =
          outlay_wording_percent (wording, percents[i].percent, percents[i].decimals);

      g_assert_cmpstr (text, ==, percents[i].expected);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autofree char *text = outlay_wording_ratio (english, ratios[i].to_one);

      g_assert_cmpstr (text, ==, ratios[i].expected);
    }
  g_assert_cmpstr (count, ==, "21,350");
  g_assert_cmpstr (micros, ==, "1.5");
  g_assert_cmpstr (share, ==, "62.5%");
  g_assert_cmpstr (rise, ==, "+36%");
  g_assert_cmpstr (same, ==, "0%");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/money/styles", test_money);
  g_test_add_func ("/wording/money/hebrew", test_hebrew);
  g_test_add_func ("/wording/money/amounts", test_amounts);
  g_test_add_func ("/wording/number/all", test_numbers);
  return g_test_run ();
}
