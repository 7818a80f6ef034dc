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

#define MONEY_DECIMALS 9
#define SHARE_DECIMALS 4 /* of a percent: millionths of the whole */

/* A member that is null, or not there, is NULL. */
static const char *
get_text (OutlayJson *object, const char *key)
{
  const char *text = outlay_json_text (object, key);

  return text[0] != '\0' ? text : NULL;
}

static gint32
get_integer (OutlayJson *object, const char *key, gint32 otherwise)
{
  const char *text = get_text (object, key);

  return text != NULL ? (gint32) g_ascii_strtoll (text, NULL, 10) : otherwise;
}

static gboolean
get_share (OutlayJson *object, const char *key, gint32 *share, GError **error)
{
  gint64 value;

  if (!outlay_exact_parse (outlay_json_text (object, key), SHARE_DECIMALS, &value, error))
    return FALSE;

  *share = (gint32) value;
  return TRUE;
}

static gboolean
is_true (OutlayJson *object, const char *key)
{
  return g_str_equal (outlay_json_text (object, key), "true");
}

static gsize
count_members (const OutlayJson *list)
{
  gsize n = 0;

  for (const OutlayJson *item = outlay_json_first (list); item != NULL;
       item = outlay_json_next (item))
    n++;

  return n;
}

/* A month that is not there leaves what was there. */
static gboolean
get_month (OutlayJson *object, const char *key, gint32 *month, GError **error)
{
  const char *text = get_text (object, key);

  return text == NULL || outlay_month_parse (text, month, error);
}

static gboolean
get_amount (OutlayJson *object, gint64 *nanos, GError **error)
{
  const char *text = get_text (object, "amount");

  return outlay_exact_parse (text != NULL ? text : "", MONEY_DECIMALS, nanos, error);
}

static gboolean
add_feature (OutlayLedger *ledger, OutlayJson *object, GError **error)
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
add_rule (OutlayLedger *ledger, OutlayJson *object, GError **error)
{
  OutlayJson *matches = outlay_json_get (object, "match");
  g_autofree char **texts = g_new0 (char *, count_members (matches) + 1);
  OutlayLedgerRule rule = {
    .feature = (char *) get_text (object, "feature"),
    .priority = get_integer (object, "priority", 0),
    .valid_from = G_MININT32,
    .valid_to = G_MAXINT32,
    .matches = texts,
  };
  gsize n = 0;
  gint64 id;

  for (OutlayJson *match = outlay_json_first (matches); match != NULL;
       match = outlay_json_next (match))
    texts[n++] = (char *) outlay_json_value (match);

  return get_share (object, "share", &rule.share, error) &&
         outlay_ledger_add_rule (ledger, &rule, &id, error);
}

static gboolean
set_budget (OutlayLedger *ledger, OutlayJson *object, GError **error)
{
  OutlayJson *threshold = outlay_json_first (outlay_json_get (object, "thresholds"));
  OutlayBudgetPlan plan = {
    .feature = (char *) get_text (object, "feature"),
    .rollover = is_true (object, "rollover"),
  };

  if (!get_month (object, "from", &plan.from_month, error) ||
      !get_month (object, "to", &plan.to_month, error) ||
      !get_amount (object, &plan.amount_nanos, error))
    return FALSE;

  for (; threshold != NULL && plan.n_thresholds < OUTLAY_MAX_THRESHOLDS;
       threshold = outlay_json_next (threshold))
    plan.thresholds[plan.n_thresholds++] =
        (guint) g_ascii_strtoull (outlay_json_value (threshold), NULL, 10);

  return outlay_ledger_set_budget (ledger, &plan, error);
}

static gboolean
set_value (OutlayLedger *ledger, OutlayJson *object, GError **error)
{
  OutlayJson *inputs = outlay_json_get (object, "inputs");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  OutlayValueModel model;

  if (inputs == NULL)
    return TRUE;

  for (OutlayJson *input = outlay_json_first (inputs); input != NULL;
       input = outlay_json_next (input))
    g_ptr_array_add (texts, g_strdup_printf ("%s=%s", outlay_json_name (input),
                                             outlay_json_value (input)));
  g_ptr_array_add (texts, NULL);

  return outlay_value_model_parse (get_text (object, "method"), (const char *const *) texts->pdata,
                                   &model, error) &&
         outlay_ledger_set_value (ledger, get_text (object, "name"), &model, error);
}

static gboolean
import_outcomes (OutlayLedger *ledger, OutlayJson *object, GError **error)
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
add_use_case (OutlayLedger *ledger, OutlayJson *object, GError **error)
{
  OutlayJson *features = outlay_json_get (object, "features");
  g_autofree OutlayUseCasePart *parts = g_new0 (OutlayUseCasePart, count_members (features) + 1);
  gsize n_parts = 0;

  for (OutlayJson *feature = outlay_json_first (features); feature != NULL;
       feature = outlay_json_next (feature), n_parts++)
    {
      parts[n_parts].feature = get_text (feature, "name");
      if (!get_share (feature, "percent", &parts[n_parts].share, error))
        return FALSE;
    }

  return outlay_ledger_add_use_case (ledger, get_text (object, "name"), parts, n_parts, error) &&
         set_value (ledger, object, error) && import_outcomes (ledger, object, error);
}

static gboolean
add_cost_item (OutlayLedger *ledger, OutlayJson *object, GError **error)
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
outlay_demo_add_plans (OutlayLedger *ledger, OutlayJson *company, GError **error)
{
  static const struct
  {
    const char *key;
    gboolean (*add) (OutlayLedger *ledger, OutlayJson *object, GError **error);
  } lists[] = {
    { "features", add_feature },   { "rules", add_rule },           { "budgets", set_budget },
    { "use_cases", add_use_case }, { "cost_items", add_cost_item },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (OutlayJson *object = outlay_json_first (outlay_json_get (company, lists[i].key));
         object != NULL; object = outlay_json_next (object))
      if (!lists[i].add (ledger, object, error))
        return FALSE;

  return outlay_ledger_set_setting (ledger, OUTLAY_SETTING_ORGANISATION,
                                    get_text (company, "organization"), error);
}
