/* undo.c – what edits have changed, noted row by row, to be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The triggers write an entry for each row that changes, with step 0; closing a step
 * gives its number to them. Running the entries of a step backwards fires the same
 * triggers, and what they write then is how to do the step again.
 */

#include "store/undo.h"

#include <glib/gi18n.h>

/* What the user plans. Imports are noted as a whole, by the state of their batch. */
static const char *const tables[] = {
  "setting",  "feature",          "rule",        "rule_match", "budget",
  "use_case", "use_case_feature", "value_input", "outcome",    "cost_item",
};

static const char create_log[] =
    "CREATE TEMP TABLE IF NOT EXISTS undo_step ("
    "  id INTEGER PRIMARY KEY, label TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);"
    "CREATE TEMP TABLE IF NOT EXISTS undo_entry ("
    "  id INTEGER PRIMARY KEY, step INTEGER NOT NULL DEFAULT 0, sql TEXT,"
    "  batch INTEGER NOT NULL DEFAULT 0, undone INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX IF NOT EXISTS temp.undo_entry_step ON undo_entry (step, id);"
    "CREATE TEMP TRIGGER IF NOT EXISTS undo_batch_insert AFTER INSERT ON main.batch BEGIN"
    "  INSERT INTO undo_entry (batch, undone) VALUES (NEW.id, 1); END;"
    "CREATE TEMP TRIGGER IF NOT EXISTS undo_batch_update AFTER UPDATE OF state ON main.batch"
    "  WHEN OLD.state <> NEW.state BEGIN"
    "  INSERT INTO undo_entry (batch, undone) VALUES (NEW.id, OLD.state = 'undone'); END;";

/* SQL expressions of one table, joined over its columns. */
typedef struct
{
  GString *names;   /* a, b */
  GString *values;  /* quote(OLD.a) || ', ' || quote(OLD.b) */
  GString *set;     /* 'a = ' || quote(OLD.a) || ', b = ' || quote(OLD.b) */
  GString *where;   /* 'a IS ' || quote(NEW.a) || ' AND b IS ' || quote(NEW.b) */
  GString *differs; /* OLD.a IS NOT NEW.a OR OLD.b IS NOT NEW.b */
} Columns;

static void
add_column (Columns *columns, const char *name)
{
  gboolean first = columns->names->len == 0;

  g_string_append_printf (columns->names, "%s%s", first ? "" : ", ", name);
  g_string_append_printf (columns->values, "%squote(OLD.%s)", first ? "" : " || ', ' || ", name);
  g_string_append_printf (columns->set, "%s%s = ' || quote(OLD.%s)", first ? "'" : " || ', ", name,
                          name);
  g_string_append_printf (columns->where, "%s%s IS ' || quote(NEW.%s)", first ? "'" : " || ' AND ",
                          name, name);
  g_string_append_printf (columns->differs, "%sOLD.%s IS NOT NEW.%s", first ? "" : " OR ", name,
                          name);
}

static gboolean
create_triggers (OutlayDatabase *database, const char *table, Columns *columns, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "CREATE TEMP TRIGGER IF NOT EXISTS undo_%1$s_insert AFTER INSERT ON main.%1$s BEGIN"
      "  INSERT INTO undo_entry (sql) VALUES ('DELETE FROM %1$s WHERE ' || %2$s); END;"
      "CREATE TEMP TRIGGER IF NOT EXISTS undo_%1$s_update AFTER UPDATE ON main.%1$s"
      "  WHEN %3$s BEGIN"
      "  INSERT INTO undo_entry (sql) VALUES ('UPDATE %1$s SET ' || %4$s || ' WHERE ' || %2$s);"
      " END;"
      "CREATE TEMP TRIGGER IF NOT EXISTS undo_%1$s_delete AFTER DELETE ON main.%1$s BEGIN"
      "  INSERT INTO undo_entry (sql)"
      "  VALUES ('INSERT INTO %1$s (%5$s) VALUES (' || %6$s || ')'); END;",
      table, columns->where->str, columns->differs->str, columns->set->str, columns->names->str,
      columns->values->str);

  return outlay_database_execute (database, sql, error);
}

