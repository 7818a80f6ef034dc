/* text-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/text-values.h"

#include "core/date.h"

#include <string.h>

#define MAX_DATES 2
#define SHORT_YEARS_FROM 2000

/**
 * outlay_decimal_plain:
 * @text: an amount as spreadsheets show it: `$10,000.00`, `-$5.25`
 *
 * Returns: (transfer full): it without dollar sign and commas, where each comma
 *   is followed by three digits and then no digit more; else @text as it is
 */
char *
outlay_decimal_plain (const char *text)
{
  GString *plain = g_string_new (NULL);
  gboolean fraction = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean thousands =
          *p == ',' && !fraction && plain->len > 0 && strspn (p + 1, "0123456789") == 3;

      if (*p == '$' && strspn (text, "-$") > (gsize) (p - text))
        continue;
      if (thousands)
        continue;

      fraction |= *p == '.';
      g_string_append_c (plain, *p);
    }

  return g_string_free (plain, FALSE);
}

static int
scan_number (const char **p, guint max_digits)
{
  int number = 0;
  guint n_digits = 0;

  for (; n_digits < max_digits && g_ascii_isdigit (**p); n_digits++, (*p)++)
    number = number * 10 + g_ascii_digit_value (**p);

  return n_digits > 0 ? number : -1;
}

/**
 * outlay_us_date_parse:
 * @text: `M/D/YY` or `MM/DD/YYYY`
 * @instant: (out): its first second, UTC
 *
 * Returns: %FALSE, and @instant untouched, if it is no such date
 */
gboolean
outlay_us_date_parse (const char *text, gint64 *instant)
{
  const char *p = text;
  int month, day, year;
  const char *year_text;
  gint32 result;

  month = scan_number (&p, 2);
  if (month < 0 || *p++ != '/')
    return FALSE;

  day = scan_number (&p, 2);
  if (day < 0 || *p++ != '/')
    return FALSE;

  year_text = p;
  year = scan_number (&p, 4);
  if (*p != '\0' || (p - year_text != 2 && p - year_text != 4))
    return FALSE;

  year += p - year_text == 2 ? SHORT_YEARS_FROM : 0;
  if (!outlay_day_from_ymd (year, month, day, &result))
    return FALSE;

  *instant = outlay_day_start (result);
  return TRUE;
}

/* `YYYY-MM-DD`, or a month, with - or _ at *p; *day is -1 for a month. */
static gboolean
scan_date (const char **p, int *year, int *month, int *day)
{
  const char *q = *p;
  const char *after_month;

  *year = scan_number (&q, 4);
  if (q - *p != 4 || (*q != '-' && *q != '_'))
    return FALSE;

  q++;
  *month = scan_number (&q, 2);
  after_month = q;
  if (*month < 1 || *month > 12 || g_ascii_isdigit (*q))
    return FALSE;

  *day = -1;
  if (*q == '-' || *q == '_')
    {
      q++;
      *day = scan_number (&q, 2);
    }

  *p = *day > 0 && !g_ascii_isdigit (*q) ? q : after_month;
  return TRUE;
}

/* `_13h` behind a day: the file holds an hour of it. */
static gboolean
is_hour (const char *p)
{
  return (*p == '_' || *p == '-') && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
         g_ascii_tolower (p[3]) == 'h';
}

static gboolean
month_range (int year, int month, gint32 *from, gint32 *to)
{
  if (!outlay_day_from_ymd (year, month, 1, from))
    return FALSE;

  *to = *from + outlay_month_n_days (outlay_month_of_day (*from)) - 1;
  return TRUE;
}

/**
 * outlay_name_range:
 * @file_name: name of a file
 * @inclusive: whether the second of two days is part of the range, and a single
 *   day or month is one
 * @from: (out): the first day
 * @to: (out): the last day
 *
 * Returns: whether the name says which days the file covers
 */
gboolean
outlay_name_range (const char *file_name, gboolean inclusive, gint32 *from, gint32 *to)
{
  gint32 days[MAX_DATES];
  guint n_days = 0;

  for (const char *p = file_name; *p != '\0' && n_days < MAX_DATES; p++)
    {
      int year, month, day;

      if (!g_ascii_isdigit (*p) || (p > file_name && g_ascii_isdigit (p[-1])) ||
          !scan_date (&p, &year, &month, &day))
        continue;

      if (day < 0)
        return inclusive && n_days == 0 && month_range (year, month, from, to);
      if (!outlay_day_from_ymd (year, month, day, &days[n_days]) || is_hour (p))
        return FALSE;

      n_days++;
      if (*p == '\0')
        break;
    }

  if (n_days == 0 || (n_days == 1 && !inclusive) || days[n_days - 1] < days[0])
    return FALSE;

  *from = days[0];
  *to = inclusive || days[1] == days[0] ? days[n_days - 1] : days[1] - 1;
  return TRUE;
}
