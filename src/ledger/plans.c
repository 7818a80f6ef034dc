/* plans.c – what the user has stated, as a snapshot has it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/plans.h"

#include "insight/value.h"
#include "ledger/feature.h"
#include "ledger/ledger-private.h"
#include "ledger/settings.h"
#include "store/budgets.h"
#include "store/cost-items.h"
#include "store/feature.h"
#include "store/outcomes.h"
#include "store/use-cases.h"

#include <string.h>

/* Index of what has an id; by id the rows rise. */
#define NOT_FOUND G_MAXUINT32

static guint32
find_feature (const OutlaySnapshot *snapshot, gint64 id)
{
  for (gsize i = 0; i < snapshot->n_features; i++)
    if (snapshot->features[i].id == id)
      return (guint32) i;

  return NOT_FOUND;
}

static guint32
find_use_case (const OutlaySnapshot *snapshot, gint64 id)
{
  for (gsize i = 0; i < snapshot->n_use_cases; i++)
    if (snapshot->use_cases[i].id == id)
      return (guint32) i;

  return NOT_FOUND;
}

static gboolean
fill_settings (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autofree char *tax = NULL;
  g_autofree char *credits = NULL;

  if (!outlay_ledger_get_setting (ledger, OUTLAY_SETTING_CURRENCY, &snapshot->currency, error) ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_ORGANISATION, &snapshot->organisation,
                                  error) ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_TAX, &tax, error) ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_CREDITS, &credits, error))
    return FALSE;

  snapshot->include_tax = strcmp (tax, "include") == 0;
  snapshot->include_credits = strcmp (credits, "include") == 0;
  return TRUE;
}

static gboolean
fill_features (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_features_list (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  snapshot->n_features = rows->len + 1;
  snapshot->features = g_new0 (OutlayFeature, snapshot->n_features);
  snapshot->features[0] = (OutlayFeature){
    .name = g_strdup (OUTLAY_UNALLOCATED),
    .owner = g_strdup (""),
    .cost_centre = g_strdup (""),
    .stage = g_strdup (""),
    .slot = G_MAXUINT,
    .parent = -1,
  };

  for (guint i = 0; i < rows->len; i++)
    {
      OutlayFeatureRow *row = rows->pdata[i];

      snapshot->features[i + 1] = (OutlayFeature){
        .id = row->id,
        .name = g_steal_pointer (&row->name),
        .owner = g_steal_pointer (&row->owner),
        .cost_centre = g_steal_pointer (&row->cost_centre),
        .stage = g_steal_pointer (&row->stage),
        .slot = (guint) row->slot,
        .parent = -1,
      };
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayFeatureRow *row = rows->pdata[i];

      if (row->parent != 0)
        snapshot->features[i + 1].parent = (int) find_feature (snapshot, row->parent);
    }

  return TRUE;
}

static gboolean
fill_budgets (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_budgets_list (ledger->database, error);
  g_autofree char *defaults = NULL;

  if (rows == NULL ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_THRESHOLDS, &defaults, error))
    return FALSE;

  snapshot->budgets = g_new0 (OutlayBudget, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayBudgetRow *row = rows->pdata[i];
      OutlayBudget *budget = &snapshot->budgets[snapshot->n_budgets];

      if (strcmp (row->currency, snapshot->currency) != 0)
        continue;

      budget->feature = find_feature (snapshot, row->feature);
      budget->month = row->month;
      budget->amount_nanos = row->amount_nanos;
      budget->rollover = row->rollover;
      if (!outlay_thresholds_parse (row->thresholds[0] != '\0' ? row->thresholds : defaults,
                                    budget->thresholds, &budget->n_thresholds, error))
        return FALSE;

      snapshot->n_budgets++;
    }

  return TRUE;
}

static void
read_method (const OutlayUseCaseRow *row, OutlayUseCase *use_case)
{
  use_case->has_model =
      row->method != NULL && outlay_value_method_parse (row->method, &use_case->model.method);
}

