/* reconcile-charge.c – the charges of a bill, brought to the usage they are for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The money is the bill's, to the last unit; usage only says whose it is.
 */

#include "ingest/reconcile-private.h"

#include <string.h>

/* On the running last day of a bill, what computed exceeds it by is estimated if
 * it is more than 2 % and more than a cent. */
#define LATE_DIVISOR 50
#define CENT_NANOS (OUTLAY_NANOS_PER_UNIT / 100)

typedef struct
{
  OutlayFacets facets;
  guint bill; /* index of its row */
} Charge;

typedef struct
{
  /* Borrowed */
  const OutlayDay *day;
  GPtrArray *rows; /* what carries the usage */
  GArray *charges; /* Charge, sorted by facets */

  /* Owned */
  GArray *lines;     /* OutlayLine, one a row of rows */
  gboolean *reached; /* by row */
  gboolean *placed;  /* by row of the bill */
} Settling;

static void
place_amount (Settling *settling,
              const GArray *hits,
              OutlayMeter meter,
              gint64 cost_nanos,
              gint64 billed_nanos)
{
  g_autofree OutlayWide *weights = g_new (OutlayWide, hits->len);
  g_autofree gint64 *cost_parts = g_new (gint64, hits->len);
  g_autofree gint64 *billed_parts = g_new (gint64, hits->len);

  outlay_charge_weigh (settling->rows, hits, meter, weights);
  outlay_apportion (cost_nanos, weights, hits->len, cost_parts);
  outlay_apportion (billed_nanos, weights, hits->len, billed_parts);

  for (guint i = 0; i < hits->len; i++)
    {
      guint row = g_array_index (hits, guint32, i);
      OutlaySettled *settled = &g_array_index (settling->lines, OutlayLine, row).settled;

      settling->reached[row] = TRUE;
      outlay_held_add (&settled->cost_nanos, cost_parts[i]);
      outlay_held_add (&settled->billed_nanos, billed_parts[i]);
    }
}

/* Charges that agree with the same usage are one amount, so that it is rounded once.
 * Returns: where the next amount begins. */
static guint
place_charges (Settling *settling, OutlayMatcher *matcher, guint from, GArray *hits)
{
  const Charge *first = &g_array_index (settling->charges, Charge, from);
  const OutlayEvidence *bill = g_ptr_array_index (settling->day->bills, first->bill);
  OutlayMeter meter = bill->meter;
  gint64 cost_nanos = 0;
  gint64 billed_nanos = 0;
  guint to;

  outlay_matcher_find (matcher, &first->facets, hits);

  for (to = from; to < settling->charges->len; to++)
    {
      const Charge *charge = &g_array_index (settling->charges, Charge, to);
      gint64 cost_sum = cost_nanos;
      gint64 billed_sum = billed_nanos;

      bill = g_ptr_array_index (settling->day->bills, charge->bill);
      if (memcmp (&charge->facets, &first->facets, sizeof charge->facets) != 0 ||
          !outlay_nanos_add (&cost_sum, bill->cost_nanos) ||
          !outlay_nanos_add (&billed_sum, bill->billed_nanos))
        break;

      cost_nanos = cost_sum;
      billed_nanos = billed_sum;
      settling->placed[charge->bill] = hits->len > 0;
    }

  if (hits->len > 0)
    place_amount (settling, hits, meter, cost_nanos, billed_nanos);

  return MAX (to, from + 1);
}

static int
compare_charges (gconstpointer a, gconstpointer b)
{
  const Charge *left = a;
  const Charge *right = b;
  int order = memcmp (&left->facets, &right->facets, sizeof left->facets);

  if (order != 0)
    return order;

  return left->bill < right->bill ? -1 : left->bill > right->bill;
}

/* A charge that states its own usage on a day without a meter needs no other. */
static gboolean
is_placeable (const OutlayDay *day, const OutlayEvidence *bill)
{
  return bill->kind == OUTLAY_CHARGE_USAGE &&
         (day->meters->len > 0 || outlay_usage_is_empty (&bill->usage));
}

static GArray *
list_charges (const OutlayDay *day)
{
  GArray *charges = g_array_new (FALSE, FALSE, sizeof (Charge));

  for (guint i = 0; i < day->bills->len; i++)
    {
      const OutlayEvidence *bill = g_ptr_array_index (day->bills, i);
      Charge charge = { .bill = i };

      if (!is_placeable (day, bill))
        continue;

      outlay_facets_read (day->texts, bill, &charge.facets);
      charge.facets.meters = 1u << bill->meter;
      if (bill->meter != OUTLAY_METER_QUANTITY)
        outlay_facets_drop (&charge.facets, 1, OUTLAY_FACET_UNIT);
      g_array_append_val (charges, charge);
    }

  return charges;
}

