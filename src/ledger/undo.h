/* undo.h – commands: edits that can be taken back, and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A step is what one edit has changed: rows of the plans, imports that came in or
 * went, or both. Steps belong to one open ledger and are gone when it closes; the
 * file holds no trace of them.
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

#define OUTLAY_MAX_STEPS 100 /* older ones are forgotten */

gboolean outlay_ledger_enable_undo (OutlayLedger *ledger, GError **error);

gboolean outlay_ledger_begin_edit (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_end_edit (OutlayLedger *ledger,
                                 const char *label,
                                 gboolean done,
                                 GError **error);
gboolean outlay_ledger_close_step (OutlayLedger *ledger, const char *label, GError **error);

gboolean outlay_ledger_can_undo (OutlayLedger *ledger, char **label);
gboolean outlay_ledger_can_redo (OutlayLedger *ledger, char **label);
gboolean outlay_ledger_undo (OutlayLedger *ledger, char **label, GError **error);
gboolean outlay_ledger_redo (OutlayLedger *ledger, char **label, GError **error);

G_END_DECLS
