/* test-drivers.c – why spend moved, of a store
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"
#include "ledger/drivers.h"
#include "ledger/feature.h"
#include "ledger/rules.h"

#define OCTOBER 669 /* of 2025, in months since 1970 */
#define NOVEMBER 670
#define HEADER                                                                                     \
  "start_time,end_time,project_id,num_model_requests,model,input_tokens,input_cached_tokens,"      \
  "output_tokens\n"

/* A dollar of input is 400,000 tokens of this model, 800,000 if cached; of output 100,000. */
static const char usage[] =
    HEADER "1759363200,1759449600,search,100,gpt-4o-2024-08-06,400000,0,100000\n" /* 2 October */
           "1759363200,1759449600,chat,10,gpt-4o-2024-08-06,400000,0,0\n"         /* 2 October */
           "1761782400,1761868800,chat,10,gpt-4o-2024-08-06,400000,0,0\n"         /* 30 October */
           "1759622400,1759708800,old,10,gpt-4o-2024-08-06,800000,0,0\n"          /* 5 October */
           "1762041600,1762128000,search,200,gpt-4o-2024-08-06,800000,0,200000\n" /* 2 November */
           "1762128000,1762214400,chat,10,gpt-4o-2024-08-06,800000,800000,0\n"    /* 3 November */
           "1762646400,1762732800,new,10,gpt-4o-2024-08-06,1200000,0,0\n"         /* 9 November */
           "1764374400,1764460800,search,5,gpt-4o-2024-08-06,4000000,0,0\n";      /* 29 November */

static void
add_feature (Fixture *fixture, const char *name, const char *project, const char *parent)
{
  g_autofree char *match = g_strconcat ("project=", project, NULL);
  char *matches[] = { match, NULL };
  const OutlayFeatureFields fields = { .name = name, .parent = parent };
  OutlayLedgerRule rule = { .feature = (char *) name,
                            .share = 1000000,
                            .valid_from = G_MININT32,
                            .valid_to = G_MAXINT32,
                            .matches = matches };
  g_autoptr (GError) error = NULL;
  gint64 id;

  outlay_ledger_add_feature (fixture->ledger, &fields, &error);
  g_assert_no_error (error);
  outlay_ledger_add_rule (fixture->ledger, &rule, &id, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *fixture)
{
  add_feature (fixture, "Search", "search", NULL);
  add_feature (fixture, "Chat", "chat", "Search");
  add_feature (fixture, "Old", "old", NULL);
  add_feature (fixture, "New", "new", NULL);
  take_in (fixture, "usage.csv", usage);
}

static void
assert_terms (const OutlayMove *move, const gint64 expected[OUTLAY_N_DRIVERS])
{
  gint64 sum = 0;

  for (guint i = 0; i < OUTLAY_N_DRIVERS; i++)
    {
      sum += move->drivers.term_nanos[i];
      if (ABS (move->drivers.term_nanos[i] - expected[i]) > 1)
        g_error ("%s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, outlay_driver_to_string (i),
                 move->drivers.term_nanos[i], expected[i]);
    }

  g_assert_cmpint (sum, ==, move->drivers.after_nanos - move->drivers.before_nanos);
}

static OutlayMove *
ask (Fixture *fixture, const char *feature)
{
  g_autoptr (GError) error = NULL;
  OutlayMove *move = outlay_ledger_drivers (fixture->ledger, OCTOBER, NOVEMBER, feature, &error);

  g_assert_no_error (error);
  return move;
}

/* The later month is not over: of both the days to the ninth. */
static void
test_equal_days (Fixture *fixture, gconstpointer data)
{
  const gint64 all[OUTLAY_N_DRIVERS] = {
    [OUTLAY_DRIVER_VOLUME] = CENTS (200),
    [OUTLAY_DRIVER_CONTEXT] = 693147181,
    [OUTLAY_DRIVER_CACHING] = -693147181,
    [OUTLAY_DRIVER_NEW_FEATURES] = CENTS (300),
    [OUTLAY_DRIVER_RETIRED_FEATURES] = -CENTS (200),
  };
  g_autoptr (OutlayMove) move = NULL;

  fill (fixture);
  outlay_ledger_set_day (fixture->ledger, 20401); /* 9 November 2025 */
  move = ask (fixture, NULL);
  g_assert_cmpint (move->n_days, ==, 9);
  g_assert_cmpint (move->to[0] - move->from[0], ==, 8);
  g_assert_cmpint (move->drivers.before_nanos, ==, CENTS (500));
  g_assert_cmpint (move->drivers.after_nanos, ==, CENTS (800));
  g_assert_false (move->drivers.by_tokens);
  g_assert_cmpint (move->drivers.term_nanos[OUTLAY_DRIVER_NEW_FEATURES], ==, CENTS (300));
  assert_terms (move, all);
}

static void
test_whole_months (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayMove) move = NULL;

  fill (fixture);
  move = ask (fixture, NULL);
  g_assert_cmpint (move->n_days, ==, 30);
  g_assert_cmpint (move->drivers.before_nanos, ==, CENTS (600));
  g_assert_cmpint (move->drivers.after_nanos, ==, CENTS (1800));
}

static void
test_feature (Fixture *fixture, gconstpointer data)
{
  const gint64 retired[OUTLAY_N_DRIVERS] = { [OUTLAY_DRIVER_RETIRED_FEATURES] = -CENTS (200) };
  const gint64 nothing[OUTLAY_N_DRIVERS] = { 0 };
  g_autoptr (OutlayMove) old = NULL;
  g_autoptr (OutlayMove) search = NULL;
  g_autoptr (OutlayMove) unallocated = NULL;

  fill (fixture);
  old = ask (fixture, "Old");
  assert_terms (old, retired);
  search = ask (fixture, "Search"); /* with its child Chat */
  g_assert_cmpint (search->drivers.before_nanos, ==, CENTS (400));
  unallocated = ask (fixture, OUTLAY_UNALLOCATED);
  assert_terms (unallocated, nothing);
}

static void
test_misuse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) early = NULL;

  fill (fixture);
  g_assert_null (outlay_ledger_drivers (fixture->ledger, OCTOBER, NOVEMBER, "Serach", &unknown));
  g_assert_error (unknown, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND);
  g_assert_null (outlay_ledger_drivers (fixture->ledger, NOVEMBER, NOVEMBER + 2, NULL, &early));
  g_assert_error (early, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/drivers/equal-days", Fixture, NULL, set_up_imports, test_equal_days, tear_down);
  g_test_add ("/drivers/whole-months", Fixture, NULL, set_up_imports, test_whole_months, tear_down);
  g_test_add ("/drivers/feature", Fixture, NULL, set_up_imports, test_feature, tear_down);
  g_test_add ("/drivers/misuse", Fixture, NULL, set_up_imports, test_misuse, tear_down);
  return g_test_run ();
}
