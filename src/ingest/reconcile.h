/* reconcile.h – the same spend, seen by a bill, a meter and a gateway, counted once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One call settles one provider account, day and currency. It is a pure function:
 * rows in, rows out, every amount and every count conserved to the last unit.
 */

#pragma once

#include "core/rates.h"
#include "core/record.h"
#include "import/reader.h"

G_BEGIN_DECLS

/**
 * OutlayEvidence:
 * @series: of the store; handed through
 * @stream: of the store: which source it is from
 * @role: of that source
 * @running: the source's file was still running on this day
 * @field: a text for each #OutlayField, "" if the source does not say
 * @name: (nullable): the name beside the id
 * @book_model: (nullable): `provider/model` of the price book, for @field's model
 * @kind: what the charge is for; %OUTLAY_CHARGE_NONE for usage alone
 * @meter: which part of the usage the charge is for
 * @rows: data rows behind it
 * @usage: what was used
 * @billed_nanos: as record.h
 * @cost_nanos: as record.h; for an observer its own estimate
 * @has_computed: the usage has a price
 * @computed_nanos: tokens × catalogue price, 0 without
 * @computed_picos: the same by rate, all 0 if unpriced
 * @unpriced: the usage has no price
 *
 * One series of one day, as one source saw it. Everything is borrowed.
 */
typedef struct
{
  gint64 series;
  gint64 stream;
  OutlayRole role;
  gboolean running;
  const char *const *field;
  const char *const *name;
  const char *book_model;
  OutlayChargeKind kind;
  OutlayMeter meter;
  gint64 rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 cost_nanos;
  gboolean has_computed;
  gint64 computed_nanos;
  OutlayWide computed_picos[OUTLAY_N_RATES];
  gboolean unpriced;
} OutlayEvidence;

/**
 * OutlaySettled:
 * @series: of the store: what the spend is told apart by
 * @kind: %OUTLAY_CHARGE_USAGE where a bill reaches it, %OUTLAY_CHARGE_NONE where
 *   the amount is computed, else the kind of the charge that stands alone
 * @rows: data rows behind it, counted once
 * @unpriced_rows: those of them without a price
 * @usage: what was used, counted once
 * @billed_nanos: what a bill states
 * @cost_nanos: what it costs: billed (effective) or computed, and @estimated_nanos
 * @computed_nanos: tokens × catalogue price
 * @estimated_nanos: the part of @cost_nanos that the bill of a running day lacks
 * @not_on_bill: a bill covers the day, and no charge reached this usage
 *
 * A line that counts.
 */
typedef struct
{
  gint64 series;
  OutlayChargeKind kind;
  gint64 rows;
  gint64 unpriced_rows;
  OutlayUsage usage;
  gint64 billed_nanos;
  gint64 cost_nanos;
  gint64 computed_nanos;
  gint64 estimated_nanos;
  gboolean not_on_bill;
} OutlaySettled;

/**
 * OutlayDayCoverage:
 * @bill: a bill covers the day, with or without rows
 * @meter: a meter covers the day, with or without rows
 */
typedef struct
{
  gboolean bill;
  gboolean meter;
} OutlayDayCoverage;

void outlay_reconcile_alone (const OutlayEvidence *evidence, OutlaySettled *settled);
gboolean outlay_reconcile_is_needed (const OutlayEvidence *evidence,
                                     gsize n_evidence,
                                     const OutlayDayCoverage *coverage);
gint64 outlay_reconcile_choose_bill (GPtrArray *bills);
GArray *outlay_reconcile (const OutlayEvidence *evidence,
                          gsize n_evidence,
                          const OutlayDayCoverage *coverage);

G_END_DECLS
