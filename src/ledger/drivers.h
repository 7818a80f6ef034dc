/* drivers.h – questions: why spend moved between two months
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/drivers.h"
#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayMove:
 * @currency: the reporting currency
 * @from: first day of each month
 * @to: last day of each that counts: if one is not over yet, both are cut to as many
 *   days
 * @n_days: days of the later month that count
 * @drivers: the change, taken apart
 */
typedef struct
{
  char *currency;
  gint32 from[2];
  gint32 to[2];
  int n_days;
  OutlayDrivers drivers;
} OutlayMove;

OutlayMove *outlay_ledger_drivers (OutlayLedger *ledger,
                                   gint32 from_month,
                                   gint32 to_month,
                                   const char *feature,
                                   GError **error);
void outlay_move_free (OutlayMove *move);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayMove, outlay_move_free)

G_END_DECLS
