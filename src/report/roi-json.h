/* roi-json.h – value and cost of a period as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/value.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

cJSON *outlay_report_roi_json (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio);
cJSON *outlay_report_roi_sheet (const OutlaySnapshot *snapshot, const OutlayPortfolio *portfolio);

G_END_DECLS
