/* rule-change.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/rule-change.h"

#include "ledger/command-private.h"
#include "ledger/feature.h"
#include "store/feature.h"

#include <string.h>

/**
 * outlay_rule_change_new:
 *
 * Returns: (transfer full): a change of nothing
 */
OutlayRuleChange *
outlay_rule_change_new (void)
{
  OutlayRuleChange *change = g_new (OutlayRuleChange, 1);

  change->removed = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->added = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_ledger_rule_free);
  return change;
}

/**
 * outlay_rule_change_copy:
 * @change: a change
 *
 * Returns: (transfer full): the same, for another thread
 */
OutlayRuleChange *
outlay_rule_change_copy (const OutlayRuleChange *change)
{
  OutlayRuleChange *copy = outlay_rule_change_new ();

  g_array_append_vals (copy->removed, change->removed->data, change->removed->len);
  for (guint i = 0; i < change->added->len; i++)
    {
      const OutlayLedgerRule *rule = change->added->pdata[i];

      outlay_rule_change_add (copy, rule, rule->feature, rule->share,
                              (const char *const *) rule->matches);
    }

  return copy;
}

/**
 * outlay_rule_change_free:
 * @change: (transfer full) (nullable): a change
 */
void
outlay_rule_change_free (OutlayRuleChange *change)
{
  if (change == NULL)
    return;

  g_array_unref (change->removed);
  g_ptr_array_unref (change->added);
  g_free (change);
}

/**
 * outlay_rule_change_add:
 * @change: a change
 * @rule: (nullable): whose priority and dates to take; %NULL for 0, and always
 * @feature: name of the feature that gets the share
 * @share: millionths
 * @matches: (array zero-terminated=1): `FIELD=GLOB` texts
 *
 * One rule more to add.
 */
void
outlay_rule_change_add (OutlayRuleChange *change,
                        const OutlayLedgerRule *rule,
                        const char *feature,
                        gint32 share,
                        const char *const *matches)
{
  OutlayLedgerRule *added = g_new0 (OutlayLedgerRule, 1);

  added->feature = g_strdup (feature);
  added->share = share;
  added->priority = rule != NULL ? rule->priority : 0;
  added->valid_from = rule != NULL ? rule->valid_from : G_MININT32;
  added->valid_to = rule != NULL ? rule->valid_to : G_MAXINT32;
  added->matches = g_strdupv ((char **) matches);
  g_ptr_array_add (change->added, added);
}

static gboolean
has_feature (OutlayLedger *ledger, const char *name, gboolean *found, GError **error)
{
  g_autoptr (GPtrArray) rows = outlay_features_list (ledger->database, error);

  if (rows == NULL)
    return FALSE;

  *found = FALSE;
  for (guint i = 0; i < rows->len && !*found; i++)
    *found = strcmp (((const OutlayFeatureRow *) rows->pdata[i])->name, name) == 0;
  return TRUE;
}

static gboolean
add_rule (OutlayLedger *ledger, const OutlayLedgerRule *rule, GError **error)
{
  const OutlayFeatureFields fields = { .name = rule->feature };
  gboolean found;
  gint64 id;

  return has_feature (ledger, rule->feature, &found, error) &&
         (found || outlay_ledger_add_feature (ledger, &fields, error)) &&
         outlay_ledger_add_rule (ledger, rule, &id, error);
}

