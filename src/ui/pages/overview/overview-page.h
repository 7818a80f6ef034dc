/* overview-page.h – the month at a glance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_OVERVIEW_PAGE (outlay_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayOverviewPage, outlay_overview_page, OUTLAY, OVERVIEW_PAGE, OutlayPage)

G_END_DECLS
