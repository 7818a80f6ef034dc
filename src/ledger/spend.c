/* spend.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/spend.h"

#include "attribution/rules.h"
#include "core/money.h"
#include "ledger/lines-private.h"
#include "ledger/plans.h"
#include "ledger/shares-private.h"
#include "ledger/spend-labels-private.h"

typedef struct
{
  const OutlaySpendQuery *query; /* borrowed */
  gboolean by_use_case;          /* use cases are asked for */

  /* Owned references */
  OutlaySpendLines *lines;
  OutlaySpendLabels *labels;
  OutlaySnapshot *plans; /* features, use cases, settings */
  OutlayShareTable *shares;
  GHashTable *groups; /* text → OutlaySpendRow */
  GString *group;     /* the text being built */
  OutlaySpend *spend; /* the answer */
} Asking;

static void
free_row (gpointer data)
{
  OutlaySpendRow *row = data;

  g_strfreev (row->values);
  g_free (row);
}

/**
 * outlay_spend_free:
 * @spend: (transfer full) (nullable): an answer
 */
void
outlay_spend_free (OutlaySpend *spend)
{
  if (spend == NULL)
    return;

  for (guint i = 0; i < spend->foreign->len; i++)
    g_free (g_array_index (spend->foreign, OutlayForeignAmount, i).currency);
  g_array_unref (spend->foreign);
  g_ptr_array_unref (spend->rows);
  g_free (spend->currency);
  g_free (spend);
}

static gboolean
is_same_key (const OutlaySpendKey *a, const OutlaySpendKey *b)
{
  return a->field == b->field && g_strcmp0 (a->tag, b->tag) == 0;
}

/* Filters of one field are alternatives, those of different fields all have to match. */
static gboolean
passes (Asking *asking, const OutlaySpendLine *line, const char *feature, const char *use_case)
{
  const GPtrArray *filters = asking->query->filters;

  for (guint i = 0; i < filters->len; i++)
    {
      const OutlaySpendFilter *filter = filters->pdata[i];
      gboolean matches = FALSE;

      for (guint j = 0; j < filters->len && !matches; j++)
        {
          const OutlaySpendFilter *other = filters->pdata[j];
          OutlaySpendLabel label;

          if (!is_same_key (filter->key, other->key))
            continue;

          label = outlay_spend_labels_find (asking->labels, line, other->key, feature, use_case);
          matches = outlay_glob_test (other->glob, label.value != NULL ? label.value : "") ||
                    (label.name != NULL && outlay_glob_test (other->glob, label.name));
        }

      if (!matches)
        return FALSE;
    }

  return TRUE;
}

static void
add_amount (gint64 *total_nanos, gint64 amount_nanos)
{
  if (!outlay_nanos_add (total_nanos, amount_nanos))
    *total_nanos = amount_nanos < 0 ? -G_MAXINT64 : G_MAXINT64;
}

static void
add_kind (OutlaySpendSums *sums, const OutlaySpendLine *line)
{
  switch (line->kind)
    {
    case OUTLAY_CHARGE_CREDIT:
      add_amount (&sums->credits_nanos, line->cost_nanos);
      break;
    case OUTLAY_CHARGE_TAX:
      add_amount (&sums->tax_nanos, line->cost_nanos);
      break;
    case OUTLAY_CHARGE_FEE:
      add_amount (&sums->fees_nanos, line->cost_nanos);
      break;
    case OUTLAY_CHARGE_REFUND:
      add_amount (&sums->refunds_nanos, line->cost_nanos);
      break;
    case OUTLAY_CHARGE_COMMITMENT:
      add_amount (&sums->unused_nanos, line->cost_nanos);
      break;
    case OUTLAY_CHARGE_NONE:
    case OUTLAY_CHARGE_USAGE:
    case OUTLAY_CHARGE_PURCHASE:
    default:
      break;
    }
}

