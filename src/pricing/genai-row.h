/* genai-row.h – one row of rates in the layout of genai-prices
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/rows.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

gboolean outlay_genai_read_row (const cJSON *condition,
                                const cJSON *prices,
                                OutlayPriceRow *row,
                                GError **error);

G_END_DECLS
