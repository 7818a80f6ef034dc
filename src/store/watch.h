/* watch.h – whether the store has changed, and how a long statement is stopped
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean outlay_database_change_count (OutlayDatabase *database, guint32 *count, GError **error);
gboolean outlay_database_in_transaction (OutlayDatabase *database);
void outlay_database_set_cancellable (OutlayDatabase *database, GCancellable *cancellable);

G_END_DECLS
