/* feature-rows.h – a feature as a row that opens to its rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Their buttons activate `rules.add` (string: feature), `rules.edit` (int64: rule),
 * `rules.remove` (int64: rule), `rules.edit-feature` and `rules.remove-feature`
 * (string: feature).
 */

#pragma once

#include "ledger/rules.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *outlay_feature_row_new (OutlaySession *session,
                                   const OutlayFeature *feature,
                                   GPtrArray *rules,
                                   gint64 cost_nanos);

G_END_DECLS
