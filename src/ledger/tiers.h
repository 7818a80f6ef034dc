/* tiers.h – tables of the usage tiers of providers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/tiers.h"
#include "ledger/ledger.h"

G_BEGIN_DECLS

GPtrArray *outlay_tier_tables_load (const char *path, GError **error);

G_END_DECLS
