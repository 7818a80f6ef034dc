/* test-reviews.c – changes of rules and imports, looked at before they are made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"
#include "ledger/feature.h"
#include "ledger/review.h"
#include "ledger/rule-change.h"
#include "ledger/unassigned.h"

#define HEADER "usage_date_utc,model,workspace,api_key,usage_type,token_type,cost_usd\n"
#define NAME "cost.csv"

static const char first_text[] =
    HEADER "2026-03-30,Claude Opus 5,Default,search-prod,message,output,8.00\n"
           "2026-04-01,Claude Opus 5,Default,search-prod,message,output,4.00\n"
           "2026-04-01,Claude Opus 5,Default,shared,message,output,10.00\n";

static const char second_text[] =
    HEADER "2026-03-30,Claude Opus 5,Default,search-prod,message,output,8.00\n"
           "2026-04-01,Claude Opus 5,Default,search-prod,message,output,4.00\n"
           "2026-04-01,Claude Opus 5,Default,shared,message,output,11.50\n"
           "2026-04-32,Claude Opus 5,Default,shared,message,output,1.00\n"
           "2026-04-02,Claude Opus 5,Default,shared,message,output,2.00\n";

static OutlayImportFile
give (const char *text)
{
  return (OutlayImportFile){ NAME, g_bytes_new_static (text, strlen (text)) };
}

static gint64
import (Fixture *fixture, const char *text)
{
  OutlayImportFile file = give (text);
  const OutlayImportRequest request = { .files = &file, .n_files = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results =
      outlay_ledger_import_together (fixture->ledger, &request, 1, &error);
  const OutlayImported *imported;

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  imported = results->pdata[0];
  g_assert_no_error (imported->error);
  g_bytes_unref (file.bytes);
  return imported->batch;
}

static void
set_up_spend (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  outlay_ledger_set_day (fixture->ledger, 20545); /* 2 April 2026 */
  import (fixture, first_text);
}

static void
add (OutlayRuleChange *change, const char *feature, int percent, const char *match)
{
  const char *matches[] = { match, NULL };

  outlay_rule_change_add (change, NULL, feature, percent * 10000, matches);
}

static void
check_effect (GArray *effects, guint i, gint32 month, const char *feature, gint64 cents)
{
  const OutlayRuleEffect *effect = &g_array_index (effects, OutlayRuleEffect, i);

  g_assert_cmpint (effect->month, ==, month);
  g_assert_cmpstr (effect->feature, ==, feature);
  g_assert_cmpint (effect->after_nanos - effect->before_nanos, ==, cents * 10000000);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayRuleChange) change = outlay_rule_change_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) effects = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (OutlaySnapshot) after = NULL;

  add (change, "Search", 100, "key=search-*");
  add (change, "Chat", 60, "key=shared");
  effects = outlay_ledger_preview_rules (fixture->ledger, change, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (effects->len, ==, 5);
  check_effect (effects, 0, 675, "Chat", 600); /* April 2026 */
  check_effect (effects, 1, 675, "Search", 400);
  check_effect (effects, 2, 675, OUTLAY_UNALLOCATED, -1000);
  check_effect (effects, 3, 674, "Search", 800);
  check_effect (effects, 4, 674, OUTLAY_UNALLOCATED, -800);

  /* Nothing of it stays. */
  rules = outlay_ledger_list_rules (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 0);
  after = outlay_ledger_snapshot (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->n_features, ==, 1);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayRuleChange) first = outlay_rule_change_new ();
  g_autoptr (OutlayRuleChange) second = outlay_rule_change_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GArray) effects = NULL;

  add (first, "Chat", 60, "key=shared");
  add (first, "Search", 40, "key=shared");
  g_assert_true (outlay_ledger_change_rules (fixture->ledger, first, &error));
  g_assert_no_error (error);

  /* The new shares fit only because the old ones go first. */
  rules = outlay_ledger_list_rules (fixture->ledger, &error);
  g_assert_cmpuint (rules->len, ==, 2);
  for (guint i = 0; i < rules->len; i++)
    g_array_append_val (second->removed, ((OutlayLedgerRule *) rules->pdata[i])->id);
  add (second, "Chat", 30, "key=shared");
  add (second, "Search", 70, "key=shared");
  effects = outlay_ledger_preview_rules (fixture->ledger, second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (effects->len, ==, 2);
  check_effect (effects, 0, 675, "Search", 300);
  check_effect (effects, 1, 675, "Chat", -300);
}

static void
check_value (GArray *values, guint i, const char *value, gint64 cents)
{
  const OutlayUnassignedValue *found = &g_array_index (values, OutlayUnassignedValue, i);

  g_assert_cmpstr (found->value, ==, value);
  g_assert_cmpint (found->cost_nanos, ==, cents * 10000000);
}

static void
test_unassigned (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayRuleChange) change = outlay_rule_change_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayUnassigned) all = outlay_ledger_unassigned (fixture->ledger, NULL, &error);
  g_autoptr (OutlayUnassigned) rest = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (all->total_nanos, ==, G_GINT64_CONSTANT (22000000000));
  g_assert_cmpstr (all->field, ==, "key"); /* of those that tell it apart, the first */
  g_assert_cmpuint (all->values->len, ==, 2);
  check_value (all->values, 0, "search-prod", 1200);
  check_value (all->values, 1, "shared", 1000);

  add (change, "Search", 100, "key=search-*");
  add (change, "Chat", 40, "key=shared");
  g_assert_true (outlay_ledger_change_rules (fixture->ledger, change, &error));
  rest = outlay_ledger_unassigned (fixture->ledger, "project", &error);
  g_assert_no_error (error);
  g_assert_cmpint (rest->total_nanos, ==, G_GINT64_CONSTANT (6000000000));
  g_assert_cmpstr (rest->field, ==, "project");
  check_value (rest->values, 0, "Default", 600);
}

