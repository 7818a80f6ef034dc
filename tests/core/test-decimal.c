/* test-decimal.c – decimal text in and out, exactly
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/decimal.h"

#include <string.h>

#define N_ROUNDS 20000

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    guint scale;
    gint64 value;
  } cases[] = {
    { "0", 9, 0 },
    { "-0", 9, 0 },
    { "-0.00", 9, 0 },
    { "1", 9, 1000000000 },
    { "12.5", 9, G_GINT64_CONSTANT (12500000000) },
    { "-12.5", 9, G_GINT64_CONSTANT (-12500000000) },
    { "+.5", 9, 500000000 },
    { "7.", 9, G_GINT64_CONSTANT (7000000000) },
    { "007", 0, 7 },
    { "2.25e-05", 9, 22500 },
    { "2.25E-05", 9, 22500 },
    { "1e3", 0, 1000 },
    { "1e+3", 0, 1000 },
    { "1.5e1", 0, 15 },
    { "0e99", 9, 0 },
    { "0.30000000000000004", 9, 300000000 },
    { "0.1000000000000000055511151231257827021181583404541015625", 9, 100000000 },
    { "0.0000000005", 9, 0 }, /* half a nano-unit: to even, down */
    { "0.0000000015", 9, 2 }, /* … and up */
    { "0.0000000025", 9, 2 },
    { "-0.0000000015", 9, -2 },
    { "-0.0000000005", 9, 0 },
    { "0.00000000050000000000000000000000000001", 9, 1 }, /* no tie */
    { "0.00000000049999999999999999999999999999", 9, 0 },
    { "0.5000000000000000000000000000000000000000000000001", 0, 1 },
    { "2.5000000000000000000000000000000000000000000000000", 0, 2 },
    { "1e-99", 9, 0 },
    { "0.000000000000000000000000000000000000001e39", 0, 1 },
    { "100000000000000000000e-20", 0, 1 },
    { "123456789012345678901234567890e-20", 0, 1234567890 },
    { "9223372036.854775807", 9, G_MAXINT64 },
    { "-9223372036.854775807", 9, -G_MAXINT64 },
    { "9223372036854775807", 0, G_MAXINT64 },
    { "0.000000000000000001", 18, 1 },
    { "9.223372036854775807", 18, G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 42;

      g_test_message ("parsing “%s”", cases[i].text);
      g_assert_true (outlay_decimal_parse (cases[i].text, cases[i].scale, &value, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

static void
test_parse_refuses (void)
{
  static const struct
  {
    const char *text;
    OutlayMoneyError code;
  } cases[] = {
    { "", OUTLAY_MONEY_ERROR_SYNTAX },
    { " ", OUTLAY_MONEY_ERROR_SYNTAX },
    { ".", OUTLAY_MONEY_ERROR_SYNTAX },
    { "-", OUTLAY_MONEY_ERROR_SYNTAX },
    { "+-5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "--5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "e5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e+", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e 5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e\v5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e+-5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e5.0", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e100", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1e99999999999999999999", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1,5", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1 000", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1.2.3", OUTLAY_MONEY_ERROR_SYNTAX },
    { " 1", OUTLAY_MONEY_ERROR_SYNTAX },
    { "1 ", OUTLAY_MONEY_ERROR_SYNTAX },
    { "$1", OUTLAY_MONEY_ERROR_SYNTAX },
    { "nan", OUTLAY_MONEY_ERROR_SYNTAX },
    { "inf", OUTLAY_MONEY_ERROR_SYNTAX },
    { "0x10", OUTLAY_MONEY_ERROR_SYNTAX },
    { "١٢", OUTLAY_MONEY_ERROR_SYNTAX },
    { "00000000000000000000000000000000000000000000000000000000000000001",
      OUTLAY_MONEY_ERROR_SYNTAX },
    { "9223372036.854775808", OUTLAY_MONEY_ERROR_RANGE },
    { "-9223372036.854775808", OUTLAY_MONEY_ERROR_RANGE },
    { "1e10", OUTLAY_MONEY_ERROR_RANGE },
    { "1e99", OUTLAY_MONEY_ERROR_RANGE },
    { "99999999999999999999999999999999999999999999999999999999", OUTLAY_MONEY_ERROR_RANGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 value = 42;

      g_test_message ("refusing “%s”", cases[i].text);
      g_assert_false (outlay_decimal_parse (cases[i].text, 9, &value, &error));
      g_assert_error (error, OUTLAY_MONEY_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (value, ==, 42);
    }
}

/* A message repeats a bad text, but never half a character of it. */
static void
test_message_is_utf8 (void)
{
  g_autoptr (GString) text = g_string_new ("x");
  g_autoptr (GError) error = NULL;
  gint64 value;

  while (text->len < 200)
    g_string_append (text, "é");

  g_assert_false (outlay_decimal_parse (text->str, 9, &value, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 120);
}

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gint64 count; /* −1: refused */
  } cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "59200", 59200 },
    { "59200.0", 59200 },
    { "59200.000000000000000000000000000000000000", 59200 },
    { "5.92e4", 59200 },
    { "5920000e-2", 59200 },
    { "9223372036854775807", G_MAXINT64 },
    { "9223372036854775807.0", G_MAXINT64 },
    { "0.5", -1 },
    { "0.0001", -1 },
    { "59200.0004", -1 },
    { "59200.000000000000000000000000000000000001", -1 },
    { "10000000000.5", -1 },
    { "1e-50", -1 },
    { "5925e-1", -1 },
    { "-1", -1 },
    { "-0.4", -1 },
    { "9223372036854775808", -1 },
    { "abc", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 count = 42;
      gboolean good = cases[i].count >= 0;

      g_test_message ("counting “%s”", cases[i].text);
      g_assert_cmpint (outlay_count_parse (cases[i].text, &count, &error), ==, good);
      g_assert_cmpint (error == NULL, ==, good);
      g_assert_cmpint (count, ==, good ? cases[i].count : 42);
    }
}

static void
test_to_string (void)
{
  static const struct
  {
    gint64 value;
    guint scale;
    const char *text;
  } cases[] = {
    { 0, 9, "0" },
    { 1, 9, "0.000000001" },
    { -1, 9, "-0.000000001" },
    { 1000000000, 9, "1" },
    { G_GINT64_CONSTANT (-12500000000), 9, "-12.5" },
    { 100, 0, "100" },
    { -100, 0, "-100" },
    { 120, 2, "1.2" },
    { G_MAXINT64, 9, "9223372036.854775807" },
    { G_MININT64, 9, "-9223372036.854775808" },
    { 1, 18, "0.000000000000000001" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outlay_decimal_to_string (cases[i].value, cases[i].scale);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      guint shift = (guint) g_test_rand_int_range (0, 63);
      guint64 bits = ((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ();
      gint64 value = (gint64) (bits >> 1 >> shift) * (g_test_rand_bit () ? 1 : -1);
      guint scale = (guint) g_test_rand_int_range (0, 19);
      g_autofree char *text = outlay_decimal_to_string (value, scale);
      gint64 parsed = 0;

      g_assert_true (outlay_decimal_parse (text, scale, &parsed, NULL));
      g_assert_cmpint (parsed, ==, value);
    }
}

/* Rounds a text of digits by hand: @digits without point, the last @drop of them cut off. */
static gint64
round_digits (const char *digits, gsize drop)
{
  gsize length = strlen (digits);
  gsize kept = length > drop ? length - drop : 0;
  g_autofree char *zeros = g_strnfill (drop > length ? drop - length : 0, '0');
  g_autofree char *rest = g_strconcat (zeros, digits + kept, NULL);
  gint64 value = 0;

  for (gsize i = 0; i < kept; i++)
    value = value * 10 + (digits[i] - '0');
  if (rest[0] > '5' || (rest[0] == '5' && strspn (rest + 1, "0") < strlen (rest + 1)))
    return value + 1;
  if (rest[0] == '5')
    return value + value % 2;

  return value;
}

static void
test_against_digits (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      int n_whole = g_test_rand_int_range (1, 9);
      int n_fraction = g_test_rand_int_range (9, 30);
      int n_ties = g_test_rand_int_range (0, 3);
      g_autoptr (GString) digits = g_string_new (NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 value = 0;

      for (int i = 0; i < n_whole + n_fraction; i++)
        {
          char digit = (char) ('0' + g_test_rand_int_range (0, 10));

          /* Make ties likely: 5 and zeros behind the ninth decimal. */
          if (n_ties > 0 && i >= n_whole + 9)
            digit = i == n_whole + 9 ? '5' : '0';
          g_string_append_c (digits, digit);
        }
      if (n_ties == 2 && n_fraction > 10)
        digits->str[digits->len - 1] = '1';

      g_string_append (text, digits->str);
      g_string_insert_c (text, n_whole, '.');
      g_assert_true (outlay_decimal_parse (text->str, 9, &value, NULL));
      g_assert_cmpint (value, ==, round_digits (digits->str, (gsize) (n_fraction - 9)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/decimal/parse", test_parse);
  g_test_add_func ("/core/decimal/parse-refuses", test_parse_refuses);
  g_test_add_func ("/core/decimal/message-is-utf8", test_message_is_utf8);
  g_test_add_func ("/core/decimal/count", test_count);
  g_test_add_func ("/core/decimal/to-string", test_to_string);
  g_test_add_func ("/core/decimal/round-trip", test_round_trip);
  g_test_add_func ("/core/decimal/against-digits", test_against_digits);

  return g_test_run ();
}
