/* import-window.h – the window that reads files, shows what they would do, and imports them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pages/imports/import-order.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_IMPORT_WINDOW (outlay_import_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayImportWindow, outlay_import_window, OUTLAY, IMPORT_WINDOW, AdwWindow)

OutlayImportWindow *outlay_import_window_new (GtkWindow *parent,
                                              OutlaySession *session,
                                              OutlayImportOrder *order);

G_END_DECLS
