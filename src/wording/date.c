/* date.c – days, months and ranges of days in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/date.h"

#include "core/date.h"
#include "wording/wording-private.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>

#define MAX_TEXT 256
#define MSEC_PER_SECOND 1000.0
#define THIN_SPACE 0x2009
#define NARROW_NO_BREAK_SPACE 0x202f

/* "UTC" */
static const UChar utc[] = { 0x55, 0x54, 0x43, 0 };

static UDate
instant_of (gint32 day)
{
  return (double) outlay_day_start (day) * MSEC_PER_SECOND;
}

static UDateFormat *
lookup_date (OutlayWording *self, const char *skeleton)
{
  UDateFormat *format = g_hash_table_lookup (self->dates, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator;
  UChar pattern[MAX_TEXT];
  g_autofree UChar *wanted = NULL;
  int32_t length = 0;

  if (format)
    return format;
  wanted = outlay_wording_to_utf16 (skeleton, &length);
  generator = udatpg_open (self->date_locale, &status);
  length = udatpg_getBestPattern (generator, wanted, length, pattern, MAX_TEXT, &status);
  udatpg_close (generator);
  format =
      udat_open (UDAT_PATTERN, UDAT_PATTERN, self->date_locale, utc, -1, pattern, length, &status);
  if (U_FAILURE (status))
    return NULL;
  g_hash_table_insert (self->dates, g_strdup (skeleton), format);
  return format;
}

static UDateIntervalFormat *
lookup_interval (OutlayWording *self, const char *skeleton)
{
  UDateIntervalFormat *format = g_hash_table_lookup (self->intervals, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wanted = NULL;
  int32_t length = 0;

  if (format)
    return format;
  wanted = outlay_wording_to_utf16 (skeleton, &length);
  format = udtitvfmt_open (self->date_locale, wanted, length, utc, -1, &status);
  if (U_FAILURE (status))
    return NULL;
  g_hash_table_insert (self->intervals, g_strdup (skeleton), format);
  return format;
}

static char *
format_day (OutlayWording *self, const char *skeleton, gint32 day)
{
  UDateFormat *format = lookup_date (self, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];
  int32_t length;

  if (!format)
    return outlay_day_to_string (day);
  length = udat_format (format, instant_of (day), text, MAX_TEXT, NULL, &status);
  if (U_FAILURE (status) || length > MAX_TEXT)
    return outlay_day_to_string (day);
  return outlay_wording_from_utf16 (text, (gsize) length);
}

/* The thin spaces beside a dash become ones that do not break. */
static void
hold_together (UChar *text, int32_t length)
{
  for (int32_t i = 0; i < length; i++)
    if (text[i] == THIN_SPACE)
      text[i] = NARROW_NO_BREAK_SPACE;
}

static char *
format_range (OutlayWording *self, const char *skeleton, gint32 from, gint32 to)
{
  UDateIntervalFormat *format = lookup_interval (self, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  int32_t length = 0;

  if (format)
    length = udtitvfmt_format (format, instant_of (from), instant_of (to), text, MAX_TEXT, NULL,
                               &status);
  if (format && U_SUCCESS (status) && length <= MAX_TEXT)
    {
      hold_together (text, length);
      return outlay_wording_from_utf16 (text, (gsize) length);
    }
  first = format_day (self, skeleton, from);
  last = format_day (self, skeleton, to);
  return g_strdup_printf ("%s – %s", first, last);
}

/**
 * outlay_wording_day:
 * @self: a wording
 * @day: days since 1970
 *
 * Returns: (transfer full): "25 Nov"
 */
char *
outlay_wording_day (OutlayWording *self, gint32 day)
{
  return format_day (self, "MMMd", day);
}

/**
 * outlay_wording_day_long:
 * @self: a wording
 * @day: days since 1970
 *
 * Returns: (transfer full): "20 November 2026"
 */
char *
outlay_wording_day_long (OutlayWording *self, gint32 day)
{
  return format_day (self, "yMMMMd", day);
}

/**
 * outlay_wording_day_of_month:
 * @self: a wording
 * @day: days since 1970
 *
 * Returns: (transfer full): "26 November"
 */
char *
outlay_wording_day_of_month (OutlayWording *self, gint32 day)
{
  return format_day (self, "MMMMd", day);
}

/**
 * outlay_wording_month:
 * @self: a wording
 * @month: months since January 1970
 *
 * Returns: (transfer full): "November 2026"
 */
char *
outlay_wording_month (OutlayWording *self, gint32 month)
{
  return format_day (self, "yMMMM", outlay_month_first_day (month));
}

/**
 * outlay_wording_month_name:
 * @self: a wording
 * @month: months since January 1970
 *
 * Returns: (transfer full): "November"
 */
char *
outlay_wording_month_name (OutlayWording *self, gint32 month)
{
  return format_day (self, "LLLL", outlay_month_first_day (month));
}

/**
 * outlay_wording_month_short:
 * @self: a wording
 * @month: months since January 1970
 *
 * Returns: (transfer full): "Nov"
 */
char *
outlay_wording_month_short (OutlayWording *self, gint32 month)
{
  return format_day (self, "LLL", outlay_month_first_day (month));
}

/**
 * outlay_wording_day_range:
 * @self: a wording
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full): "1–20 Nov"
 */
char *
outlay_wording_day_range (OutlayWording *self, gint32 from, gint32 to)
{
  return format_range (self, "MMMd", from, to);
}

/**
 * outlay_wording_day_range_long:
 * @self: a wording
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full): "1 September – 20 November 2026"
 */
char *
outlay_wording_day_range_long (OutlayWording *self, gint32 from, gint32 to)
{
  return format_range (self, "yMMMMd", from, to);
}

/**
 * outlay_wording_month_range:
 * @self: a wording
 * @from_month: first month
 * @to_month: last month
 *
 * Returns: (transfer full): "September – November 2026", or the one month
 */
char *
outlay_wording_month_range (OutlayWording *self, gint32 from_month, gint32 to_month)
{
  if (from_month == to_month)
    return outlay_wording_month (self, from_month);
  return format_range (self, "yMMMM", outlay_month_first_day (from_month),
                       outlay_month_first_day (to_month));
}
