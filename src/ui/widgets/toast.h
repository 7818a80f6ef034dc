/* toast.h – a short word on what has happened, with a way back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void outlay_toast_set_overlay (GtkWindow *window, AdwToastOverlay *overlay);
void outlay_toast (GtkWidget *widget,
                   const char *text,
                   const char *button,
                   const char *action,
                   GVariant *target);

G_END_DECLS