static void
add_line (const Asking *asking, OutlaySpendSums *sums, const OutlaySpendLine *line)
{
  if (outlay_spend_line_counts (line, asking->plans))
    add_amount (&sums->cost_nanos, line->cost_nanos);
  add_amount (&sums->billed_nanos, line->billed_nanos);
  add_amount (&sums->computed_nanos, line->computed_nanos);
  add_amount (&sums->estimated_nanos, line->estimated_nanos);
  add_kind (sums, line);
  outlay_usage_add (&sums->usage, &line->usage);
  sums->unpriced_rows += line->unpriced_rows;
}

/* The name beside an id; of models the name that usage has, whatever the bill calls it. */
static const char *
show_label (const OutlaySpendKey *key, const OutlaySpendLabel *label)
{
  if (label->name != NULL && key->field != OUTLAY_SPEND_MODEL)
    return label->name;

  return label->value != NULL ? label->value : "";
}

static OutlaySpendRow *
find_row (Asking *asking, const OutlaySpendLine *line, const char *feature, const char *use_case)
{
  const GPtrArray *keys = asking->query->keys;
  g_autofree OutlaySpendLabel *labels = g_new (OutlaySpendLabel, keys->len);
  OutlaySpendRow *row;

  g_string_truncate (asking->group, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      labels[i] =
          outlay_spend_labels_find (asking->labels, line, keys->pdata[i], feature, use_case);
      g_string_append (asking->group, labels[i].value != NULL ? labels[i].value : "");
      g_string_append_c (asking->group, '\x1f');
    }

  row = g_hash_table_lookup (asking->groups, asking->group->str);
  if (row != NULL)
    return row;

  row = g_new0 (OutlaySpendRow, 1);
  row->values = g_new0 (char *, keys->len + 1);
  for (guint i = 0; i < keys->len; i++)
    row->values[i] = g_strdup (show_label (keys->pdata[i], &labels[i]));
  g_ptr_array_add (asking->spend->rows, row);
  g_hash_table_insert (asking->groups, g_strdup (asking->group->str), row);
  return row;
}

static void
add_share (Asking *asking, const OutlaySpendLine *line, const char *feature, const char *use_case)
{
  if (!passes (asking, line, feature, use_case))
    return;

  asking->spend->from = MIN (asking->spend->from, line->day);
  asking->spend->to = MAX (asking->spend->to, line->day);
  add_line (asking, &asking->spend->total, line);
  if (asking->query->keys->len > 0)
    add_line (asking, &find_row (asking, line, feature, use_case)->sums, line);
}

/* The share of a feature, shared out once more over the use cases that bear it. */
static void
add_feature_share (Asking *asking, const OutlaySpendLine *line, guint feature)
{
  const char *name = asking->plans->features[feature].name;
  const OutlayUseShares *uses;
  g_autofree OutlaySpendLine *parts = NULL;

  if (!asking->by_use_case)
    {
      add_share (asking, line, name, NULL);
      return;
    }

  uses = outlay_share_table_use_cases (asking->shares, feature);
  parts = g_new (OutlaySpendLine, uses->n_parts);
  outlay_spend_line_split (line, uses->weights, uses->n_parts, parts);
  for (gsize i = 0; i < uses->n_parts; i++)
    add_share (asking, &parts[i], name, uses->names[i]);
}

static gboolean
on_line (const OutlaySpendLine *line, gpointer data, GError **error)
{
  Asking *asking = data;
  const OutlayFeatureShares *shares;
  g_autofree OutlaySpendLine *parts = NULL;

  if (!g_str_equal (line->currency, asking->plans->currency))
    {
      outlay_foreign_add (asking->spend->foreign, line);
      return TRUE;
    }

  shares = outlay_share_table_features (asking->shares, line);
  if (shares->n_parts == 1)
    {
      add_feature_share (asking, line, shares->features[0]);
      return TRUE;
    }

  parts = g_new (OutlaySpendLine, shares->n_parts);
  outlay_spend_line_split (line, shares->weights, shares->n_parts, parts);
  for (gsize i = 0; i < shares->n_parts; i++)
    add_feature_share (asking, &parts[i], shares->features[i]);

  return TRUE;
}

