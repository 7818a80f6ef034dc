/* focus-meter.h – what the quantity of a line of a cloud bill counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

/**
 * OutlayFocusUnit:
 * @OUTLAY_FOCUS_UNIT_TOKENS: tokens
 * @OUTLAY_FOCUS_UNIT_REQUESTS: calls
 * @OUTLAY_FOCUS_UNIT_OTHER: anything else
 */
typedef enum
{
  OUTLAY_FOCUS_UNIT_TOKENS,
  OUTLAY_FOCUS_UNIT_REQUESTS,
  OUTLAY_FOCUS_UNIT_OTHER,
} OutlayFocusUnit;

OutlayFocusUnit outlay_focus_unit_parse (const char *unit, const char *description, guint *power);
OutlayMeter outlay_focus_meter_find (const char *text);
const char *outlay_focus_tier_find (const char *text);
gboolean outlay_focus_is_long_context (const char *text);
void outlay_focus_meter_count (OutlayMeter meter, gint64 tokens, OutlayUsage *usage);

G_END_DECLS
