/* cost-window.h – add a cost beside the spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_WINDOW (outlay_cost_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCostWindow, outlay_cost_window, OUTLAY, COST_WINDOW, AdwWindow)

GtkWidget *outlay_cost_window_new (GtkWidget *parent, OutlaySession *session, const char *use_case);

G_END_DECLS
