/* cost-items.h – costs beside the imported spend, as they are stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayCostItemRow:
 * @use_case: id of the use case that bears it; 0 if it is shared
 * @share: number of an OutlayCostShare
 * @kind: number of an OutlayCostKind
 * @amount_nanos: a month, or once
 * @n_months: a one-off is spread over so many, from 1
 * @to_month: last month of a monthly item, or %G_MAXINT32
 */
typedef struct
{
  gint64 id;
  gint64 use_case;
  int share;
  int kind;
  char *name;
  gint64 amount_nanos;
  char *currency;
  gboolean once;
  gint32 n_months;
  gint32 from_month;
  gint32 to_month;
} OutlayCostItemRow;

void outlay_cost_item_row_free (OutlayCostItemRow *row);
GPtrArray *outlay_cost_items_list (OutlayDatabase *database, GError **error);
gboolean outlay_cost_items_add (OutlayDatabase *database,
                                const OutlayCostItemRow *row,
                                gint64 *id,
                                GError **error);
gboolean outlay_cost_items_remove (OutlayDatabase *database, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCostItemRow, outlay_cost_item_row_free)

G_END_DECLS
