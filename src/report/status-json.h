/* status-json.h – budgets of a month as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/budget.h"

#include <cjson/cJSON.h>

G_BEGIN_DECLS

cJSON *outlay_report_status_json (const OutlaySnapshot *snapshot, const OutlayBudgetStatus *status);
cJSON *outlay_report_status_sheet (const OutlaySnapshot *snapshot,
                                   const OutlayBudgetStatus *status);

G_END_DECLS
