/* shares.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "attribution/rules.h"
#include "core/money.h"
#include "ledger/rules-private.h"
#include "ledger/shares-private.h"

struct _OutlayShareTable
{
  OutlaySpendLines *lines;     /* borrowed */
  const OutlaySnapshot *plans; /* borrowed */

  /* Owned references */
  GPtrArray *rules;     /* OutlayAttributionRule */
  GHashTable *indexes;  /* id of a feature → its index + 1 */
  GHashTable *features; /* OutlayShares → OutlayFeatureShares */
  GPtrArray *use_cases; /* OutlayUseShares by index of a feature */
};

static void
free_features (gpointer data)
{
  OutlayFeatureShares *shares = data;

  g_free (shares->features);
  g_free (shares->weights);
  g_free (shares);
}

static void
free_uses (gpointer data)
{
  OutlayUseShares *shares = data;

  g_free (shares->names);
  g_free (shares->weights);
  g_free (shares);
}

static OutlayUseShares *
share_feature (const OutlaySnapshot *plans, guint feature)
{
  OutlayUseShares *shares = g_new (OutlayUseShares, 1);
  gint32 left = OUTLAY_SHARE_WHOLE;
  gsize n = 0;

  shares->names = g_new0 (const char *, plans->n_use_cases + 1);
  shares->weights = g_new0 (OutlayWide, plans->n_use_cases + 1);
  for (gsize i = 0; i < plans->n_use_cases; i++)
    for (gsize j = 0; j < plans->use_cases[i].n_features; j++)
      {
        const OutlayFeatureShare *share = &plans->use_cases[i].features[j];

        if (share->feature != feature)
          continue;
        shares->names[n] = plans->use_cases[i].name;
        shares->weights[n++] = share->share;
        left -= share->share;
      }

  if (left > 0 || n == 0)
    shares->weights[n++] = MAX (left, 0);
  shares->n_parts = n;
  return shares;
}

/**
 * outlay_share_table_new:
 * @ledger: a ledger
 * @lines: its lines; they have to outlive the table
 * @plans: its features and use cases; they have to outlive the table
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the table, by the rules of now
 */
OutlayShareTable *
outlay_share_table_new (OutlayLedger *ledger,
                        OutlaySpendLines *lines,
                        const OutlaySnapshot *plans,
                        GError **error)
{
  GPtrArray *rules = outlay_ledger_load_rules (ledger, error);
  OutlayShareTable *table;

  if (rules == NULL)
    return NULL;

  table = g_new (OutlayShareTable, 1);
  table->lines = lines;
  table->plans = plans;
  table->rules = rules;
  table->indexes = g_hash_table_new (g_int64_hash, g_int64_equal);
  table->features = g_hash_table_new_full (NULL, NULL, NULL, free_features);
  table->use_cases = g_ptr_array_new_with_free_func (free_uses);
  for (guint i = 0; i < plans->n_features; i++)
    {
      g_hash_table_insert (table->indexes, &plans->features[i].id, GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (table->use_cases, share_feature (plans, i));
    }

  return table;
}

/**
 * outlay_share_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
outlay_share_table_free (OutlayShareTable *table)
{
  if (table == NULL)
    return;

  g_hash_table_unref (table->features);
  g_hash_table_unref (table->indexes);
  g_ptr_array_unref (table->use_cases);
  g_ptr_array_unref (table->rules);
  g_free (table);
}

static OutlayFeatureShares *
convert (const OutlayShareTable *table, const OutlayShares *shares)
{
  OutlayFeatureShares *converted = g_new (OutlayFeatureShares, 1);

  converted->n_parts = shares->n_shares;
  converted->features = g_new (guint, shares->n_shares);
  converted->weights = g_new (OutlayWide, shares->n_shares);
  for (gsize i = 0; i < shares->n_shares; i++)
    {
      guint index =
          GPOINTER_TO_UINT (g_hash_table_lookup (table->indexes, &shares->shares[i].feature));

      converted->features[i] = index > 0 ? index - 1 : 0;
      converted->weights[i] = shares->shares[i].share;
    }

  return converted;
}

/**
 * outlay_share_table_features:
 * @table: a table
 * @line: a line
 *
 * Returns: (transfer none): the features that share @line
 */
const OutlayFeatureShares *
outlay_share_table_features (OutlayShareTable *table, const OutlaySpendLine *line)
{
  const GPtrArray *segments = outlay_spend_lines_attribute (table->lines, table->rules, line);
  const OutlayShares *shares = segments->pdata[0];
  OutlayFeatureShares *found;

  for (guint i = 1; i < segments->len && shares->to < line->day; i++)
    shares = segments->pdata[i];

  found = g_hash_table_lookup (table->features, shares);
  if (found == NULL)
    {
      found = convert (table, shares);
      g_hash_table_insert (table->features, (gpointer) shares, found);
    }

  return found;
}

/**
 * outlay_share_table_use_cases:
 * @table: a table
 * @feature: index of a feature
 *
 * Returns: (transfer none): the use cases that bear its spend
 */
const OutlayUseShares *
outlay_share_table_use_cases (OutlayShareTable *table, guint feature)
{
  return table->use_cases->pdata[feature];
}

/**
 * outlay_spend_line_counts:
 * @line: a line
 * @plans: with the settings
 *
 * Returns: %TRUE if its amount is cost: tax and credits only where they are set to be
 */
gboolean
outlay_spend_line_counts (const OutlaySpendLine *line, const OutlaySnapshot *plans)
{
  if (line->kind == OUTLAY_CHARGE_TAX)
    return plans->include_tax;
  if (line->kind == OUTLAY_CHARGE_CREDIT)
    return plans->include_credits;

  return TRUE;
}

/**
 * outlay_foreign_add:
 * @foreign: (element-type OutlayForeignAmount): amounts by currency
 * @line: a line in a currency that no rate converts
 */
void
outlay_foreign_add (GArray *foreign, const OutlaySpendLine *line)
{
  OutlayForeignAmount amount;

  for (guint i = 0; i < foreign->len; i++)
    {
      OutlayForeignAmount *known = &g_array_index (foreign, OutlayForeignAmount, i);

      if (g_str_equal (known->currency, line->currency))
        {
          outlay_nanos_add (&known->cost_nanos, line->cost_nanos);
          return;
        }
    }

  amount = (OutlayForeignAmount){ g_strdup (line->currency), line->cost_nanos };
  g_array_append_val (foreign, amount);
}
