/* reconcile-line.c – lines that count: made, added up, merged
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-private.h"

/**
 * outlay_held_add:
 * @total: (inout): a sum
 * @amount: what to add
 *
 * A sum beyond the range is held at its end: it never wraps around.
 */
void
outlay_held_add (gint64 *total, gint64 amount)
{
  if (!outlay_nanos_add (total, amount))
    *total = amount < 0 ? -G_MAXINT64 : G_MAXINT64;
}

void
outlay_held_add_usage (OutlayUsage *total, const OutlayUsage *usage)
{
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    outlay_held_add (&total->count[i], usage->count[i]);
}

/**
 * outlay_evidence_estimate:
 * @evidence: a row
 *
 * Returns: what its usage costs where no bill says so: by the catalogue, and only
 *   where it has a gap by the source's own amount, if there is one
 */
gint64
outlay_evidence_estimate (const OutlayEvidence *evidence)
{
  gboolean is_priced = evidence->has_computed && !evidence->unpriced;

  return is_priced || evidence->cost_nanos == 0 ? evidence->computed_nanos : evidence->cost_nanos;
}

/**
 * outlay_reconcile_alone:
 * @evidence: a row
 * @settled: (out): the line
 *
 * What a row counts where nothing else speaks of its account and day: a charge as
 * it is charged, usage alone at its computed cost. An observer bills nothing, and
 * its own estimate counts only where the usage has no price.
 */
void
outlay_reconcile_alone (const OutlayEvidence *evidence, OutlaySettled *settled)
{
  *settled = (OutlaySettled){
    .series = evidence->series,
    .kind = evidence->kind,
    .rows = evidence->rows,
    .unpriced_rows = evidence->unpriced ? evidence->rows : 0,
    .usage = evidence->usage,
    .billed_nanos = evidence->billed_nanos,
    .cost_nanos = evidence->cost_nanos,
    .computed_nanos = evidence->computed_nanos,
  };

  if (evidence->role == OUTLAY_ROLE_OBSERVER)
    {
      settled->kind = OUTLAY_CHARGE_NONE;
      settled->billed_nanos = 0;
      settled->cost_nanos = outlay_evidence_estimate (evidence);
    }
  else if (evidence->kind == OUTLAY_CHARGE_NONE)
    {
      settled->billed_nanos = 0;
      settled->cost_nanos = evidence->computed_nanos;
    }
}

/**
 * outlay_lines_add_alone:
 * @lines: (element-type OutlayLine): lines
 * @rows: (element-type OutlayEvidence): rows that count as they are
 */
void
outlay_lines_add_alone (GArray *lines, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      OutlayLine line = { .evidence = g_ptr_array_index (rows, i) };

      outlay_reconcile_alone (line.evidence, &line.settled);
      g_array_append_val (lines, line);
    }
}

/**
 * outlay_settled_is_empty:
 * @settled: a line
 *
 * Returns: %TRUE if nothing is left of it
 */
gboolean
outlay_settled_is_empty (const OutlaySettled *settled)
{
  return settled->rows == 0 && settled->billed_nanos == 0 && settled->cost_nanos == 0 &&
         settled->computed_nanos == 0 && settled->estimated_nanos == 0 &&
         outlay_usage_is_empty (&settled->usage);
}

static int
compare_settled (gconstpointer a, gconstpointer b)
{
  const OutlaySettled *left = a;
  const OutlaySettled *right = b;

  if (left->series != right->series)
    return left->series < right->series ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  return left->not_on_bill - right->not_on_bill;
}

static void
merge_settled (OutlaySettled *total, const OutlaySettled *settled)
{
  outlay_held_add (&total->rows, settled->rows);
  outlay_held_add (&total->unpriced_rows, settled->unpriced_rows);
  outlay_held_add_usage (&total->usage, &settled->usage);
  outlay_held_add (&total->billed_nanos, settled->billed_nanos);
  outlay_held_add (&total->cost_nanos, settled->cost_nanos);
  outlay_held_add (&total->computed_nanos, settled->computed_nanos);
  outlay_held_add (&total->estimated_nanos, settled->estimated_nanos);
}

/**
 * outlay_lines_merge:
 * @lines: (element-type OutlayLine): lines
 *
 * Returns: (transfer full) (element-type OutlaySettled): the same spend, one line
 *   for a series, a kind and being on the bill or not; sorted by these
 */
GArray *
outlay_lines_merge (GArray *lines)
{
  g_autoptr (GArray) all = g_array_sized_new (FALSE, FALSE, sizeof (OutlaySettled), lines->len);
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (OutlaySettled));
  OutlaySettled *last = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const OutlaySettled *settled = &g_array_index (lines, OutlayLine, i).settled;

      if (!outlay_settled_is_empty (settled))
        g_array_append_vals (all, settled, 1);
    }
  g_array_sort (all, compare_settled);

  for (guint i = 0; i < all->len; i++)
    {
      const OutlaySettled *settled = &g_array_index (all, OutlaySettled, i);

      if (last != NULL && compare_settled (last, settled) == 0)
        {
          merge_settled (last, settled);
          continue;
        }
      g_array_append_vals (merged, settled, 1);
      last = &g_array_index (merged, OutlaySettled, merged->len - 1);
    }

  return merged;
}
