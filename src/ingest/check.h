/* check.h – proves that what counts follows from the facts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pricing/price-book.h"
#include "store/database.h"

G_BEGIN_DECLS

gboolean outlay_ingest_check (OutlayDatabase *database,
                              OutlayPriceBook *book,
                              GPtrArray *faults,
                              GError **error);

G_END_DECLS
