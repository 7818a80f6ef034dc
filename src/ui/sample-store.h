/* sample-store.h – a store for the sample company, gone when the program is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_sample_store_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void outlay_sample_store_remove (const char *path);

G_END_DECLS