static void
place_all (Settling *settling)
{
  const OutlayDay *day = settling->day;
  guint n_rows = settling->rows->len;
  guint n_charges = settling->charges->len;
  g_autofree OutlayFacets *rows = g_new (OutlayFacets, n_rows);
  g_autofree OutlayFacets *queries = g_new (OutlayFacets, n_charges);
  g_autoptr (OutlayMatcher) matcher = NULL;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < n_rows; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (settling->rows, i);

      outlay_facets_read (day->texts, evidence, &rows[i]);
      rows[i].meters = outlay_charge_meters (&evidence->usage);
    }
  for (guint i = 0; i < n_charges; i++)
    queries[i] = g_array_index (settling->charges, Charge, i).facets;

  outlay_facets_drop_unshared (queries, n_charges, rows, n_rows);
  for (guint i = 0; i < n_charges; i++)
    g_array_index (settling->charges, Charge, i).facets = queries[i];
  g_array_sort (settling->charges, compare_charges);

  matcher = outlay_matcher_new (rows, n_rows, queries, n_charges);
  for (guint at = 0; at < n_charges;)
    at = place_charges (settling, matcher, at, hits);
}

/* Charges that found no usage, fees, credits, refunds and tax are lines of their
 * own. Where a meter counts the usage, the bill's own is not counted again. */
static void
stand_alone (const Settling *settling, GArray *lines)
{
  const OutlayDay *day = settling->day;

  for (guint i = 0; i < day->bills->len; i++)
    {
      OutlayLine line = { .evidence = g_ptr_array_index (day->bills, i) };

      if (settling->placed[i] ||
          (day->meters->len > 0 && line.evidence->kind == OUTLAY_CHARGE_NONE))
        continue;

      outlay_reconcile_alone (line.evidence, &line.settled);
      if (day->meters->len > 0)
        {
          line.settled.usage = (OutlayUsage){ 0 };
          line.settled.unpriced_rows = 0;
          line.settled.computed_nanos = 0;
        }
      g_array_append_val (lines, line);
    }
}

static void
estimate_late (OutlaySettled *settled)
{
  OutlayWide late = (OutlayWide) settled->computed_nanos - settled->cost_nanos;

  if (late <= CENT_NANOS || late * LATE_DIVISOR <= settled->cost_nanos || late > G_MAXINT64)
    return;

  settled->estimated_nanos = (gint64) late;
  settled->cost_nanos = settled->computed_nanos;
}

static void
finish_reached (OutlaySettled *settled, gboolean may_be_late)
{
  settled->kind = OUTLAY_CHARGE_USAGE;
  if (may_be_late)
    estimate_late (settled);
}

/* It keeps what it costs by the catalogue; on a running day the bill may yet follow. */
static void
finish_unreached (OutlaySettled *settled, const OutlayEvidence *evidence, gboolean running)
{
  settled->not_on_bill = TRUE;
  settled->cost_nanos = outlay_evidence_estimate (evidence);
  settled->estimated_nanos = running ? settled->cost_nanos : 0;
}

/* An observer never adds: what no charge reached, and what a bill lacks yet, is not
 * counted on its word. */
static void
finish_rows (const Settling *settling, GArray *lines)
{
  gboolean metered = settling->day->meters->len > 0;
  gboolean running = FALSE;

  for (guint i = 0; i < settling->day->bills->len && metered; i++)
    running |= ((const OutlayEvidence *) g_ptr_array_index (settling->day->bills, i))->running;

  for (guint i = 0; i < settling->lines->len; i++)
    {
      OutlayLine *line = &g_array_index (settling->lines, OutlayLine, i);

      if (settling->reached[i])
        finish_reached (&line->settled, running);
      else if (metered)
        finish_unreached (&line->settled, line->evidence, running);
      else
        continue;
      g_array_append_vals (lines, line, 1);
    }
}

/* What counts the usage: meters, or on a day without one the observer. A charge that
 * such a source states is not the bill's. */
static GPtrArray *
list_carriers (const OutlayDay *day)
{
  GPtrArray *from = day->meters->len > 0 ? day->meters : day->observers;
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < from->len; i++)
    {
      OutlayEvidence *evidence = g_ptr_array_index (from, i);

      if (evidence->kind == OUTLAY_CHARGE_NONE || !outlay_usage_is_empty (&evidence->usage))
        g_ptr_array_add (rows, evidence);
    }

  return rows;
}

/**
 * outlay_charges_settle:
 * @day: a day that a bill covers
 * @lines: (inout) (element-type OutlayLine): what counts is added here
 *
 * Brings each charge for use to the usage that agrees with it, in proportion to
 * its computed cost, largest remainder to the last unit.
 */
void
outlay_charges_settle (const OutlayDay *day, GArray *lines)
{
  g_autoptr (GPtrArray) rows = list_carriers (day);
  g_autoptr (GArray) charges = list_charges (day);
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (OutlayLine));
  g_autofree gboolean *reached = g_new0 (gboolean, rows->len);
  g_autofree gboolean *placed = g_new0 (gboolean, day->bills->len);
  Settling settling = { day, rows, charges, carried, reached, placed };

  outlay_lines_add_alone (carried, rows);
  for (guint i = 0; i < carried->len; i++)
    {
      OutlaySettled *settled = &g_array_index (carried, OutlayLine, i).settled;

      settled->kind = OUTLAY_CHARGE_NONE;
      settled->cost_nanos = 0;
      settled->billed_nanos = 0;
    }

  place_all (&settling);
  finish_rows (&settling, lines);
  stand_alone (&settling, lines);
}
