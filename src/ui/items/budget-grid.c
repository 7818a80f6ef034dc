/* budget-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/budget-grid.h"

#include <string.h>

struct _OutlayBudgetGrid
{
  GObject parent_instance;

  /* Owned references */
  GListStore *items;       /* of OutlayBudgetItem */
  OutlayBudgetItem *total; /* NULL before the first update */
  char *currency;

  gint32 first_month;
  gint32 today; /* day of the snapshot */
  gboolean planned;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayBudgetGrid, outlay_budget_grid, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
outlay_budget_grid_finalize (GObject *object)
{
  OutlayBudgetGrid *self = OUTLAY_BUDGET_GRID (object);

  g_clear_object (&self->items);
  g_clear_object (&self->total);
  g_free (self->currency);

  G_OBJECT_CLASS (outlay_budget_grid_parent_class)->finalize (object);
}

static void
outlay_budget_grid_class_init (OutlayBudgetGridClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_budget_grid_finalize;

  /**
   * OutlayBudgetGrid::changed:
   *
   * Its months or the figures in them are others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_budget_grid_init (OutlayBudgetGrid *self)
{
  self->items = g_list_store_new (OUTLAY_TYPE_BUDGET_ITEM);
}

/* Unallocated has a row where something is in it, the others always. */
static gboolean
has_row (const OutlaySnapshot *snapshot, OutlayBudgetStatus *const *statuses, guint32 feature)
{
  if (feature > 0)
    return TRUE;

  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    for (gsize l = 0; l < statuses[i]->n_lines; l++)
      if (statuses[i]->lines[l].feature == feature)
        return TRUE;

  return FALSE;
}

/* Features in the order of the snapshot, Unallocated last. */
static GArray *
list_features (const OutlaySnapshot *snapshot, OutlayBudgetStatus *const *statuses)
{
  GArray *features = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 1; i <= snapshot->n_features; i++)
    {
      guint32 feature = i < snapshot->n_features ? (guint32) i : 0;

      if (snapshot->n_features > 0 && has_row (snapshot, statuses, feature))
        g_array_append_val (features, feature);
    }

  return features;
}

static gboolean
has_the_same (OutlayBudgetGrid *self, const OutlaySnapshot *snapshot, GArray *features)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n_items != features->len)
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (OutlayBudgetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!outlay_budget_item_is_of (item, snapshot, g_array_index (features, guint32, i)))
        return FALSE;
    }

  return TRUE;
}

static void
replace_items (OutlayBudgetGrid *self,
               const OutlaySnapshot *snapshot,
               OutlayBudgetStatus *const *statuses,
               OutlayWording *wording,
               GArray *features)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < features->len; i++)
    {
      OutlayBudgetItem *item =
          outlay_budget_item_new (snapshot, g_array_index (features, guint32, i));

      outlay_budget_item_set (item, snapshot, statuses, OUTLAY_BUDGET_MONTHS, wording);
      g_ptr_array_add (items, item);
    }

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

/* Rows that stay keep their item, so that what is focused stays so. */
static void
update_items (OutlayBudgetGrid *self,
              const OutlaySnapshot *snapshot,
              OutlayBudgetStatus *const *statuses,
              OutlayWording *wording)
{
  g_autoptr (GArray) features = list_features (snapshot, statuses);

  if (!has_the_same (self, snapshot, features))
    {
      replace_items (self, snapshot, statuses, wording, features);
      return;
    }

  for (guint i = 0; i < features->len; i++)
    {
      g_autoptr (OutlayBudgetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      outlay_budget_item_set (item, snapshot, statuses, OUTLAY_BUDGET_MONTHS, wording);
    }
}

/**
 * outlay_budget_grid_new:
 *
 * Returns: (transfer full): an empty grid
 */
OutlayBudgetGrid *
outlay_budget_grid_new (void)
{
  return g_object_new (OUTLAY_TYPE_BUDGET_GRID, NULL);
}

/**
 * outlay_budget_grid_update:
 * @self: a grid
 * @snapshot: what it shows from now on
 * @month: the month shown
 * @wording: of the reader
 */
void
outlay_budget_grid_update (OutlayBudgetGrid *self,
                           const OutlaySnapshot *snapshot,
                           gint32 month,
                           OutlayWording *wording)
{
  OutlayBudgetStatus *statuses[OUTLAY_BUDGET_MONTHS];

  g_return_if_fail (OUTLAY_IS_BUDGET_GRID (self));

  self->first_month = MAX (0, month - OUTLAY_BUDGET_MONTHS_BEFORE);
  self->today = snapshot->day;
  self->planned = snapshot->n_budgets > 0;
  g_free (self->currency);
  self->currency = g_strdup (snapshot->currency);
  for (gint32 i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    statuses[i] = outlay_budget_status_new (snapshot, self->first_month + i);

  update_items (self, snapshot, statuses, wording);
  if (self->total == NULL)
    self->total = outlay_budget_item_new (snapshot, OUTLAY_TOTAL_FEATURE);
  outlay_budget_item_set (self->total, snapshot, statuses, OUTLAY_BUDGET_MONTHS, wording);

  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    outlay_budget_status_free (statuses[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * outlay_budget_grid_get_items:
 * @self: a grid
 *
 * Returns: (transfer none): of #OutlayBudgetItem, one a row
 */
GListModel *
outlay_budget_grid_get_items (OutlayBudgetGrid *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * outlay_budget_grid_get_total:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the row of all features
 */
OutlayBudgetItem *
outlay_budget_grid_get_total (OutlayBudgetGrid *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), NULL);

  return self->total;
}

/**
 * outlay_budget_grid_get_month:
 * @self: a grid
 * @column: a column
 *
 * Returns: its month
 */
gint32
outlay_budget_grid_get_month (OutlayBudgetGrid *self, guint column)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), 0);

  return self->first_month + (gint32) column;
}

/**
 * outlay_budget_grid_get_today:
 * @self: a grid
 *
 * Returns: the day that counts as today
 */
gint32
outlay_budget_grid_get_today (OutlayBudgetGrid *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), 0);

  return self->today;
}

/**
 * outlay_budget_grid_get_currency:
 * @self: a grid
 *
 * Returns: (transfer none): of all amounts
 */
const char *
outlay_budget_grid_get_currency (OutlayBudgetGrid *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), NULL);

  return self->currency;
}

/**
 * outlay_budget_grid_is_planned:
 * @self: a grid
 *
 * Returns: whether there is any budget, be it in another month
 */
gboolean
outlay_budget_grid_is_planned (OutlayBudgetGrid *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_GRID (self), FALSE);

  return self->planned;
}

/**
 * outlay_budget_grid_find:
 * @self: a grid
 * @feature: name of a feature
 * @row: (out): its row
 */
gboolean
outlay_budget_grid_find (OutlayBudgetGrid *self, const char *feature, guint *row)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (OutlayBudgetItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (strcmp (outlay_budget_item_get_feature (item), feature) == 0)
        {
          *row = i;
          return TRUE;
        }
    }

  return FALSE;
}
