/* cost-items.h – commands: costs beside the imported spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayCostEntry:
 * @id: of the store
 * @use_case: (nullable): name of the use case that bears it; %NULL if it is shared
 * @share: how the use cases share it; %OUTLAY_COST_DIRECT with @use_case
 * @name: what it is
 * @amount_nanos: a month, or once, in @currency
 * @currency: of the amount; not read by outlay_ledger_add_cost_item(), which takes
 *   the reporting currency
 * @once: a one-off, spread over @n_months from @from_month
 * @n_months: from 1
 * @from_month: first month
 * @to_month: last month of a monthly item, or %G_MAXINT32
 */
typedef struct
{
  gint64 id;
  char *use_case;
  OutlayCostShare share;
  OutlayCostKind kind;
  char *name;
  gint64 amount_nanos;
  char *currency;
  gboolean once;
  gint32 n_months;
  gint32 from_month;
  gint32 to_month;
} OutlayCostEntry;

void outlay_cost_entry_free (OutlayCostEntry *entry);
GPtrArray *outlay_ledger_list_cost_items (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_add_cost_item (OutlayLedger *ledger,
                                      const OutlayCostEntry *entry,
                                      gint64 *id,
                                      GError **error);
gboolean outlay_ledger_remove_cost_item (OutlayLedger *ledger, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCostEntry, outlay_cost_entry_free)

G_END_DECLS
