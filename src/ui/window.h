/* window.h – the frame around the places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages do not name the window: they activate its actions. `win.page` (string: id of a
 * place), `win.open` (strings: id of a place, name of a thing in it), `win.import`,
 * `win.undo`, `win.redo`, `win.back`, `win.export-pdf`, `win.features`,
 * `win.previous-month`, `win.next-month`, `win.toggle-sidebar`, `win.menu`.
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_WINDOW (outlay_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWindow, outlay_window, OUTLAY, WINDOW, AdwApplicationWindow)

OutlayWindow *outlay_window_new (GtkApplication *application, OutlaySession *session);
OutlaySession *outlay_window_get_session (OutlayWindow *self);
void outlay_window_set_banner (OutlayWindow *self,
                               const char *text,
                               const char *button,
                               const char *action);
gboolean outlay_window_open (OutlayWindow *self, const char *id, const char *name);
void outlay_window_take_files (OutlayWindow *self, GListModel *files);
void outlay_window_fail (OutlayWindow *self, const GError *error);
gboolean outlay_window_has_failed (OutlayWindow *self);

G_END_DECLS
