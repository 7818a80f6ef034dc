/* openai-tokens.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/openai-tokens.h"

#include "core/money.h"

#include <glib/gi18n.h>

/* Audio and images as parts of the uncached input. The fields hold the uncached parts;
   before that was settled they held all, and then they add up to all. */
static void
count_input_parts (const OutlayOpenaiTokens *tokens, gint64 *count)
{
  gint64 uncached = count[OUTLAY_INPUT_TOKENS];
  gint64 audio = tokens->audio;
  gint64 image = tokens->image;

  if (uncached < tokens->total && (OutlayWide) tokens->total - audio - image == tokens->text)
    {
      audio = MAX (audio - tokens->cached_audio, 0);
      image = MAX (image - tokens->cached_image, 0);
    }

  count[OUTLAY_AUDIO_INPUT_TOKENS] = MIN (audio, uncached);
  count[OUTLAY_IMAGE_INPUT_TOKENS] = MIN (image, uncached - count[OUTLAY_AUDIO_INPUT_TOKENS]);
}

/**
 * outlay_openai_tokens_count:
 * @row: the row they are of; fewer tokens than cached ones reject it
 * @tokens: tokens as OpenAI counts them
 * @count: (inout): gets them as counts of #OutlayUsage, which are disjoint
 */
void
outlay_openai_tokens_count (OutlayRow *row, const OutlayOpenaiTokens *tokens, gint64 *count)
{
  OutlayWide uncached =
      (OutlayWide) tokens->total - tokens->cached - tokens->write - tokens->long_write;

  if (tokens->total < 0)
    uncached = tokens->uncached;
  else if (uncached < 0)
    outlay_row_reject (row, "input_tokens",
                       _ ("fewer input tokens (%" G_GINT64_FORMAT ") than cached ones"),
                       tokens->total);

  count[OUTLAY_INPUT_TOKENS] = (gint64) MAX (uncached, 0);
  count[OUTLAY_CACHE_READ_TOKENS] = tokens->cached;
  count[OUTLAY_CACHE_WRITE_5M_TOKENS] = tokens->write;
  count[OUTLAY_CACHE_WRITE_1H_TOKENS] = tokens->long_write;
  count[OUTLAY_OUTPUT_TOKENS] = tokens->output;
  count_input_parts (tokens, count);
  count[OUTLAY_AUDIO_OUTPUT_TOKENS] = MIN (tokens->output_audio, tokens->output);
  count[OUTLAY_IMAGE_OUTPUT_TOKENS] =
      MIN (tokens->output_image, tokens->output - count[OUTLAY_AUDIO_OUTPUT_TOKENS]);
}

/**
 * outlay_openai_tier:
 * @row: a row
 * @batch: `true` of the batch interface, in whatever case
 * @tier: `default`, `flex`, `priority`, or ""
 *
 * Returns: (transfer none): a value of %OUTLAY_FIELD_TIER
 */
const char *
outlay_openai_tier (OutlayRow *row, const char *batch, const char *tier)
{
  if (g_ascii_strcasecmp (batch, "true") == 0)
    return "batch";
  if (g_ascii_strcasecmp (tier, "default") == 0)
    return "standard";

  return outlay_row_lower (row, tier);
}
