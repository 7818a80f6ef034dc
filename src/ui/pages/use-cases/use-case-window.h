/* use-case-window.h – name a use case, and say which features it bears
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USE_CASE_WINDOW (outlay_use_case_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUseCaseWindow,
                      outlay_use_case_window,
                      OUTLAY,
                      USE_CASE_WINDOW,
                      AdwWindow)

GtkWidget *outlay_use_case_window_new (GtkWidget *parent, OutlaySession *session, int use_case);

G_END_DECLS
