/* test-dates.c – days, months and ranges by locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/date.h"

#include "core/date.h"

#include <locale.h>
#include <string.h>

typedef enum
{
  DAY,
  DAY_LONG,
  DAY_OF_MONTH,
  MONTH,
  MONTH_NAME,
  MONTH_SHORT,
  RANGE,
  RANGE_LONG,
  MONTHS,
} What;

typedef struct
{
  const char *locale;
  What what;
  const char *from;
  const char *to;
  const char *expected;
} DateCase;

static const DateCase cases[] = {
  { "en_GB", DAY, "2026-11-25", NULL, "25 Nov" },
  { "en_GB", DAY_LONG, "2026-11-20", NULL, "20 November 2026" },
  { "en_GB", DAY_OF_MONTH, "2026-11-20", NULL, "20 November" },
  { "en_GB", MONTH, "2026-11-01", NULL, "November 2026" },
  { "en_GB", MONTH_NAME, "2026-11-01", NULL, "November" },
  { "en_GB", MONTH_SHORT, "2026-11-01", NULL, "Nov" },
  { "en_GB", RANGE, "2026-11-01", "2026-11-20", "1–20 Nov" },
  { "en_GB", RANGE, "2026-11-05", "2026-11-05", "5 Nov" },
  { "C", DAY, "2026-11-25", NULL, "Nov 25" },
  { "C", DAY_LONG, "2024-02-29", NULL, "February 29, 2024" },
  { "C", MONTH, "1970-01-01", NULL, "January 1970" },
  { "C", DAY, "9999-12-31", NULL, "Dec 31" },
  { "de_DE", DAY_LONG, "2026-11-20", NULL, "20. November 2026" },
  { "de_DE", DAY, "2026-11-25", NULL, "25. Nov." },
  { "de_DE", RANGE, "2026-11-01", "2026-11-20", "1.–20. Nov." },
  { "de_DE", MONTHS, "2026-09-01", "2026-11-01", "September–November 2026" },
  { "de_DE", MONTHS, "2026-09-01", "2026-09-01", "September 2026" },
  { "he_IL", MONTH, "2026-11-01", NULL, "נובמבר 2026" },
};

static char *
word (OutlayWording *wording, const DateCase *row)
{
  gint32 from = 0;
  gint32 to = 0;

  g_assert_true (outlay_day_parse (row->from, &from, NULL));
  g_assert_true (!row->to || outlay_day_parse (row->to, &to, NULL));
  switch (row->what)
    {
    case DAY:
      return outlay_wording_day (wording, from);
    case DAY_LONG:
      return outlay_wording_day_long (wording, from);
    case DAY_OF_MONTH:
      return outlay_wording_day_of_month (wording, from);
    case MONTH:
      return outlay_wording_month (wording, outlay_month_of_day (from));
    case MONTH_NAME:
      return outlay_wording_month_name (wording, outlay_month_of_day (from));
    case MONTH_SHORT:
      return outlay_wording_month_short (wording, outlay_month_of_day (from));
    case RANGE:
      return outlay_wording_day_range (wording, from, to);
    case RANGE_LONG:
      return outlay_wording_day_range_long (wording, from, to);
    case MONTHS:
    default:
      return outlay_wording_month_range (wording, outlay_month_of_day (from),
                                         outlay_month_of_day (to));
    }
}

/* ICU sets narrow spaces around some dashes, which differ by its version. */
static char *
squeeze (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\u202f", -1);

  return g_strjoinv ("", parts);
}

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayWording) wording = outlay_wording_new (cases[i].locale);
      g_autofree char *text = word (wording, &cases[i]);
      g_autofree char *squeezed = squeeze (text);

      g_assert_cmpstr (squeezed, ==, cases[i].expected);
    }
}

static void
test_ranges (void)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new ("en_GB");
  const DateCase row = { "en_GB", RANGE_LONG, "2026-09-01", "2026-11-20", NULL };
  g_autofree char *text = word (wording, &row);

  g_assert_nonnull (strstr (text, "1 September"));
  g_assert_nonnull (strstr (text, "–"));
  g_assert_nonnull (strstr (text, "20 November 2026"));
}

static void
test_paper (void)
{
  static const struct
  {
    const char *locale;
    gboolean letter;
  } papers[] = {
    { "C", FALSE },          { "en_US.UTF-8", TRUE }, { "en_GB", FALSE },
    { "de_DE@euro", FALSE }, { "en_CA", TRUE },       { "he_IL", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (OutlayWording) wording = outlay_wording_new (papers[i].locale);

      g_assert_cmpint (outlay_wording_uses_letter_paper (wording), ==, papers[i].letter);
    }
}

static void
test_process_locale (void)
{
  g_autoptr (OutlayWording) wording = NULL;

  setlocale (LC_ALL, "C");
  wording = outlay_wording_new (NULL);
  g_assert_cmpstr (outlay_wording_get_locale (wording), ==, "en_US");
  g_assert_false (outlay_wording_is_rtl (wording));
  g_assert_false (outlay_wording_uses_letter_paper (wording));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/date/all", test_dates);
  g_test_add_func ("/wording/date/ranges", test_ranges);
  g_test_add_func ("/wording/locale/paper", test_paper);
  g_test_add_func ("/wording/locale/process", test_process_locale);
  return g_test_run ();
}
