/* ledger.h – the one door to the store: commands go in, snapshots come out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every command has one synchronous form, here and in the headers beside this
 * one; each is one transaction. A ledger belongs to one thread at a time.
 */

#pragma once

#include "core/date.h"
#include "insight/snapshot.h"

G_BEGIN_DECLS

typedef struct _OutlayLedger OutlayLedger;

/**
 * OutlayLedgerError:
 * @OUTLAY_LEDGER_ERROR_NOT_FOUND: there is nothing of that name
 * @OUTLAY_LEDGER_ERROR_EXISTS: there is one of that name already
 * @OUTLAY_LEDGER_ERROR_INVALID: the value makes no sense here
 */
typedef enum
{
  OUTLAY_LEDGER_ERROR_NOT_FOUND,
  OUTLAY_LEDGER_ERROR_EXISTS,
  OUTLAY_LEDGER_ERROR_INVALID,
} OutlayLedgerError;

#define OUTLAY_LEDGER_ERROR (outlay_ledger_error_quark ())
GQuark outlay_ledger_error_quark (void);

OutlayLedger *outlay_ledger_open (const char *path, GError **error);
void outlay_ledger_close (OutlayLedger *ledger);
void outlay_ledger_set_day (OutlayLedger *ledger, gint32 day);
gint32 outlay_ledger_day (OutlayLedger *ledger);
gboolean outlay_ledger_update_day (OutlayLedger *ledger, GError **error);
OutlaySnapshot *outlay_ledger_snapshot (OutlayLedger *ledger, GError **error);
OutlaySnapshot *outlay_ledger_snapshot_of_day (OutlayLedger *ledger, gint32 day, GError **error);
gboolean outlay_ledger_check (OutlayLedger *ledger, GPtrArray *faults, GError **error);
gboolean outlay_ledger_back_up (OutlayLedger *ledger, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLedger, outlay_ledger_close)

G_END_DECLS
