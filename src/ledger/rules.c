/* rules.c – commands: the rules by which spend finds its feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/rules.h"

#include "ledger/command-private.h"
#include "ledger/rules-private.h"
#include "store/feature.h"
#include "store/rules.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/**
 * outlay_ledger_rule_free:
 * @rule: (nullable) (transfer full): a rule
 */
void
outlay_ledger_rule_free (OutlayLedgerRule *rule)
{
  if (rule == NULL)
    return;

  g_free (rule->feature);
  g_strfreev (rule->matches);
  g_free (rule);
}

static OutlayAttributionRule *
read_rule (const OutlayRuleRow *row)
{
  OutlayAttributionRule *rule = outlay_attribution_rule_new ();

  rule->id = row->id;
  rule->feature = row->feature;
  rule->share = row->share;
  rule->priority = row->priority;
  rule->valid_from = row->valid_from;
  rule->valid_to = row->valid_to;
  for (guint i = 0; i < row->matches->len; i++)
    {
      const OutlayRuleMatchRow *stored = row->matches->pdata[i];
      OutlayMatch *match = g_new0 (OutlayMatch, 1);

      match->field = (OutlayMatchField) stored->field;
      match->tag = match->field == OUTLAY_MATCH_TAG ? g_strdup (stored->tag) : NULL;
      match->glob = g_strdup (stored->glob);
      g_ptr_array_add (rule->matches, match);
    }

  return rule;
}

/**
 * outlay_ledger_load_rules:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayAttributionRule) (nullable): all, in
 *   the order they are tried
 */
GPtrArray *
outlay_ledger_load_rules (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) rules =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_attribution_rule_free);
  g_autoptr (GPtrArray) rows = outlay_rules_list (ledger->database, error);

  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (rules, read_rule (rows->pdata[i]));

  return g_steal_pointer (&rules);
}

static char *
name_feature (GPtrArray *features, gint64 id)
{
  for (guint i = 0; i < features->len; i++)
    {
      const OutlayFeatureRow *row = features->pdata[i];

      if (row->id == id)
        return g_strdup (row->name);
    }

  return NULL;
}

static OutlayLedgerRule *
describe_rule (const OutlayAttributionRule *rule, GPtrArray *features)
{
  OutlayLedgerRule *line = g_new0 (OutlayLedgerRule, 1);

  line->id = rule->id;
  line->feature = name_feature (features, rule->feature);
  line->share = rule->share;
  line->priority = rule->priority;
  line->valid_from = rule->valid_from;
  line->valid_to = rule->valid_to;
  line->matches = g_new0 (char *, rule->matches->len + 1);
  for (guint i = 0; i < rule->matches->len; i++)
    line->matches[i] = outlay_match_to_string (rule->matches->pdata[i]);

  return line;
}

/**
 * outlay_ledger_list_rules:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayLedgerRule) (nullable): all, in the
 *   order they are tried
 */
GPtrArray *
outlay_ledger_list_rules (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) lines =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_ledger_rule_free);
  g_autoptr (GPtrArray) features = outlay_features_list (ledger->database, error);
  g_autoptr (GPtrArray) rules = NULL;

  if (features == NULL)
    return NULL;

  rules = outlay_ledger_load_rules (ledger, error);
  if (rules == NULL)
    return NULL;

  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (lines, describe_rule (rules->pdata[i], features));

  return g_steal_pointer (&lines);
}

static gboolean
check_rule (const OutlayLedgerRule *rule, GError **error)
{
  const char *fault = NULL;

  if (rule->share < 1 || rule->share > OUTLAY_SHARE_WHOLE)
    fault = _ ("A share is more than 0 % and at most 100 %.");
  else if (rule->valid_from > rule->valid_to)
    fault = _ ("A rule cannot end before it begins. Check its dates.");
  else if (rule->matches == NULL || rule->matches[0] == NULL)
    fault = _ ("A rule needs something to match. Say it as FIELD=GLOB.");

  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, fault);
  return FALSE;
}

static gboolean
add_matches (OutlayRuleRow *row, char **texts, GError **error)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (OutlayMatch) match = outlay_match_parse (texts[i], &fault);

      if (match == NULL)
        {
          g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                               fault->message);
          return FALSE;
        }
      outlay_rule_row_add_match (row, (int) match->field, match->tag, match->glob);
    }

  return TRUE;
}

static gboolean
add_rule (OutlayLedger *ledger, const OutlayLedgerRule *rule, gint64 *id, GError **error)
{
  g_autoptr (OutlayRuleRow) row = outlay_rule_row_new ();
  g_autoptr (GPtrArray) rules = NULL;
  gint64 added = 0;

  if (!check_rule (rule, error) || !add_matches (row, rule->matches, error) ||
      !outlay_command_find_feature (ledger, rule->feature, &row->feature, error))
    return FALSE;

  row->share = rule->share;
  row->priority = rule->priority;
  row->valid_from = rule->valid_from;
  row->valid_to = rule->valid_to;
  if (!outlay_rules_add (ledger->database, row, &added, error))
    return FALSE;

  rules = outlay_ledger_load_rules (ledger, error);
  if (rules == NULL || !outlay_attribution_check_shares (rules, error))
    return FALSE;

  *id = added;
  return TRUE;
}

/**
 * outlay_ledger_add_rule:
 * @ledger: a ledger
 * @rule: what to add; its id is not read
 * @id: (out): its id
 * @error: return location for an #OutlayLedgerError or an #OutlayRuleError
 *
 * Refuses a rule that would give away more than 100 % of something.
 */
gboolean
outlay_ledger_add_rule (OutlayLedger *ledger,
                        const OutlayLedgerRule *rule,
                        gint64 *id,
                        GError **error)
{
  gint64 added = 0;

  if (!outlay_database_begin (ledger->database, error) ||
      !outlay_command_end (ledger, add_rule (ledger, rule, &added, error), error))
    return FALSE;

  *id = added;
  return TRUE;
}

static gboolean
remove_rule (OutlayLedger *ledger, gint64 id, GError **error)
{
  if (!outlay_rules_remove (ledger->database, id, error))
    return FALSE;

  if (outlay_database_n_changed (ledger->database) > 0)
    return TRUE;

  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
               _ ("There is no rule %" PRId64 ". List the rules to see their numbers."), id);
  return FALSE;
}

/**
 * outlay_ledger_remove_rule:
 * @ledger: a ledger
 * @id: of a rule
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_remove_rule (OutlayLedger *ledger, gint64 id, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, remove_rule (ledger, id, error), error);
}
