/* feature-pane.h – features with their rules, and how much of each month has one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FEATURE_PANE (outlay_feature_pane_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFeaturePane, outlay_feature_pane, OUTLAY, FEATURE_PANE, AdwBin)

void outlay_feature_pane_show (OutlayFeaturePane *self, OutlaySession *session, GPtrArray *rules);

G_END_DECLS
