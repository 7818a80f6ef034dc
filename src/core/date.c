/* date.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/date.h"

#include <glib/gi18n.h>

#define FIRST_YEAR 1970
#define LAST_YEAR 9999
#define DAYS_PER_400_YEARS 146097
#define MAX_QUOTED 40       /* bytes of a bad text that an error repeats */
#define DAYS_TO_1970 719468 /* from 1 March of the year 0 */

G_DEFINE_QUARK (OutlayDateError, outlay_date_error)

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/**
 * outlay_day_from_ymd:
 * @year: 1970 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @out: (out): the day
 *
 * The year is counted from March, so that the leap day is its last
 * (H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
 *
 * Returns: %FALSE if there is no such day
 */
gboolean
outlay_day_from_ymd (int year, int month, int day, gint32 *out)
{
  int y, era, year_of_era, day_of_year;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 ||
      day > days_in_month (year, month))
    return FALSE;

  y = month > 2 ? year : year - 1;
  era = y / 400;
  year_of_era = y - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  *out = era * DAYS_PER_400_YEARS + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
         day_of_year - DAYS_TO_1970;
  return TRUE;
}

/**
 * outlay_day_to_ymd:
 * @day: a day
 * @year: (out): 1970 to 9999
 * @month: (out): 1 to 12
 * @day_of_month: (out): 1 to 31
 */
void
outlay_day_to_ymd (gint32 day, int *year, int *month, int *day_of_month)
{
  int shifted = day + DAYS_TO_1970;
  int era = shifted / DAYS_PER_400_YEARS;
  int day_of_era = shifted - era * DAYS_PER_400_YEARS;
  int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int from_march = (5 * day_of_year + 2) / 153;

  *day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = year_of_era + era * 400 + (*month <= 2 ? 1 : 0);
}

/* Exactly n digits at *p, which moves past them; -1 if they are not there. */
static int
scan_number (const char **p, int n_digits)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return -1;
      number = number * 10 + g_ascii_digit_value (**p);
    }

  return number;
}

static gboolean
scan_char (const char **p, char wanted)
{
  if (**p != wanted)
    return FALSE;

  (*p)++;
  return TRUE;
}

static gboolean
scan_day (const char **p, gint32 *day)
{
  int year, month, day_of_month;

  year = scan_number (p, 4);
  if (year < 0 || !scan_char (p, '-'))
    return FALSE;

  month = scan_number (p, 2);
  if (month < 0 || !scan_char (p, '-'))
    return FALSE;

  day_of_month = scan_number (p, 2);
  return outlay_day_from_ymd (year, month, day_of_month, day);
}

static gboolean
set_syntax_error (GError **error, const char *what, const char *text)
{
  g_autofree char *begin = g_strndup (text, MAX_QUOTED);
  g_autofree char *quoted = g_utf8_make_valid (begin, -1);

  g_set_error (error, OUTLAY_DATE_ERROR, OUTLAY_DATE_ERROR_SYNTAX, "%s: “%s”", what, quoted);
  return FALSE;
}

/**
 * outlay_day_parse:
 * @text: `YYYY-MM-DD`
 * @day: (out): the day
 * @error: return location for an #OutlayDateError
 */
gboolean
outlay_day_parse (const char *text, gint32 *day, GError **error)
{
  const char *p = text;
  gint32 scanned;

  if (!scan_day (&p, &scanned) || *p != '\0')
    return set_syntax_error (error, _ ("not a date"), text);

  *day = scanned;
  return TRUE;
}

/**
 * outlay_day_to_string:
 * @day: a day
 *
 * Returns: (transfer full): `YYYY-MM-DD`
 */
