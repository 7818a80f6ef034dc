/* reconcile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bill is believed before a meter, a meter before an observer. Of each role the
 * rows that may count are chosen first; then charges are brought to usage, and
 * usage is split by what an observer knows of it.
 */

#include "ingest/reconcile.h"

#include "ingest/reconcile-private.h"

#include <string.h>

/**
 * outlay_reconcile_is_needed:
 * @evidence: (array length=n_evidence): rows of one account, day and currency
 * @n_evidence: how many
 * @coverage: what covers the day
 *
 * Returns: %FALSE if each row counts as outlay_reconcile_alone() has it: there is
 *   one bill, or one observer, or nothing but meters, and nothing believed more
 *   covers the day
 */
gboolean
outlay_reconcile_is_needed (const OutlayEvidence *evidence,
                            gsize n_evidence,
                            const OutlayDayCoverage *coverage)
{
  if (n_evidence == 0)
    return FALSE;

  for (gsize i = 1; i < n_evidence; i++)
    if (evidence[i].role != evidence[0].role ||
        (evidence[i].stream != evidence[0].stream && evidence[0].role != OUTLAY_ROLE_METER))
      return TRUE;

  switch (evidence[0].role)
    {
    case OUTLAY_ROLE_METER:
      return coverage->bill;
    case OUTLAY_ROLE_OBSERVER:
      return coverage->bill || coverage->meter;
    case OUTLAY_ROLE_BILL:
    default:
      return FALSE;
    }
}

static int
compare_numbers (gint64 left, gint64 right)
{
  return left < right ? -1 : left > right;
}

/* What the rows say comes first: ids are given in the order of imports, which is not
 * to make a difference of a nano-unit. */
static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const OutlayEvidence *left = *(const OutlayEvidence *const *) a;
  const OutlayEvidence *right = *(const OutlayEvidence *const *) b;
  const gint64 numbers[][2] = {
    { left->kind, right->kind },
    { left->meter, right->meter },
    { left->cost_nanos, right->cost_nanos },
    { left->billed_nanos, right->billed_nanos },
    { left->computed_nanos, right->computed_nanos },
    { left->rows, right->rows },
    { left->series, right->series },
    { left->stream, right->stream },
  };
  int order;

  for (guint i = 0; i < OUTLAY_N_FIELDS; i++)
    {
      order = strcmp (left->field[i], right->field[i]);
      if (order != 0)
        return order;
    }

  order = memcmp (&left->usage, &right->usage, sizeof left->usage);
  for (gsize i = 0; order == 0 && i < G_N_ELEMENTS (numbers); i++)
    order = compare_numbers (numbers[i][0], numbers[i][1]);

  return order;
}

/**
 * outlay_reconcile_choose_bill:
 * @bills: (element-type OutlayEvidence): charges of one account, day and currency, at
 *   least one; they are sorted
 *
 * Returns: the stream of the bill that counts
 */
gint64
outlay_reconcile_choose_bill (GPtrArray *bills)
{
  const OutlayEvidence *first;

  g_ptr_array_sort (bills, compare_evidence);
  outlay_streams_keep_bill (bills);
  first = bills->pdata[0];
  return first->stream;
}

static GPtrArray *
list_role (const OutlayEvidence *evidence, gsize n_evidence, OutlayRole role)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < n_evidence; i++)
    if (evidence[i].role == role)
      g_ptr_array_add (rows, (gpointer) &evidence[i]);
  g_ptr_array_sort (rows, compare_evidence);

  return rows;
}

static gboolean
states_usage (GPtrArray *bills)
{
  for (guint i = 0; i < bills->len; i++)
    {
      const OutlayEvidence *bill = g_ptr_array_index (bills, i);

      if (outlay_usage_tokens (&bill->usage) > 0 || bill->usage.count[OUTLAY_REQUESTS] > 0)
        return TRUE;
    }

  return FALSE;
}

static void
settle_metered (const OutlayDay *day, gboolean on_bill, GArray *lines)
{
  if (on_bill)
    outlay_charges_settle (day, lines);
  else
    outlay_lines_add_alone (lines, day->meters);

  outlay_lines_split (day, lines);
}

/* A bill that states usage is a meter to the observer; one that does not has only
 * the observer's usage to go by. */
static void
settle_billed (const OutlayDay *day, GArray *lines)
{
  if (!states_usage (day->bills))
    {
      outlay_charges_settle (day, lines);
      return;
    }

  outlay_lines_add_alone (lines, day->bills);
  outlay_lines_split (day, lines);
}

/**
 * outlay_reconcile:
 * @evidence: (array length=n_evidence): rows of one account, day and currency, in
 *   any order
 * @n_evidence: how many
 * @coverage: what covers the day
 *
 * Counts once what bill, meter and observer say of the same day. The amounts are
 * those of the bill that counts, the computed cost of usage that no charge reached,
 * and on a running day what the bill lacks yet; the counts are those of the source
 * that is believed about them.
 *
 * Returns: (transfer full) (element-type OutlaySettled): the lines that count, one
 *   for a series, a kind and being on the bill or not; sorted by these
 */
GArray *
outlay_reconcile (const OutlayEvidence *evidence,
                  gsize n_evidence,
                  const OutlayDayCoverage *coverage)
{
  g_autoptr (GPtrArray) bills = list_role (evidence, n_evidence, OUTLAY_ROLE_BILL);
  g_autoptr (GPtrArray) meters = list_role (evidence, n_evidence, OUTLAY_ROLE_METER);
  g_autoptr (GPtrArray) observers = list_role (evidence, n_evidence, OUTLAY_ROLE_OBSERVER);
  g_autoptr (GHashTable) texts = outlay_facets_texts_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (OutlayLine));
  OutlayDay day = { bills, meters, observers, texts };

  outlay_streams_keep_bill (bills);
  outlay_streams_keep_observer (observers);

  if (meters->len > 0)
    settle_metered (&day, coverage->bill || bills->len > 0, lines);
  else if (bills->len > 0)
    settle_billed (&day, lines);
  else if (!coverage->bill && !coverage->meter)
    outlay_lines_add_alone (lines, observers);

  return outlay_lines_merge (lines);
}
