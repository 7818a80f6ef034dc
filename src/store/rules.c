/* rules.c – the rules by which spend finds its feature, as they are stored
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/rules.h"

static void
free_match (gpointer data)
{
  OutlayRuleMatchRow *match = data;

  g_free (match->tag);
  g_free (match->glob);
  g_free (match);
}

/**
 * outlay_rule_row_new:
 *
 * Returns: (transfer full): a row without matches, of all days
 */
OutlayRuleRow *
outlay_rule_row_new (void)
{
  OutlayRuleRow *row = g_new0 (OutlayRuleRow, 1);

  row->valid_from = G_MININT32;
  row->valid_to = G_MAXINT32;
  row->matches = g_ptr_array_new_with_free_func (free_match);
  return row;
}

/**
 * outlay_rule_row_free:
 * @row: (nullable) (transfer full): a row
 */
void
outlay_rule_row_free (OutlayRuleRow *row)
{
  if (row == NULL)
    return;

  g_ptr_array_unref (row->matches);
  g_free (row);
}

/**
 * outlay_rule_row_add_match:
 * @row: a row
 * @field: number of an OutlayMatchField
 * @tag: (nullable): name of the tag
 * @glob: the pattern
 */
void
outlay_rule_row_add_match (OutlayRuleRow *row, int field, const char *tag, const char *glob)
{
  OutlayRuleMatchRow *match = g_new0 (OutlayRuleMatchRow, 1);

  match->field = field;
  match->tag = g_strdup (tag != NULL ? tag : "");
  match->glob = g_strdup (glob);
  g_ptr_array_add (row->matches, match);
}

/* Beside each other, a row for each match; the columns of the rule repeat. */
static const char select_rules[] =
    "SELECT rule.id, feature, share, priority, valid_from, valid_to, field, tag, glob"
    " FROM rule LEFT JOIN rule_match ON rule_match.rule = rule.id"
    " ORDER BY priority, rule.id, place";

enum
{
  ID,
  FEATURE,
  SHARE,
  PRIORITY,
  VALID_FROM,
  VALID_TO,
  FIELD,
  TAG,
  GLOB
};

static gint32
read_day (sqlite3_stmt *statement, int column, gint32 otherwise)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? otherwise
             : sqlite3_column_int (statement, column);
}

static void
read_rule (sqlite3_stmt *statement, GPtrArray *rows)
{
  OutlayRuleRow *row = rows->len > 0 ? rows->pdata[rows->len - 1] : NULL;

  if (row == NULL || row->id != sqlite3_column_int64 (statement, ID))
    {
      row = outlay_rule_row_new ();
      row->id = sqlite3_column_int64 (statement, ID);
      row->feature = sqlite3_column_int64 (statement, FEATURE);
      row->share = sqlite3_column_int (statement, SHARE);
      row->priority = sqlite3_column_int (statement, PRIORITY);
      row->valid_from = read_day (statement, VALID_FROM, G_MININT32);
      row->valid_to = read_day (statement, VALID_TO, G_MAXINT32);
      g_ptr_array_add (rows, row);
    }

  if (sqlite3_column_type (statement, FIELD) != SQLITE_NULL)
    outlay_rule_row_add_match (row, sqlite3_column_int (statement, FIELD),
                               (const char *) sqlite3_column_text (statement, TAG),
                               (const char *) sqlite3_column_text (statement, GLOB));
}

/**
 * outlay_rules_list:
 * @database: a database
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayRuleRow) (nullable): all, in the
 *   order they are tried
 */
GPtrArray *
outlay_rules_list (OutlayDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_rule_row_free);
  sqlite3_stmt *statement = outlay_database_statement (database, select_rules, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return NULL;

  while (row)
    {
      read_rule (statement, rows);
      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static const char insert_match[] = "INSERT INTO rule_match (rule, place, field, tag, glob)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5)";

static gboolean
add_match (OutlayDatabase *database,
           gint64 rule,
           guint place,
           const OutlayRuleMatchRow *match,
           GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_match, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, rule);
  sqlite3_bind_int64 (statement, 2, place);
  sqlite3_bind_int (statement, 3, match->field);
  sqlite3_bind_text (statement, 4, match->tag, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, match->glob, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error);
}

static const char insert_rule[] =
    "INSERT INTO rule (feature, share, priority, valid_from, valid_to)"
    " VALUES (?1, ?2, ?3, ?4, ?5)";

/**
 * outlay_rules_add:
 * @database: a database, in a transaction
 * @row: what to add; its id is not read
 * @id: (out): its id
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_rules_add (OutlayDatabase *database, const OutlayRuleRow *row, gint64 *id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, insert_rule, error);
  gint64 rule;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, row->feature);
  sqlite3_bind_int (statement, 2, row->share);
  sqlite3_bind_int (statement, 3, row->priority);
  if (row->valid_from != G_MININT32)
    sqlite3_bind_int (statement, 4, row->valid_from);
  if (row->valid_to != G_MAXINT32)
    sqlite3_bind_int (statement, 5, row->valid_to);
  if (!outlay_database_run (database, statement, error))
    return FALSE;

  rule = outlay_database_last_id (database);
  for (guint i = 0; i < row->matches->len; i++)
    if (!add_match (database, rule, i, row->matches->pdata[i], error))
      return FALSE;

  *id = rule;
  return TRUE;
}

static const char delete_rule[] = "DELETE FROM rule WHERE id = ?1";

/**
 * outlay_rules_remove:
 * @database: a database
 * @id: of a rule
 * @error: return location for an #OutlayStoreError
 *
 * Removes it and its matches. outlay_database_n_changed() says whether it was there.
 */
gboolean
outlay_rules_remove (OutlayDatabase *database, gint64 id, GError **error)
{
  sqlite3_stmt *statement = outlay_database_statement (database, delete_rule, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  return outlay_database_run (database, statement, error);
}