static void
test_refusal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayRuleChange) change = outlay_rule_change_new ();
  g_autoptr (OutlaySnapshot) plans = NULL;
  g_autoptr (GError) error = NULL;

  add (change, "Chat", 60, "key=shared");
  add (change, "Search", 50, "key=shared");
  g_assert_false (outlay_ledger_change_rules (fixture->ledger, change, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (outlay_ledger_preview_rules (fixture->ledger, change, &error));
  g_assert_nonnull (error);

  plans = read_plans (fixture);
  g_assert_cmpuint (plans->n_features, ==, 1);
}

static void
test_review (Fixture *fixture, gconstpointer data)
{
  OutlayImportFile files[] = { give (second_text), give (first_text), give ("a,b\n1,2\n") };
  const OutlayImportRequest request = { .files = files, .n_files = G_N_ELEMENTS (files) };
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayReview) review =
      outlay_ledger_review_import (fixture->ledger, &request, 1, &error);
  g_autoptr (GPtrArray) imports = NULL;
  const OutlayReviewedFile *file;
  const OutlayReviewedMonth *month;

  g_assert_no_error (error);
  g_assert_cmpuint (review->files->len, ==, 3);
  file = review->files->pdata[0];
  g_assert_no_error (file->imported->error);
  g_assert_cmpint (file->imported->batch, ==, 0);
  g_assert_false (file->known);
  g_assert_cmpint (file->imported->new_rows, ==, 1);
  g_assert_cmpint (file->imported->changed_rows, ==, 1);
  g_assert_cmpint (file->imported->duplicate_rows, ==, 2);
  g_assert_cmpint (file->imported->rejected_rows, ==, 1);
  g_assert_cmpuint (file->rejected->len, ==, 1);
  g_assert_cmpint (((OutlayRejectedRow *) file->rejected->pdata[0])->line, ==, 5);

  file = review->files->pdata[1];
  g_assert_true (file->known);
  g_assert_cmpint (file->imported->duplicate_rows, ==, 3);
  file = review->files->pdata[2];
  g_assert_nonnull (file->imported->error);
  g_assert_true (file->unknown_format);

  g_assert_cmpuint (review->months->len, ==, 1);
  month = &g_array_index (review->months, OutlayReviewedMonth, 0);
  g_assert_cmpint (month->month, ==, 675);
  g_assert_cmpint (month->before_nanos, ==, G_GINT64_CONSTANT (14000000000));
  g_assert_cmpint (month->after_nanos, ==, G_GINT64_CONSTANT (17500000000));

  imports = outlay_ledger_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_bytes_unref (files[i].bytes);
}

static void
cancel (const char *path, goffset n_bytes, gpointer data)
{
  g_cancellable_cancel (data);
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) large = g_string_new (HEADER);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  OutlayImportFile files[2] = { give (second_text), { NAME, NULL } };
  const OutlayImportRequest request = { .files = files,
                                        .n_files = 2,
                                        .cancellable = cancellable,
                                        .progress = cancel,
                                        .user_data = cancellable };

  for (int i = 0; i < 5000; i++)
    g_string_append (large, "2026-04-01,Claude Opus 5,Default,large,message,output,0.01\n");
  files[1].bytes = g_bytes_new_static (large->str, large->len);

  g_assert_null (outlay_ledger_import_together (fixture->ledger, &request, 1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (outlay_ledger_review_import (fixture->ledger, &request, 1, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* Neither the second file, nor the first, which had come to its end. */
  imports = outlay_ledger_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 1);
  for (guint i = 0; i < 2; i++)
    g_bytes_unref (files[i].bytes);
}

static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) before = outlay_ledger_replaced_imports (fixture->ledger, &error);
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) undone = NULL;
  gint64 second;

  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, 0);

  second = import (fixture, second_text);
  after = outlay_ledger_replaced_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpint (g_array_index (after, gint64, 0), ==, second - 1);

  g_assert_true (outlay_ledger_undo_import (fixture->ledger, second, &error));
  undone = outlay_ledger_replaced_imports (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ledger/rules/preview", Fixture, NULL, set_up_spend, test_preview, tear_down);
  g_test_add ("/ledger/rules/change", Fixture, NULL, set_up_spend, test_change, tear_down);
  g_test_add ("/ledger/rules/unassigned", Fixture, NULL, set_up_spend, test_unassigned, tear_down);
  g_test_add ("/ledger/rules/refusal", Fixture, NULL, set_up_spend, test_refusal, tear_down);
  g_test_add ("/ledger/import/review", Fixture, NULL, set_up_spend, test_review, tear_down);
  g_test_add ("/ledger/import/stop", Fixture, NULL, set_up_spend, test_stop, tear_down);
  g_test_add ("/ledger/import/replaced", Fixture, NULL, set_up_spend, test_replaced, tear_down);
  return g_test_run ();
}
