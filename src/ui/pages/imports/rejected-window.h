/* rejected-window.h – the rows of a file that were not taken, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_REJECTED_WINDOW (outlay_rejected_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRejectedWindow,
                      outlay_rejected_window,
                      OUTLAY,
                      REJECTED_WINDOW,
                      AdwWindow)

void outlay_rejected_window_present (GtkWindow *parent, OutlaySession *session, gint64 batch);

G_END_DECLS
