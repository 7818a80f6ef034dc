/* sidebar.h – the list of places, with what each has to say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_SIDEBAR (outlay_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySidebar, outlay_sidebar, OUTLAY, SIDEBAR, AdwBin)

void outlay_sidebar_set_session (OutlaySidebar *self, OutlaySession *session);
GMenuModel *outlay_sidebar_get_menu (OutlaySidebar *self);
void outlay_sidebar_open_menu (OutlaySidebar *self);
void outlay_sidebar_take_focus (OutlaySidebar *self);
void outlay_sidebar_select (OutlaySidebar *self, const char *id);

G_END_DECLS
