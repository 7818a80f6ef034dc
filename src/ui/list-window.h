/* list-window.h – a window over another, with boxed lists in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *outlay_list_window_new (GtkWindow *parent,
                                   const char *title,
                                   AdwPreferencesPage **page) G_GNUC_WARN_UNUSED_RESULT;
AdwPreferencesGroup *outlay_list_window_add_group (AdwPreferencesPage *page, const char *title);

G_END_DECLS
