/* preferences-window.h – what figures depend on, and what the window does by itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_preferences_window_present (GtkWindow *parent,
                                        OutlaySession *session,
                                        GSettings *settings);

G_END_DECLS
