/* budget-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/budget-item.h"

#include "ui/items/budget-words.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

struct _OutlayBudgetItem
{
  GObject parent_instance;

  /* Owned references */
  char *feature; /* as the ledger has it; "" for the total */
  char *name;    /* to be shown */
  GArray *cells; /* of OutlayBudgetCell */

  gint64 id; /* of the store; -1 for the total */
  guint32 index;
  OutlayInk ink;
};

enum
{
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayBudgetItem, outlay_budget_item, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
clear_cell (gpointer data)
{
  OutlayBudgetCell *cell = data;

  g_free (cell->amount);
  g_free (cell->second);
  g_free (cell->words);
  g_free (cell->description);
}

static void
outlay_budget_item_finalize (GObject *object)
{
  OutlayBudgetItem *self = OUTLAY_BUDGET_ITEM (object);

  g_free (self->feature);
  g_free (self->name);
  g_array_unref (self->cells);

  G_OBJECT_CLASS (outlay_budget_item_parent_class)->finalize (object);
}

static void
outlay_budget_item_class_init (OutlayBudgetItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_budget_item_finalize;

  /**
   * OutlayBudgetItem::changed:
   *
   * The cells are others.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_budget_item_init (OutlayBudgetItem *self)
{
  self->cells = g_array_new (FALSE, TRUE, sizeof (OutlayBudgetCell));
  g_array_set_clear_func (self->cells, clear_cell);
}

static void
take_plan (OutlayBudgetCell *cell, const OutlaySnapshot *snapshot, guint32 feature)
{
  for (gsize i = 0; i < snapshot->n_budgets; i++)
    {
      const OutlayBudget *budget = &snapshot->budgets[i];

      if (budget->feature != feature || budget->month != cell->month)
        continue;

      cell->has_own = TRUE;
      cell->own_nanos = budget->amount_nanos;
      cell->rollover = budget->rollover;
      cell->n_thresholds = budget->n_thresholds;
      for (guint t = 0; t < budget->n_thresholds; t++)
        cell->thresholds[t] = budget->thresholds[t];
      return;
    }
}

/* What came of the plan: "6,890 · over 390", "7,413 → 11,071", "planned". */
static char *
word_second (const OutlayBudgetCell *cell, const char *currency, OutlayWording *wording)
{
  const OutlayBudgetLine *line = &cell->line;
  gint64 left_nanos = line->budget_nanos - line->actual_nanos;
  g_autofree char *actual = NULL;
  g_autofree char *other = NULL;

  if (cell->future && line->state == OUTLAY_BUDGET_AT_RISK)
    {
      other = outlay_wording_amount (wording, line->expected_nanos, currency, OUTLAY_MONEY_WHOLE);
      return outlay_forecast_arrow (wording, "", other);
    }
  if (cell->future)
    return g_strdup (line->has_budget ? _ ("planned") : _ ("no budget"));
  if (line->actual_nanos == 0)
    return g_strdup (_ ("no spend"));

  actual = outlay_wording_amount (wording, line->actual_nanos, currency, OUTLAY_MONEY_WHOLE);
  if (!line->has_budget)
    /* Translators: %s is an amount. */
    return g_strdup_printf (_ ("%s spent"), actual);
  if (cell->ended)
    {
      other = outlay_wording_amount (wording, ABS (left_nanos), currency, OUTLAY_MONEY_WHOLE);
      /* Translators: an amount that was spent, then what the budget has left. */
      return left_nanos >= 0 ? g_strdup_printf (_ ("%s · left %s"), actual, other)
                             /* Translators: an amount that was spent, then the excess. */
                             : g_strdup_printf (_ ("%s · over %s"), actual, other);
    }
  if (!line->has_forecast)
    return g_strdup_printf (_ ("%s spent"), actual);

  other = outlay_wording_amount (wording, line->expected_nanos, currency, OUTLAY_MONEY_WHOLE);
  return outlay_forecast_arrow (wording, actual, other);
}

static char *
describe (OutlayBudgetItem *self,
          const OutlayBudgetCell *cell,
          const char *currency,
          OutlayWording *wording)
{
  g_autofree char *month = outlay_wording_month (wording, cell->month);
  g_autofree char *budget = NULL;
  g_autofree char *spent =
      outlay_wording_money (wording, cell->line.actual_nanos, currency, OUTLAY_MONEY_FULL);

  if (!cell->line.has_budget)
    /* Translators: a feature, a month, an amount. */
    return g_strdup_printf (_ ("%s, %s: no budget, spent %s"), self->name, month, spent);

  budget = outlay_wording_money (wording, cell->line.budget_nanos, currency, OUTLAY_MONEY_FULL);
  if (cell->future)
    /* Translators: a feature, a month, an amount, then how the budget stands. */
    return g_strdup_printf (_ ("%s, %s: budget %s; %s"), self->name, month, budget, cell->words);

  /* Translators: a feature, a month, two amounts, then how the budget stands. */
  return g_strdup_printf (_ ("%s, %s: budget %s, spent %s; %s"), self->name, month, budget, spent,
                          cell->words);
}

static void
word_cell (OutlayBudgetItem *self,
           OutlayBudgetCell *cell,
           const OutlaySnapshot *snapshot,
           OutlayWording *wording)
{
  const char *currency = snapshot->currency;

  if (cell->has_own)
    cell->amount = outlay_wording_amount (wording, cell->own_nanos, currency, OUTLAY_MONEY_SHORT);
  else if (cell->line.has_budget)
    cell->amount =
        outlay_wording_amount (wording, cell->line.budget_nanos, currency, OUTLAY_MONEY_SHORT);
  else
    cell->amount = g_strdup (cell->ended || self->id < 0 ? "–" : _ ("Set…"));
  cell->second = word_second (cell, currency, wording);
  cell->words = cell->future && cell->line.state == OUTLAY_BUDGET_ON_TRACK
                    ? g_strdup (_ ("Planned"))
                    : outlay_budget_line_describe (&cell->line, snapshot, cell->month, wording);
  cell->description = describe (self, cell, currency, wording);
}

static void
append_cell (OutlayBudgetItem *self,
             const OutlaySnapshot *snapshot,
             const OutlayBudgetStatus *status,
             OutlayWording *wording)
{
  OutlayBudgetCell cell = { .month = status->month };
  const OutlayBudgetLine *line =
      self->id < 0 ? &status->total : outlay_budget_status_find (status, self->index);

  if (line != NULL)
    cell.line = *line;
  else
    {
      cell.line.state = OUTLAY_BUDGET_NONE;
      cell.line.run_out = G_MININT32;
      cell.line.data_to = G_MININT32;
    }
  cell.ended = outlay_month_has_ended (snapshot, status->month);
  cell.future = status->month > outlay_month_of_day (snapshot->day);
  take_plan (&cell, snapshot, self->index);
  word_cell (self, &cell, snapshot, wording);
  g_array_append_val (self->cells, cell);
}

/**
 * outlay_budget_item_new:
 * @snapshot: a snapshot
 * @feature: index of a feature, or %OUTLAY_TOTAL_FEATURE
 *
 * Returns: (transfer full): an item without cells
 */
OutlayBudgetItem *
outlay_budget_item_new (const OutlaySnapshot *snapshot, guint32 feature)
{
  OutlayBudgetItem *self = g_object_new (OUTLAY_TYPE_BUDGET_ITEM, NULL);
  gboolean is_total = feature == OUTLAY_TOTAL_FEATURE;

  self->index = feature;
  self->id = is_total ? -1 : snapshot->features[feature].id;
  self->feature = g_strdup (is_total ? "" : snapshot->features[feature].name);
  self->ink = is_total ? OUTLAY_INK_OTHER : outlay_feature_ink (snapshot, feature);
  self->name =
      g_strdup (is_total ? _ ("Organisation") : outlay_feature_display_name (snapshot, feature));
  return self;
}

/**
 * outlay_budget_item_set:
 * @self: an item
 * @snapshot: that it is a feature of
 * @statuses: (array length=n_months): of the months shown
 * @n_months: how many
 * @wording: of the reader
 */
void
outlay_budget_item_set (OutlayBudgetItem *self,
                        const OutlaySnapshot *snapshot,
                        OutlayBudgetStatus *const *statuses,
                        guint n_months,
                        OutlayWording *wording)
{
  g_return_if_fail (OUTLAY_IS_BUDGET_ITEM (self));

  g_array_set_size (self->cells, 0);
  for (guint i = 0; i < n_months; i++)
    append_cell (self, snapshot, statuses[i], wording);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * outlay_budget_item_is_of:
 * @self: an item
 * @snapshot: a snapshot, maybe a newer one
 * @feature: index of a feature of it, or %OUTLAY_TOTAL_FEATURE
 *
 * Returns: whether @self looks as one of @feature would
 */
gboolean
outlay_budget_item_is_of (OutlayBudgetItem *self, const OutlaySnapshot *snapshot, guint32 feature)
{
  if (feature == OUTLAY_TOTAL_FEATURE)
    return self->id < 0;

  return self->index == feature && self->id == snapshot->features[feature].id &&
         self->ink == outlay_feature_ink (snapshot, feature) &&
         g_strcmp0 (self->feature, snapshot->features[feature].name) == 0;
}

/**
 * outlay_budget_item_is_total:
 * @self: an item
 *
 * Returns: whether it is of all features; it cannot be edited then
 */
gboolean
outlay_budget_item_is_total (OutlayBudgetItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), FALSE);

  return self->id < 0;
}

/**
 * outlay_budget_item_get_feature:
 * @self: an item
 *
 * Returns: (transfer none): name of the feature, for commands
 */
const char *
outlay_budget_item_get_feature (OutlayBudgetItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), NULL);

  return self->feature;
}

/**
 * outlay_budget_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): its name, for people
 */
const char *
outlay_budget_item_get_name (OutlayBudgetItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), NULL);

  return self->name;
}

/**
 * outlay_budget_item_get_ink:
 * @self: an item
 *
 * Returns: colour of the feature
 */
OutlayInk
outlay_budget_item_get_ink (OutlayBudgetItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), OUTLAY_INK_OTHER);

  return self->ink;
}

/**
 * outlay_budget_item_get_n_cells:
 * @self: an item
 *
 * Returns: how many months it has
 */
guint
outlay_budget_item_get_n_cells (OutlayBudgetItem *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), 0);

  return self->cells->len;
}

/**
 * outlay_budget_item_get_cell:
 * @self: an item
 * @column: place of a month
 *
 * Returns: (transfer none) (nullable): the month, until "changed"
 */
const OutlayBudgetCell *
outlay_budget_item_get_cell (OutlayBudgetItem *self, guint column)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_ITEM (self), NULL);

  return column < self->cells->len ? &g_array_index (self->cells, OutlayBudgetCell, column) : NULL;
}
