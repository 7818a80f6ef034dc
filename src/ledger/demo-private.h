/* demo-private.h – the two halves of the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/json-objects.h"
#include "ledger/demo.h"

G_BEGIN_DECLS

GBytes *outlay_demo_file (const char *name, GError **error);
gboolean outlay_demo_add_plans (OutlayLedger *ledger, OutlayJson *company, GError **error);

G_END_DECLS
