/* accounts.h – which streams see the spend of the same provider account
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage exports mostly do not say whose they are, cost exports do. As long as a
 * provider has one named account, what names none is that account's.
 */

#pragma once

#include "store/claims.h"
#include "store/series.h"

G_BEGIN_DECLS

const OutlayStreamAccount *outlay_account_resolve (OutlaySeriesTable *table,
                                                   const GArray *spans,
                                                   const OutlayStreamAccount *account);

G_END_DECLS