static gboolean
change_rules (OutlayLedger *ledger, const OutlayRuleChange *change, GError **error)
{
  for (guint i = 0; i < change->removed->len; i++)
    if (!outlay_ledger_remove_rule (ledger, g_array_index (change->removed, gint64, i), error))
      return FALSE;

  for (guint i = 0; i < change->added->len; i++)
    if (!add_rule (ledger, change->added->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * outlay_ledger_change_rules:
 * @ledger: a ledger
 * @change: rules that go, then rules that come
 * @error: return location for an #OutlayLedgerError or an #OutlayRuleError
 *
 * All of it, or nothing.
 */
gboolean
outlay_ledger_change_rules (OutlayLedger *ledger, const OutlayRuleChange *change, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, change_rules (ledger, change, error), error);
}

static void
clear_effect (gpointer data)
{
  OutlayRuleEffect *effect = data;

  g_free (effect->feature);
}

/* Cells come by feature and day: those of a month are together. */
static void
add_costs (GArray *effects, const OutlaySnapshot *snapshot, gboolean after)
{
  OutlayRuleEffect *effect = NULL;
  guint32 feature = 0;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      const OutlayCell *cell = &snapshot->cube.cells[i];
      gint32 month = outlay_month_of_day (cell->day);

      if (effect == NULL || feature != cell->feature || effect->month != month)
        {
          OutlayRuleEffect begun = { month, g_strdup (snapshot->features[cell->feature].name), 0,
                                     0 };

          g_array_append_val (effects, begun);
          effect = &g_array_index (effects, OutlayRuleEffect, effects->len - 1);
        }

      feature = cell->feature;
      outlay_nanos_accumulate (after ? &effect->after_nanos : &effect->before_nanos,
                               cell->cost_nanos);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const OutlayRuleEffect *left = a, *right = b;

  if (left->month != right->month)
    return left->month > right->month ? -1 : 1;

  return strcmp (left->feature, right->feature);
}

/* The newest month first; in it, what gains most comes first. */
static int
compare_effects (gconstpointer a, gconstpointer b)
{
  const OutlayRuleEffect *left = a, *right = b;
  gint64 left_nanos = left->after_nanos - left->before_nanos;
  gint64 right_nanos = right->after_nanos - right->before_nanos;

  if (left->month == right->month && left_nanos != right_nanos)
    return left_nanos > right_nanos ? -1 : 1;

  return compare_places (a, b);
}

/* A place is there once for before, and once for after. */
static void
join_places (GArray *effects)
{
  g_array_sort (effects, compare_places);
  for (guint i = effects->len; i > 1; i--)
    {
      OutlayRuleEffect *later = &g_array_index (effects, OutlayRuleEffect, i - 1);
      OutlayRuleEffect *effect = later - 1;

      if (compare_places (effect, later) != 0)
        continue;

      outlay_nanos_accumulate (&effect->before_nanos, later->before_nanos);
      outlay_nanos_accumulate (&effect->after_nanos, later->after_nanos);
      later->before_nanos = later->after_nanos = 0;
    }
}

static void
keep_moves (GArray *effects)
{
  for (guint i = effects->len; i > 0; i--)
    {
      const OutlayRuleEffect *effect = &g_array_index (effects, OutlayRuleEffect, i - 1);

      if (effect->before_nanos == effect->after_nanos)
        g_array_remove_index_fast (effects, i - 1);
    }

  g_array_sort (effects, compare_effects);
}

/**
 * outlay_ledger_preview_rules:
 * @ledger: a ledger
 * @change: rules that would go, then rules that would come
 * @error: return location for what outlay_ledger_change_rules() would say
 *
 * Makes the change, looks, and takes it back: the store stays as it is.
 *
 * Returns: (transfer full) (element-type OutlayRuleEffect) (nullable): what would move,
 *   by month, the newest first; empty if nothing would
 */
GArray *
outlay_ledger_preview_rules (OutlayLedger *ledger, const OutlayRuleChange *change, GError **error)
{
  g_autoptr (OutlaySnapshot) before = NULL;
  g_autoptr (OutlaySnapshot) after = NULL;
  GArray *effects;

  if (!outlay_database_begin (ledger->database, error))
    return NULL;

  before = outlay_ledger_snapshot (ledger, error);
  if (before != NULL && outlay_ledger_change_rules (ledger, change, error))
    after = outlay_ledger_snapshot (ledger, error);

  outlay_database_rollback (ledger->database);
  if (after == NULL)
    return NULL;

  effects = g_array_new (FALSE, FALSE, sizeof (OutlayRuleEffect));
  g_array_set_clear_func (effects, clear_effect);
  add_costs (effects, before, /* after: */ FALSE);
  add_costs (effects, after, /* after: */ TRUE);
  join_places (effects);
  keep_moves (effects);
  return effects;
}
