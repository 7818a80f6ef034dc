/* match.c – what a rule looks for in a series
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"

#include <glib/gi18n.h>
#include <string.h>

#define TAG_PREFIX "tag."

static const char *const field_names[] = {
  [OUTLAY_MATCH_PROVIDER] = "provider",   [OUTLAY_MATCH_ACCOUNT] = "account",
  [OUTLAY_MATCH_PROJECT] = "project",     [OUTLAY_MATCH_KEY] = "key",
  [OUTLAY_MATCH_USER] = "user",           [OUTLAY_MATCH_MODEL] = "model",
  [OUTLAY_MATCH_LINE_ITEM] = "line-item",
};

G_DEFINE_QUARK (OutlayRuleError, outlay_rule_error)

/* The next character; a text that is not UTF-8 is walked too, never past its end. */
static const char *
next_char (const char *p)
{
  p++;
  while ((*p & 0xc0) == 0x80)
    p++;

  return p;
}

/* The length of the character at glob, if text has the same one; else 0. */
static gsize
same_char (const char *glob, const char *text)
{
  gsize length = (gsize) (next_char (glob) - glob);

  return strncmp (glob, text, length) == 0 && next_char (text) == text + length ? length : 0;
}

/**
 * outlay_glob_test:
 * @glob: `*` stands for any text, `?` for any one character; case counts
 * @text: a text
 *
 * Returns: %TRUE if @glob fits the whole of @text
 */
gboolean
outlay_glob_test (const char *glob, const char *text)
{
  const char *after_star = NULL;
  const char *retry = NULL;

  while (*text != '\0')
    {
      if (*glob == '*')
        {
          after_star = ++glob;
          retry = text;
        }
      else if (*glob == '?')
        {
          glob++;
          text = next_char (text);
        }
      else if (*glob != '\0' && same_char (glob, text) > 0)
        {
          gsize length = same_char (glob, text);

          glob += length;
          text += length;
        }
      else if (after_star != NULL)
        {
          glob = after_star;
          text = retry = next_char (retry);
        }
      else
        return FALSE;
    }

  while (*glob == '*')
    glob++;

  return *glob == '\0';
}

static gboolean
scan_field (const char *name, gsize length, OutlayMatch *match)
{
  if (length > strlen (TAG_PREFIX) && strncmp (name, TAG_PREFIX, strlen (TAG_PREFIX)) == 0)
    {
      match->field = OUTLAY_MATCH_TAG;
      match->tag = g_strndup (name + strlen (TAG_PREFIX), length - strlen (TAG_PREFIX));
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (field_names); i++)
    if (field_names[i] != NULL && strlen (field_names[i]) == length &&
        strncmp (field_names[i], name, length) == 0)
      {
        match->field = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * outlay_match_parse:
 * @text: `FIELD=GLOB`, as `project=search-*` or `tag.team=core`
 * @error: return location for an #OutlayRuleError
 *
 * Returns: (transfer full) (nullable): the match, or %NULL with @error set
 */
OutlayMatch *
outlay_match_parse (const char *text, GError **error)
{
  g_autoptr (OutlayMatch) match = g_new0 (OutlayMatch, 1);
  const char *equals;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_MATCH,
                           _ ("The match is not valid UTF-8 text."));
      return NULL;
    }

  equals = strchr (text, '=');
  if (equals == NULL || !scan_field (text, (gsize) (equals - text), match))
    {
      g_set_error (error, OUTLAY_RULE_ERROR, OUTLAY_RULE_ERROR_MATCH,
                   _ ("“%s” is not a match: write FIELD=GLOB, with FIELD one of provider, account, "
                      "project, key, user, model, tag.NAME, line-item."),
                   text);
      return NULL;
    }

  match->glob = g_strdup (equals + 1);
  return g_steal_pointer (&match);
}

/**
 * outlay_match_free:
 * @match: (nullable) (transfer full): a match
 */
void
outlay_match_free (OutlayMatch *match)
{
  if (match == NULL)
    return;

  g_free (match->tag);
  g_free (match->glob);
  g_free (match);
}

/**
 * outlay_match_to_string:
 * @match: a match
 *
 * Returns: (transfer full): its text, as outlay_match_parse() reads it
 */
char *
outlay_match_to_string (const OutlayMatch *match)
{
  if (match->field == OUTLAY_MATCH_TAG)
    return g_strdup_printf (TAG_PREFIX "%s=%s", match->tag, match->glob);

  return g_strdup_printf ("%s=%s", field_names[match->field], match->glob);
}

/**
 * outlay_match_test:
 * @match: a match
 * @subject: a series
 *
 * What the file does not say is "", which `*` fits. A tag that the series does not
 * have fits nothing, so that `tag.team=*` is every series with a team.
 *
 * Returns: %TRUE if the value or the name of the field fits
 */
gboolean
outlay_match_test (const OutlayMatch *match, const OutlaySubject *subject)
{
  const char *value = subject->value[match->field];
  const char *name = subject->name[match->field];

  if (match->field == OUTLAY_MATCH_TAG)
    {
      g_autofree char *tag = value != NULL ? outlay_tags_get (value, match->tag) : NULL;

      return tag != NULL && outlay_glob_test (match->glob, tag);
    }

  return outlay_glob_test (match->glob, value != NULL ? value : "") ||
         (name != NULL && outlay_glob_test (match->glob, name));
}
