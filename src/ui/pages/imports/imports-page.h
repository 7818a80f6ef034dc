/* imports-page.h – files in, and taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define OUTLAY_TYPE_IMPORTS_PAGE (outlay_imports_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportsPage, outlay_imports_page, OUTLAY, IMPORTS_PAGE, OutlayPage)

G_END_DECLS
