/* settled.h – lines that count where several sources saw one spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/record.h"
#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlaySettledLine:
 * @account: of the table account
 * @day: UTC day
 * @series: of the table series: what the line is told apart by
 * @kind: what its charge is for; %OUTLAY_CHARGE_NONE where the amount is computed
 * @currency: dimension of the currency of its amounts; 0: the price book's
 * @rows: data rows behind it
 * @unpriced_rows: those of them whose usage has no price
 * @usage: what was used
 * @billed_nanos: what a bill states
 * @computed_nanos: tokens × catalogue price
 * @estimated_nanos: the part of @cost_nanos that no bill states yet
 * @cost_nanos: what it costs
 * @not_on_bill: a bill covers the day and does not have it
 */
typedef struct
{
  gint64 account;
  gint32 day;
  gint64 series;
  OutlayChargeKind kind;
  gint64 currency;
  gint64 rows;
  gint64 unpriced_rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 computed_nanos;
  gint64 estimated_nanos;
  gint64 cost_nanos;
  gboolean not_on_bill;
} OutlaySettledLine;

/**
 * OutlaySettledFunc:
 * @line: a line
 * @user_data: the data given with the function
 * @error: return location for an error
 */
typedef gboolean (*OutlaySettledFunc) (const OutlaySettledLine *line,
                                       gpointer user_data,
                                       GError **error);

gboolean outlay_settled_insert (OutlayDatabase *database,
                                const OutlaySettledLine *line,
                                int place,
                                GError **error);
gboolean outlay_settled_delete (OutlayDatabase *database,
                                gint64 account,
                                gint32 day,
                                GError **error);
gboolean outlay_settled_each (OutlayDatabase *database,
                              gint32 from,
                              gint32 to,
                              OutlaySettledFunc func,
                              gpointer user_data,
                              GError **error);

G_END_DECLS
