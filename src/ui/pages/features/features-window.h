/* features-window.h – which spend belongs to which feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FEATURES_WINDOW (outlay_features_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFeaturesWindow,
                      outlay_features_window,
                      OUTLAY,
                      FEATURES_WINDOW,
                      AdwWindow)

void outlay_features_window_present (GtkWindow *parent, OutlaySession *session);

G_END_DECLS
