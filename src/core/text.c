/* text.c – text that leaves the product safely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/text.h"

#include <string.h>

/* Spreadsheets look past white space before the sign, full-width signs included. */
static const char *
skip_blank (const char *text)
{
  while (*text)
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isspace (character) && !g_unichar_iszerowidth (character))
        break;
      text = g_utf8_next_char (text);
    }
  return text;
}

static gboolean
is_plain_number (const char *text)
{
  gsize n_digits = 0;
  gsize n_points = 0;

  if (*text == '-' || *text == '+')
    text++;
  for (; *text; text++)
    {
      if (g_ascii_isdigit (*text))
        n_digits++;
      else if (*text == '.')
        n_points++;
      else
        return FALSE;
    }
  return n_digits > 0 && n_points <= 1;
}

/**
 * outlay_text_is_formula:
 * @text: valid UTF-8
 *
 * A plain number, "-1.5", is none: it must stay a number.
 *
 * Returns: whether a spreadsheet may take @text for a formula
 */
gboolean
outlay_text_is_formula (const char *text)
{
  const char *first = skip_blank (text);

  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  if (!*first || is_plain_number (text))
    return FALSE;
  switch (g_utf8_get_char (first))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '|':
    case '%':
    case 0xff1d: /* full-width = + - @ */
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * outlay_text_defuse_formula:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): @text, with an apostrophe before it if a spreadsheet
 *   may take it for a formula
 */
char *
outlay_text_defuse_formula (const char *text)
{
  return outlay_text_is_formula (text) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * outlay_text_append_csv:
 * @csv: a line under construction
 * @text: (nullable): valid UTF-8; %NULL is an empty field
 *
 * Appends one field, defused, and in quotes where RFC 4180 wants them. The
 * comma between fields is the caller's.
 */
void
outlay_text_append_csv (GString *csv, const char *text)
{
  g_autofree char *safe = NULL;

  if (!text)
    return;
  safe = outlay_text_defuse_formula (text);
  if (!strpbrk (safe, ",;\"\r\n\t") && *safe != ' ')
    {
      g_string_append (csv, safe);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *at = safe; *at; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}
