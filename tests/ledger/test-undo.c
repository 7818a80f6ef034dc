/* test-undo.c – edits taken back and brought back, to the last row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "ledger/budgets.h"
#include "ledger/cost-items.h"
#include "ledger/feature.h"
#include "ledger/import.h"
#include "ledger/ledger-private.h"
#include "ledger/outcomes.h"
#include "ledger/rules.h"
#include "ledger/settings.h"
#include "ledger/undo.h"
#include "ledger/use-cases.h"

#include <string.h>

#define N_EDITS 60
#define MAX_TRIES 2000

static const char usage_csv[] = "start_time,end_time,project_id,num_model_requests,model,"
                                "input_tokens,output_tokens,input_cached_tokens\n"
                                "1767225600,1767312000,proj_A,3,gpt-4o,1000,100,0\n"
                                "1767312000,1767398400,proj_B,5,gpt-4o,2000,200,500\n";

/* Every row of every table of the file, as text. */
static char *
dump (OutlayLedger *ledger)
{
  sqlite3 *handle = outlay_database_handle (ledger->database);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (sqlite3_stmt) tables = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT name FROM main.sqlite_schema WHERE type = 'table' "
                                       "ORDER BY name",
                                       -1, &tables, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM main.%s ORDER BY 1, 2", table);
      g_autoptr (sqlite3_stmt) rows = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL), ==, SQLITE_OK);
      while (sqlite3_step (rows) == SQLITE_ROW)
        {
          g_string_append (text, table);
          for (int i = 0; i < sqlite3_column_count (rows); i++)
            {
              const char *value = (const char *) sqlite3_column_text (rows, i);

              g_string_append_printf (text, "|%s", value != NULL ? value : "NULL");
            }
          g_string_append_c (text, '\n');
        }
    }

  return g_strdup (text->str);
}

static void
enable (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  outlay_ledger_enable_undo (fixture->ledger, &error);
  g_assert_no_error (error);
}

static void
assert_undone (OutlayLedger *ledger, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  outlay_ledger_undo (ledger, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, label);
}

static void
assert_redone (OutlayLedger *ledger, const char *label)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *redone = NULL;

  outlay_ledger_redo (ledger, &redone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (redone, ==, label);
}

