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
  GArray *lines;       /* OutlayLine, one a row of rows */
  gboolean *reached;   /* by row */
  gboolean *placed;    /* by row of the bill: none of it stands alone */
  gint64 *left;        /* by row: computed cost that no charge was brought to yet */
  gint64 *kept_cost;   /* by row of the bill: what stands alone */
  gint64 *kept_billed; /* by row of the bill */

  gboolean capped; /* each row takes its computed cost at most */
} Settling;

/* Charges of one agreement, and what they are together. */
typedef struct
{
  guint from; /* index of the first */
  guint to;   /* behind the last */
  OutlayMeter meter;
  gint64 cost_nanos;
  gint64 billed_nanos;
} Group;

static void
add_parts (Settling *settling, const GArray *hits, const gint64 *cost_parts, const gint64 *billed)
{
  for (guint i = 0; i < hits->len; i++)
    {
      guint row = g_array_index (hits, guint32, i);
      OutlaySettled *settled = &g_array_index (settling->lines, OutlayLine, row).settled;

      settling->reached[row] = TRUE;
      outlay_held_add (&settled->cost_nanos, cost_parts[i]);
      outlay_held_add (&settled->billed_nanos, billed[i]);
    }
}

static void
place_whole (Settling *settling, const GArray *hits, const Group *group)
{
  g_autofree OutlayWide *weights = g_new (OutlayWide, hits->len);
  g_autofree gint64 *cost_parts = g_new (gint64, hits->len);
  g_autofree gint64 *billed_parts = g_new (gint64, hits->len);

  outlay_charge_weigh (settling->rows, hits, group->meter, weights);
  outlay_apportion (group->cost_nanos, weights, hits->len, cost_parts);
  outlay_apportion (group->billed_nanos, weights, hits->len, billed_parts);
  add_parts (settling, hits, cost_parts, billed_parts);

  for (guint i = group->from; i < group->to; i++)
    settling->placed[g_array_index (settling->charges, Charge, i).bill] = TRUE;
}

/* What the rows do not take stays with the charges, in proportion to them. */
static void
keep_rest (Settling *settling, const Group *group, gint64 cost_nanos, gint64 billed_nanos)
{
  guint n = group->to - group->from;
  g_autofree OutlayWide *weights = g_new (OutlayWide, n);
  g_autofree gint64 *cost_parts = g_new (gint64, n);
  g_autofree gint64 *billed_parts = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      guint bill = g_array_index (settling->charges, Charge, group->from + i).bill;
      const OutlayEvidence *charge = g_ptr_array_index (settling->day->bills, bill);

      weights[i] = MAX (0, charge->cost_nanos);
    }
  outlay_apportion (cost_nanos, weights, n, cost_parts);
  outlay_apportion (billed_nanos, weights, n, billed_parts);

  for (guint i = 0; i < n; i++)
    {
      guint bill = g_array_index (settling->charges, Charge, group->from + i).bill;

      settling->kept_cost[bill] = cost_parts[i];
      settling->kept_billed[bill] = billed_parts[i];
      settling->placed[bill] = cost_parts[i] == 0 && billed_parts[i] == 0;
    }
}

/* Rows that do not say whose they are take no more than they cost by the catalogue. */
static void
place_capped (Settling *settling, const GArray *hits, const Group *group)
{
  g_autofree OutlayWide *claims = g_new (OutlayWide, hits->len);
  g_autofree gint64 *cost_parts = g_new (gint64, hits->len);
  g_autofree gint64 *billed_parts = g_new (gint64, hits->len);
  gint64 billed_nanos = group->billed_nanos;
  OutlayWide claim = 0;
  gint64 cost_nanos;

  for (guint i = 0; i < hits->len; i++)
    {
      guint row = g_array_index (hits, guint32, i);
      gint64 computed_nanos =
          outlay_charge_computed (g_ptr_array_index (settling->rows, row), group->meter);

      claims[i] = MIN (computed_nanos, settling->left[row]);
      claim += claims[i];
    }
  if (group->cost_nanos < 0 || claim == 0)
    return;

  cost_nanos = (gint64) MIN (claim, (OutlayWide) group->cost_nanos);
  if (cost_nanos < group->cost_nanos)
    outlay_nanos_scale (group->billed_nanos, cost_nanos, group->cost_nanos, &billed_nanos);

  outlay_apportion (cost_nanos, claims, hits->len, cost_parts);
  outlay_apportion (billed_nanos, claims, hits->len, billed_parts);
  add_parts (settling, hits, cost_parts, billed_parts);
  for (guint i = 0; i < hits->len; i++)
    settling->left[g_array_index (hits, guint32, i)] -= cost_parts[i];

  keep_rest (settling, group, group->cost_nanos - cost_nanos, group->billed_nanos - billed_nanos);
}

