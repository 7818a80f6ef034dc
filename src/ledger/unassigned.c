/* unassigned.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/unassigned.h"

#include "core/record.h"
#include "ledger/feature.h"
#include "ledger/ledger-private.h"
#include "ledger/spend.h"

#include <string.h>

#define MAX_TAGS 12 /* names that are looked at */

/* In the order in which they speak best of a feature; tags come after the project. */
static const char *const first_fields[] = { "key", "project" };
static const char *const last_fields[] = { "user", "line-item", "model", "account", "provider" };

static void
clear_field (gpointer data)
{
  g_free (((OutlayUnassignedField *) data)->field);
}

static void
clear_value (gpointer data)
{
  g_free (((OutlayUnassignedValue *) data)->value);
}

/**
 * outlay_unassigned_free:
 * @unassigned: (transfer full) (nullable): an answer
 */
void
outlay_unassigned_free (OutlayUnassigned *unassigned)
{
  if (unassigned == NULL)
    return;

  g_free (unassigned->currency);
  g_free (unassigned->field);
  g_array_unref (unassigned->fields);
  g_array_unref (unassigned->values);
  g_free (unassigned);
}

static void
add_key (OutlaySpendQuery *query, const char *text)
{
  OutlaySpendKey *key = outlay_spend_key_parse (text, NULL);

  if (key != NULL)
    g_ptr_array_add (query->keys, key);
}

/* Names of the tags of one text, `name=value` lines. */
static void
add_tag_names (GPtrArray *names, const char *tags)
{
  g_auto (GStrv) lines = g_strsplit (tags, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && names->len < MAX_TAGS; i++)
    {
      char *end = strchr (lines[i], '=');

      if (end == NULL || end == lines[i])
        continue;

      *end = '\0';
      if (!g_ptr_array_find_with_equal_func (names, lines[i], g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (lines[i]));
    }
}

static gboolean
add_tag_keys (OutlayLedger *ledger, OutlaySpendQuery *query, GError **error)
{
  static const char select_tags[] = "SELECT value FROM dimension WHERE field = ?1 ORDER BY id";
  sqlite3_stmt *statement = outlay_database_statement (ledger->database, select_tags, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int (statement, 1, OUTLAY_FIELD_TAGS);
  do
    {
      if (!outlay_database_step (ledger->database, statement, &row, error))
        return FALSE;
      if (row)
        add_tag_names (names, (const char *) sqlite3_column_text (statement, 0));
    }
  while (row);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *text = g_strconcat ("tag.", names->pdata[i], NULL);

      add_key (query, text);
    }

  return TRUE;
}

static OutlaySpend *
ask (OutlayLedger *ledger, OutlaySpendQuery *query, GError **error)
{
  OutlaySpendFilter *filter = outlay_spend_filter_parse ("feature=" OUTLAY_UNALLOCATED, error);

  if (filter == NULL)
    return NULL;

  g_ptr_array_add (query->filters, filter);
  for (gsize i = 0; i < G_N_ELEMENTS (first_fields); i++)
    add_key (query, first_fields[i]);
  if (!add_tag_keys (ledger, query, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (last_fields); i++)
    add_key (query, last_fields[i]);

  return outlay_ledger_spend (ledger, query, error);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const OutlayUnassignedValue *left = a, *right = b;

  if (left->cost_nanos != right->cost_nanos)
    return left->cost_nanos > right->cost_nanos ? -1 : 1;

  return strcmp (left->value, right->value);
}

/* Cost by the values of one key of the answer. */
static GArray *
sum_values (const OutlaySpend *spend, guint key)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (OutlayUnassignedValue));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (values, clear_value);
  for (guint i = 0; i < spend->rows->len; i++)
    {
      const OutlaySpendRow *row = spend->rows->pdata[i];
      const char *text = row->values[key] != NULL ? row->values[key] : "";
      gpointer place;

      if (!g_hash_table_lookup_extended (places, text, NULL, &place))
        {
          OutlayUnassignedValue value = { g_strdup (text), 0 };

          place = GUINT_TO_POINTER (values->len);
          g_hash_table_insert (places, value.value, place);
          g_array_append_val (values, value);
        }

      outlay_nanos_accumulate (&g_array_index (values, OutlayUnassignedValue,
                                               GPOINTER_TO_UINT (place))
                                    .cost_nanos,
                               row->sums.cost_nanos);
    }

  g_array_sort (values, compare_values);
  return values;
}

