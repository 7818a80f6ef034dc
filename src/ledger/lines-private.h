/* lines-private.h – the lines of spend that count, one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a line counts through the roll-up by itself or was settled between
 * several sources is decided below; everything that shows spend reads it here.
 */

#pragma once

#include "core/record.h"
#include "ingest/price-cache.h"
#include "ledger/ledger-private.h"
#include "store/series.h"

G_BEGIN_DECLS

/**
 * OutlaySpendLine:
 * @series: what it is told apart by
 * @account: whose: the account that the series' stream stands for
 * @day: UTC day
 * @kind: what its charge is for; %OUTLAY_CHARGE_NONE where no bill states it
 * @currency: of its amounts
 * @rows: data rows behind it
 * @unpriced_rows: those of them whose cost is unknown: no bill, and no price
 * @usage: what was used
 * @billed_nanos: what a bill states
 * @computed_nanos: tokens × catalogue price, in US dollars
 * @estimated_nanos: the part of @cost_nanos that no bill states yet
 * @cost_nanos: what it costs, whatever its kind
 */
typedef struct
{
  const OutlaySeries *series;
  const OutlayStreamAccount *account;
  gint32 day;
  OutlayChargeKind kind;
  const char *currency;
  gint64 rows;
  gint64 unpriced_rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 computed_nanos;
  gint64 estimated_nanos;
  gint64 cost_nanos;
} OutlaySpendLine;

typedef gboolean (*OutlaySpendLineFunc) (const OutlaySpendLine *line,
                                         gpointer user_data,
                                         GError **error);

typedef struct _OutlaySpendLines OutlaySpendLines;

OutlaySpendLines *outlay_spend_lines_new (OutlayLedger *ledger, GError **error);
void outlay_spend_lines_free (OutlaySpendLines *lines);
OutlaySeriesTable *outlay_spend_lines_series (OutlaySpendLines *lines);
const GArray *outlay_spend_lines_spans (OutlaySpendLines *lines);
const OutlayStreamAccount *outlay_spend_lines_account (OutlaySpendLines *lines,
                                                       const OutlayStream *stream);
const char *outlay_spend_lines_model (OutlaySpendLines *lines, const OutlaySeries *series);
GPtrArray *outlay_spend_lines_attribute (OutlaySpendLines *lines,
                                         GPtrArray *rules,
                                         const OutlaySpendLine *line);
gboolean outlay_spend_lines_each (OutlaySpendLines *lines,
                                  gint32 from,
                                  gint32 to,
                                  OutlaySpendLineFunc func,
                                  gpointer user_data,
                                  GError **error);
void outlay_spend_line_split (const OutlaySpendLine *line,
                              const OutlayWide *weights,
                              gsize n_parts,
                              OutlaySpendLine *parts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySpendLines, outlay_spend_lines_free)

G_END_DECLS
