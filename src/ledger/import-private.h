/* import-private.h – batches of the store, as the ledger's commands answer them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/import.h"
#include "store/batches.h"

G_BEGIN_DECLS

OutlayImported *outlay_imported_new (OutlayLedger *ledger, const OutlayBatch *batch);
OutlayImported *outlay_imported_new_failed (const char *path, GError *error);

G_END_DECLS
