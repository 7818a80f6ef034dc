/* snapshot-type.c – snapshots as values of properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/snapshot-type.h"

G_DEFINE_BOXED_TYPE (OutlaySnapshot, outlay_snapshot, outlay_snapshot_ref, outlay_snapshot_unref)