static OutlayUnassignedField
describe_field (const char *field, const GArray *values)
{
  OutlayUnassignedField described = { g_strdup (field), 0, 0 };

  for (guint i = 0; i < values->len; i++)
    {
      const OutlayUnassignedValue *value = &g_array_index (values, OutlayUnassignedValue, i);

      if (value->value[0] == '\0')
        continue;

      described.n_values++;
      outlay_nanos_accumulate (&described.cost_nanos, value->cost_nanos);
    }

  return described;
}

/* The wanted one; else the first that tells half of it apart; else what tells most. */
static guint
choose_field (const OutlayUnassigned *unassigned, const char *wanted)
{
  guint best = 0;

  for (guint i = 0; i < unassigned->fields->len; i++)
    {
      const OutlayUnassignedField *field =
          &g_array_index (unassigned->fields, OutlayUnassignedField, i);

      if (g_strcmp0 (field->field, wanted) == 0)
        return i;
    }

  for (guint i = 0; i < unassigned->fields->len; i++)
    {
      const OutlayUnassignedField *field =
          &g_array_index (unassigned->fields, OutlayUnassignedField, i);

      if (field->cost_nanos >= unassigned->total_nanos / 2)
        return i;
      if (field->cost_nanos >
          g_array_index (unassigned->fields, OutlayUnassignedField, best).cost_nanos)
        best = i;
    }

  return best;
}

static OutlayUnassigned *
sum_up (const OutlaySpendQuery *query, const OutlaySpend *spend, const char *wanted)
{
  OutlayUnassigned *unassigned = g_new0 (OutlayUnassigned, 1);
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  unassigned->currency = g_strdup (spend->currency);
  unassigned->total_nanos = spend->total.cost_nanos;
  unassigned->fields = g_array_new (FALSE, FALSE, sizeof (OutlayUnassignedField));
  g_array_set_clear_func (unassigned->fields, clear_field);

  for (guint i = 0; i < query->keys->len; i++)
    {
      g_autoptr (GArray) values = sum_values (spend, i);
      OutlayUnassignedField field =
          describe_field (((const OutlaySpendKey *) query->keys->pdata[i])->text, values);

      if (field.n_values > 0)
        {
          g_array_append_val (unassigned->fields, field);
          g_ptr_array_add (sums, g_steal_pointer (&values));
        }
      else
        g_free (field.field);
    }

  if (sums->len > 0)
    {
      guint chosen = choose_field (unassigned, wanted);

      unassigned->field =
          g_strdup (g_array_index (unassigned->fields, OutlayUnassignedField, chosen).field);
      unassigned->values = g_array_ref (sums->pdata[chosen]);
    }
  else
    unassigned->values = g_array_new (FALSE, FALSE, sizeof (OutlayUnassignedValue));

  return unassigned;
}

/**
 * outlay_ledger_unassigned:
 * @ledger: a ledger
 * @field: (nullable): what to tell it apart by; %NULL for what does it best
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the spend of all days that is Unallocated
 */
OutlayUnassigned *
outlay_ledger_unassigned (OutlayLedger *ledger, const char *field, GError **error)
{
  OutlaySpendQuery query = { .from = G_MININT32, .to = G_MAXINT32 };
  g_autoptr (OutlaySpend) spend = NULL;
  OutlayUnassigned *unassigned = NULL;

  query.keys = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_key_free);
  query.filters = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_spend_filter_free);
  spend = ask (ledger, &query, error);
  if (spend != NULL)
    unassigned = sum_up (&query, spend, field);

  g_ptr_array_unref (query.keys);
  g_ptr_array_unref (query.filters);
  return unassigned;
}
