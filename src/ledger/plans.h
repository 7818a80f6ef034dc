/* plans.h – what the user has stated, as a snapshot has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

gboolean outlay_ledger_fill_plans (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error);

G_END_DECLS
