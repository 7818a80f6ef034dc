/* migrate.h – brings a store to this version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

gboolean outlay_migrate_check_file (const char *path, gboolean *is_empty, GError **error);
gboolean outlay_migrate_check (OutlayDatabase *database, GError **error);
gboolean outlay_migrate (OutlayDatabase *database, GError **error);

G_END_DECLS
