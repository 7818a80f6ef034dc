/* month-chart.h – a month's spend day by day, running up to its budget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"
#include "insight/budget.h"
#include "wording/wording.h"

G_BEGIN_DECLS

OutlayChart *outlay_month_chart_new (const OutlaySnapshot *snapshot,
                                     const OutlayBudgetStatus *status,
                                     OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
