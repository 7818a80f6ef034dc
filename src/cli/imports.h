/* imports.h – what became of files, for people and for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/output.h"
#include "ledger/import.h"

G_BEGIN_DECLS

cJSON *outlay_imported_to_json (const OutlayImported *imported, gboolean listed);
OutlayTable *outlay_imported_table_new (gboolean listed);
void outlay_imported_table_add (OutlayTable *table,
                                OutlayWording *wording,
                                const OutlayImported *imported,
                                gboolean listed);

G_END_DECLS
