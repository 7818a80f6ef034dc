/* usage.h – what was used: requests, tokens and other metered units
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayMeasure:
 * @OUTLAY_REQUESTS: calls of the API
 * @OUTLAY_INPUT_TOKENS: input that no cache was part of: neither read nor written
 * @OUTLAY_CACHE_READ_TOKENS: input read from a prompt cache
 * @OUTLAY_CACHE_WRITE_5M_TOKENS: input written to a cache of five minutes, or of
 *   a time that the source does not say
 * @OUTLAY_CACHE_WRITE_1H_TOKENS: input written to a cache of an hour
 * @OUTLAY_OUTPUT_TOKENS: output, reasoning included
 * @OUTLAY_REASONING_TOKENS: the part of the output that is reasoning
 * @OUTLAY_AUDIO_INPUT_TOKENS: the part of @OUTLAY_INPUT_TOKENS that is audio
 * @OUTLAY_AUDIO_OUTPUT_TOKENS: the part of the output that is audio
 * @OUTLAY_IMAGE_INPUT_TOKENS: the part of @OUTLAY_INPUT_TOKENS that is images
 * @OUTLAY_IMAGE_OUTPUT_TOKENS: the part of the output that is images
 * @OUTLAY_WEB_SEARCHES: calls of a web search tool
 * @OUTLAY_QUANTITY_MICROS: millionths of the unit that the series names: images,
 *   characters, seconds, sessions
 *
 * The five token counts from input to output are disjoint: their sum is every
 * token there was. Sources that count otherwise are put right by their reader.
 */
typedef enum
{
  OUTLAY_REQUESTS,
  OUTLAY_INPUT_TOKENS,
  OUTLAY_CACHE_READ_TOKENS,
  OUTLAY_CACHE_WRITE_5M_TOKENS,
  OUTLAY_CACHE_WRITE_1H_TOKENS,
  OUTLAY_OUTPUT_TOKENS,
  OUTLAY_REASONING_TOKENS,
  OUTLAY_AUDIO_INPUT_TOKENS,
  OUTLAY_AUDIO_OUTPUT_TOKENS,
  OUTLAY_IMAGE_INPUT_TOKENS,
  OUTLAY_IMAGE_OUTPUT_TOKENS,
  OUTLAY_WEB_SEARCHES,
  OUTLAY_QUANTITY_MICROS,
} OutlayMeasure;

#define OUTLAY_N_MEASURES (OUTLAY_QUANTITY_MICROS + 1)

/**
 * OutlayUsage:
 * @count: how much of each #OutlayMeasure; none is negative
 *
 * What was used in one span of time. Pass it by pointer; there is nothing to free.
 */
typedef struct
{
  gint64 count[OUTLAY_N_MEASURES];
} OutlayUsage;

gboolean outlay_usage_add (OutlayUsage *total, const OutlayUsage *usage);
gint64 outlay_usage_prompt_tokens (const OutlayUsage *usage);
gint64 outlay_usage_tokens (const OutlayUsage *usage);
gboolean outlay_usage_is_empty (const OutlayUsage *usage);

G_END_DECLS
