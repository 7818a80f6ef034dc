/* settings.h – what the user has set that figures depend on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

gboolean outlay_settings_get (OutlayDatabase *database,
                              const char *key,
                              char **value,
                              GError **error);
gboolean outlay_settings_set (OutlayDatabase *database,
                              const char *key,
                              const char *value,
                              GError **error);

G_END_DECLS
