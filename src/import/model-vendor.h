/* model-vendor.h – whose account a request that a gateway or a trace saw is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

const char *outlay_vendor_id (OutlayRow *row, const char *name);
const char *outlay_vendor_of_model (const char *model);
const char *outlay_vendor_find (OutlayRow *row,
                                const char *name,
                                const char *model,
                                const char *fallback);

G_END_DECLS
