/* demo-plans.c – what the sample company plans, through the commands a user has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/demo-private.h"

#include "insight/value.h"
#include "ledger/budgets.h"
#include "ledger/cost-items.h"
#include "ledger/exact.h"
#include "ledger/feature.h"
#include "ledger/outcomes.h"
#include "ledger/rules.h"
#include "ledger/settings.h"
#include "ledger/use-cases.h"
#include "ledger/value.h"

#include <math.h>

#define MONEY_DECIMALS 9
#define MILLIONTHS_PER_PERCENT 10000

static const char *
get_text (const cJSON *object, const char *key)
{
  return cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (object, key));
}

static gint32
get_integer (const cJSON *object, const char *key, gint32 otherwise)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive (object, key);

  return cJSON_IsNumber (item) ? item->valueint : otherwise;
}

static gint32
get_share (const cJSON *object, const char *key)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive (object, key);

  return (gint32) lround (cJSON_GetNumberValue (item) * MILLIONTHS_PER_PERCENT);
}

static gboolean
is_true (const cJSON *object, const char *key)
{
  return cJSON_IsTrue (cJSON_GetObjectItemCaseSensitive (object, key));
}

/* A month that is not there leaves what was there. */
static gboolean
get_month (const cJSON *object, const char *key, gint32 *month, GError **error)
{
  const char *text = get_text (object, key);

  return text == NULL || outlay_month_parse (text, month, error);
}

static gboolean
get_amount (const cJSON *object, gint64 *nanos, GError **error)
{
  const char *text = get_text (object, "amount");

  return outlay_exact_parse (text != NULL ? text : "", MONEY_DECIMALS, nanos, error);
}

static gboolean
add_feature (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  OutlayFeatureFields fields = {
    .name = get_text (object, "name"),
    .owner = get_text (object, "owner"),
    .cost_centre = get_text (object, "cost_centre"),
    .stage = get_text (object, "stage"),
    .parent = get_text (object, "parent"),
  };

  return outlay_ledger_add_feature (ledger, &fields, error);
}

static gboolean
add_rule (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const cJSON *matches = cJSON_GetObjectItemCaseSensitive (object, "match");
  g_autofree char **texts = g_new0 (char *, (gsize) cJSON_GetArraySize (matches) + 1);
  OutlayLedgerRule rule = {
    .feature = (char *) get_text (object, "feature"),
    .share = get_share (object, "share"),
    .priority = get_integer (object, "priority", 0),
    .valid_from = G_MININT32,
    .valid_to = G_MAXINT32,
    .matches = texts,
  };
  gint64 id;

  for (int i = 0; i < cJSON_GetArraySize (matches); i++)
    texts[i] = cJSON_GetStringValue (cJSON_GetArrayItem (matches, i));

  return outlay_ledger_add_rule (ledger, &rule, &id, error);
}

static gboolean
set_budget (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const cJSON *thresholds = cJSON_GetObjectItemCaseSensitive (object, "thresholds");
  OutlayBudgetPlan plan = {
    .feature = (char *) get_text (object, "feature"),
    .rollover = is_true (object, "rollover"),
  };

  if (!get_month (object, "from", &plan.from_month, error) ||
      !get_month (object, "to", &plan.to_month, error) ||
      !get_amount (object, &plan.amount_nanos, error))
    return FALSE;

  for (int i = 0; i < MIN (cJSON_GetArraySize (thresholds), OUTLAY_MAX_THRESHOLDS); i++)
    plan.thresholds[plan.n_thresholds++] = (guint) cJSON_GetArrayItem (thresholds, i)->valueint;

  return outlay_ledger_set_budget (ledger, &plan, error);
}

static gboolean
set_value (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const cJSON *inputs = cJSON_GetObjectItemCaseSensitive (object, "inputs");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const cJSON *input;
  OutlayValueModel model;

  if (inputs == NULL)
    return TRUE;

  cJSON_ArrayForEach (input, inputs)
      g_ptr_array_add (texts, g_strdup_printf ("%s=%s", input->string, input->valuestring));
  g_ptr_array_add (texts, NULL);

  return outlay_value_model_parse (get_text (object, "method"), (const char *const *) texts->pdata,
                                   &model, error) &&
         outlay_ledger_set_value (ledger, get_text (object, "name"), &model, error);
}

static gboolean
import_outcomes (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const char *file = get_text (object, "outcomes");
  g_autoptr (GBytes) bytes = file != NULL ? outlay_demo_file (file, error) : NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  OutlayOutcomesResult result;

  if (file == NULL || bytes == NULL)
    return file == NULL;

  return outlay_ledger_import_outcomes (ledger, get_text (object, "name"),
                                        g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                        &result, faults, error);
}

static gboolean
add_use_case (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const cJSON *features = cJSON_GetObjectItemCaseSensitive (object, "features");
  gsize n_parts = (gsize) cJSON_GetArraySize (features);
  g_autofree OutlayUseCasePart *parts = g_new0 (OutlayUseCasePart, n_parts);

  for (gsize i = 0; i < n_parts; i++)
    {
      const cJSON *feature = cJSON_GetArrayItem (features, (int) i);

      parts[i].feature = get_text (feature, "name");
      parts[i].share = get_share (feature, "percent");
    }

  return outlay_ledger_add_use_case (ledger, get_text (object, "name"), parts, n_parts, error) &&
         set_value (ledger, object, error) && import_outcomes (ledger, object, error);
}

static gboolean
add_cost_item (OutlayLedger *ledger, const cJSON *object, GError **error)
{
  const char *kind = get_text (object, "kind");
  const char *shared = get_text (object, "shared");
  OutlayCostEntry entry = {
    .use_case = (char *) get_text (object, "use_case"),
    .name = (char *) get_text (object, "name"),
    .once = is_true (object, "once"),
    .n_months = get_integer (object, "months", 1),
    .to_month = G_MAXINT32,
  };
  gint64 id;

  if (shared != NULL)
    entry.share = g_str_equal (shared, "even") ? OUTLAY_COST_EVEN : OUTLAY_COST_BY_SPEND;

  return kind != NULL && outlay_cost_kind_parse (kind, &entry.kind) &&
         get_amount (object, &entry.amount_nanos, error) &&
         get_month (object, "from", &entry.from_month, error) &&
         get_month (object, "to", &entry.to_month, error) &&
         outlay_ledger_add_cost_item (ledger, &entry, &id, error);
}

/**
 * outlay_demo_add_plans:
 * @ledger: a ledger
 * @company: what the sample company states
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_demo_add_plans (OutlayLedger *ledger, const cJSON *company, GError **error)
{
  static const struct
  {
    const char *key;
    gboolean (*add) (OutlayLedger *ledger, const cJSON *object, GError **error);
  } lists[] = {
    { "features", add_feature },   { "rules", add_rule },           { "budgets", set_budget },
    { "use_cases", add_use_case }, { "cost_items", add_cost_item },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const cJSON *list = cJSON_GetObjectItemCaseSensitive (company, lists[i].key);
      const cJSON *object;

      cJSON_ArrayForEach (object, list)
      {
        if (!lists[i].add (ledger, object, error))
          return FALSE;
      }
    }

  return outlay_ledger_set_setting (ledger, OUTLAY_SETTING_ORGANISATION,
                                    get_text (company, "organization"), error);
}
