/* coverage-private.h – which days of a provider account were imported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/lines-private.h"
#include "store/claims.h"

G_BEGIN_DECLS

void outlay_coverage_fill (OutlaySpendLines *lines,
                           const OutlayStreamAccount *account,
                           gint32 day,
                           OutlayAccount *filled);

G_END_DECLS