static gboolean
fill_shares (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GArray) rows = outlay_use_cases_list_shares (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayUseCaseShareRow *row = &g_array_index (rows, OutlayUseCaseShareRow, i);
      OutlayUseCase *use_case = &snapshot->use_cases[find_use_case (snapshot, row->use_case)];

      use_case->features =
          g_renew (OutlayFeatureShare, use_case->features, use_case->n_features + 1);
      use_case->features[use_case->n_features++] = (OutlayFeatureShare){
        .feature = find_feature (snapshot, row->feature),
        .share = row->share,
      };
    }

  return TRUE;
}

static gboolean
fill_inputs (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_use_cases_list_inputs (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayValueInputRow *row = rows->pdata[i];
      OutlayUseCase *use_case = &snapshot->use_cases[find_use_case (snapshot, row->use_case)];
      OutlayValueKey key;

      if (outlay_value_key_parse (row->key, &key))
        use_case->model.input[key] = (OutlayRange){
          .given = TRUE,
          .is_range = row->is_range,
          .low_micros = row->is_range ? row->low_micros : row->likely_micros,
          .likely_micros = row->likely_micros,
          .high_micros = row->is_range ? row->high_micros : row->likely_micros,
        };
    }

  return TRUE;
}

/* They come by use case: each one's are a stretch of the rows. */
static gboolean
fill_outcomes (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GArray) rows = outlay_outcomes_list (ledger->database, error);
  guint end;

  if (rows == NULL)
    return FALSE;

  for (guint begin = 0; begin < rows->len; begin = end)
    {
      gint64 id = g_array_index (rows, OutlayOutcomeRow, begin).use_case;
      OutlayUseCase *use_case = &snapshot->use_cases[find_use_case (snapshot, id)];

      for (end = begin; end < rows->len; end++)
        if (g_array_index (rows, OutlayOutcomeRow, end).use_case != id)
          break;

      use_case->has_outcomes = TRUE;
      use_case->n_outcomes = end - begin;
      use_case->outcomes = g_new (OutlayOutcomes, use_case->n_outcomes);
      for (guint i = begin; i < end; i++)
        use_case->outcomes[i - begin] =
            (OutlayOutcomes){ .day = g_array_index (rows, OutlayOutcomeRow, i).day,
                              .count = g_array_index (rows, OutlayOutcomeRow, i).count };
    }

  return TRUE;
}

static gboolean
fill_use_cases (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_use_cases_list (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  snapshot->n_use_cases = rows->len;
  snapshot->use_cases = g_new0 (OutlayUseCase, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      OutlayUseCaseRow *row = rows->pdata[i];

      snapshot->use_cases[i].id = row->id;
      snapshot->use_cases[i].name = g_steal_pointer (&row->name);
      read_method (row, &snapshot->use_cases[i]);
    }

  return fill_shares (ledger, snapshot, error) && fill_inputs (ledger, snapshot, error) &&
         fill_outcomes (ledger, snapshot, error);
}

static gboolean
fill_cost_items (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_cost_items_list (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  snapshot->cost_items = g_new0 (OutlayCostItem, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      OutlayCostItemRow *row = rows->pdata[i];

      if (strcmp (row->currency, snapshot->currency) == 0)
        snapshot->cost_items[snapshot->n_cost_items++] = (OutlayCostItem){
          .id = row->id,
          .name = g_steal_pointer (&row->name),
          .kind = (OutlayCostKind) row->kind,
          .share = (OutlayCostShare) row->share,
          .use_case = find_use_case (snapshot, row->use_case),
          .amount_nanos = row->amount_nanos,
          .once = row->once,
          .n_months = row->n_months,
          .from_month = row->from_month,
          .to_month = row->to_month,
        };
    }

  return TRUE;
}

/**
 * outlay_ledger_fill_plans:
 * @ledger: a ledger
 * @snapshot: a snapshot that nobody else has seen yet
 * @error: return location for an #OutlayStoreError
 *
 * Fills in the settings, features, budgets, use cases and cost items. Budgets and
 * cost items in another currency than the reporting currency stay in the store.
 */
gboolean
outlay_ledger_fill_plans (OutlayLedger *ledger, OutlaySnapshot *snapshot, GError **error)
{
  return fill_settings (ledger, snapshot, error) && fill_features (ledger, snapshot, error) &&
         fill_budgets (ledger, snapshot, error) && fill_use_cases (ledger, snapshot, error) &&
         fill_cost_items (ledger, snapshot, error);
}
