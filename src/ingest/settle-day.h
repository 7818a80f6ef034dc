/* settle-day.h – one account and day that several sources saw, counted once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"

G_BEGIN_DECLS

gboolean outlay_settle_day (const OutlayIngestContext *context,
                            const GArray *spans,
                            const OutlayStreamAccount *account,
                            const GPtrArray *streams,
                            gint32 day,
                            GError **error);

G_END_DECLS
