/* charts.h – what use cases bring and cost, as charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart borrows the session for as long as it lives.
 */

#pragma once

#include "chart/chart.h"
#include "ui/items/what-if.h"
#include "ui/session.h"

G_BEGIN_DECLS

OutlayChart *outlay_use_cases_chart_new (OutlaySession *session, GArray *order);
GArray *outlay_use_cases_chart_order (const OutlayPortfolio *portfolio);
OutlayChart *outlay_use_case_months_chart_new (OutlaySession *session, gsize use_case);
OutlayChart *outlay_use_case_sums_chart_new (OutlaySession *session,
                                             const OutlayCumulative *cumulative);
char *outlay_use_case_payback_text (OutlaySession *session,
                                    const OutlayCumulative *cumulative) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
