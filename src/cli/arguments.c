/* arguments.c – values of options and arguments; what is wrong with one is said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/arguments.h"

#include "core/decimal.h"
#include "ledger/exact.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define MONEY_DECIMALS 9
#define SHARE_DECIMALS 4 /* of a percentage: millionths of the whole */

/**
 * outlay_argument_is_text:
 * @name: what it is for, as `--model`
 * @text: (nullable): an argument
 *
 * Returns: %TRUE if it was given, and is UTF-8 text
 */
gboolean
outlay_argument_is_text (const char *name, const char *text)
{
  if (text == NULL)
    outlay_cli_misuse (_ ("%s is missing."), name);
  else if (!g_utf8_validate (text, -1, NULL))
    outlay_cli_misuse (_ ("%s has to be UTF-8 text."), name);
  else
    return TRUE;

  return FALSE;
}

/**
 * outlay_argument_day:
 * @name: what it is for
 * @text: `YYYY-MM-DD`
 * @day: (out): days since 1970
 */
gboolean
outlay_argument_day (const char *name, const char *text, gint32 *day)
{
  if (outlay_day_parse (text, day, NULL))
    return TRUE;

  outlay_cli_misuse (_ ("%s: “%s” is no day. Write it as 2026-09-20."), name, text);
  return FALSE;
}

/**
 * outlay_argument_month:
 * @name: what it is for
 * @text: `YYYY-MM`
 * @month: (out): months since January 1970
 */
gboolean
outlay_argument_month (const char *name, const char *text, gint32 *month)
{
  if (outlay_month_parse (text, month, NULL))
    return TRUE;

  outlay_cli_misuse (_ ("%s: “%s” is no month. Write it as 2026-09."), name, text);
  return FALSE;
}

/**
 * outlay_argument_amount:
 * @name: what it is for
 * @text: a decimal number
 * @nanos: (out): the amount
 */
gboolean
outlay_argument_amount (const char *name, const char *text, gint64 *nanos)
{
  g_autoptr (GError) error = NULL;

  if (outlay_exact_parse (text, MONEY_DECIMALS, nanos, &error))
    return TRUE;

  outlay_cli_misuse ("%s: %s", name, error->message);
  return FALSE;
}

/**
 * outlay_argument_count:
 * @name: what it is for
 * @text: a whole number, not negative
 * @count: (out): it
 */
gboolean
outlay_argument_count (const char *name, const char *text, gint64 *count)
{
  return outlay_argument_integer (name, text, 0, G_MAXINT64, count);
}

/**
 * outlay_argument_integer:
 * @name: what it is for
 * @text: a whole number
 * @least: the smallest that makes sense
 * @most: the largest
 * @integer: (out): it
 */
gboolean
outlay_argument_integer (const char *name,
                         const char *text,
                         gint64 least,
                         gint64 most,
                         gint64 *integer)
{
  if (g_ascii_string_to_signed (text, 10, least, most, integer, NULL))
    return TRUE;

  outlay_cli_misuse (_ ("%s: “%s” is no whole number from %" PRId64 " to %" PRId64 "."), name, text,
                     least, most);
  return FALSE;
}

/**
 * outlay_argument_share:
 * @name: what it is for
 * @text: a percentage, with at most four decimals
 * @share: (out): millionths of the whole
 */
gboolean
outlay_argument_share (const char *name, const char *text, gint32 *share)
{
  g_autoptr (GError) error = NULL;
  gint64 millionths;

  if (!outlay_exact_parse (text, SHARE_DECIMALS, &millionths, &error))
    {
      outlay_cli_misuse ("%s: %s", name, error->message);
      return FALSE;
    }

  if (millionths < 1 || millionths > 1000000)
    {
      outlay_cli_misuse (_ ("%s: a share is more than 0 %% and at most 100 %%, not “%s”."), name,
                         text);
      return FALSE;
    }

  *share = (gint32) millionths;
  return TRUE;
}

/**
 * outlay_argument_months:
 * @cli: the program
 * @month: (nullable): of `--month`
 * @from: (nullable): of `--from`
 * @to: (nullable): of `--to`
 * @from_month: (out): first month; of today if nothing was given
 * @to_month: (out): last month
 * @status: (out): the exit status on failure
 */
gboolean
outlay_argument_months (OutlayCli *cli,
                        const char *month,
                        const char *from,
                        const char *to,
                        gint32 *from_month,
                        gint32 *to_month,
                        OutlayExit *status)
{
  gint32 first, last, today;

  *status = OUTLAY_EXIT_USAGE;
  if (month != NULL && (from != NULL || to != NULL))
    {
      outlay_cli_misuse (_ ("--month stands alone, or --from and --to do."));
      return FALSE;
    }

  if (month == NULL && from == NULL && to == NULL)
    {
      *status = OUTLAY_EXIT_FAILED;
      if (!outlay_cli_today (cli, &today))
        return FALSE;

      *from_month = *to_month = outlay_month_of_day (today);
      return TRUE;
    }

  if (month == NULL && (from == NULL || to == NULL))
    {
      outlay_cli_misuse (_ ("A period needs --from and --to."));
      return FALSE;
    }

  if (!outlay_argument_month (month != NULL ? "--month" : "--from", month != NULL ? month : from,
                              &first) ||
      !outlay_argument_month (month != NULL ? "--month" : "--to", month != NULL ? month : to,
                              &last))
    return FALSE;

  if (first > last)
    {
      outlay_cli_misuse (_ ("--from %s is after --to %s."), from, to);
      return FALSE;
    }

  *from_month = first;
  *to_month = last;
  return TRUE;
}
