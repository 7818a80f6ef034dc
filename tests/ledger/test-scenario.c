/* test-scenario.c – what if, of a store and from nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import-fixture.h"
#include "ledger/scenario.h"

#define HEADER                                                                                     \
  "start_time,end_time,project_id,num_model_requests,model,input_tokens,output_tokens\n"

/* Two dollars of input and one of output on 2 November 2025. */
static const char usage[] =
    HEADER "1762041600,1762128000,search,100,gpt-4o-2024-08-06,800000,100000\n";

static OutlayScenario *
run (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  OutlayScenario *scenario = outlay_ledger_run_scenario (fixture->ledger, text, &error);

  g_assert_no_error (error);
  return scenario;
}

/* A million people, five requests each, a tenth of a cent a call. */
static void
test_from_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayScenario) scenario =
      run (fixture,
           "{\"name\":\"Half\",\"base\":{\"users\":1000000,\"requests_per_user\":5,"
           "\"cost_per_call\":0.001},\"levers\":[{\"lever\":\"requests\",\"value\":0.5}]}");

  g_assert_cmpstr (scenario->name, ==, "Half");
  g_assert_cmpint (scenario->baseline_nanos, ==, CENTS (15000000));
  g_assert_cmpint (scenario->scenario_nanos, ==, CENTS (7500000));
}

/* Three dollars in ten days are nine in thirty. */
static void
test_from_month (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayScenario) scenario = NULL;
  gint64 sum_nanos;

  take_in (fixture, "usage.csv", usage);
  outlay_ledger_set_day (fixture->ledger, 20402); /* 10 November 2025 */
  scenario = run (fixture, "{\"base\":{\"month\":\"2025-11\"},\"levers\":["
                           "{\"lever\":\"context\",\"value\":0.5},"
                           "{\"lever\":\"output\",\"value\":2}]}");
  g_assert_cmpint (scenario->baseline_nanos, ==, CENTS (900));
  g_assert_cmpint (scenario->scenario_nanos, ==, CENTS (900));
  g_assert_cmpuint (scenario->steps->len, ==, 2);
  g_assert_cmpint (g_array_index (scenario->steps, OutlayScenarioStep, 0).amount_nanos, ==,
                   -CENTS (300));
  sum_nanos = scenario->baseline_nanos;
  for (guint i = 0; i < scenario->steps->len; i++)
    sum_nanos += g_array_index (scenario->steps, OutlayScenarioStep, i).amount_nanos;
  g_assert_cmpint (sum_nanos, ==, scenario->scenario_nanos);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "{}",
    "{\"base\":{}}",
    "{\"base\":{\"month\":\"soon\"}}",
    "{\"base\":{\"month\":\"2025-10\"}}",
    "{\"base\":{\"month\":\"2026-10\"}}",
    "{\"base\":{\"users\":1,\"requests_per_user\":-1,\"cost_per_call\":1}}",
    "{\"base\":{\"users\":1,\"requests_per_user\":1,\"input_tokens\":1,\"output_tokens\":1,"
    "\"provider\":\"openai\",\"model\":\"no-such-model\"}}",
    "{\"base\":{\"users\":1,\"requests_per_user\":1,\"cost_per_call\":1},"
    "\"levers\":[{\"lever\":\"magic\",\"value\":1}]}",
    "{\"base\":{\"users\":1,\"requests_per_user\":1,\"cost_per_call\":1},"
    "\"levers\":[{\"lever\":\"cache\",\"value\":1.5}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_null (outlay_ledger_run_scenario (fixture->ledger, texts[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/scenario/from-nothing", Fixture, NULL, set_up_imports, test_from_nothing,
              tear_down);
  g_test_add ("/scenario/from-month", Fixture, NULL, set_up_imports, test_from_month, tear_down);
  g_test_add ("/scenario/faults", Fixture, NULL, set_up_imports, test_faults, tear_down);
  return g_test_run ();
}
