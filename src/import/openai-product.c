/* openai-product.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/openai-product.h"

#include <string.h>

static const OutlayOpenaiProduct products[] = {
  { "completions", "openai-usage-completions", NULL, NULL },
  { "decisions", "openai-usage-decisions", NULL, NULL },
  { "embeddings", "openai-usage-embeddings", NULL, NULL },
  { "moderations", "openai-usage-moderations", NULL, NULL },
  { "images", "openai-usage-images", "images", "images" },
  { "audio_speeches", "openai-usage-audio-speeches", "characters", "characters" },
  { "audio_transcriptions", "openai-usage-audio-transcriptions", "seconds", "seconds" },
  { "vector_stores", "openai-usage-vector-stores", "usage_bytes", "bytes" },
  { "code_interpreter_sessions", "openai-usage-code-interpreter", "num_sessions", "sessions" },
  { "code_interpreter", "openai-usage-code-interpreter", "num_sessions", "sessions" },
};

/**
 * outlay_openai_product_find:
 * @kind: name of a kind of usage; what follows @length bytes is not looked at
 * @length: of it
 *
 * Returns: (transfer none) (nullable): the product, or %NULL if it is not known
 */
const OutlayOpenaiProduct *
outlay_openai_product_find (const char *kind, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (products); i++)
    if (strlen (products[i].kind) == length && strncmp (products[i].kind, kind, length) == 0)
      return &products[i];

  return NULL;
}
