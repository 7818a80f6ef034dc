/* test-date.c – days, months and instants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"

#include <string.h>

/* Every day from 1970 to 9999 against GDate. */
static void
test_calendar (void)
{
  GDate date;
  gint32 month = -1;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1970);

  for (gint32 day = 0; day <= OUTLAY_DAY_MAX; day++, g_date_add_days (&date, 1))
    {
      int year, number, day_of_month;
      gint32 again = -1;

      outlay_day_to_ymd (day, &year, &number, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (number, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_true (outlay_day_from_ymd (year, number, day_of_month, &again));
      g_assert_cmpint (again, ==, day);
      g_assert_cmpint (outlay_day_weekday (day), ==, g_date_get_weekday (&date) - 1);

      if (day_of_month != 1)
        continue;

      month++;
      g_assert_cmpint (outlay_month_of_day (day), ==, month);
      g_assert_cmpint (outlay_month_first_day (month), ==, day);
      g_assert_cmpint (outlay_month_of_day (day + outlay_month_n_days (month) - 1), ==, month);
      g_assert_cmpint (outlay_month_n_days (month), ==,
                       g_date_get_days_in_month ((GDateMonth) number, (GDateYear) year));
    }
}

static void
test_no_such_day (void)
{
  static const int cases[][3] = {
    { 1969, 12, 31 }, { 10000, 1, 1 }, { 2026, 0, 1 },  { 2026, 13, 1 }, { 2026, 1, 0 },
    { 2026, 1, 32 },  { 2026, 4, 31 }, { 2026, 2, 29 }, { 2100, 2, 29 }, { 2024, 2, 30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 day = -7;

      g_assert_false (outlay_day_from_ymd (cases[i][0], cases[i][1], cases[i][2], &day));
      g_assert_cmpint (day, ==, -7);
    }
}

static void
test_day_text (void)
{
  static const char *const good[] = { "1970-01-01", "2024-02-29", "2026-09-20", "9999-12-31" };
  static const char *const bad[] = {
    "",           "2026",        "2026-9-20",        "2026-09-2",   "2026-09-200",
    "2026/09/20", "20260920",    "2026-02-29",       " 2026-09-20", "2026-09-20 ",
    "1969-12-31", "２026-09-20", "2026-09-20T00:00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *text = NULL;
      gint32 day = -1;

      g_assert_true (outlay_day_parse (good[i], &day, NULL));
      text = outlay_day_to_string (day);
      g_assert_cmpstr (text, ==, good[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      gint32 day = -7;

      g_test_message ("refusing “%s”", bad[i]);
      g_assert_false (outlay_day_parse (bad[i], &day, &error));
      g_assert_error (error, OUTLAY_DATE_ERROR, OUTLAY_DATE_ERROR_SYNTAX);
      g_assert_cmpint (day, ==, -7);
    }
}

static void
test_month_text (void)
{
  static const struct
  {
    const char *text;
    gint32 month; /* −1: refused */
  } cases[] = {
    { "1970-01", 0 },  { "1970-12", 11 },  { "2026-09", 680 },   { "9999-12", 96359 },
    { "2026-00", -1 }, { "2026-13", -1 },  { "1969-12", -1 },    { "2026-9", -1 },
    { "2026", -1 },    { "2026-09-", -1 }, { "2026-09-01", -1 }, { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint32 month = -7;

      g_test_message ("month “%s”", cases[i].text);
      if (cases[i].month >= 0)
        {
          g_autofree char *text = NULL;

          g_assert_true (outlay_month_parse (cases[i].text, &month, &error));
          g_assert_cmpint (month, ==, cases[i].month);
          text = outlay_month_to_string (month);
          g_assert_cmpstr (text, ==, cases[i].text);
        }
      else
        {
          g_assert_false (outlay_month_parse (cases[i].text, &month, &error));
          g_assert_error (error, OUTLAY_DATE_ERROR, OUTLAY_DATE_ERROR_SYNTAX);
          g_assert_cmpint (month, ==, -7);
        }
    }
}

static void
test_instant_text (void)
{
  static const struct
  {
    const char *text;
    gint64 instant; /* −1: refused */
  } cases[] = {
    { "1970-01-01", 0 },
    { "1970-01-02", 86400 },
    { "1970-01-01T00:00:01Z", 1 },
    { "1970-01-01 00:00:01", 1 },
    { "1970-01-01 00:01", 60 },
    { "1970-01-01 00:00:01 UTC", 1 },
    { "1970-01-01T00:00:01.999999Z", 1 },
    { "1970-01-01T02:00:00+02:00", 0 },
    { "1970-01-01T02:00:00+0200", 0 },
    { "1970-01-01T02:00:00+02", 0 },
    { "1969-12-31T19:00:00-05:00", -1 },
    { "1970-01-01T00:00:00-05:30", 19800 },
    { "1970-01-01T00:00:60Z", 59 },
    { "2026-09-20T12:34:56Z", 1789907696 },
    { "9999-12-31T23:59:59Z", OUTLAY_INSTANT_MAX },
    { "9999-12-31T23:59:59-01:00", -1 },
    { "1970-01-01T00:00:00+01:00", -1 },
    { "1970-01-01T", -1 },
    { "1970-01-01T1", -1 },
    { "1970-01-01T24:00:00Z", -1 },
    { "1970-01-01T00:60:00Z", -1 },
    { "1970-01-01T00:00:61Z", -1 },
    { "1970-01-01T00:00:00+05:", -1 },
    { "1970-01-01T00:00:00+5", -1 },
    { "1970-01-01T00:00:00+05:60", -1 },
    { "1970-01-01T00:00:00+19:00", -1 },
    { "1970-01-01T00:00:00Zulu", -1 },
    { "1970-01-01x00:00:00", -1 },
    { "yesterday", -1 },
    { "", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 instant = -7;
      gboolean good = cases[i].instant >= 0;

      g_test_message ("instant “%s”", cases[i].text);
      g_assert_cmpint (outlay_instant_parse (cases[i].text, &instant, &error), ==, good);
      g_assert_cmpint (error == NULL, ==, good);
      g_assert_cmpint (instant, ==, good ? cases[i].instant : -7);
    }
}

static void
test_instant_holds (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 instant = (gint64) (g_test_rand_double () * (double) OUTLAY_INSTANT_MAX);
      g_autofree char *text = outlay_instant_to_string (instant);
      gint32 day = outlay_day_of_instant (instant);
      gint64 again = -1;

      g_assert_true (outlay_instant_parse (text, &again, NULL));
      g_assert_cmpint (again, ==, instant);
      g_assert_cmpint (outlay_day_start (day), <=, instant);
      g_assert_cmpint (outlay_day_start (day + 1), >, instant);
    }

  g_assert_cmpint (outlay_day_of_instant (0), ==, 0);
  g_assert_cmpint (outlay_day_of_instant (-1), ==, -1);
  g_assert_cmpint (outlay_day_of_instant (-86400), ==, -1);
  g_assert_cmpint (outlay_day_of_instant (-86401), ==, -2);
}

static void
test_message_is_utf8 (void)
{
  g_autoptr (GString) text = g_string_new ("x");
  g_autoptr (GError) error = NULL;
  gint32 day;

  while (text->len < 200)
    g_string_append (text, "é");

  g_assert_false (outlay_day_parse (text->str, &day, &error));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date/calendar", test_calendar);
  g_test_add_func ("/core/date/no-such-day", test_no_such_day);
  g_test_add_func ("/core/date/day-text", test_day_text);
  g_test_add_func ("/core/date/month-text", test_month_text);
  g_test_add_func ("/core/date/instant-text", test_instant_text);
  g_test_add_func ("/core/date/instant-holds", test_instant_holds);
  g_test_add_func ("/core/date/message-is-utf8", test_message_is_utf8);

  return g_test_run ();
}
