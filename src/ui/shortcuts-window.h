/* shortcuts-window.h – the table of keys, to be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_shortcuts_window_present (GtkWindow *parent);

G_END_DECLS
