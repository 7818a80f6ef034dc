/* model-name.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/model-name.h"

#include <string.h>

#define MAX_NAME 80

/* How names of models begin; what is also a plain word is not here. */
static const char *const families[] = {
  "claude",  "gpt",       "chatgpt",   "gemini", "gemma",  "llama",          "mistral",
  "mixtral", "deepseek",  "grok",      "qwen",   "jamba",  "kimi",           "nova",
  "titan",   "codex",     "whisper",   "dall-e", "imagen", "text-embedding", "command",
  "pixtral", "codestral", "ministral", "phi-",   "glm-",
};

/* Words that go on with a name that has spaces. */
static const char *const parts[] = {
  "sonnet", "opus",  "haiku",    "instant", "flash", "lite",   "pro",       "ultra", "mini",
  "nano",   "micro", "turbo",    "large",   "small", "medium", "premier",   "text",  "embeddings",
  "canvas", "sonic", "maverick", "scout",   "coder", "chat",   "reasoning", "max",
};

/* Parts of a usage type that are no longer the name. */
static const char *const ends[] = {
  "input", "output", "tokens", "token", "cache",  "cached",
  "inp",   "outp",   "batch",  "units", "prompt",
};

static gboolean
in_list (const char *word, gsize length, const char *const *list, gsize n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (strlen (list[i]) == length && g_ascii_strncasecmp (word, list[i], length) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr (".:-_@", c) != NULL);
}

/* One part of a word: up to the next hyphen or underscore. */
static gsize
part_length (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalnum (text[length]) || text[length] == '.' || text[length] == ':' ||
         text[length] == '@')
    length++;

  return length;
}

/* A word up to the part that is no longer the name. */
static gsize
name_length (const char *word)
{
  gsize length = part_length (word);

  while (word[length] == '-' || word[length] == '_')
    {
      gsize next = part_length (word + length + 1);

      if (next == 0 || in_list (word + length + 1, next, ends, G_N_ELEMENTS (ends)))
        return length;
      length += 1 + next;
    }

  return length;
}

/* Whether the word at @text goes on with a name: a version, a size, or a known part. */
static gboolean
goes_on (const char *text)
{
  gsize length = 0;

  while (is_word_char (text[length]))
    length++;

  if (in_list (text, length, parts, G_N_ELEMENTS (parts)))
    return TRUE;
  if (text[0] == 'v' && g_ascii_isdigit (text[1]))
    return TRUE;

  return g_ascii_isdigit (text[0]) && g_ascii_strncasecmp (text, "1k", 2) != 0 &&
         g_ascii_strncasecmp (text, "1m", 2) != 0 && strncmp (text, "1000", 4) != 0;
}

static const char *
find_start (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (p > text && g_ascii_isalnum (p[-1]))
        continue;

      for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
        if (g_ascii_strncasecmp (p, families[i], strlen (families[i])) == 0)
          return p;

      /* o1, o3, o4-mini */
      if (*p == 'o' && g_ascii_isdigit (p[1]) && !g_ascii_isalnum (p[2]))
        return p;
    }

  return NULL;
}

/**
 * outlay_model_name_find:
 * @text: a description, SKU or meter
 *
 * Looks for what is plainly the name of a model: `Claude Sonnet 4.6` in `Claude
 * Sonnet 4.6 (Amazon Bedrock Edition)`, `NovaPro` in `USE1-NovaPro-input-tokens`.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL if there is none
 */
char *
outlay_model_name_find (const char *text)
{
  const char *start = find_start (text);
  gsize length;

  if (start == NULL)
    return NULL;

  length = name_length (start);
  while (start[length] == ' ' && goes_on (start + length + 1))
    length += 1 + name_length (start + length + 1);

  /* `anthropic.claude-3-haiku` is an id as a whole. */
  while (start > text && (g_ascii_isalnum (start[-1]) || start[-1] == '.'))
    start--, length++;

  return length <= MAX_NAME ? g_strndup (start, length) : NULL;
}
