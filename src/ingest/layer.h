/* layer.h – a file that has been read, among those that are in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/collector.h"

G_BEGIN_DECLS

gboolean outlay_layer_settle (const OutlayIngestContext *context,
                              OutlayCollector *collector,
                              GError **error);

G_END_DECLS
