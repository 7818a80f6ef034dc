/* event-id.h – by what an event is known again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

gint64 outlay_event_id (const OutlayRecord *record, gint64 batch);

G_END_DECLS
