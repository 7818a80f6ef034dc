/* number.c – counts, percentages and ratios in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/number-private.h"

#include "core/decimal.h"
#include "wording/wording-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <unicode/uformattedvalue.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>

#define MICRO_SCALE 6
#define REAL_MINUS 0x2212

static UNumberFormatter *
lookup_formatter (OutlayWording *self, const char *skeleton)
{
  UNumberFormatter *formatter = g_hash_table_lookup (self->numbers, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *pattern = NULL;
  int32_t length = 0;

  if (formatter)
    return formatter;
  pattern = outlay_wording_to_utf16 (skeleton, &length);
  formatter = unumf_openForSkeletonAndLocale (pattern, length, self->number_locale, &status);
  if (U_FAILURE (status))
    {
      unumf_close (formatter);
      return NULL;
    }
  g_hash_table_insert (self->numbers, g_strdup (skeleton), formatter);
  return formatter;
}

/* Puts U+2212 where the locale has a hyphen for a minus; no other text is touched. */
static void
mend_minus (const UFormattedNumber *result, UChar *text, int32_t length, UErrorCode *status)
{
  UConstrainedFieldPosition *position = ucfpos_open (status);
  const UFormattedValue *value = unumf_resultAsValue (result, status);

  if (U_SUCCESS (*status))
    ucfpos_constrainField (position, UFIELD_CATEGORY_NUMBER, UNUM_SIGN_FIELD, status);
  while (U_SUCCESS (*status) && ufmtval_nextPosition (value, position, status))
    {
      int32_t start = 0;
      int32_t end = 0;

      ucfpos_getIndexes (position, &start, &end, status);
      for (int32_t i = start; i < MIN (end, length); i++)
        if (text[i] == '-')
          text[i] = REAL_MINUS;
    }
  ucfpos_close (position);
}

/*
 * outlay_wording_format_decimal:
 * @skeleton: ICU number skeleton
 * @decimal: a plain decimal number, C locale
 *
 * Returns: (transfer full) (nullable): the text; %NULL where ICU does not take the skeleton
 */
char *
outlay_wording_format_decimal (OutlayWording *self, const char *skeleton, const char *decimal)
{
  UNumberFormatter *formatter = lookup_formatter (self, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result;
  g_autofree UChar *text = NULL;
  int32_t length;

  if (!formatter)
    return NULL;
  result = unumf_openResult (&status);
  unumf_formatDecimal (formatter, decimal, (int32_t) strlen (decimal), result, &status);
  length = unumf_resultToString (result, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    status = U_ZERO_ERROR;
  text = g_new0 (UChar, (gsize) length + 1);
  unumf_resultToString (result, text, length + 1, &status);
  if (U_SUCCESS (status))
    mend_minus (result, text, length, &status);
  unumf_closeResult (result);
  return U_SUCCESS (status) ? outlay_wording_from_utf16 (text, (gsize) length) : NULL;
}

/* The text of ICU, or the plain number where ICU has no data: never nothing. */
static char *
format_or_plain (OutlayWording *self, const char *skeleton, const char *decimal)
{
  char *text = outlay_wording_format_decimal (self, skeleton, decimal);

  return text ? text : g_strdup (decimal);
}

static char *
format_estimate (OutlayWording *self, const char *skeleton, double value)
{
  char decimal[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    return g_strdup ("–");
  if (fpclassify (value) == FP_ZERO)
    value = 0.0; /* there is no minus nothing */
  g_ascii_formatd (decimal, sizeof decimal, "%.9f", value);
  return format_or_plain (self, skeleton, decimal);
}

/* ".00" and the like: so many digits after the point, no more and no fewer. */
static char *
precision (const char *stem, int decimals)
{
  static const char zeros[] = ".000000";

  if (decimals <= 0)
    return g_strconcat (stem, "precision-integer sign-negative", NULL);
  return g_strdup_printf ("%s%.*s sign-negative", stem, MIN (decimals, 6) + 1, zeros);
}

/**
 * outlay_wording_count:
 * @self: a wording
 * @count: a number of things
 *
 * Returns: (transfer full): "21,350"
 */
char *
outlay_wording_count (OutlayWording *self, gint64 count)
{
  g_autofree char *decimal = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  return format_or_plain (self, "precision-integer", decimal);
}

/**
 * outlay_wording_micros:
 * @self: a wording
 * @micros: millionths
 *
 * Returns: (transfer full): the exact number, "1.5"
 */
char *
outlay_wording_micros (OutlayWording *self, gint64 micros)
{
  g_autofree char *decimal = outlay_decimal_to_string (micros, MICRO_SCALE);

  return format_or_plain (self, ".######", decimal);
}

/**
 * outlay_wording_estimate:
 * @self: a wording
 * @value: an estimate; what is not finite is a dash
 * @decimals: digits after the point
 *
 * Returns: (transfer full): "12.8"
 */
char *
outlay_wording_estimate (OutlayWording *self, double value, int decimals)
{
  g_autofree char *skeleton = precision ("", decimals);

  return format_estimate (self, skeleton, value);
}

/**
 * outlay_wording_percent:
 * @self: a wording
 * @percent: 100 is all; what is not finite is a dash
 * @decimals: digits after the point
 *
 * Returns: (transfer full): "251%", or "251 %" where that is the custom
 */
char *
outlay_wording_percent (OutlayWording *self, double percent, int decimals)
{
  g_autofree char *skeleton = precision ("percent ", decimals);

  return format_estimate (self, skeleton, percent);
}

/**
 * outlay_wording_share_micros:
 * @self: a wording
 * @micros: millionths of a whole
 *
 * Returns: (transfer full): the exact share, "62.5%"
 */
char *
outlay_wording_share_micros (OutlayWording *self, gint64 micros)
{
  g_autofree char *decimal = outlay_decimal_to_string (micros, MICRO_SCALE);

  return format_or_plain (self, "percent scale/100 .####", decimal);
}

/**
 * outlay_wording_change:
 * @self: a wording
 * @percent: by how much
 *
 * Returns: (transfer full): with its sign: "+36%", "−4%", "0%"
 */
char *
outlay_wording_change (OutlayWording *self, double percent)
{
  return format_estimate (self, "percent precision-integer sign-except-zero", percent);
}

/**
 * outlay_wording_ratio:
 * @self: a wording
 * @to_one: the first part, the second being 1
 *
 * Returns: (transfer full): "3.5 : 1"
 */
char *
outlay_wording_ratio (OutlayWording *self, double to_one)
{
  g_autofree char *text = NULL;

  if (!isfinite (to_one))
    return g_strdup ("–");
  text = format_estimate (self, fabs (to_one) < 0.95 ? "@#" : ".#", to_one);
  /* Translators: value to cost, such as 3.5 : 1; the spaces do not break. */
  return g_strdup_printf (_ ("%s\u00a0:\u00a01"), text);
}
