/* states.h – what a window shows instead of a place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *outlay_loading_state_new (void);
GtkWidget *outlay_first_run_state_new (void);
GtkWidget *outlay_failed_state_new (const GError *error);

G_END_DECLS
