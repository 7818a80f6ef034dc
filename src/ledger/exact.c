/* exact.c – numbers that a person types: kept to the last digit, or refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/exact.h"

#include "core/decimal.h"
#include "ledger/ledger.h"

#include <glib/gi18n.h>
#include <string.h>

/* Digits, and perhaps a point and more digits: exponents are for machines. */
static gboolean
scan_plain (const char *text, gsize *n_decimals)
{
  gsize whole, after = 0, last = 0;

  text += text[0] == '-' || text[0] == '+';
  whole = strspn (text, "0123456789");
  if (text[whole] == '.')
    {
      after = strspn (text + whole + 1, "0123456789");
      if (after == 0 || text[whole + 1 + after] != '\0')
        return FALSE;

      for (gsize i = 0; i < after; i++)
        if (text[whole + 1 + i] != '0')
          last = i + 1;
    }
  else if (text[whole] != '\0')
    return FALSE;

  *n_decimals = last;
  return whole > 0 || after > 0;
}

/**
 * outlay_exact_parse:
 * @text: a number in the C locale, as `-12.50`
 * @decimals: how many decimals there can be: 9 for money
 * @value: (out): the number × 10^@decimals
 * @error: return location for an #OutlayLedgerError
 *
 * Unlike outlay_decimal_parse() this never rounds: what a person states is taken
 * as stated, or not at all.
 */
gboolean
outlay_exact_parse (const char *text, guint decimals, gint64 *value, GError **error)
{
  gsize n_decimals;

  if (!scan_plain (text, &n_decimals))
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is not a plain number. Write it as 1234.56."), text);
      return FALSE;
    }

  if (n_decimals > decimals)
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   ngettext ("“%s” is too fine: at most %u decimal is kept.",
                             "“%s” is too fine: at most %u decimals are kept.", decimals),
                   text, decimals);
      return FALSE;
    }

  if (!outlay_decimal_parse (text, decimals, value, NULL))
    {
      g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                   _ ("“%s” is too large a number."), text);
      return FALSE;
    }

  return TRUE;
}
