/* openai-tokens.h – how OpenAI counts tokens
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayOpenaiTokens:
 * @total: every input token, cached ones and cache writes too, or -1 if it is not said
 * @uncached: input that no cache was part of; looked at where @total is not said
 * @cached: input read from a cache
 * @write: input written to a cache
 * @long_write: input written to a cache of hours
 * @text: the part of the input that is text
 * @audio: the part of the uncached input that is audio; in older exports of all input
 * @cached_audio: the part of @cached that is audio
 * @image: as @audio, for images
 * @cached_image: the part of @cached that is images
 * @output: output
 * @output_audio: the part of it that is audio
 * @output_image: the part of it that is images
 */
typedef struct
{
  gint64 total;
  gint64 uncached;
  gint64 cached;
  gint64 write;
  gint64 long_write;
  gint64 text;
  gint64 audio;
  gint64 cached_audio;
  gint64 image;
  gint64 cached_image;
  gint64 output;
  gint64 output_audio;
  gint64 output_image;
} OutlayOpenaiTokens;

void outlay_openai_tokens_count (OutlayRow *row, const OutlayOpenaiTokens *tokens, gint64 *count);
const char *outlay_openai_tier (OutlayRow *row, const char *batch, const char *tier);

G_END_DECLS
