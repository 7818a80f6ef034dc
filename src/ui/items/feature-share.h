/* feature-share.h – how much of a feature a use case bears, as it is being typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/snapshot.h"
#include "wording/wording.h"

G_BEGIN_DECLS

gint32 outlay_feature_share_left (const OutlaySnapshot *snapshot, guint32 feature, int use_case);
gint32 outlay_feature_share_of (const OutlayUseCase *use_case, guint32 feature);
gboolean outlay_feature_share_parse (OutlayWording *wording,
                                     const char *text,
                                     gint32 left,
                                     gint32 *share,
                                     GError **error);
char *outlay_feature_share_text (OutlayWording *wording, gint32 share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
