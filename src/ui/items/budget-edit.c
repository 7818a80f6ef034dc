/* budget-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/budget-edit.h"

#include <string.h>

/* Whose thresholds and rollover a change takes over: a budget of the same feature. */
typedef struct
{
  char *feature;
  gint32 month;
  gint32 like_month;
  gint64 amount_nanos;
  gboolean clear;
  gboolean has_rollover;
  gboolean rollover;
  guint n_thresholds; /* 0: those of the budget that it is like */
  guint thresholds[OUTLAY_MAX_THRESHOLDS];
} Change;

struct _OutlayBudgetEdit
{
  GArray *changes;
};

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_free (change->feature);
}

static const OutlayBudgetPlan *
find_plan (GPtrArray *plans, const Change *change)
{
  for (guint i = 0; i < plans->len; i++)
    {
      const OutlayBudgetPlan *plan = plans->pdata[i];

      if (plan->from_month == change->like_month && strcmp (plan->feature, change->feature) == 0)
        return plan;
    }

  return NULL;
}

static gboolean
set_budget (OutlayLedger *ledger, const Change *change, GPtrArray *plans, GError **error)
{
  const OutlayBudgetPlan *like = find_plan (plans, change);
  OutlayBudgetPlan plan = {
    .feature = change->feature,
    .from_month = change->month,
    .to_month = change->month,
    .amount_nanos = change->amount_nanos,
    .rollover = change->has_rollover ? change->rollover : like != NULL && like->rollover,
    .n_thresholds = change->n_thresholds > 0 ? change->n_thresholds
                    : like != NULL           ? like->n_thresholds
                                             : 0,
  };

  for (guint i = 0; i < plan.n_thresholds; i++)
    plan.thresholds[i] = change->n_thresholds > 0 ? change->thresholds[i] : like->thresholds[i];

  return outlay_ledger_set_budget (ledger, &plan, error);
}

/**
 * outlay_budget_edit_new:
 *
 * Returns: (transfer full): an edit that changes nothing
 */
OutlayBudgetEdit *
outlay_budget_edit_new (void)
{
  OutlayBudgetEdit *edit = g_new0 (OutlayBudgetEdit, 1);

  edit->changes = g_array_new (FALSE, TRUE, sizeof (Change));
  g_array_set_clear_func (edit->changes, clear_change);
  return edit;
}

/**
 * outlay_budget_edit_free:
 * @edit: (nullable) (transfer full): an edit
 */
void
outlay_budget_edit_free (OutlayBudgetEdit *edit)
{
  if (edit == NULL)
    return;

  g_array_unref (edit->changes);
  g_free (edit);
}

/**
 * outlay_budget_edit_get_n_changes:
 * @edit: an edit
 *
 * Returns: how many budgets it changes
 */
guint
outlay_budget_edit_get_n_changes (const OutlayBudgetEdit *edit)
{
  return edit->changes->len;
}

/**
 * outlay_budget_edit_set:
 * @edit: an edit
 * @feature: name of a feature
 * @month: months since 1970
 * @amount_nanos: in the reporting currency; the rest of a budget stays as it is
 */
void
outlay_budget_edit_set (OutlayBudgetEdit *edit,
                        const char *feature,
                        gint32 month,
                        gint64 amount_nanos)
{
  outlay_budget_edit_copy (edit, feature, month, month, amount_nanos);
}

/**
 * outlay_budget_edit_copy:
 * @edit: an edit
 * @feature: name of a feature
 * @from_month: month whose thresholds and rollover are taken over
 * @month: that is planned
 * @amount_nanos: in the reporting currency
 */
void
outlay_budget_edit_copy (OutlayBudgetEdit *edit,
                         const char *feature,
                         gint32 from_month,
                         gint32 month,
                         gint64 amount_nanos)
{
  Change change = {
    .feature = g_strdup (feature),
    .month = month,
    .like_month = from_month,
    .amount_nanos = amount_nanos,
  };

  g_array_append_val (edit->changes, change);
}

/**
 * outlay_budget_edit_clear:
 * @edit: an edit
 * @feature: name of a feature
 * @month: month whose budget is removed; there has to be one
 */
void
outlay_budget_edit_clear (OutlayBudgetEdit *edit, const char *feature, gint32 month)
{
  Change change = { .feature = g_strdup (feature), .month = month, .clear = TRUE };

  g_array_append_val (edit->changes, change);
}

static Change *
get_last (OutlayBudgetEdit *edit)
{
  g_return_val_if_fail (edit->changes->len > 0, NULL);

  return &g_array_index (edit->changes, Change, edit->changes->len - 1);
}

/**
 * outlay_budget_edit_set_rollover:
 * @edit: an edit
 * @rollover: of the budget that was set last
 */
void
outlay_budget_edit_set_rollover (OutlayBudgetEdit *edit, gboolean rollover)
{
  Change *change = get_last (edit);

  change->has_rollover = TRUE;
  change->rollover = rollover;
}

/**
 * outlay_budget_edit_set_thresholds:
 * @edit: an edit
 * @thresholds: (array length=n_thresholds): percents, rising, of the budget that was set last
 * @n_thresholds: how many, at least 1
 */
void
outlay_budget_edit_set_thresholds (OutlayBudgetEdit *edit,
                                   const guint *thresholds,
                                   guint n_thresholds)
{
  Change *change = get_last (edit);

  g_return_if_fail (n_thresholds <= OUTLAY_MAX_THRESHOLDS);

  change->n_thresholds = n_thresholds;
  for (guint i = 0; i < n_thresholds; i++)
    change->thresholds[i] = thresholds[i];
}

/**
 * outlay_budget_edit_apply:
 * @ledger: a ledger
 * @edit: an #OutlayBudgetEdit
 * @error: return location for an #OutlayLedgerError
 *
 * An #OutlayEditFunc.
 */
gboolean
outlay_budget_edit_apply (OutlayLedger *ledger, gpointer edit, GError **error)
{
  GArray *changes = ((OutlayBudgetEdit *) edit)->changes;
  g_autoptr (GPtrArray) plans = outlay_ledger_list_budgets (ledger, error);

  if (plans == NULL)
    return FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      if (change->clear
              ? !outlay_ledger_remove_budget (ledger, change->feature, change->month, error)
              : !set_budget (ledger, change, plans, error))
        return FALSE;
    }

  return TRUE;
}
