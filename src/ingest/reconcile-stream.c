/* reconcile-stream.c – of several sources of the same money, the one that counts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/reconcile-private.h"

/* Totals that differ by no more than this part of the larger are the same. */
#define AGREE_DIVISOR 100

typedef struct
{
  gint64 stream;
  gint64 cost_nanos;
  gint64 tokens;
  gint64 requests;
  gint64 n_ways; /* distinct (model, project, key, user) */
} Total;

/* Cost before tax and credits. Refunds and purchases are of other days: a source
 * that leaves them out is not the larger for it. */
static gboolean
is_of_the_day (OutlayChargeKind kind)
{
  return kind == OUTLAY_CHARGE_NONE || kind == OUTLAY_CHARGE_USAGE || kind == OUTLAY_CHARGE_FEE ||
         kind == OUTLAY_CHARGE_COMMITMENT;
}

static void
add_row (Total *total, GHashTable *ways, const OutlayEvidence *evidence)
{
  const char *const *field = evidence->field;
  OutlaySettled alone;

  outlay_reconcile_alone (evidence, &alone);
  if (is_of_the_day (evidence->kind))
    outlay_held_add (&total->cost_nanos, alone.cost_nanos);
  outlay_held_add (&total->tokens, outlay_usage_tokens (&evidence->usage));
  outlay_held_add (&total->requests, evidence->usage.count[OUTLAY_REQUESTS]);

  if (g_hash_table_add (ways,
                        g_strdup_printf ("%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s", evidence->stream,
                                         field[OUTLAY_FIELD_MODEL], field[OUTLAY_FIELD_PROJECT],
                                         field[OUTLAY_FIELD_KEY], field[OUTLAY_FIELD_USER])))
    total->n_ways++;
}

/* Returns: (transfer full) (element-type Total): a total a stream, in
 * the order of the rows. */
static GArray *
total_streams (GPtrArray *rows)
{
  g_autoptr (GHashTable) ways = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (Total));

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (rows, i);
      guint at = 0;

      while (at < totals->len && g_array_index (totals, Total, at).stream != evidence->stream)
        at++;
      if (at == totals->len)
        {
          Total total = { .stream = evidence->stream };

          g_array_append_val (totals, total);
        }
      add_row (&g_array_index (totals, Total, at), ways, evidence);
    }

  return totals;
}

static gboolean
has_several_streams (GPtrArray *rows)
{
  for (guint i = 1; i < rows->len; i++)
    {
      const OutlayEvidence *first = g_ptr_array_index (rows, 0);
      const OutlayEvidence *evidence = g_ptr_array_index (rows, i);

      if (evidence->stream != first->stream)
        return TRUE;
    }

  return FALSE;
}

static void
keep_stream (GPtrArray *rows, gint64 stream)
{
  guint n_kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayEvidence *evidence = g_ptr_array_index (rows, i);

      if (evidence->stream == stream)
        rows->pdata[n_kept++] = (gpointer) evidence;
    }
  g_ptr_array_set_size (rows, (int) n_kept);
}

static gboolean
is_near (gint64 cost_nanos, gint64 most_nanos)
{
  OutlayWide difference = (OutlayWide) most_nanos - cost_nanos;

  return difference * AGREE_DIVISOR <= ABS ((OutlayWide) most_nanos);
}

/**
 * outlay_streams_keep_bill:
 * @rows: (inout) (element-type OutlayEvidence): rows of bills
 *
 * Several bills of one account and day are the same money. The larger counts, so
 * that a filtered file never hides spend; of those that agree with it, the finer.
 */
void
outlay_streams_keep_bill (GPtrArray *rows)
{
  g_autoptr (GArray) totals = NULL;
  const Total *best = NULL;
  gint64 most_nanos = -G_MAXINT64;

  if (!has_several_streams (rows))
    return;

  totals = total_streams (rows);
  for (guint i = 0; i < totals->len; i++)
    most_nanos = MAX (most_nanos, g_array_index (totals, Total, i).cost_nanos);

  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);

      if (!is_near (total->cost_nanos, most_nanos))
        continue;
      if (best == NULL || total->n_ways > best->n_ways ||
          (total->n_ways == best->n_ways && total->cost_nanos > best->cost_nanos))
        best = total;
    }

  keep_stream (rows, best->stream);
}

static gboolean
is_larger (const Total *total, const Total *than)
{
  if (total->cost_nanos != than->cost_nanos)
    return total->cost_nanos > than->cost_nanos;
  if (total->tokens != than->tokens)
    return total->tokens > than->tokens;

  return total->requests > than->requests;
}

/**
 * outlay_streams_keep_observer:
 * @rows: (inout) (element-type OutlayEvidence): rows of observers
 *
 * Several observers of one account and day saw the same requests: the one that saw
 * most counts.
 */
void
outlay_streams_keep_observer (GPtrArray *rows)
{
  g_autoptr (GArray) totals = NULL;
  const Total *best = NULL;

  if (!has_several_streams (rows))
    return;

  totals = total_streams (rows);
  for (guint i = 0; i < totals->len; i++)
    {
      const Total *total = &g_array_index (totals, Total, i);

      if (best == NULL || is_larger (total, best))
        best = total;
    }

  keep_stream (rows, best->stream);
}
