/* focus-service.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/focus-service.h"

#include <string.h>

static const struct
{
  const char *name;
  const char *id;
} providers[] = {
  { "aws", "aws" },
  { "amazon", "aws" },
  { "amazon web services", "aws" },
  { "amazon web services, inc.", "aws" },
  { "microsoft", "azure" },
  { "microsoft azure", "azure" },
  { "azure", "azure" },
  { "microsoft corporation", "azure" },
  { "google", "google" },
  { "google cloud", "google" },
  { "google cloud platform", "google" },
  { "gcp", "google" },
  { "oracle", "oracle" },
  { "oracle cloud infrastructure", "oracle" },
  { "oci", "oracle" },
  { "databricks", "databricks" },
  { "snowflake", "snowflake" },
};

/* Who sells nothing but models; `id` also where a longer name begins so. */
static const char *const vendors[] = {
  "openai",  "anthropic", "openrouter",   "mistral",      "cohere",     "deepseek",
  "groq",    "together",  "fireworks",    "perplexity",   "xai",        "x.ai",
  "ai21",    "replicate", "huggingface",  "hugging face", "elevenlabs", "moonshot",
  "litellm", "cerebras",  "stability ai", "voyage",
};

static const char *const services[] = {
  "bedrock",
  "openai",
  "cognitive services",
  "ai services",
  "foundry models",
  "azure ai",
  "ai foundry",
  "vertex ai",
  "vertexai",
  "generative language",
  "gemini",
  "sagemaker",
  "claude",
  "anthropic",
  "machine learning",
};

/* Whether @text begins with the whole word or words @start. */
static gboolean
begins_with (const char *text, const char *start)
{
  gsize length = strlen (start);

  return g_ascii_strncasecmp (text, start, length) == 0 && !g_ascii_isalnum (text[length]);
}

static const char *
find_vendor (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vendors); i++)
    if (begins_with (name, vendors[i]))
      return vendors[i];

  return NULL;
}

static gboolean
names_service (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (services); i++)
    if (strstr (lower, services[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * outlay_focus_provider:
 * @name: provider as the bill names it, trimmed
 *
 * Returns: (transfer none): the id for a well-known one, else @name
 */
const char *
outlay_focus_provider (const char *name)
{
  const char *vendor = find_vendor (name);

  for (gsize i = 0; i < G_N_ELEMENTS (providers); i++)
    if (g_ascii_strcasecmp (name, providers[i].name) == 0)
      return providers[i].id;

  return vendor != NULL ? vendor : name;
}

/**
 * outlay_focus_is_ai:
 * @service: what a line says of its service
 *
 * Lines of a market place may have no service name: then the publisher and the
 * description tell.
 *
 * Returns: whether the line is for models, or for machine learning
 */
gboolean
outlay_focus_is_ai (const OutlayFocusService *service)
{
  if (g_ascii_strcasecmp (service->category, "AI and Machine Learning") == 0 ||
      g_ascii_strcasecmp (service->subcategory, "Generative AI") == 0)
    return TRUE;

  if (find_vendor (service->provider) != NULL || find_vendor (service->publisher) != NULL)
    return TRUE;

  return names_service (service->name[0] != '\0' ? service->name : service->description);
}
