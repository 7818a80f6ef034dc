/* touched.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/touched.h"

struct _OutlayTouched
{
  GHashTable *days; /* owned: OutlayTouchedDay */
  GArray *spans;    /* owned: OutlayTouchedSpan */
};

static guint
hash_day (gconstpointer data)
{
  const OutlayTouchedDay *touched = data;

  return (guint) touched->day * 31u + (guint) touched->stream;
}

static gboolean
equal_days (gconstpointer a, gconstpointer b)
{
  const OutlayTouchedDay *left = a;
  const OutlayTouchedDay *right = b;

  return left->stream == right->stream && left->day == right->day;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const OutlayTouchedDay *left = a;
  const OutlayTouchedDay *right = b;

  if (left->stream != right->stream)
    return left->stream < right->stream ? -1 : 1;

  return left->day < right->day ? -1 : left->day > right->day;
}

/**
 * outlay_touched_new:
 *
 * Returns: (transfer full): an empty set
 */
OutlayTouched *
outlay_touched_new (void)
{
  OutlayTouched *touched = g_new (OutlayTouched, 1);

  touched->days = g_hash_table_new_full (hash_day, equal_days, g_free, NULL);
  touched->spans = g_array_new (FALSE, FALSE, sizeof (OutlayTouchedSpan));
  return touched;
}

/**
 * outlay_touched_free:
 * @touched: (transfer full) (nullable): a set
 */
void
outlay_touched_free (OutlayTouched *touched)
{
  if (touched == NULL)
    return;

  g_hash_table_unref (touched->days);
  g_array_unref (touched->spans);
  g_free (touched);
}

/**
 * outlay_touched_add:
 * @touched: a set
 * @stream: of the table stream
 * @day: UTC day
 */
void
outlay_touched_add (OutlayTouched *touched, gint64 stream, gint32 day)
{
  const OutlayTouchedDay key = { stream, day };

  if (!g_hash_table_contains (touched->days, &key))
    g_hash_table_add (touched->days, g_memdup2 (&key, sizeof key));
}

/**
 * outlay_touched_add_span:
 * @touched: a set
 * @stream: of the table stream
 * @from: first day
 * @to: last day; if it is before @from there is nothing to add
 *
 * Days that what is covered may have changed on, with rows or without.
 */
void
outlay_touched_add_span (OutlayTouched *touched, gint64 stream, gint32 from, gint32 to)
{
  const OutlayTouchedSpan span = { stream, from, to };

  if (from <= to)
    g_array_append_val (touched->spans, span);
}

/**
 * outlay_touched_spans:
 * @touched: a set
 *
 * Returns: (transfer none) (element-type OutlayTouchedSpan): its spans
 */
const GArray *
outlay_touched_spans (const OutlayTouched *touched)
{
  return touched->spans;
}

/**
 * outlay_touched_list:
 * @touched: a set
 *
 * Returns: (transfer full) (element-type OutlayTouchedDay): its days, by stream
 *   and day
 */
GArray *
outlay_touched_list (OutlayTouched *touched)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (OutlayTouchedDay));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, touched->days);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (list, key, 1);

  g_array_sort (list, compare_days);
  return list;
}