/* Charges that agree with the same usage are one amount, so that it is rounded once. */
static Group
join_charges (const Settling *settling, guint from)
{
  const Charge *first = &g_array_index (settling->charges, Charge, from);
  const OutlayEvidence *bill = g_ptr_array_index (settling->day->bills, first->bill);
  Group group = { from, from, bill->meter, 0, 0 };

  for (; group.to < settling->charges->len; group.to++)
    {
      const Charge *charge = &g_array_index (settling->charges, Charge, group.to);
      gint64 cost_sum = group.cost_nanos;
      gint64 billed_sum = group.billed_nanos;

      bill = g_ptr_array_index (settling->day->bills, charge->bill);
      if (memcmp (&charge->facets, &first->facets, sizeof charge->facets) != 0 ||
          !outlay_nanos_add (&cost_sum, bill->cost_nanos) ||
          !outlay_nanos_add (&billed_sum, bill->billed_nanos))
        break;

      group.cost_nanos = cost_sum;
      group.billed_nanos = billed_sum;
    }

  return group;
}

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *charges = data;
  guint left = g_array_index (charges, Charge, ((const Group *) a)->from).bill;
  guint right = g_array_index (charges, Charge, ((const Group *) b)->from).bill;

  return left < right ? -1 : left > right;
}

static GArray *
list_groups (const Settling *settling)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint at = 0; at < settling->charges->len;)
    {
      Group group = join_charges (settling, at);

      at = group.to;
      g_array_append_val (groups, group);
    }
  g_array_sort_with_data (groups, compare_groups, settling->charges);

  return groups;
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

/* Keys, projects and users of a gateway that the bill has none of are its own, and say
 * nothing of whose a charge is. */
static void
drop_own_facets (Settling *settling,
                 OutlayFacets *rows,
                 guint n_rows,
                 OutlayFacets *queries,
                 guint n_queries)
{
  static const OutlayFacet own[] = { OUTLAY_FACET_PROJECT, OUTLAY_FACET_KEY, OUTLAY_FACET_USER };

  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      if (!outlay_facets_are_apart (rows, n_rows, queries, n_queries, own[i]))
        continue;

      outlay_facets_drop (rows, n_rows, own[i]);
      outlay_facets_drop (queries, n_queries, own[i]);
      settling->capped = TRUE;
    }
}

static void
place_groups (Settling *settling, OutlayMatcher *matcher)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) groups = list_groups (settling);

  for (guint i = 0; i < groups->len; i++)
    {
      const Group *group = &g_array_index (groups, Group, i);

      outlay_matcher_find (matcher, &g_array_index (settling->charges, Charge, group->from).facets,
                           hits);
      if (hits->len == 0)
        continue;
      if (settling->capped && group->cost_nanos != 0)
        place_capped (settling, hits, group);
      else
        place_whole (settling, hits, group);
    }
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

  for (guint i = 0; i < n_rows; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (settling->rows, i);

      outlay_facets_read (day->texts, evidence, &rows[i]);
      rows[i].meters = outlay_charge_meters (&evidence->usage);
    }
  for (guint i = 0; i < n_charges; i++)
    queries[i] = g_array_index (settling->charges, Charge, i).facets;

  if (day->meters->len == 0)
    drop_own_facets (settling, rows, n_rows, queries, n_charges);
  outlay_facets_drop_unshared (queries, n_charges, rows, n_rows);
  for (guint i = 0; i < n_charges; i++)
    g_array_index (settling->charges, Charge, i).facets = queries[i];
  g_array_sort (settling->charges, compare_charges);

  matcher = outlay_matcher_new (rows, n_rows, queries, n_charges);
  place_groups (settling, matcher);
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
      if (line.evidence->kind != OUTLAY_CHARGE_NONE)
        {
          line.settled.cost_nanos = settling->kept_cost[i];
          line.settled.billed_nanos = settling->kept_billed[i];
        }
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
  g_autofree gint64 *left = g_new0 (gint64, rows->len);
  g_autofree gint64 *kept_cost = g_new (gint64, day->bills->len);
  g_autofree gint64 *kept_billed = g_new (gint64, day->bills->len);
  Settling settling = { day,    rows, charges,   carried,     reached,
                        placed, left, kept_cost, kept_billed, FALSE };

  outlay_lines_add_alone (carried, rows);
  for (guint i = 0; i < carried->len; i++)
    {
      OutlaySettled *settled = &g_array_index (carried, OutlayLine, i).settled;

      settled->kind = OUTLAY_CHARGE_NONE;
      settled->cost_nanos = 0;
      settled->billed_nanos = 0;
      left[i] = MAX (0, settled->computed_nanos);
    }
  for (guint i = 0; i < day->bills->len; i++)
    {
      const OutlayEvidence *bill = g_ptr_array_index (day->bills, i);

      kept_cost[i] = bill->cost_nanos;
      kept_billed[i] = bill->billed_nanos;
    }

  place_all (&settling);
  finish_rows (&settling, lines);
  stand_alone (&settling, lines);
}