static const char *
pick_feature (void)
{
  static const char *const names[] = { "A", "B", "C", "D'", "É", "F%|\"" };

  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static const char *
pick_use_case (void)
{
  static const char *const names[] = { "U", "V", "W" };

  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static gboolean
add_feature (OutlayLedger *ledger, const char *name, GError **error)
{
  OutlayFeatureFields fields = { .name = name };

  return outlay_ledger_add_feature (ledger, &fields, error);
}

static gboolean
set_budget (OutlayLedger *ledger, const char *feature, gint64 amount_nanos, GError **error)
{
  OutlayBudgetPlan plan = {
    .feature = (char *) feature, .from_month = 680, .to_month = 682, .amount_nanos = amount_nanos
  };

  return outlay_ledger_set_budget (ledger, &plan, error);
}

static gboolean
add_rule (OutlayLedger *ledger, const char *feature, GError **error)
{
  char *matches[] = { (char *) "project=it's*", (char *) "model=gpt-*", NULL };
  OutlayLedgerRule rule = { .feature = (char *) feature,
                            .share = g_test_rand_int_range (1, 300000),
                            .priority = g_test_rand_int_range (0, 3),
                            .valid_from = G_MININT32,
                            .valid_to = G_MAXINT32,
                            .matches = matches };
  gint64 id;

  return outlay_ledger_add_rule (ledger, &rule, &id, error);
}

static gboolean
add_use_case (OutlayLedger *ledger, GError **error)
{
  OutlayUseCasePart part = { pick_feature (), 400000 };

  return outlay_ledger_add_use_case (ledger, pick_use_case (), &part, 1, error);
}

static gboolean
set_value (OutlayLedger *ledger, GError **error)
{
  OutlayValueModel model = { .method = OUTLAY_VALUE_FIXED };

  model.input[OUTLAY_VALUE_AMOUNT] =
      (OutlayRange){ .given = TRUE, .likely_micros = g_test_rand_int_range (1, 9) };
  return outlay_ledger_set_value (ledger, pick_use_case (), &model, error);
}

static gboolean
import_outcomes (OutlayLedger *ledger, GError **error)
{
  g_autofree char *text =
      g_strdup_printf ("date,count\n2026-01-0%d,7\n2026-01-0%d,9\n", g_test_rand_int_range (1, 4),
                       g_test_rand_int_range (4, 9));
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  OutlayOutcomesResult result;

  return outlay_ledger_import_outcomes (ledger, pick_use_case (), text, strlen (text), &result,
                                        faults, error);
}

static gboolean
add_cost_item (OutlayLedger *ledger, GError **error)
{
  OutlayCostEntry entry = { .use_case = (char *) pick_use_case (),
                            .share = OUTLAY_COST_DIRECT,
                            .name = (char *) "Vector database",
                            .amount_nanos = g_test_rand_int_range (1, 1000),
                            .n_months = 1,
                            .from_month = 680,
                            .to_month = G_MAXINT32 };
  gint64 id;

  return outlay_ledger_add_cost_item (ledger, &entry, &id, error);
}

static gboolean
edit_feature (OutlayLedger *ledger, GError **error)
{
  OutlayFeatureFields fields = { .parent = pick_feature (), .owner = pick_feature () };

  if (g_test_rand_bit ())
    fields.name = pick_feature ();
  return outlay_ledger_edit_feature (ledger, pick_feature (), &fields, error);
}

static gboolean
run_random_command (OutlayLedger *ledger, GError **error)
{
  switch (g_test_rand_int_range (0, 14))
    {
    case 0:
    case 1:
      return add_feature (ledger, pick_feature (), error);
    case 2:
      return edit_feature (ledger, error);
    case 3:
      return outlay_ledger_remove_feature (ledger, pick_feature (), error);
    case 4:
      return set_budget (ledger, pick_feature (), g_test_rand_int_range (0, 1000), error);
    case 5:
      return outlay_ledger_remove_budget (ledger, pick_feature (), 681, error);
    case 6:
      return add_rule (ledger, pick_feature (), error);
    case 7:
      return outlay_ledger_remove_rule (ledger, g_test_rand_int_range (1, 6), error);
    case 8:
      return add_use_case (ledger, error);
    case 9:
      return g_test_rand_bit () ? outlay_ledger_remove_use_case (ledger, pick_use_case (), error)
                                : set_value (ledger, error);
    case 10:
      return import_outcomes (ledger, error);
    case 11:
      return add_cost_item (ledger, error);
    case 12:
      return outlay_ledger_remove_cost_item (ledger, g_test_rand_int_range (1, 6), error);
    default:
      return outlay_ledger_set_setting (ledger, OUTLAY_SETTING_ORGANISATION, pick_feature (),
                                        error);
    }
}

/* An edit of one to three commands; one that fails takes the others with it. */
static gboolean
make_random_edit (OutlayLedger *ledger, const char *label)
{
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  for (int n = g_test_rand_int_range (1, 4); done && n > 0; n--)
    done = run_random_command (ledger, &error);
  return outlay_ledger_end_edit (ledger, label, done, done ? &error : NULL);
}

static void
assert_state (OutlayLedger *ledger, const char *expected)
{
  g_autofree char *state = dump (ledger);

  g_assert_cmpstr (state, ==, expected);
}

/* The states that a user could go back and forth between, and how each came about. */
typedef struct
{
  GPtrArray *states; /* [0] is the beginning */
  GPtrArray *labels; /* [0] is none */
  guint at;
  guint n_tries;
} History;

static void
edit_and_note (OutlayLedger *ledger, History *history)
{
  g_autofree char *label = g_strdup_printf ("%u", ++history->n_tries);
  g_autofree char *newest = NULL;
  g_autofree char *state = NULL;

  make_random_edit (ledger, label);
  state = dump (ledger);
  outlay_ledger_can_undo (ledger, &newest);
  if (g_strcmp0 (newest, label) != 0)
    {
      /* It has failed, or there was nothing to change. */
      g_assert_cmpstr (state, ==, history->states->pdata[history->at]);
      return;
    }

  g_ptr_array_set_size (history->states, (int) ++history->at);
  g_ptr_array_set_size (history->labels, (int) history->at);
  g_ptr_array_add (history->states, g_steal_pointer (&state));
  g_ptr_array_add (history->labels, g_steal_pointer (&label));
}

static void
undo_one (OutlayLedger *ledger, History *history)
{
  assert_undone (ledger, history->labels->pdata[history->at]);
  assert_state (ledger, history->states->pdata[--history->at]);
}

static void
redo_one (OutlayLedger *ledger, History *history)
{
  assert_redone (ledger, history->labels->pdata[++history->at]);
  assert_state (ledger, history->states->pdata[history->at]);
}

static void
test_random_edits (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture->ledger;
  History history = { .states = g_ptr_array_new_with_free_func (g_free),
                      .labels = g_ptr_array_new_with_free_func (g_free) };

  enable (fixture);
  g_ptr_array_add (history.states, dump (ledger));
  g_ptr_array_add (history.labels, NULL);
  for (guint i = 0; i < MAX_TRIES && history.at < N_EDITS; i++)
    edit_and_note (ledger, &history);
  g_assert_cmpuint (history.at, ==, N_EDITS);

  while (history.at > 0)
    undo_one (ledger, &history);
  g_assert_false (outlay_ledger_can_undo (ledger, NULL));
  while (history.at + 1 < history.states->len)
    redo_one (ledger, &history);
  g_assert_false (outlay_ledger_can_redo (ledger, NULL));

  for (guint i = 0; i < 2 * N_EDITS; i++)
    {
      int dice = g_test_rand_int_range (0, 5);

      if (dice < 2 && history.at > 0)
        undo_one (ledger, &history);
      else if (dice == 2 && history.at + 1 < history.states->len)
        redo_one (ledger, &history);
      else if (history.at + 1 < OUTLAY_MAX_STEPS)
        edit_and_note (ledger, &history);
    }

  g_ptr_array_unref (history.states);
  g_ptr_array_unref (history.labels);
}

static void
test_new_edit_ends_redo (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture->ledger;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  enable (fixture);
  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (
      outlay_ledger_end_edit (ledger, "Add A", add_feature (ledger, "A", &error), &error));
  assert_undone (ledger, "Add A");
  g_assert_true (outlay_ledger_can_redo (ledger, &label));
  g_assert_cmpstr (label, ==, "Add A");

  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (outlay_ledger_end_edit (ledger, "Nothing", TRUE, &error));
  g_assert_true (outlay_ledger_can_redo (ledger, NULL));

  g_assert_true (add_feature (ledger, "B", &error));
  g_assert_true (outlay_ledger_close_step (ledger, "Add B", &error));
  g_assert_false (outlay_ledger_can_redo (ledger, NULL));
  g_assert_false (outlay_ledger_redo (ledger, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  assert_undone (ledger, "Add B");
}

static void
test_edit_is_whole (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture->ledger;
  g_autofree char *before = dump (ledger);
  g_autoptr (GError) error = NULL;

  enable (fixture);
  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (add_feature (ledger, "A", &error));
  g_assert_false (add_feature (ledger, "A", NULL));
  g_assert_false (outlay_ledger_end_edit (ledger, "Add twice", FALSE, &error));
  assert_state (ledger, before);
  g_assert_false (outlay_ledger_can_undo (ledger, NULL));

  /* What a failed command leaves is nothing; the edit may go on without it. */
  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (add_feature (ledger, "A", &error));
  g_assert_false (add_feature (ledger, "A", NULL));
  g_assert_true (set_budget (ledger, "A", 5, &error));
  g_assert_true (outlay_ledger_end_edit (ledger, "Add A", TRUE, &error));
  assert_undone (ledger, "Add A");
  assert_state (ledger, before);
}

/* SQLite gives up a whole transaction where it is interrupted. */
static void
test_edit_is_given_up (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture->ledger;
  g_autofree char *before = dump (ledger);
  g_autoptr (GError) error = NULL;

  enable (fixture);
  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (add_feature (ledger, "A", &error));
  g_assert_true (outlay_database_execute (ledger->database, "ROLLBACK", &error));
  g_assert_false (outlay_ledger_end_edit (ledger, "Add A", TRUE, &error));
  g_assert_nonnull (error);
  assert_state (ledger, before);
  g_assert_false (outlay_ledger_can_undo (ledger, NULL));

  g_clear_error (&error);
  g_assert_true (outlay_ledger_begin_edit (ledger, &error));
  g_assert_true (
      outlay_ledger_end_edit (ledger, "Add A", add_feature (ledger, "A", &error), &error));
  assert_undone (ledger, "Add A");
}

static void
test_steps_are_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *oldest = NULL;

  enable (fixture);
  for (int i = 0; i < OUTLAY_MAX_STEPS + 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("F%d", i);

      if (i == 5)
        oldest = dump (fixture->ledger);
      g_assert_true (add_feature (fixture->ledger, name, &error));
      g_assert_true (outlay_ledger_close_step (fixture->ledger, name, &error));
    }

  for (int i = 0; i < OUTLAY_MAX_STEPS; i++)
    g_assert_true (outlay_ledger_undo (fixture->ledger, NULL, &error));
  g_assert_false (outlay_ledger_can_undo (fixture->ledger, NULL));
  assert_state (fixture->ledger, oldest);
}

static OutlayLedger *
open_other (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "outlay.db", NULL);
  g_autoptr (GError) error = NULL;
  OutlayLedger *other = outlay_ledger_open (path, &error);

  g_assert_no_error (error);
  return other;
}

static gboolean
remove_a (OutlayLedger *other, GError **error)
{
  return outlay_ledger_remove_feature (other, "A", error);
}

static gboolean
rule_a (OutlayLedger *other, GError **error)
{
  return add_rule (other, "A", error);
}

static gboolean
own_a (OutlayLedger *other, GError **error)
{
  OutlayFeatureFields fields = { .owner = "Ann" };

  return outlay_ledger_edit_feature (other, "A", &fields, error);
}

static gboolean
add_b (OutlayLedger *other, GError **error)
{
  return add_feature (other, "B", error);
}

static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean (*other) (OutlayLedger *other, GError **error);
    gboolean conflict;
  } cases[] = { { add_b, FALSE }, { own_a, TRUE }, { rule_a, TRUE }, { remove_a, TRUE } };

  enable (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayLedger) other = open_other (fixture);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (add_feature (fixture->ledger, "A", &error));
      g_assert_true (outlay_ledger_close_step (fixture->ledger, "Add A", &error));
      g_assert_true (cases[i].other (other, &error));
      before = dump (fixture->ledger);
      g_assert_true (outlay_ledger_undo (fixture->ledger, NULL, &error) != cases[i].conflict);
      if (!cases[i].conflict)
        continue;

      g_assert_error (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "Add A"));
      assert_state (fixture->ledger, before);
      g_assert_true (outlay_ledger_can_undo (fixture->ledger, NULL));

      g_clear_error (&error);
      outlay_ledger_remove_feature (fixture->ledger, "A", NULL);
      g_assert_true (outlay_ledger_close_step (fixture->ledger, "Tidy", &error));
    }
}

