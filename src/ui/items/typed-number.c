/* typed-number.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/typed-number.h"

#include "core/money.h"
#include "ui/items/amount-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define NANO_DECIMALS 9

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

static char *
drop_percent_sign (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != '%' && c != 0x066A)
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

static void
set_too_fine (GError **error, const char *text, guint decimals)
{
  if (decimals == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not a whole number"),
                 text);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 ngettext ("“%s” is too fine: at most %u decimal is kept",
                           "“%s” is too fine: at most %u decimals are kept", decimals),
                 text, decimals);
}

/**
 * outlay_typed_number_parse:
 * @wording: of the reader
 * @text: "1,234.5", "$6.40" or "90 %"
 * @decimals: how many decimals are kept, up to 9
 * @value: (out): the number × 10^@decimals
 * @error: return location for a #GIOErrorEnum
 *
 * Never rounds: what a person states is taken as stated, or not at all.
 *
 * Returns: %FALSE, and @value untouched, if @text is no such number
 */
gboolean
outlay_typed_number_parse (OutlayWording *wording,
                           const char *text,
                           guint decimals,
                           gint64 *value,
                           GError **error)
{
  gint64 step = power_of_ten (NANO_DECIMALS - MIN (decimals, NANO_DECIMALS));
  g_autofree char *bare = drop_percent_sign (text);
  gint64 nanos;

  if (!outlay_amount_text_parse (wording, bare, &nanos, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not a number"), text);
      return FALSE;
    }

  if (nanos % step != 0)
    {
      set_too_fine (error, text, decimals);
      return FALSE;
    }

  *value = nanos / step;
  return TRUE;
}
