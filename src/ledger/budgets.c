/* budgets.c – commands: amounts planned for a feature and a month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/budgets.h"

#include "ledger/command-private.h"
#include "ledger/feature.h"
#include "ledger/settings.h"
#include "store/budgets.h"
#include "store/feature.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * outlay_budget_plan_free:
 * @plan: (nullable) (transfer full): a plan
 */
void
outlay_budget_plan_free (OutlayBudgetPlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->feature);
  g_free (plan->currency);
  g_free (plan);
}

static const char *
name_feature (GPtrArray *features, gint64 id)
{
  for (guint i = 0; i < features->len; i++)
    {
      const OutlayFeatureRow *row = features->pdata[i];

      if (row->id == id)
        return row->name;
    }

  return OUTLAY_UNALLOCATED;
}

static OutlayBudgetPlan *
describe_budget (const OutlayBudgetRow *row, GPtrArray *features)
{
  OutlayBudgetPlan *plan = g_new0 (OutlayBudgetPlan, 1);

  plan->feature = g_strdup (name_feature (features, row->feature));
  plan->from_month = row->month;
  plan->to_month = row->month;
  plan->amount_nanos = row->amount_nanos;
  plan->currency = g_strdup (row->currency);
  plan->rollover = row->rollover;
  if (row->thresholds[0] != '\0')
    outlay_thresholds_parse (row->thresholds, plan->thresholds, &plan->n_thresholds, NULL);

  return plan;
}

/**
 * outlay_ledger_list_budgets:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayBudgetPlan) (nullable): one for each
 *   feature and month, in the currency it was set in
 */
GPtrArray *
outlay_ledger_list_budgets (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) plans =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_budget_plan_free);
  g_autoptr (GPtrArray) features = outlay_features_list (ledger->database, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (features == NULL)
    return NULL;

  rows = outlay_budgets_list (ledger->database, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (plans, describe_budget (rows->pdata[i], features));

  return g_steal_pointer (&plans);
}

static gboolean
find_feature (OutlayLedger *ledger, const char *name, gint64 *id, GError **error)
{
  if (strcmp (name, OUTLAY_UNALLOCATED) != 0)
    return outlay_command_find_feature (ledger, name, id, error);

  *id = 0;
  return TRUE;
}

static gboolean
check_plan (const OutlayBudgetPlan *plan, GError **error)
{
  const char *fault = NULL;

  if (plan->amount_nanos < 0)
    fault = _ ("A budget cannot be negative.");
  else if (plan->from_month > plan->to_month)
    fault = _ ("A budget cannot end before it begins. Check its months.");

  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, fault);
  return FALSE;
}

static gboolean
set_budget (OutlayLedger *ledger, const OutlayBudgetPlan *plan, GError **error)
{
  g_autofree char *currency = NULL;
  g_autofree char *thresholds = outlay_thresholds_to_string (plan->thresholds, plan->n_thresholds);
  OutlayBudgetRow row = {
    .amount_nanos = plan->amount_nanos,
    .thresholds = thresholds,
    .rollover = plan->rollover,
  };

  if (!check_plan (plan, error) || !find_feature (ledger, plan->feature, &row.feature, error) ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_CURRENCY, &currency, error))
    return FALSE;

  row.currency = currency;
  for (row.month = plan->from_month; row.month <= plan->to_month; row.month++)
    if (!outlay_budgets_set (ledger->database, &row, error))
      return FALSE;

  return TRUE;
}

/**
 * outlay_ledger_set_budget:
 * @ledger: a ledger
 * @plan: what is planned
 * @error: return location for an #OutlayLedgerError
 *
 * Takes the place of what was planned for the feature in these months.
 */
gboolean
outlay_ledger_set_budget (OutlayLedger *ledger, const OutlayBudgetPlan *plan, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, set_budget (ledger, plan, error), error);
}

static gboolean
remove_budget (OutlayLedger *ledger, const char *feature, gint32 month, GError **error)
{
  g_autofree char *name = NULL;
  gint64 id;

  if (!find_feature (ledger, feature, &id, error) ||
      !outlay_budgets_remove (ledger->database, id, month, error))
    return FALSE;

  if (outlay_database_n_changed (ledger->database) > 0)
    return TRUE;

  name = outlay_month_to_string (month);
  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
               _ ("“%s” has no budget in %s. List the budgets to see what there is."), feature,
               name);
  return FALSE;
}

/**
 * outlay_ledger_remove_budget:
 * @ledger: a ledger
 * @feature: name of a feature, Unallocated included
 * @month: months since 1970
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_remove_budget (OutlayLedger *ledger,
                             const char *feature,
                             gint32 month,
                             GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, remove_budget (ledger, feature, month, error), error);
}
