/* cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/cells.h"

#include "core/money.h"
#include "ingest/rollup.h"

struct _OutlayCells
{
  const OutlayIngestContext *context; /* borrowed */
  GHashTable *by_key;                 /* owned: OutlayDaily, its own key */
  GPtrArray *cells;                   /* owned: OutlayDaily */
  GPtrArray *spare;                   /* owned: OutlayDaily that wait for reuse */
};

static int
compare_cells (const OutlayDaily *a, const OutlayDaily *b)
{
  if (a->stream != b->stream)
    return a->stream < b->stream ? -1 : 1;
  if (a->scope != b->scope)
    return a->scope < b->scope ? -1 : 1;
  if (a->series != b->series)
    return a->series < b->series ? -1 : 1;

  return a->batch < b->batch ? -1 : a->batch > b->batch;
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return compare_cells (*(OutlayDaily *const *) a, *(OutlayDaily *const *) b);
}

static guint
hash_cell (gconstpointer data)
{
  const OutlayDaily *daily = data;

  return (guint) (daily->series * 2654435761 + daily->scope * 31 + daily->batch);
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  return compare_cells (a, b) == 0;
}

/**
 * outlay_cells_new:
 * @context: what the import works with
 *
 * Returns: (transfer full): an empty set of cells
 */
OutlayCells *
outlay_cells_new (const OutlayIngestContext *context)
{
  OutlayCells *cells = g_new (OutlayCells, 1);

  cells->context = context;
  cells->by_key = g_hash_table_new (hash_cell, equal_cells);
  cells->cells = g_ptr_array_new_with_free_func (g_free);
  cells->spare = g_ptr_array_new_with_free_func (g_free);
  return cells;
}

/**
 * outlay_cells_free:
 * @cells: (transfer full) (nullable): a set of cells
 */
void
outlay_cells_free (OutlayCells *cells)
{
  if (cells == NULL)
    return;

  g_hash_table_unref (cells->by_key);
  g_ptr_array_unref (cells->cells);
  g_ptr_array_unref (cells->spare);
  g_free (cells);
}

/**
 * outlay_cells_clear:
 * @cells: a set of cells
 *
 * Makes it empty; its memory is kept for the next day.
 */
void
outlay_cells_clear (OutlayCells *cells)
{
  g_hash_table_remove_all (cells->by_key);
  for (guint i = 0; i < cells->cells->len; i++)
    g_ptr_array_add (cells->spare, g_steal_pointer (&cells->cells->pdata[i]));
  g_ptr_array_set_size (cells->cells, 0);
}

static OutlayDaily *
find_cell (OutlayCells *cells, const OutlayDaily *key)
{
  OutlayDaily *daily = g_hash_table_lookup (cells->by_key, key);

  if (daily != NULL)
    return daily;

  daily = cells->spare->len > 0 ? g_ptr_array_steal_index_fast (cells->spare, cells->spare->len - 1)
                                : g_new (OutlayDaily, 1);
  *daily = *key;
  g_ptr_array_add (cells->cells, daily);
  g_hash_table_add (cells->by_key, daily);
  return daily;
}

/* The worse of two states, of a cell that is made of facts. */
static OutlayPriceState
join_states (OutlayPriceState a, OutlayPriceState b)
{
  if (a == OUTLAY_PRICE_NONE || a == b)
    return b;
  if (b == OUTLAY_PRICE_NONE)
    return a;
  if (a == OUTLAY_PRICE_FREE || b == OUTLAY_PRICE_FREE)
    return a == OUTLAY_PRICE_FREE ? b : a;

  return OUTLAY_PRICE_PARTIAL;
}

static void
add_amount (gint64 *total_nanos, gint64 amount_nanos)
{
  if (!outlay_nanos_add (total_nanos, amount_nanos))
    *total_nanos = amount_nanos < 0 ? -G_MAXINT64 : G_MAXINT64;
}

/* Facts that have a price of their own (events), or whose rates change within the day. */
static void
add_computed (OutlayCells *cells, OutlayDaily *daily, const OutlayFact *fact)
{
  OutlayFact priced = *fact;

  if (!fact->has_computed)
    {
      const OutlaySeries *series = outlay_series_table_get (cells->context->series, fact->series);

      if (outlay_usage_is_empty (&fact->usage) ||
          !outlay_price_cache_get (cells->context->prices, series, fact->start)->by_time_of_day)
        return;

      outlay_rollup_price_fact (cells->context, series, FALSE, &priced);
    }

  add_amount (&daily->computed_nanos, priced.computed_nanos);
  daily->price_state = join_states (daily->price_state, priced.price_state);
  if (priced.price_state == OUTLAY_PRICE_UNPRICED)
    daily->unpriced_rows += fact->rows;
}

/**
 * outlay_cells_add:
 * @cells: the cells of a day
 * @stream: of the table stream
 * @day: the day
 * @scope: see daily.h
 * @batch: of the table batch
 * @fact: what to add
 */
void
outlay_cells_add (OutlayCells *cells,
                  gint64 stream,
                  gint32 day,
                  gint64 scope,
                  gint64 batch,
                  const OutlayFact *fact)
{
  const OutlayDaily key = {
    .stream = stream, .day = day, .scope = scope, .series = fact->series, .batch = batch
  };
  OutlayDaily *daily = find_cell (cells, &key);

  daily->rows += fact->rows;
  outlay_usage_add (&daily->usage, &fact->usage);
  add_amount (&daily->billed_nanos, fact->billed_nanos);
  add_amount (&daily->effective_nanos, fact->effective_nanos);
  add_amount (&daily->notional_nanos, fact->notional_nanos);
  add_computed (cells, daily, fact);
}

/**
 * outlay_cells_sort:
 * @cells: a set of cells
 *
 * Returns: (transfer none) (element-type OutlayDaily): the cells, in the order of
 *   the table daily
 */
const GPtrArray *
outlay_cells_sort (OutlayCells *cells)
{
  g_ptr_array_sort (cells->cells, compare_pointers);
  return cells->cells;
}