static gboolean
is_time (const OutlaySpendKey *key)
{
  return key->field == OUTLAY_SPEND_DAY || key->field == OUTLAY_SPEND_WEEK ||
         key->field == OUTLAY_SPEND_MONTH;
}

/* By time first, then by cost, falling, then by name. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlaySpendRow *left = *(OutlaySpendRow *const *) a;
  const OutlaySpendRow *right = *(OutlaySpendRow *const *) b;
  const GPtrArray *keys = data;

  for (guint i = 0; i < keys->len; i++)
    {
      int order = is_time (keys->pdata[i]) ? g_strcmp0 (left->values[i], right->values[i]) : 0;

      if (order != 0)
        return order;
    }

  if (left->sums.cost_nanos != right->sums.cost_nanos)
    return left->sums.cost_nanos > right->sums.cost_nanos ? -1 : 1;

  for (guint i = 0; i < keys->len; i++)
    {
      int order = g_strcmp0 (left->values[i], right->values[i]);

      if (order != 0)
        return order;
    }

  return 0;
}

static gboolean
names_use_cases (const OutlaySpendQuery *query)
{
  for (guint i = 0; i < query->keys->len; i++)
    if (((const OutlaySpendKey *) query->keys->pdata[i])->field == OUTLAY_SPEND_USE_CASE)
      return TRUE;

  for (guint i = 0; i < query->filters->len; i++)
    if (((const OutlaySpendFilter *) query->filters->pdata[i])->key->field == OUTLAY_SPEND_USE_CASE)
      return TRUE;

  return FALSE;
}

static void
clear_asking (Asking *asking)
{
  outlay_spend_labels_free (asking->labels);
  outlay_share_table_free (asking->shares);
  outlay_spend_lines_free (asking->lines);
  g_clear_pointer (&asking->plans, outlay_snapshot_unref);
  g_hash_table_unref (asking->groups);
  g_string_free (asking->group, TRUE);
  outlay_spend_free (asking->spend);
}

static gboolean
ask (Asking *asking, OutlayLedger *ledger, GError **error)
{
  const OutlaySpendQuery *query = asking->query;

  if (!outlay_ledger_fill_plans (ledger, asking->plans, error))
    return FALSE;

  asking->lines = outlay_spend_lines_new (ledger, error);
  if (asking->lines == NULL)
    return FALSE;

  asking->labels = outlay_spend_labels_new (asking->lines);
  asking->shares = outlay_share_table_new (ledger, asking->lines, asking->plans, error);
  if (asking->shares == NULL)
    return FALSE;

  asking->spend->currency = g_strdup (asking->plans->currency);
  return outlay_spend_lines_each (asking->lines, MAX (query->from, 0), MIN (query->to, ledger->day),
                                  on_line, asking, error);
}

/**
 * outlay_ledger_spend:
 * @ledger: a ledger
 * @query: the question
 * @error: return location for an error
 *
 * Spend later than the ledger's day is not looked at.
 *
 * Returns: (transfer full) (nullable): the answer
 */
OutlaySpend *
outlay_ledger_spend (OutlayLedger *ledger, const OutlaySpendQuery *query, GError **error)
{
  Asking asking = { .query = query, .by_use_case = names_use_cases (query) };
  OutlaySpend *spend = NULL;

  asking.plans = outlay_snapshot_new ();
  asking.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  asking.group = g_string_new (NULL);
  asking.spend = g_new0 (OutlaySpend, 1);
  asking.spend->from = G_MAXINT32;
  asking.spend->to = G_MININT32;
  asking.spend->rows = g_ptr_array_new_with_free_func (free_row);
  asking.spend->n_keys = query->keys->len;
  asking.spend->foreign = g_array_new (FALSE, FALSE, sizeof (OutlayForeignAmount));

  if (ask (&asking, ledger, error))
    {
      if (query->from != G_MININT32)
        asking.spend->from = query->from;
      if (query->to != G_MAXINT32)
        asking.spend->to = query->to;
      g_ptr_array_sort_with_data (asking.spend->rows, compare_rows, query->keys);
      spend = g_steal_pointer (&asking.spend);
    }

  clear_asking (&asking);
  return spend;
}
