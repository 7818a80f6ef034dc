/* reconcile-private.h – the steps of reconciling, and what they hand on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/reconcile-match.h"

G_BEGIN_DECLS

/**
 * OutlayDay:
 * @bills: (element-type OutlayEvidence): rows of the bill that counts
 * @meters: (element-type OutlayEvidence): rows of every meter
 * @observers: (element-type OutlayEvidence): rows of the observer that counts
 * @texts: the numbers of their texts
 *
 * The rows of a day that may count, each list in an order of its own that does
 * not depend on the order they came in.
 */
typedef struct
{
  GPtrArray *bills;
  GPtrArray *meters;
  GPtrArray *observers;
  GHashTable *texts;
} OutlayDay;

/**
 * OutlayLine:
 * @settled: what counts
 * @evidence: the row it is told apart by
 *
 * A line on its way through the steps.
 */
typedef struct
{
  OutlaySettled settled;
  const OutlayEvidence *evidence;
} OutlayLine;

/* reconcile-line.c */
void outlay_held_add (gint64 *total, gint64 amount);
void outlay_held_add_usage (OutlayUsage *total, const OutlayUsage *usage);
gint64 outlay_evidence_estimate (const OutlayEvidence *evidence);
void outlay_lines_add_alone (GArray *lines, GPtrArray *rows);
gboolean outlay_settled_is_empty (const OutlaySettled *settled);
GArray *outlay_lines_merge (GArray *lines);

/* reconcile-stream.c */
void outlay_streams_keep_bill (GPtrArray *rows);
void outlay_streams_keep_observer (GPtrArray *rows);

/* reconcile-weight.c */
guint32 outlay_charge_meters (const OutlayUsage *usage);
gint64 outlay_charge_computed (const OutlayEvidence *evidence, OutlayMeter meter);
void outlay_charge_weigh (GPtrArray *rows,
                          const GArray *hits,
                          OutlayMeter meter,
                          OutlayWide *weights);

/* reconcile-charge.c */
void outlay_charges_settle (const OutlayDay *day, GArray *lines);

/* reconcile-split.c */
void outlay_lines_split (const OutlayDay *day, GArray *lines);

G_END_DECLS
