/* money.c – amounts of money in the reader's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "wording/money.h"

#include "core/money.h"
#include "wording/number-private.h"
#include "wording/wording-private.h"

#include <string.h>
#include <unicode/ucurr.h>

static gboolean
is_iso_code (const char *currency)
{
  return strlen (currency) == 3 && g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1]) &&
         g_ascii_isupper (currency[2]);
}

/* Digits after the point that the currency is written with; 2 if it is a virtual one. */
static int
count_decimals (const char *currency)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  g_autofree UChar *code = NULL;
  int32_t digits;

  if (!is_iso_code (currency))
    return 2;
  code = outlay_wording_to_utf16 (currency, &length);
  digits = ucurr_getDefaultFractionDigits (code, &status);
  return U_SUCCESS (status) ? digits : 2;
}

/* Below one unit, where digits that count start behind the point. */
static gboolean
is_small (gint64 nanos)
{
  return nanos != 0 && nanos > -OUTLAY_NANOS_PER_UNIT && nanos < OUTLAY_NANOS_PER_UNIT;
}

static const char *
precision_of (gint64 nanos, const char *currency, OutlayMoneyStyle style)
{
  static const char *const fixed[] = { "precision-integer", ".0", ".00", ".000", ".0000" };
  const char *full = fixed[CLAMP (count_decimals (currency), 0, 4)];

  switch (style)
    {
    case OUTLAY_MONEY_WHOLE:
      return fixed[0];
    case OUTLAY_MONEY_COMPACT:
      return is_small (nanos) ? "compact-short @@#" : "compact-short .##";
    case OUTLAY_MONEY_ROUGH:
      return is_small (nanos) ? "compact-short @@#" : "compact-short .#";
    case OUTLAY_MONEY_EACH:
      return is_small (nanos) ? "@@#" : full;
    case OUTLAY_MONEY_SHORT:
      return nanos % OUTLAY_NANOS_PER_UNIT == 0 ? fixed[0] : full;
    case OUTLAY_MONEY_FULL:
    default:
      return full;
    }
}

static gboolean
is_compact (OutlayMoneyStyle style)
{
  return style == OUTLAY_MONEY_COMPACT || style == OUTLAY_MONEY_ROUGH;
}

/* English writes 10K; axes here follow the unit, k. */
static void
lower_thousand (OutlayWording *self, char *text)
{
  gsize length = strlen (text);

  if (!g_str_has_prefix (self->number_locale, "en") || length < 2)
    return;
  if (text[length - 1] == 'K' && g_ascii_isdigit (text[length - 2]))
    text[length - 1] = 'k';
}

/* What rounds to nothing has no minus. */
#define SIGN "sign-negative"

/**
 * outlay_wording_amount:
 * @self: a wording
 * @nanos: an amount
 * @currency: code of its currency, for its decimals
 * @style: how
 *
 * Returns: (transfer full): the number alone, for columns whose head names the currency
 */
char *
outlay_wording_amount (OutlayWording *self,
                       gint64 nanos,
                       const char *currency,
                       OutlayMoneyStyle style)
{
  g_autofree char *decimal = outlay_nanos_to_string (nanos);
  g_autofree char *skeleton = g_strconcat (precision_of (nanos, currency, style), " " SIGN, NULL);
  char *text = outlay_wording_format_decimal (self, skeleton, decimal);

  if (!text)
    return g_steal_pointer (&decimal);
  if (is_compact (style))
    lower_thousand (self, text);
  return text;
}

/**
 * outlay_wording_money:
 * @self: a wording
 * @nanos: an amount
 * @currency: code of its currency: ISO 4217, or a virtual one, which is written out
 * @style: how
 *
 * Returns: (transfer full): the amount with its currency
 */
char *
outlay_wording_money (OutlayWording *self,
                      gint64 nanos,
                      const char *currency,
                      OutlayMoneyStyle style)
{
  g_autofree char *decimal = NULL;
  g_autofree char *skeleton = NULL;
  g_autofree char *amount = NULL;
  char *text;

  if (is_iso_code (currency))
    {
      decimal = outlay_nanos_to_string (nanos);
      skeleton =
          g_strdup_printf ("currency/%s %s " SIGN, currency, precision_of (nanos, currency, style));
      text = outlay_wording_format_decimal (self, skeleton, decimal);
      if (text && is_compact (style))
        lower_thousand (self, text);
      if (text)
        return text;
    }
  amount = outlay_wording_amount (self, nanos, currency, style);
  return *currency ? g_strdup_printf ("%s\u00a0%s", amount, currency) : g_steal_pointer (&amount);
}

/**
 * outlay_wording_money_range:
 * @self: a wording
 * @low_nanos: one end
 * @high_nanos: the other
 * @currency: code of their currency
 * @style: how
 *
 * Returns: (transfer full): "$25,870–$27,390"
 */
char *
outlay_wording_money_range (OutlayWording *self,
                            gint64 low_nanos,
                            gint64 high_nanos,
                            const char *currency,
                            OutlayMoneyStyle style)
{
  g_autofree char *low = outlay_wording_money (self, low_nanos, currency, style);
  g_autofree char *high = outlay_wording_money (self, high_nanos, currency, style);

  /* A dash that touches a minus is not read as a dash. */
  if (low_nanos < 0 || high_nanos < 0)
    return g_strdup_printf ("%s\u00a0–\u00a0%s", low, high);
  return g_strdup_printf ("%s–%s", low, high);
}
