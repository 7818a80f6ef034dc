/* python-literal.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/python-literal.h"

#include <string.h>

static const struct
{
  const char *word;
  const char *json;
} words[] = {
  { "None", "null" },
  { "True", "true" },
  { "False", "false" },
};

/* An escape at @p, which is behind the backslash; returns how many bytes it takes. */
static gsize
append_escape (GString *json, const char *p)
{
  if (*p == '\'')
    {
      g_string_append_c (json, '\'');
      return 1;
    }

  if (*p == 'x' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
    {
      g_string_append_printf (json, "\\u00%c%c", p[1], p[2]);
      return 3;
    }

  g_string_append_c (json, '\\');
  if (*p == '\0')
    return 0;

  g_string_append_c (json, *p);
  return 1;
}

/* A string at @p, which is its quotation mark; returns how many bytes it takes. */
static gsize
append_string (GString *json, const char *p)
{
  const char *start = p;
  char mark = *p++;

  g_string_append_c (json, '"');
  while (*p != '\0' && *p != mark)
    {
      if (*p == '\\')
        p += 1 + append_escape (json, p + 1);
      else
        {
          if (*p == '"')
            g_string_append_c (json, '\\');
          g_string_append_c (json, *p++);
        }
    }

  g_string_append_c (json, '"');
  return (gsize) (p - start) + (*p != '\0' ? 1 : 0);
}

static gsize
append_word (GString *json, const char *p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (p, words[i].word))
      {
        g_string_append (json, words[i].json);
        return strlen (words[i].word);
      }

  g_string_append_c (json, *p);
  return 1;
}

/**
 * outlay_python_to_json:
 * @text: as `[{'name': 'Trial', 'amount': -5e-06, 'id': None}]`
 *
 * Returns: (transfer full): it as JSON, if it is such text; else anything
 */
char *
outlay_python_to_json (const char *text)
{
  GString *json = g_string_new (NULL);

  while (*text != '\0')
    text += *text == '\'' || *text == '"' ? append_string (json, text) : append_word (json, text);

  return g_string_free (json, FALSE);
}
