/* rules-private.h – the rules of the store, as attribution takes them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "attribution/rules.h"
#include "ledger/ledger-private.h"

G_BEGIN_DECLS

GPtrArray *outlay_ledger_load_rules (OutlayLedger *ledger, GError **error);

G_END_DECLS
