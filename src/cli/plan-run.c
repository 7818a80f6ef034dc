/* plan-run.c – outlay-cli plan run: a scenario
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/plan-run.h"

#include "cli/output.h"
#include "ledger/scenario.h"
#include "report/json-text.h"
#include "wording/money.h"

#include <glib/gi18n.h>

/* A million people, five requests a day; every second answer was given before. */
#define DEMO                                                                                       \
  "{\"name\":\"Answers that are kept\",\"base\":{\"users\":1000000,\"requests_per_user\":5,"       \
  "\"cost_per_call\":\"0.001\"},\"levers\":[{\"lever\":\"requests\",\"value\":0.5}]}"

static void
print_json (const OutlayScenario *scenario)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *steps;

  outlay_json_add_text (document, "name", scenario->name);
  outlay_json_add_text (document, "currency", scenario->currency);
  outlay_json_add_money (document, "baseline", TRUE, scenario->baseline_nanos);
  outlay_json_add_money (document, "scenario", TRUE, scenario->scenario_nanos);
  outlay_json_add_money (document, "saving", TRUE,
                         scenario->baseline_nanos - scenario->scenario_nanos);
  steps = cJSON_AddArrayToObject (document, "steps");
  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const OutlayScenarioStep *step = &g_array_index (scenario->steps, OutlayScenarioStep, i);
      cJSON *object = cJSON_CreateObject ();

      outlay_json_add_text (object, "lever", outlay_lever_to_string (step->lever));
      outlay_json_add_number (object, "value", step->value);
      outlay_json_add_money (object, "amount", TRUE, step->amount_nanos);
      cJSON_AddItemToArray (steps, object);
    }

  outlay_json_add_count (document, "days", TRUE, OUTLAY_SCENARIO_DAYS);
  outlay_print_json (document);
}

static void
add_row (OutlayTable *table,
         OutlayWording *wording,
         const OutlayScenario *scenario,
         const char *name,
         gint64 nanos)
{
  outlay_table_add (table, name);
  outlay_table_take (table,
                     outlay_wording_money (wording, nanos, scenario->currency, OUTLAY_MONEY_FULL));
}

static void
print_table (const OutlayScenario *scenario)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table = outlay_table_new ("lr", scenario->name, _ ("30 days"), NULL);

  add_row (table, wording, scenario, _ ("As it is"), scenario->baseline_nanos);
  for (guint i = 0; i < scenario->steps->len; i++)
    {
      const OutlayScenarioStep *step = &g_array_index (scenario->steps, OutlayScenarioStep, i);

      add_row (table, wording, scenario, outlay_lever_to_string (step->lever), step->amount_nanos);
    }
  add_row (table, wording, scenario, _ ("As it would be"), scenario->scenario_nanos);
  add_row (table, wording, scenario, _ ("Potential saving"),
           scenario->baseline_nanos - scenario->scenario_nanos);
  outlay_table_print (table);
}

/**
 * outlay_cli_run_plan_run:
 *
 * `plan run FILE.json|--demo`
 */
OutlayExit
outlay_cli_run_plan_run (OutlayCli *cli, int argc, char **argv)
{
  gboolean demo = FALSE;
  const GOptionEntry entries[] = { { "demo", 0, 0, G_OPTION_ARG_NONE, &demo,
                                     N_ ("Run a scenario that Outlay comes with"), NULL },
                                   G_OPTION_ENTRY_NULL };
  g_autoptr (OutlayScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  OutlayLedger *ledger;
  gsize length;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 0, 1))
    return OUTLAY_EXIT_USAGE;
  if (demo != (argc < 2))
    return outlay_cli_misuse (_ ("Name a file, or --demo."));

  text = demo ? g_strdup (DEMO) : outlay_cli_read_file (argv[1], &length);
  if (text == NULL)
    return OUTLAY_EXIT_FAILED;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  scenario = outlay_ledger_run_scenario (ledger, text, &error);
  if (scenario == NULL)
    return outlay_cli_fail (error);

  if (cli->json)
    print_json (scenario);
  else
    print_table (scenario);

  return OUTLAY_EXIT_DONE;
}
