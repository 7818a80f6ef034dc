/* cube.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/cube.h"

#include "core/money.h"

#include <string.h>

struct _OutlayCubeBuilder
{
  GHashTable *places; /* owned: OutlayCell key → index + 1 of @cells */
  GPtrArray *cells;   /* owned: OutlayCell, each its own key */
};

static int
compare_keys (const OutlayCell *a, const OutlayCell *b)
{
  if (a->feature != b->feature)
    return a->feature < b->feature ? -1 : 1;
  if (a->day != b->day)
    return a->day < b->day ? -1 : 1;
  if (a->model != b->model)
    return a->model < b->model ? -1 : 1;
  if (a->account != b->account)
    return a->account < b->account ? -1 : 1;

  return (int) a->kind - (int) b->kind;
}

static guint
hash_key (gconstpointer data)
{
  const OutlayCell *cell = data;
  guint hash = (guint) cell->day * 2654435761u;

  hash = (hash ^ cell->feature) * 2246822519u;
  hash = (hash ^ cell->model) * 3266489917u;
  return (hash ^ (cell->account << 4) ^ (guint) cell->kind) * 668265263u;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  return compare_keys (a, b) == 0;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  return compare_keys (*(OutlayCell *const *) a, *(OutlayCell *const *) b);
}

/**
 * outlay_cube_builder_new:
 *
 * Returns: (transfer full): a builder; outlay_cube_builder_finish() frees it
 */
OutlayCubeBuilder *
outlay_cube_builder_new (void)
{
  OutlayCubeBuilder *builder = g_new0 (OutlayCubeBuilder, 1);

  builder->places = g_hash_table_new (hash_key, equal_keys);
  builder->cells = g_ptr_array_new_with_free_func (g_free);
  return builder;
}

/**
 * outlay_cube_builder_add:
 * @builder: a builder
 * @cell: what to add; cells of one key become one
 */
void
outlay_cube_builder_add (OutlayCubeBuilder *builder, const OutlayCell *cell)
{
  OutlayCell *sum = g_hash_table_lookup (builder->places, cell);

  if (sum == NULL)
    {
      sum = g_memdup2 (cell, sizeof *cell);
      g_ptr_array_add (builder->cells, sum);
      g_hash_table_add (builder->places, sum);
      return;
    }

  outlay_nanos_accumulate (&sum->cost_nanos, cell->cost_nanos);
  outlay_nanos_accumulate (&sum->billed_nanos, cell->billed_nanos);
  outlay_nanos_accumulate (&sum->computed_nanos, cell->computed_nanos);
  outlay_nanos_accumulate (&sum->estimated_nanos, cell->estimated_nanos);
  outlay_nanos_accumulate (&sum->amount_nanos, cell->amount_nanos);
  outlay_usage_add (&sum->usage, &cell->usage);
  sum->unpriced_rows += cell->unpriced_rows;
}

/**
 * outlay_cube_builder_finish:
 * @builder: (transfer full): a builder
 * @cube: (out): the cube; outlay_cube_clear() frees what it holds
 */
void
outlay_cube_builder_finish (OutlayCubeBuilder *builder, OutlayCube *cube)
{
  g_ptr_array_sort (builder->cells, compare_cells);

  cube->n_cells = builder->cells->len;
  cube->cells = g_new (OutlayCell, MAX (cube->n_cells, 1));
  for (gsize i = 0; i < cube->n_cells; i++)
    cube->cells[i] = *(OutlayCell *) builder->cells->pdata[i];

  g_hash_table_unref (builder->places);
  g_ptr_array_unref (builder->cells);
  g_free (builder);
}

/**
 * outlay_cube_clear:
 * @cube: (inout): a cube
 *
 * Frees what @cube holds and makes it empty.
 */
void
outlay_cube_clear (OutlayCube *cube)
{
  g_clear_pointer (&cube->cells, g_free);
  cube->n_cells = 0;
}

/* The index of the first cell of (feature, day) or after. */
static gsize
lower_bound (const OutlayCube *cube, guint32 feature, gint32 day)
{
  gsize low = 0;
  gsize high = cube->n_cells;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const OutlayCell *cell = &cube->cells[middle];

      if (cell->feature < feature || (cell->feature == feature && cell->day < day))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * outlay_cube_feature:
 * @cube: a cube
 * @feature: index of a feature
 * @from: first day
 * @to: last day
 * @n_cells: (out): how many cells
 *
 * Returns: (transfer none) (array length=n_cells): the cells of a feature in a
 *   range of days, by day
 */
const OutlayCell *
outlay_cube_feature (const OutlayCube *cube,
                     guint32 feature,
                     gint32 from,
                     gint32 to,
                     gsize *n_cells)
{
  gsize first = lower_bound (cube, feature, from);
  gsize last =
      to < G_MAXINT32 ? lower_bound (cube, feature, to + 1) : lower_bound (cube, feature + 1, 0);

  *n_cells = last > first ? last - first : 0;
  return cube->cells + first;
}
