/* test-amount-text.c – what a person types, in the habits of several countries
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/money.h"
#include "ui/items/amount-text.h"

static void
test_parse (void)
{
  static const struct
  {
    const char *locale;
    const char *text;
    const char *nanos; /* NULL: refused */
  } cases[] = {
    { "en_US", "2400", "2400" },
    { "en_US", "2400.50", "2400.5" },
    { "en_US", " 2,400 ", "2400" },
    { "en_US", "1,234,567.89", "1234567.89" },
    { "en_US", "$2,400", "2400" },
    { "en_US", "-5", "-5" },
    { "en_US", "\342\210\2225", "-5" },
    { "en_US", "2,5", NULL },
    { "en_US", "2,4000", NULL },
    { "en_US", "2.400.000", NULL },
    { "en_US", "12a", NULL },
    { "en_US", "", NULL },
    { "en_US", "-", NULL },
    { "de_DE", "2400,50", "2400.5" },
    { "de_DE", "2.400", "2400" },
    { "de_DE", "2.400,50 €", "2400.5" },
    { "de_DE", "2400.50", "2400.5" },
    { "de_DE", "1.234.567", "1234567" },
    { "de_DE", "1,234.50", NULL },
    { "fr_FR", "2\342\200\257400,50", "2400.5" },
    { "fr_FR", "2\302\240400", "2400" },
    { "fr_FR", "2400.5", "2400.5" },
    { "de_CH", "2\342\200\231400.50", "2400.5" },
    { "en_IN", "1234.5", "1234.5" },
    { "en_IN", "12,34,567", "1234567" },
    { "en_US", "12,34,567", NULL },
    { "ar_EG", "\331\242\331\244\331\240\331\240", "2400" },
    { "C", "2400.5", "2400.5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWording) wording = outlay_wording_new (cases[i].locale);
      g_autoptr (GError) error = NULL;
      gint64 nanos = 77;
      gboolean read = outlay_amount_text_parse (wording, cases[i].text, &nanos, &error);
      g_autofree char *found = outlay_nanos_to_string (nanos);

      g_test_message ("%s: %s", cases[i].locale, cases[i].text);
      g_assert_cmpint (read, ==, cases[i].nanos != NULL);
      g_assert_cmpstr (found, ==, read ? cases[i].nanos : "0.000000077");
      g_assert_cmpint (error == NULL, ==, read);
    }
}

/* What is shown to be edited can be read again. */
static void
test_round (void)
{
  static const char *const locales[] = {
    "en_US", "de_DE", "fr_FR", "de_CH", "hi_IN", "pl_PL", "C"
  };
  static const gint64 amounts[] = { 0, 1, 999, 1200, 12345, 1234567 };

  for (gsize l = 0; l < G_N_ELEMENTS (locales); l++)
    for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
      for (gint64 cents = 0; cents < 100; cents += 49)
        {
          g_autoptr (OutlayWording) wording = outlay_wording_new (locales[l]);
          gint64 nanos = (amounts[i] * 100 + cents) * (OUTLAY_NANOS_PER_UNIT / 100);
          g_autofree char *text = outlay_amount_text_from_nanos (wording, nanos, "USD");
          g_autoptr (GError) error = NULL;
          gint64 found = -1;

          outlay_amount_text_parse (wording, text, &found, &error);
          g_assert_no_error (error);
          g_assert_cmpint (found, ==, nanos);
        }
}

static void
test_starts (void)
{
  g_assert_true (outlay_amount_text_starts ("7"));
  g_assert_true (outlay_amount_text_starts (","));
  g_assert_false (outlay_amount_text_starts ("a"));
  g_assert_false (outlay_amount_text_starts (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount-text/parse", test_parse);
  g_test_add_func ("/amount-text/round", test_round);
  g_test_add_func ("/amount-text/starts", test_starts);
  return g_test_run ();
}
