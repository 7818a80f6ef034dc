/* about-window.h – what this is, and whose work is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_about_window_present (GtkWindow *parent);

G_END_DECLS
