/* otlp-attributes.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/otlp-attributes.h"

#include <string.h>

#define MAX_KEYS 7

static const char *const keys[][MAX_KEYS] = {
  [OUTLAY_OTLP_OPERATION] = { "gen_ai.operation.name", "llm.request.type" },
  [OUTLAY_OTLP_PROVIDER] = { "gen_ai.provider.name", "gen_ai.system", "llm.provider" },
  [OUTLAY_OTLP_MODEL] = { "gen_ai.response.model", "gen_ai.request.model", "llm.model_name" },
  [OUTLAY_OTLP_INPUT] = { "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens",
                          "llm.usage.prompt_tokens", "llm.token_count.prompt" },
  [OUTLAY_OTLP_OUTPUT] = { "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens",
                           "llm.usage.completion_tokens", "llm.token_count.completion" },
  [OUTLAY_OTLP_CACHE_READ] = { "gen_ai.usage.cache_read.input_tokens",
                               "gen_ai.usage.cache_read_input_tokens",
                               "gen_ai.usage.cached_input_tokens", "claude.usage.cache_read_tokens",
                               "llm.token_count.prompt_details.cache_read" },
  [OUTLAY_OTLP_CACHE_WRITE] = { "gen_ai.usage.cache_creation.input_tokens",
                                "gen_ai.usage.cache_creation_input_tokens",
                                "claude.usage.cache_creation_tokens",
                                "llm.token_count.prompt_details.cache_write" },
  [OUTLAY_OTLP_REASONING] = { "gen_ai.usage.reasoning.output_tokens",
                              "gen_ai.usage.reasoning_output_tokens",
                              "llm.token_count.completion_details.reasoning" },
  [OUTLAY_OTLP_COST] = { "gen_ai.usage.cost", "llm.usage.cost" },
  [OUTLAY_OTLP_AGENT] = { "gen_ai.agent.name", "agent.name" },
  [OUTLAY_OTLP_USER] = { "enduser.id", "user.id", "claude.user" },
  [OUTLAY_OTLP_ERROR] = { "error.type" },
  [OUTLAY_OTLP_SERVICE] = { "service.name" },
  [OUTLAY_OTLP_ENVIRONMENT] = { "deployment.environment.name", "deployment.environment" },
};

/* The value is an object with one member, named for its type. */
static const char *
find_value (OutlayJson *attributes, const char *key)
{
  for (OutlayJson *attribute = outlay_json_first (attributes); attribute != NULL;
       attribute = outlay_json_next (attribute))
    if (strcmp (outlay_json_text (attribute, "key"), key) == 0)
      return outlay_json_value (outlay_json_first (outlay_json_get (attribute, "value")));

  return "";
}

/**
 * outlay_otlp_attribute:
 * @attributes: (nullable): the array of attributes
 * @name: what is asked for
 *
 * Returns: (transfer none): its value, by the first of its names that has one, or ""
 */
const char *
outlay_otlp_attribute (OutlayJson *attributes, OutlayOtlpName name)
{
  const char *value = "";

  for (guint i = 0; i < MAX_KEYS && keys[name][i] != NULL && value[0] == '\0'; i++)
    value = find_value (attributes, keys[name][i]);

  return value;
}
