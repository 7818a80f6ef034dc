/* budget-words.h – a line of a month's status in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"
#include "insight/budget.h"
#include "wording/status.h"

G_BEGIN_DECLS

gboolean outlay_month_has_ended (const OutlaySnapshot *snapshot, gint32 month);
char *outlay_budget_line_describe (const OutlayBudgetLine *line,
                                   const OutlaySnapshot *snapshot,
                                   gint32 month,
                                   OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_budget_line_head (const OutlayBudgetLine *line,
                               const OutlaySnapshot *snapshot,
                               gint32 month,
                               OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_forecast_arrow (OutlayWording *wording,
                             const char *actual,
                             const char *expected) G_GNUC_WARN_UNUSED_RESULT;
const OutlayBudgetLine *outlay_budget_status_find (const OutlayBudgetStatus *status,
                                                   guint32 feature);
OutlayInk outlay_feature_ink (const OutlaySnapshot *snapshot, guint32 feature);
const char *outlay_feature_display_name (const OutlaySnapshot *snapshot, guint32 feature);

G_END_DECLS