static GPtrArray *
import_bytes (OutlayLedger *ledger, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  OutlayImportFile file = { .path = "usage.csv", .bytes = bytes };
  OutlayImportRequest request = { .files = &file, .n_files = 1 };
  g_autoptr (GError) error = NULL;
  GPtrArray *results = outlay_ledger_import (ledger, &request, &error);

  g_assert_no_error (error);
  g_assert_no_error (((OutlayImported *) results->pdata[0])->error);
  return results;
}

static gint64
count_requests (OutlayLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlaySnapshot) snapshot = outlay_ledger_snapshot (ledger, &error);
  gint64 n_requests = 0;

  g_assert_no_error (error);
  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    n_requests += snapshot->cube.cells[i].usage.count[OUTLAY_REQUESTS];
  return n_requests;
}

static void
test_imports_are_steps (Fixture *fixture, gconstpointer data)
{
  OutlayLedger *ledger = fixture->ledger;
  g_autoptr (GPtrArray) results = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  enable (fixture);
  g_assert_true (add_feature (ledger, "A", &error));
  g_assert_true (outlay_ledger_close_step (ledger, "Add A", &error));
  results = import_bytes (ledger, usage_csv);
  g_assert_true (outlay_ledger_close_step (ledger, "Import", &error));
  g_assert_cmpint (count_requests (ledger), ==, 8);

  /* The same bytes change nothing, and are no step. */
  again = import_bytes (ledger, usage_csv);
  g_assert_true (outlay_ledger_close_step (ledger, "Again", &error));

  assert_undone (ledger, "Import");
  g_assert_cmpint (count_requests (ledger), ==, 0);
  assert_redone (ledger, "Import");
  g_assert_cmpint (count_requests (ledger), ==, 8);

  g_assert_true (
      outlay_ledger_undo_import (ledger, ((OutlayImported *) results->pdata[0])->batch, &error));
  g_assert_true (outlay_ledger_close_step (ledger, "Remove Import", &error));
  g_assert_cmpint (count_requests (ledger), ==, 0);
  assert_undone (ledger, "Remove Import");
  g_assert_cmpint (count_requests (ledger), ==, 8);
  assert_undone (ledger, "Import");
  assert_undone (ledger, "Add A");
  g_assert_cmpint (count_requests (ledger), ==, 0);
}

