/* anthropic-dimensions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/anthropic-dimensions.h"

#include <string.h>

/**
 * outlay_anthropic_tier:
 * @row: a row
 * @usage_type: `message` (cost exports), `standard`, `batch`, `priority`, or ""
 * @speed: `fast`, or ""
 *
 * Returns: (transfer none): a value of %OUTLAY_FIELD_TIER
 */
const char *
outlay_anthropic_tier (OutlayRow *row, const char *usage_type, const char *speed)
{
  if (g_ascii_strcasecmp (speed, "fast") == 0)
    return "fast";
  if (g_ascii_strcasecmp (usage_type, "message") == 0)
    return "standard";

  return outlay_row_lower (row, usage_type);
}

/**
 * outlay_anthropic_region:
 * @inference_geo: `global`, `not_available`, a region, or ""
 *
 * Returns: (transfer none): a value of %OUTLAY_FIELD_REGION
 */
const char *
outlay_anthropic_region (const char *inference_geo)
{
  if (g_ascii_strcasecmp (inference_geo, "global") == 0 ||
      g_ascii_strcasecmp (inference_geo, "not_available") == 0)
    return "";

  return inference_geo;
}

/**
 * outlay_anthropic_context:
 * @context_window: `≤ 200k`, `> 200k` (consoles), `0-200k`, `200k-1M` (API), or ""
 *
 * Returns: (transfer none): a value of %OUTLAY_FIELD_CONTEXT
 */
const char *
outlay_anthropic_context (const char *context_window)
{
  return context_window[0] == '>' || g_str_has_prefix (context_window, "200k-") ? "long" : "";
}
