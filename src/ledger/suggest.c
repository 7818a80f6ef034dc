/* suggest.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/suggest.h"

#include <string.h>

#define MIN_ID 6    /* characters from which letters mixed with digits are an id */
#define MIN_HASH 16 /* letters from which a word of a to f alone is one too */
#define MAX_WORDS 4 /* more are a sentence, and no name */

/* Words that say where something runs, whose it is or what it is, and not what for. */
static const char *const noise[] = {
  "access",  "account", "ai",      "anthropic", "api",        "apikey",     "app",
  "apps",    "aws",     "azure",   "backend",   "bedrock",    "beta",       "canary",
  "central", "claude",  "client",  "default",   "demo",       "dev",        "development",
  "east",    "env",     "eu",      "eval",      "evals",      "feature",    "gcp",
  "gemini",  "global",  "google",  "gpt",       "group",      "internal",   "key",
  "keys",    "live",    "llm",     "local",     "main",       "ml",         "model",
  "my",      "new",     "north",   "old",       "openai",     "openrouter", "org",
  "our",     "preprod", "preview", "prod",      "production", "proj",       "project",
  "prd",     "public",  "qa",      "sa",        "sandbox",    "secret",     "server",
  "service", "sk",      "south",   "srv",       "stage",      "staging",    "stg",
  "svc",     "team",    "temp",    "test",      "testing",    "the",        "tmp",
  "token",   "uat",     "us",      "user",      "vertex",     "west",       "workspace",
};

static gboolean
is_noise (const char *word)
{
  gboolean has_letter = FALSE, has_digit = FALSE;
  gsize length = strlen (word);

  for (const char *at = word; *at != '\0'; at++)
    {
      has_digit = has_digit || g_ascii_isdigit (*at);
      has_letter = has_letter || !g_ascii_isdigit (*at);
    }

  if (!has_letter || length < 2)
    return TRUE;
  if (has_digit && (length >= MIN_ID || (word[0] == 'v' && g_ascii_isdigit (word[1]))))
    return TRUE;
  if (length >= MIN_HASH && strspn (word, "abcdef") == length)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (noise); i++)
    if (strcmp (word, noise[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
add_word (GPtrArray *words, const char *text, gsize length)
{
  g_autofree char *word = g_utf8_strdown (text, (gssize) length);

  if (length > 0 && !is_noise (word))
    g_ptr_array_add (words, g_steal_pointer (&word));
}

/* “SupportChat” is two words. */
static void
split_case (GPtrArray *words, const char *part)
{
  gboolean was_lower = FALSE;
  const char *begin = part;

  for (const char *at = part; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (was_lower && g_unichar_isupper (letter))
        {
          add_word (words, begin, (gsize) (at - begin));
          begin = at;
        }
      was_lower = g_unichar_islower (letter);
    }

  add_word (words, begin, strlen (begin));
}

static void
end_part (GString *part, GPtrArray *words)
{
  g_autofree char *folded = g_utf8_strdown (part->str, (gssize) part->len);

  if (part->len > 0 && !is_noise (folded))
    split_case (words, part->str);
  g_string_truncate (part, 0);
}

/* “SupportChat-prod_2” is support and chat. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (part, letter);
      else
        end_part (part, words);
    }

  end_part (part, words);
  return words;
}

static char *
join_words (GPtrArray *words)
{
  g_autofree char *joined = NULL;
  g_autofree char *first = NULL;
  GString *text;

  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);
  text = g_string_new (NULL);
  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (joined)));
  g_string_append (text, g_utf8_next_char (joined));
  return g_string_free (text, FALSE);
}

/**
 * outlay_suggest_feature_name:
 * @name: of a key, project or tag
 *
 * “support-chat-prod” is about “Support chat”.
 *
 * Returns: (transfer full) (nullable): the name of a feature; %NULL if @name speaks of
 *   none, as an id or an address
 */
char *
outlay_suggest_feature_name (const char *name)
{
  g_autoptr (GPtrArray) words = NULL;

  if (name == NULL || !g_utf8_validate (name, -1, NULL) || strchr (name, '@') != NULL)
    return NULL;

  words = split_words (name);
  if (words->len == 0 || words->len > MAX_WORDS)
    return NULL;

  return join_words (words);
}

static void
free_suggestion (gpointer data)
{
  OutlaySuggestion *suggestion = data;

  g_free (suggestion->feature);
  g_array_unref (suggestion->names);
  g_free (suggestion);
}

static OutlaySuggestion *
find_suggestion (GPtrArray *suggestions, const char *feature)
{
  OutlaySuggestion *suggestion;

  for (guint i = 0; i < suggestions->len; i++)
    {
      suggestion = suggestions->pdata[i];
      if (strcmp (suggestion->feature, feature) == 0)
        return suggestion;
    }

  suggestion = g_new0 (OutlaySuggestion, 1);
  suggestion->feature = g_strdup (feature);
  suggestion->names = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (suggestions, suggestion);
  return suggestion;
}

static const char *
find_known (const char *const *known, const char *feature)
{
  for (gsize i = 0; known[i] != NULL; i++)
    {
      g_autofree char *told = outlay_suggest_feature_name (known[i]);

      if (g_strcmp0 (told, feature) == 0)
        return known[i];
    }

  return NULL;
}

/**
 * outlay_suggest_features:
 * @names: (array length=n_names): of keys, projects or tags
 * @n_names: how many
 * @known: (array zero-terminated=1): names of the features that there are
 *
 * Returns: (transfer full) (element-type OutlaySuggestion): the features that the names
 *   speak of, in the order of the first that does
 */
GPtrArray *
outlay_suggest_features (const char *const *names, gsize n_names, const char *const *known)
{
  GPtrArray *suggestions = g_ptr_array_new_with_free_func (free_suggestion);

  for (gsize i = 0; i < n_names; i++)
    {
      g_autofree char *feature = outlay_suggest_feature_name (names[i]);
      const char *found = feature != NULL ? find_known (known, feature) : NULL;
      guint index = (guint) i;
      OutlaySuggestion *suggestion;

      if (feature == NULL)
        continue;

      suggestion = find_suggestion (suggestions, found != NULL ? found : feature);
      suggestion->is_known = found != NULL;
      g_array_append_val (suggestion->names, index);
    }

  return suggestions;
}
