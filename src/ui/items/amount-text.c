/* amount-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/amount-text.h"

#include "core/money.h"
#include "wording/money.h"
#include "wording/number.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define MINUS_SIGN 0x2212
#define GROUP_DIGITS 3

/* What the reader's numbers have between thousands and before decimals; 0 for none. Above
 * the thousands there are groups of two in India. */
typedef struct
{
  gunichar group;
  gunichar decimal;
  guint upper_digits;
} Marks;

static gboolean
is_digit (gunichar c)
{
  return g_unichar_isdigit (c);
}

/* From a number that has them all: 1,234,567.5 */
static Marks
learn_marks (OutlayWording *wording)
{
  g_autofree char *sample = outlay_wording_micros (wording, G_GINT64_CONSTANT (1234567500000));
  Marks marks = { 0, 0, GROUP_DIGITS };
  guint n_digits = 0;

  for (const char *at = sample; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_digit (c))
        n_digits++;
      else if (n_digits == 4)
        marks.group = c;
      else if (n_digits == 2)
        marks.upper_digits = 2;
      else if (n_digits == 7)
        marks.decimal = c;
    }

  return marks;
}

/* Whether the marks of groups in @text are between thousands: 1,234,567 */
static gboolean
groups_thousands (const char *text, const Marks *marks)
{
  guint n_digits = 0;
  gboolean grouped = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_digit (c))
        {
          n_digits++;
          continue;
        }
      if (c != marks->group)
        break;
      if (grouped ? n_digits != marks->upper_digits
                  : n_digits == 0 || n_digits > marks->upper_digits)
        return FALSE;
      grouped = TRUE;
      n_digits = 0;
    }

  return grouped && n_digits == GROUP_DIGITS;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x202f || c == '\'' || c == 0x2019 ||
         g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Digits, marks and the sign are kept; a currency before or after them is not. */
static char *
strip (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == MINUS_SIGN)
        g_string_append_c (kept, '-');
      else if (!is_blank (c) && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
        g_string_append_unichar (kept, c);
    }

  return g_string_free (kept, FALSE);
}

/* Which mark of @text is before its decimals; 0 if none is. */
static gunichar
find_decimal (const char *text, const Marks *marks)
{
  gunichar other = marks->decimal == ',' ? '.' : ',';
  const char *own = g_utf8_strchr (text, -1, marks->decimal);
  const char *point = g_utf8_strchr (text, -1, '.');

  if (own != NULL && (other == marks->group || g_utf8_strchr (text, -1, other) == NULL))
    return marks->decimal;
  if (own == NULL && point != NULL && !(marks->group == '.' && groups_thousands (text, marks)))
    return '.';

  return 0;
}

/* The number as the C locale writes it, or NULL. */
static char *
normalise (const char *text, const Marks *marks)
{
  gunichar decimal = find_decimal (text, marks);
  gboolean grouped = groups_thousands (text, marks);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_digit (c))
        g_string_append_printf (plain, "%d", g_unichar_digit_value (c));
      else if (c == '-' && plain->len == 0)
        g_string_append_c (plain, '-');
      else if (decimal != 0 && c == decimal)
        g_string_append_c (plain, '.');
      else if (!(grouped && c == marks->group))
        return NULL;
    }

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/**
 * outlay_amount_text_parse:
 * @wording: of the reader
 * @text: "1,234.50", "1.234,50" where that is the habit, or plain "1234.50"
 * @nanos: (out): the amount
 * @error: return location for a #GIOErrorEnum or an #OutlayMoneyError
 *
 * A comma that could mean either is refused rather than guessed.
 */
gboolean
outlay_amount_text_parse (OutlayWording *wording, const char *text, gint64 *nanos, GError **error)
{
  Marks marks = learn_marks (wording);
  g_autofree char *stripped = strip (text);
  g_autofree char *plain = normalise (stripped, &marks);

  if (plain != NULL && outlay_nanos_parse (plain, nanos, NULL))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: %s is what was typed. */
               _ ("“%s” is not an amount. Type a number, as 2400 or 2400.50."), text);
  return FALSE;
}

/**
 * outlay_amount_text_from_nanos:
 * @wording: of the reader
 * @nanos: an amount
 * @currency: of the amount
 *
 * Returns: (transfer full): the amount to be edited, with decimals only if it has any
 */
char *
outlay_amount_text_from_nanos (OutlayWording *wording, gint64 nanos, const char *currency)
{
  return outlay_wording_amount (wording, nanos, currency, OUTLAY_MONEY_SHORT);
}

/**
 * outlay_amount_text_starts:
 * @text: what a key types
 *
 * Returns: whether an amount can begin with it
 */
gboolean
outlay_amount_text_starts (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return is_digit (c) || c == '.' || c == ',';
}
