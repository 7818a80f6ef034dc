/* budgets-page.h – amounts planned, by feature and month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_BUDGETS_PAGE (outlay_budgets_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayBudgetsPage, outlay_budgets_page, OUTLAY, BUDGETS_PAGE, OutlayPage)

G_END_DECLS
