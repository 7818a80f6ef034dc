/* anthropic-dimensions.h – words that Anthropic's exports share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

const char *outlay_anthropic_tier (OutlayRow *row, const char *usage_type, const char *speed);
const char *outlay_anthropic_region (const char *inference_geo);
const char *outlay_anthropic_context (const char *context_window);

G_END_DECLS