static gboolean
read_columns (OutlayDatabase *database, const char *table, Columns *columns, GError **error)
{
  static const char select_columns[] = "SELECT name FROM pragma_table_info (?1) ORDER BY cid";
  sqlite3_stmt *statement = outlay_database_statement (database, select_columns, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (TRUE)
    {
      if (!outlay_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      add_column (columns, (const char *) sqlite3_column_text (statement, 0));
    }
}

static gboolean
watch_table (OutlayDatabase *database, const char *table, GError **error)
{
  Columns columns = { g_string_new (NULL), g_string_new (NULL), g_string_new (NULL),
                      g_string_new (NULL), g_string_new (NULL) };
  gboolean done = read_columns (database, table, &columns, error) &&
                  create_triggers (database, table, &columns, error);

  g_string_free (columns.names, TRUE);
  g_string_free (columns.values, TRUE);
  g_string_free (columns.set, TRUE);
  g_string_free (columns.where, TRUE);
  g_string_free (columns.differs, TRUE);
  return done;
}

/**
 * outlay_undo_enable:
 * @database: a database, not in a transaction
 * @error: return location for an #OutlayStoreError
 *
 * From now on, what this connection changes is noted.
 */
gboolean
outlay_undo_enable (OutlayDatabase *database, GError **error)
{
  if (!outlay_database_execute (database, create_log, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!watch_table (database, tables[i], error))
      return FALSE;

  return TRUE;
}

/* With the entries of what is forgotten: numbers of steps come again. */
static gboolean
forget_steps (OutlayDatabase *database, guint n_kept, GError **error)
{
  static const char forget_undone[] = "DELETE FROM undo_step WHERE undone = 1";
  static const char forget_oldest[] =
      "DELETE FROM undo_step WHERE id NOT IN (SELECT id FROM undo_step ORDER BY id DESC LIMIT ?1)";
  static const char forget_entries[] =
      "DELETE FROM undo_entry WHERE step <> 0 AND step NOT IN (SELECT id FROM undo_step)";
  sqlite3_stmt *statement;

  if (!outlay_database_execute (database, forget_undone, error))
    return FALSE;

  statement = outlay_database_statement (database, forget_oldest, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, n_kept);
  return outlay_database_run (database, statement, error) &&
         outlay_database_execute (database, forget_entries, error);
}

static gboolean
take_new_entries (OutlayDatabase *database, gint64 step, GError **error)
{
  static const char update_entries[] = "UPDATE undo_entry SET step = ?1 WHERE step = 0";
  sqlite3_stmt *statement = outlay_database_statement (database, update_entries, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, step);
  return outlay_database_run (database, statement, error);
}

static gboolean
close_step (OutlayDatabase *database, const char *label, guint max_steps, GError **error)
{
  static const char insert_step[] = "INSERT INTO undo_step (label) VALUES (?1)";
  sqlite3_stmt *statement;

  if (!forget_steps (database, max_steps - 1, error))
    return FALSE;

  statement = outlay_database_statement (database, insert_step, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, label, -1, SQLITE_STATIC);
  return outlay_database_run (database, statement, error) &&
         take_new_entries (database, outlay_database_last_id (database), error);
}

static gboolean
count_new (OutlayDatabase *database, gint64 *n_new, GError **error)
{
  return outlay_database_get_int64 (database, "SELECT count(*) FROM undo_entry WHERE step = 0",
                                    n_new, error);
}

/**
 * outlay_undo_close_step:
 * @database: a database
 * @label: what the user has done
 * @max_steps: how many steps are kept, at least 1
 * @error: return location for an #OutlayStoreError
 *
 * Makes one step of all that was noted since the last one, in the transaction or
 * after it. Steps that were undone are forgotten then. Without a change there is no
 * step.
 */
gboolean
outlay_undo_close_step (OutlayDatabase *database,
                        const char *label,
                        guint max_steps,
                        GError **error)
{
  gint64 n_new;

  if (!count_new (database, &n_new, error))
    return FALSE;
  if (n_new == 0)
    return TRUE;

  if (!outlay_database_execute (database, "SAVEPOINT undo_step", error))
    return FALSE;
  if (close_step (database, label, max_steps, error))
    return outlay_database_execute (database, "RELEASE undo_step", error);

  outlay_database_execute (database, "ROLLBACK TO undo_step; RELEASE undo_step", NULL);
  return FALSE;
}

/**
 * outlay_undo_find_step:
 * @database: a database
 * @undone: %TRUE for the next step to do again; %FALSE for the next to undo
 * @step: (out): its number; 0 if there is none
 * @label: (out) (transfer full) (nullable): its label; %NULL if there is none
 * @error: return location for an #OutlayStoreError
 */
gboolean
outlay_undo_find_step (OutlayDatabase *database,
                       gboolean undone,
                       gint64 *step,
                       char **label,
                       GError **error)
{
  static const char select_last[] =
      "SELECT id, label FROM undo_step WHERE undone = 0 ORDER BY id DESC LIMIT 1";
  static const char select_first_undone[] =
      "SELECT id, label FROM undo_step WHERE undone = 1 ORDER BY id LIMIT 1";
  sqlite3_stmt *statement =
      outlay_database_statement (database, undone ? select_first_undone : select_last, error);
  gboolean row;

  if (statement == NULL || !outlay_database_step (database, statement, &row, error))
    return FALSE;

  *step = row ? sqlite3_column_int64 (statement, 0) : 0;
  *label = row ? g_strdup ((const char *) sqlite3_column_text (statement, 1)) : NULL;
  sqlite3_reset (statement);
  return TRUE;
}

static void
free_entry (gpointer data)
{
  OutlayUndoEntry *entry = data;

  g_free (entry->sql);
  g_free (entry);
}

/**
 * outlay_undo_take_entries:
 * @database: a database, in a transaction
 * @step: of outlay_undo_find_step()
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayUndoEntry) (nullable): what changes the
 *   step back, in that order; it is forgotten here
 */
GPtrArray *
outlay_undo_take_entries (OutlayDatabase *database, gint64 step, GError **error)
{
  static const char select_entries[] =
      "SELECT batch, undone, sql FROM undo_entry WHERE step = ?1 ORDER BY id DESC";
  static const char delete_entries[] = "DELETE FROM undo_entry WHERE step = ?1";
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  sqlite3_stmt *statement = outlay_database_statement (database, select_entries, error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, step);
  while (TRUE)
    {
      OutlayUndoEntry *entry;

      if (!outlay_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;

      entry = g_new0 (OutlayUndoEntry, 1);
      entry->batch = sqlite3_column_int64 (statement, 0);
      entry->undone = sqlite3_column_int (statement, 1) != 0;
      entry->sql = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      g_ptr_array_add (entries, entry);
    }

  statement = outlay_database_statement (database, delete_entries, error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, step);
  return outlay_database_run (database, statement, error) ? g_steal_pointer (&entries) : NULL;
}

static gboolean
set_conflict (GError **error)
{
  g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CONFLICT,
                       _ ("Something else has changed what this step would change, perhaps "
                          "another program. Nothing was changed"));
  return FALSE;
}

/**
 * outlay_undo_change_back:
 * @database: a database, in a transaction
 * @entry: an entry with SQL
 * @error: return location for an #OutlayStoreError; %OUTLAY_STORE_ERROR_CONFLICT if
 *   the row is not as the step has left it
 */
gboolean
outlay_undo_change_back (OutlayDatabase *database, const OutlayUndoEntry *entry, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (outlay_database_execute (database, entry->sql, &fault))
    return outlay_database_n_changed (database) == 1 || set_conflict (error);

  if (g_error_matches (fault, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_INVALID))
    return set_conflict (error);

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * outlay_undo_turn_step:
 * @database: a database, in a transaction
 * @step: of outlay_undo_find_step()
 * @undone: what it is now
 * @n_entries: how many entries were run
 * @error: return location for an #OutlayStoreError; %OUTLAY_STORE_ERROR_CONFLICT if
 *   these have changed more than the step had, or less
 *
 * What was noted while the entries ran is how to turn the step again.
 */
gboolean
outlay_undo_turn_step (OutlayDatabase *database,
                       gint64 step,
                       gboolean undone,
                       guint n_entries,
                       GError **error)
{
  static const char turn_step[] = "UPDATE undo_step SET undone = ?2 WHERE id = ?1";
  gint64 n_new;
  sqlite3_stmt *statement;

  if (!count_new (database, &n_new, error))
    return FALSE;
  if (n_new != n_entries)
    return set_conflict (error);

  statement = outlay_database_statement (database, turn_step, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, step);
  sqlite3_bind_int (statement, 2, undone);
  return outlay_database_run (database, statement, error) &&
         take_new_entries (database, step, error);
}
