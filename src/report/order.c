/* order.c – in which order use cases are told
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

/* By value, falling; those without a value by their cost; else as they were set up. */
static int
compare_lines (gconstpointer left, gconstpointer right, gpointer data)
{
  const OutlayPortfolio *portfolio = data;
  gsize a = *(const gsize *) left;
  gsize b = *(const gsize *) right;
  const OutlayWorth *one = &portfolio->lines[a].worth;
  const OutlayWorth *two = &portfolio->lines[b].worth;
  gint64 first = one->has_value ? one->value_nanos : one->cost_nanos;
  gint64 second = two->has_value ? two->value_nanos : two->cost_nanos;

  if (one->has_value != two->has_value)
    return one->has_value ? -1 : 1;
  if (first != second)
    return first > second ? -1 : 1;
  return a < b ? -1 : a > b;
}

/*
 * outlay_report_order:
 *
 * Returns: (transfer full): indices of the portfolio's lines, as they are told
 */
gsize *
outlay_report_order (const OutlayPortfolio *portfolio)
{
  gsize *order = g_new0 (gsize, portfolio->n_lines + 1);

  for (gsize i = 0; i < portfolio->n_lines; i++)
    order[i] = i;
  if (portfolio->n_lines > 1)
    g_qsort_with_data (order, (int) portfolio->n_lines, sizeof *order, compare_lines,
                       (gpointer) portfolio);
  return order;
}

/* How many use cases have a value. */
gsize
outlay_report_count_estimated (const OutlayPortfolio *portfolio)
{
  gsize n_estimated = 0;

  for (gsize i = 0; i < portfolio->n_lines; i++)
    n_estimated += portfolio->lines[i].worth.has_value ? 1 : 0;
  return n_estimated;
}

/* Whether every use case has a value, and no spend is outside of them. */
gboolean
outlay_report_is_all_estimated (const OutlayPortfolio *portfolio)
{
  return outlay_report_count_estimated (portfolio) == portfolio->n_lines &&
         portfolio->unallocated_nanos == 0;
}
