/* model-vendor.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/model-vendor.h"

#include <string.h>

typedef struct
{
  const char *begin;
  const char *id;
} Prefix;

/* What gateways call whom bills call otherwise, by the beginning of the name. */
static const Prefix names[] = {
  { "azure", "azure" },
  { "bedrock", "aws" },
  { "amazon", "aws" },
  { "aws", "aws" },
  { "sagemaker", "aws" },
  { "vertex", "google" },
  { "google", "google" },
  { "gemini", "google" },
  { "gcp", "google" },
  { "palm", "google" },
  { "x-ai", "xai" },
  { "x_ai", "xai" },
  { "mistral", "mistral" },
  { "together", "together" },
  { "fireworks", "fireworks" },
  { "text-completion-openai", "openai" },
};

/* Who sells a model, where nobody else is named. */
static const Prefix models[] = {
  { "anthropic.", "aws" },
  { "amazon.", "aws" },
  { "us.", "aws" },
  { "eu.", "aws" },
  { "apac.", "aws" },
  { "global.", "aws" },
  { "claude", "anthropic" },
  { "gpt", "openai" },
  { "chatgpt", "openai" },
  { "o1", "openai" },
  { "o3", "openai" },
  { "o4", "openai" },
  { "text-embedding", "openai" },
  { "whisper", "openai" },
  { "dall-e", "openai" },
  { "tts-", "openai" },
  { "codex", "openai" },
  { "ft:gpt", "openai" },
  { "gemini", "google" },
  { "gemma", "google" },
  { "imagen", "google" },
  { "mistral", "mistral" },
  { "mixtral", "mistral" },
  { "codestral", "mistral" },
  { "ministral", "mistral" },
  { "magistral", "mistral" },
  { "pixtral", "mistral" },
  { "deepseek", "deepseek" },
  { "grok", "xai" },
  { "command", "cohere" },
};

static const char *
find_prefix (const Prefix *prefixes, gsize n_prefixes, const char *text)
{
  for (gsize i = 0; i < n_prefixes; i++)
    if (g_ascii_strncasecmp (text, prefixes[i].begin, strlen (prefixes[i].begin)) == 0)
      return prefixes[i].id;

  return NULL;
}

/**
 * outlay_vendor_id:
 * @row: a row
 * @name: a provider as a gateway names it: `bedrock`, `azure_ai`, `OpenAI`
 *
 * Returns: (transfer none): its id, as bills have it
 */
const char *
outlay_vendor_id (OutlayRow *row, const char *name)
{
  const char *id = find_prefix (names, G_N_ELEMENTS (names), name);

  return id != NULL ? id : outlay_row_lower (row, name);
}

/**
 * outlay_vendor_of_model:
 * @model: name of a model
 *
 * Returns: (transfer none) (nullable): who sells it, if that is plain from its name
 */
const char *
outlay_vendor_of_model (const char *model)
{
  return find_prefix (models, G_N_ELEMENTS (models), model);
}

/**
 * outlay_vendor_find:
 * @row: a row
 * @name: a provider as the row names it, or ""
 * @model: name of the model: `provider/model` tells what the row does not
 * @fallback: an id, where nothing tells
 *
 * Returns: (transfer none): id of the provider whose account the request is on
 */
const char *
outlay_vendor_find (OutlayRow *row, const char *name, const char *model, const char *fallback)
{
  const char *slash = strchr (model, '/');
  const char *vendor;

  if (name[0] != '\0')
    return outlay_vendor_id (row, name);
  if (slash != NULL && slash > model)
    return outlay_vendor_id (row,
                             outlay_row_keep (row, g_strndup (model, (gsize) (slash - model))));

  vendor = outlay_vendor_of_model (model);
  return vendor != NULL ? vendor : fallback;
}
