/* snapshot-type.h – snapshots as values of properties
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/snapshot.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_SNAPSHOT (outlay_snapshot_get_type ())
GType outlay_snapshot_get_type (void);

G_END_DECLS
