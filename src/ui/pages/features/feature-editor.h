/* feature-editor.h – a window for what is known of a feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FEATURE_EDITOR (outlay_feature_editor_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFeatureEditor, outlay_feature_editor, OUTLAY, FEATURE_EDITOR, AdwWindow)

void outlay_feature_editor_present (GtkWindow *parent,
                                    OutlaySession *session,
                                    const OutlayFeature *feature);

G_END_DECLS
