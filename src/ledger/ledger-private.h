/* ledger-private.h – what the files of this room share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"
#include "pricing/price-book.h"
#include "store/database.h"

G_BEGIN_DECLS

struct _OutlayLedger
{
  /* Owned references */
  OutlayDatabase *database;
  OutlayPriceBook *book;

  gint32 day;          /* that counts as today */
  gboolean day_counts; /* it was given: a day of history; otherwise it is unfinished */
  gboolean undo;       /* what edits change is noted */
};

G_END_DECLS
