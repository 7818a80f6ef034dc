/* use-cases-page.h – value beside cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_USE_CASES_PAGE (outlay_use_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUseCasesPage, outlay_use_cases_page, OUTLAY, USE_CASES_PAGE, OutlayPage)

G_END_DECLS
