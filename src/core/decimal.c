/* decimal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/decimal.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_TEXT 64 /* characters: no honest number is longer */
#define MAX_EXPONENT 99
#define MAX_SCALE 18

/* value = mantissa × 10^power. While mantissa < 10²⁷ a digit more still fits. */
typedef struct
{
  OutlayWide mantissa;
  int power;
  gboolean dropped; /* non-zero digits below the mantissa were cut off */
} Decimal;

static int
scan_digits (const char **p, Decimal *decimal, gboolean fraction)
{
  const OutlayWide limit =
      (OutlayWide) OUTLAY_NANOS_PER_UNIT * OUTLAY_NANOS_PER_UNIT * OUTLAY_NANOS_PER_UNIT;
  int n_digits = 0;

  for (; g_ascii_isdigit (**p); (*p)++, n_digits++)
    {
      if (decimal->mantissa < limit)
        {
          decimal->mantissa = decimal->mantissa * 10 + g_ascii_digit_value (**p);
          decimal->power -= fraction ? 1 : 0;
        }
      else
        {
          decimal->dropped |= **p != '0';
          decimal->power += fraction ? 0 : 1;
        }
    }

  return n_digits;
}

static gboolean
scan_exponent (const char **p, Decimal *decimal)
{
  const char *begin;
  int exponent = 0;
  gboolean negative;

  if (**p != 'e' && **p != 'E')
    return TRUE;

  negative = (*p)[1] == '-';
  begin = *p + 1 + (negative || (*p)[1] == '+');
  for (*p = begin; g_ascii_isdigit (**p) && exponent <= MAX_EXPONENT; (*p)++)
    exponent = exponent * 10 + g_ascii_digit_value (**p);

  decimal->power += negative ? -exponent : exponent;
  return *p > begin && exponent <= MAX_EXPONENT;
}

static gboolean
scan_decimal (const char *p, Decimal *decimal)
{
  int n_digits = scan_digits (&p, decimal, FALSE);

  if (*p == '.')
    {
      p++;
      n_digits += scan_digits (&p, decimal, TRUE);
    }

  return n_digits > 0 && scan_exponent (&p, decimal) && *p == '\0';
}

/* The magnitude, rounded half to even, or more than G_MAXINT64 if it does not fit. */
static OutlayWide
scale (Decimal decimal)
{
  OutlayWide divisor = 1;
  OutlayWide quotient;

  for (; decimal.power > 0 && decimal.mantissa != 0 && decimal.mantissa <= G_MAXINT64;
       decimal.power--)
    decimal.mantissa *= 10;

  for (; decimal.power < 0; decimal.power++)
    {
      if (divisor > decimal.mantissa * 2)
        return 0; /* already less than half a unit */

      divisor *= 10;
    }

  quotient = outlay_divide_half_even (decimal.mantissa, divisor);

  /* A tie that was rounded down to even, but had more digits behind it, was no tie. */
  if (decimal.dropped && decimal.mantissa % divisor * 2 == divisor &&
      quotient == decimal.mantissa / divisor)
    quotient++;

  return quotient;
}

static void
set_error (GError **error, OutlayMoneyError code, const char *what, const char *text)
{
  g_autofree char *begin = g_strndup (text, MAX_TEXT);
  g_autofree char *quoted = g_utf8_make_valid (begin, -1);

  g_set_error (error, OUTLAY_MONEY_ERROR, code, "%s: “%s”", what, quoted);
}

/**
 * outlay_decimal_parse:
 * @text: a decimal number in the C locale, as `-12.5` or `2.25e-05`
 * @scale: how many decimals to keep: 9 makes nano-units
 * @value: (out): the number × 10^@scale, rounded half to even
 * @error: return location for an #OutlayMoneyError
 *
 * Billing exports write floats, so exponents are welcome; spaces, thousands
 * separators, currency signs, `nan` and `inf` are not: a reader that meets them
 * has to say what it makes of them.
 */
gboolean
outlay_decimal_parse (const char *text, guint scale_digits, gint64 *value, GError **error)
{
  Decimal decimal = { .power = (int) scale_digits };
  gboolean negative;
  OutlayWide magnitude;

  g_return_val_if_fail (text != NULL && value != NULL && scale_digits <= MAX_SCALE, FALSE);

  negative = text[0] == '-';

  if (strlen (text) > MAX_TEXT || !scan_decimal (text + (negative || text[0] == '+'), &decimal))
    {
      set_error (error, OUTLAY_MONEY_ERROR_SYNTAX, _ ("not a number"), text);
      return FALSE;
    }

  magnitude = scale (decimal);

  if (magnitude > G_MAXINT64)
    {
      set_error (error, OUTLAY_MONEY_ERROR_RANGE, _ ("too large"), text);
      return FALSE;
    }

  *value = negative ? -(gint64) magnitude : (gint64) magnitude;
  return TRUE;
}

/* Digits other than 0 behind the decimal point, wherever the exponent has put it. */
static gboolean
has_fraction (const char *text)
{
  Decimal decimal = { 0 };
  OutlayWide divisor = 1;

  scan_decimal (text + (text[0] == '-' || text[0] == '+'), &decimal);
  for (; decimal.power < 0; decimal.power++)
    {
      divisor *= 10;
      if (divisor > decimal.mantissa)
        return decimal.mantissa != 0;
    }

  return decimal.mantissa % divisor != 0 || (decimal.dropped && divisor > 1);
}

/**
 * outlay_count_parse:
 * @text: a count as exports write it: `59200`, `59200.0` or `5.92e4`
 * @count: (out): the count
 * @error: return location for an #OutlayMoneyError
 *
 * A count is never negative and never has a fraction.
 */
gboolean
outlay_count_parse (const char *text, gint64 *count, GError **error)
{
  gint64 whole;

  if (!outlay_decimal_parse (text, 0, &whole, error))
    return FALSE;

  if (text[0] == '-' && (whole != 0 || has_fraction (text)))
    {
      set_error (error, OUTLAY_MONEY_ERROR_SYNTAX, _ ("a count cannot be negative"), text);
      return FALSE;
    }
  if (has_fraction (text))
    {
      set_error (error, OUTLAY_MONEY_ERROR_SYNTAX, _ ("a count cannot have a fraction"), text);
      return FALSE;
    }

  *count = whole;
  return TRUE;
}

/**
 * outlay_decimal_to_string:
 * @value: a scaled integer
 * @scale: its decimals
 *
 * Writes @value exactly, in the C locale, without trailing zeros: for files,
 * JSON and tests. What people read comes from the wording room.
 *
 * Returns: (transfer full): the text
 */
char *
outlay_decimal_to_string (gint64 value, guint scale_digits)
{
  guint64 magnitude = value < 0 ? (guint64) - (value + 1) + 1 : (guint64) value;
  guint64 unit = 1;
  g_autofree char *digits = NULL;
  gsize length;

  g_return_val_if_fail (scale_digits <= MAX_SCALE, NULL);

  for (guint i = 0; i < scale_digits; i++)
    unit *= 10;

  digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) scale_digits, magnitude % unit);
  length = scale_digits > 0 ? strlen (digits) : 0;
  while (length > 0 && digits[length - 1] == '0')
    length--;
  digits[length] = '\0';

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s%s", value < 0 ? "-" : "", magnitude / unit,
                          length > 0 ? "." : "", digits);
}