char *
outlay_day_to_string (gint32 day)
{
  int year, month, day_of_month;

  outlay_day_to_ymd (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * outlay_day_of_instant:
 * @instant: an instant
 *
 * Returns: the UTC day it falls on
 */
gint32
outlay_day_of_instant (gint64 instant)
{
  return (gint32) ((instant - (instant < 0 ? OUTLAY_SECONDS_PER_DAY - 1 : 0)) /
                   OUTLAY_SECONDS_PER_DAY);
}

/**
 * outlay_day_start:
 * @day: a day
 *
 * Returns: its first second, UTC
 */
gint64
outlay_day_start (gint32 day)
{
  return (gint64) day * OUTLAY_SECONDS_PER_DAY;
}

/**
 * outlay_day_weekday:
 * @day: a day
 *
 * Returns: 0 for Monday to 6 for Sunday
 */
int
outlay_day_weekday (gint32 day)
{
  return (int) (((gint64) day + 3 + 7 * 200000) % 7);
}

/**
 * outlay_month_of_day:
 * @day: a day
 *
 * Returns: the month it falls in
 */
gint32
outlay_month_of_day (gint32 day)
{
  int year, month, day_of_month;

  outlay_day_to_ymd (day, &year, &month, &day_of_month);
  return (year - FIRST_YEAR) * 12 + month - 1;
}

/**
 * outlay_month_first_day:
 * @month: a month
 *
 * Returns: its first day
 */
gint32
outlay_month_first_day (gint32 month)
{
  gint32 day = 0;

  outlay_day_from_ymd (FIRST_YEAR + month / 12, month % 12 + 1, 1, &day);
  return day;
}

/**
 * outlay_month_n_days:
 * @month: a month
 *
 * Returns: 28 to 31
 */
int
outlay_month_n_days (gint32 month)
{
  return days_in_month (FIRST_YEAR + month / 12, month % 12 + 1);
}

/**
 * outlay_month_parse:
 * @text: `YYYY-MM`
 * @month: (out): the month
 * @error: return location for an #OutlayDateError
 */
gboolean
outlay_month_parse (const char *text, gint32 *month, GError **error)
{
  const char *p = text;
  int year = scan_number (&p, 4);
  int number = year >= FIRST_YEAR && scan_char (&p, '-') ? scan_number (&p, 2) : -1;

  if (number < 1 || number > 12 || *p != '\0')
    return set_syntax_error (error, _ ("not a month (YYYY-MM)"), text);

  *month = (year - FIRST_YEAR) * 12 + number - 1;
  return TRUE;
}

/**
 * outlay_month_to_string:
 * @month: a month
 *
 * Returns: (transfer full): `YYYY-MM`
 */
char *
outlay_month_to_string (gint32 month)
{
  return g_strdup_printf ("%04d-%02d", FIRST_YEAR + month / 12, month % 12 + 1);
}

/* `HH:MM`, `HH:MM:SS` or `HH:MM:SS.ffffff` at *p, as seconds; fractions are cut off. */
static gboolean
scan_time (const char **p, gint64 *seconds)
{
  int hour, minute, second = 0;

  hour = scan_number (p, 2);
  if (hour < 0 || hour > 23 || !scan_char (p, ':'))
    return FALSE;

  minute = scan_number (p, 2);
  if (minute < 0 || minute > 59)
    return FALSE;

  if (scan_char (p, ':'))
    {
      second = scan_number (p, 2);
      if (second < 0 || second > 60)
        return FALSE;

      if (scan_char (p, '.'))
        while (g_ascii_isdigit (**p))
          (*p)++;
    }

  *seconds = hour * 3600 + minute * 60 + MIN (second, 59);
  return TRUE;
}

/* Nothing (UTC), ` UTC`, `Z`, `±HH:MM`, `±HHMM` or `±HH` at *p, as seconds east of UTC. */
static gboolean
scan_offset (const char **p, gint64 *seconds)
{
  int sign, hours, minutes = 0;

  *seconds = 0;
  while (**p == ' ')
    (*p)++;

  if (g_str_has_prefix (*p, "UTC"))
    *p += 3;
  else if (**p == 'Z' || **p == 'z')
    (*p)++;
  else if (**p == '+' || **p == '-')
    {
      sign = **p == '-' ? -1 : 1;
      (*p)++;
      hours = scan_number (p, 2);
      if (hours < 0 || hours > 18)
        return FALSE;

      if (scan_char (p, ':') || **p != '\0')
        minutes = scan_number (p, 2);
      if (minutes < 0 || minutes > 59)
        return FALSE;

      *seconds = sign * (hours * 3600 + minutes * 60);
    }

  return TRUE;
}

/**
 * outlay_instant_parse:
 * @text: `YYYY-MM-DD`, or that with ` ` or `T` and a time of day, and `Z` or an
 *   offset; without one it is UTC
 * @instant: (out): the instant, fractions of a second cut off
 * @error: return location for an #OutlayDateError
 */
gboolean
outlay_instant_parse (const char *text, gint64 *instant, GError **error)
{
  const char *p = text;
  gint64 seconds = 0;
  gint64 offset = 0;
  gint64 result;
  gint32 day;

  if (!scan_day (&p, &day))
    return set_syntax_error (error, _ ("not a date"), text);

  if (*p != '\0')
    {
      if (!scan_char (&p, 'T') && !scan_char (&p, ' '))
        return set_syntax_error (error, _ ("not a date"), text);
      if (!scan_time (&p, &seconds) || !scan_offset (&p, &offset) || *p != '\0')
        return set_syntax_error (error, _ ("not a date and time"), text);
    }

  result = outlay_day_start (day) + seconds - offset;
  if (result < 0 || result > OUTLAY_INSTANT_MAX)
    return set_syntax_error (error, _ ("not a date and time"), text);

  *instant = result;
  return TRUE;
}

/**
 * outlay_instant_to_string:
 * @instant: an instant
 *
 * Returns: (transfer full): RFC 3339 in UTC, as `2026-09-20T12:00:00Z`
 */
char *
outlay_instant_to_string (gint64 instant)
{
  gint32 day = outlay_day_of_instant (instant);
  g_autofree char *date = outlay_day_to_string (day);
  int seconds = (int) (instant - outlay_day_start (day));

  return g_strdup_printf ("%sT%02d:%02d:%02dZ", date, seconds / 3600, seconds / 60 % 60,
                          seconds % 60);
}
