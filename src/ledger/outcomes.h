/* outcomes.h – commands: how many outcomes a use case had
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayOutcomesResult:
 * @n_days: how many days came in
 * @first_day: the first of them; %G_MAXINT32 if there is none
 * @last_day: the last; %G_MININT32 if there is none
 * @count: outcomes on these days
 */
typedef struct
{
  gsize n_days;
  gint32 first_day;
  gint32 last_day;
  gint64 count;
} OutlayOutcomesResult;

gboolean outlay_ledger_import_outcomes (OutlayLedger *ledger,
                                        const char *use_case,
                                        const char *text,
                                        gsize length,
                                        OutlayOutcomesResult *result,
                                        GPtrArray *faults,
                                        GError **error);
gboolean outlay_ledger_set_month_outcomes (OutlayLedger *ledger,
                                           const char *use_case,
                                           gint32 month,
                                           gint64 count,
                                           GError **error);

G_END_DECLS
