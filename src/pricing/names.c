/* names.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/names.h"

#include <string.h>

/* What gateways and exports call the providers, by the beginning of the name. */
static const struct
{
  const char *prefix;
  const char *provider;
} aliases[] = {
  { "azure", "azure" },
  { "microsoft", "azure" },
  { "bedrock", "aws" },
  { "amazon", "aws" },
  { "aws", "aws" },
  { "vertex", "google" },
  { "gemini", "google" },
  { "google", "google" },
  { "gcp", "google" },
  { "palm", "google" },
  { "text-completion-openai", "openai" },
  { "text-completion-codestral", "mistral" },
  { "codestral", "mistral" },
  { "mistral", "mistral" },
  { "fireworks", "fireworks" },
  { "together", "together" },
  { "xai", "x-ai" },
  { "x-ai", "x-ai" },
  { "moonshot", "moonshotai" },
  { "voyage", "voyageai" },
  { "cohere", "cohere" },
  { "z-ai", "zai" },
};

/* Tools that pass calls on and say nothing about who is paid. */
static const char *const neutral[] = {
  "custom",      "gateway", "helicone", "langfuse", "langsmith",     "litellm", "litellm-proxy",
  "openllmetry", "other",   "otel",     "portkey",  "opentelemetry", "proxy",   "unknown",
};

/* Prefixes of a model's name that say who was called, whatever the record says. */
static const char *const gateways[] = {
  "azure", "azure-ai", "bedrock", "openrouter", "vertex-ai", "vertexai",
};

/**
 * outlay_provider_fold:
 * @provider: a provider's id or name
 *
 * Returns: (transfer full): it in lower case, `_` and spaces as `-`
 */
char *
outlay_provider_fold (const char *provider)
{
  char *folded = g_strstrip (g_ascii_strdown (provider, -1));

  return g_strdelimit (folded, "_ ", '-');
}

/**
 * outlay_provider_alias:
 * @folded: from outlay_provider_fold()
 *
 * Returns: (nullable): the id that price catalogues know the provider by
 */
const char *
outlay_provider_alias (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    if (g_str_has_prefix (folded, aliases[i].prefix))
      return aliases[i].provider;

  return NULL;
}

static gboolean
is_one_of (const char *text, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (text, list[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a model's name alone has to tell the provider. */
gboolean
outlay_provider_is_neutral (const char *folded)
{
  return *folded == '\0' || is_one_of (folded, neutral, G_N_ELEMENTS (neutral));
}

gboolean
outlay_provider_is_gateway (const char *folded)
{
  return is_one_of (folded, gateways, G_N_ELEMENTS (gateways));
}

static gboolean
is_digits (const char *text, gsize n)
{
  gsize length = strspn (text, "0123456789");

  return length == n && text[length] == '\0';
}

/* How many of @tokens from @i on are a date: 20250929, 2024 10 22, or none. */
static guint
count_date_tokens (char **tokens, guint i)
{
  if (is_digits (tokens[i], 8))
    return 1;
  if (is_digits (tokens[i], 4) && tokens[i + 1] != NULL && is_digits (tokens[i + 1], 2) &&
      tokens[i + 2] != NULL && is_digits (tokens[i + 2], 2))
    return 3;

  return 0;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_version_part (const char *token)
{
  return is_digits (token, 1) || is_digits (token, 2);
}

/* `4.0` is the version that others write as `4`. */
static void
end_version (GString *version)
{
  gsize length = version->len;

  if (length > 2 && strcmp (version->str + length - 2, ".0") == 0)
    g_string_truncate (version, length - 2);
}

/**
 * outlay_model_key:
 * @text: a model's id or display name
 * @dated: (out): whether it held a date, which the key leaves out
 *
 * The words in order of the alphabet and the version number, so that names that
 * differ in word order and punctuation alone have one key: `claude-3-5-haiku`,
 * `Claude Haiku 3.5`. What tells models apart, as `mini` or `fast`, is a word.
 *
 * Returns: (transfer full): the key
 */
char *
outlay_model_key (const char *text, gboolean *dated)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  g_auto (GStrv) tokens = g_strsplit_set (folded, " -_./@:()", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GString) version = g_string_new ("|");
  guint last_part = G_MAXUINT;
  GString *key = g_string_new (NULL);

  *dated = FALSE;

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      guint n_date = count_date_tokens (tokens, i);

      *dated |= n_date > 0;
      if (n_date > 0)
        {
          i += n_date - 1;
        }
      else if (is_version_part (tokens[i]))
        {
          if (version->len > 1)
            g_string_append_c (version, last_part + 1 == i ? '.' : ',');
          g_string_append (version, tokens[i]);
          last_part = i;
        }
      else if (*tokens[i] != '\0' && strcmp (tokens[i], "latest") != 0)
        {
          g_ptr_array_add (words, tokens[i]);
        }
    }

  end_version (version);
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (key, "%s ", (const char *) words->pdata[i]);
  g_string_append_len (key, version->str, (gssize) version->len);

  return g_string_free (key, FALSE);
}

/**
 * outlay_model_slug:
 * @text: a display name
 *
 * Returns: (transfer full): it as ids are written: `claude-3.5-sonnet`
 */
char *
outlay_model_slug (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (!strchr (" ()", *p))
      g_string_append_c (slug, *p);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');

  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}

/**
 * outlay_model_without_date:
 * @text: a model's id
 *
 * Returns: (transfer full) (nullable): it without a date, `-latest` or a
 *   provider's revision at its end; %NULL if it has none
 */
char *
outlay_model_without_date (const char *text)
{
  /* 9 is any digit */
  static const char *const endings[] = {
    "-9999-99-99", "-99999999", "@99999999", "-latest", "@latest", "@default", "-v9:9",
  };
  gsize length = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize n = strlen (endings[i]);
      const char *tail = text + length - n;
      gsize same = 0;

      if (length <= n)
        continue;

      while (same < n && (endings[i][same] == tail[same] ||
                          (endings[i][same] == '9' && g_ascii_isdigit (tail[same]))))
        same++;

      if (same == n)
        return g_strndup (text, length - n);
    }

  return NULL;
}

/**
 * outlay_model_tail:
 * @text: a resource name: an ARN, `models/NAME`, `…/models/NAME`
 *
 * Returns: (nullable): the NAME, in @text; %NULL if @text is no resource name
 */
const char *
outlay_model_tail (const char *text)
{
  const char *models = g_strrstr (text, "/models/");

  if (models != NULL)
    return models + strlen ("/models/");
  if (g_str_has_prefix (text, "models/"))
    return text + strlen ("models/");
  if (g_str_has_prefix (text, "arn:") && strrchr (text, '/') != NULL)
    return strrchr (text, '/') + 1;

  return NULL;
}

/**
 * outlay_model_is_bedrock_id:
 * @text: a model's name in lower case
 *
 * Returns: %TRUE for `vendor.model` and `region.vendor.model`
 */
gboolean
outlay_model_is_bedrock_id (const char *text)
{
  gsize vendor = strspn (text, "abcdefghijklmnopqrstuvwxyz");

  return vendor >= 2 && text[vendor] == '.' && g_ascii_isalpha (text[vendor + 1]) &&
         strchr (text, '/') == NULL;
}