/* A new table of plans has to be watched, and one of imports to be named here. */
static void
test_no_table_is_forgotten (Fixture *fixture, gconstpointer data)
{
  static const char select_unwatched[] =
      "SELECT group_concat(name) FROM (SELECT name FROM main.sqlite_schema WHERE type = 'table'"
      " AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT tbl_name FROM temp.sqlite_schema"
      " WHERE type = 'trigger') AND name NOT IN ('account', 'stream', 'batch_amount',"
      " 'batch_note', 'reject', 'dimension', 'series', 'fact', 'event', 'cover', 'span', 'part', "
      "'daily',"
      " 'settled') ORDER BY name)";
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  enable (fixture);
  statement = outlay_database_statement (fixture->ledger->database, select_unwatched, &error);
  g_assert_no_error (error);
  g_assert_true (outlay_database_step (fixture->ledger->database, statement, &row, &error));
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, NULL);
}

static void
test_file_holds_no_trace (Fixture *fixture, gconstpointer data)
{
  static const char count_schema[] = "SELECT count(*) FROM sqlite_schema";
  g_autoptr (OutlayLedger) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  g_assert_true (
      outlay_database_get_int64 (fixture->ledger->database, count_schema, &before, &error));
  enable (fixture);
  g_assert_true (add_feature (fixture->ledger, "A", &error));
  g_assert_true (outlay_ledger_close_step (fixture->ledger, "Add A", &error));

  other = open_other (fixture);
  g_assert_true (outlay_database_get_int64 (other->database, count_schema, &after, &error));
  g_assert_cmpint (after, ==, before);
  g_assert_false (outlay_ledger_can_undo (other, NULL));
  g_assert_false (outlay_ledger_undo (other, NULL, &error));
  g_assert_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
}

#define ADD(name, test) g_test_add ("/ledger/undo/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("random-edits", test_random_edits);
  ADD ("new-edit-ends-redo", test_new_edit_ends_redo);
  ADD ("edit-is-whole", test_edit_is_whole);
  ADD ("edit-is-given-up", test_edit_is_given_up);
  ADD ("steps-are-bounded", test_steps_are_bounded);
  ADD ("other-program", test_other_program);
  ADD ("imports-are-steps", test_imports_are_steps);
  ADD ("no-table-is-forgotten", test_no_table_is_forgotten);
  ADD ("file-holds-no-trace", test_file_holds_no_trace);

  return g_test_run ();
}
