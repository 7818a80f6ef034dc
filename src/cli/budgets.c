/* budgets.c – outlay-cli budget
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/budgets.h"
#include "cli/arguments.h"
#include "cli/output.h"
#include "ledger/settings.h"
#include "report/json-text.h"
#include "wording/date.h"
#include "wording/money.h"

#include <glib/gi18n.h>

/* Its own thresholds, or those of the settings. */
static char *
describe_thresholds (const OutlayBudgetPlan *budget, const char *defaults)
{
  return budget->n_thresholds > 0
             ? outlay_thresholds_to_string (budget->thresholds, budget->n_thresholds)
             : g_strdup (defaults);
}

static void
print_budgets_json (GPtrArray *budgets, const char *defaults)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  cJSON *lines = cJSON_AddArrayToObject (document, "budgets");

  for (guint i = 0; i < budgets->len; i++)
    {
      const OutlayBudgetPlan *budget = budgets->pdata[i];
      g_autofree char *thresholds = describe_thresholds (budget, defaults);
      g_autofree char *list = g_strdup_printf ("[%s]", thresholds);
      cJSON *line = cJSON_CreateObject ();

      cJSON_AddItemToArray (lines, line);
      outlay_json_add_text (line, "feature", budget->feature);
      outlay_json_add_month (line, "month", budget->from_month);
      outlay_json_add_money (line, "amount", TRUE, budget->amount_nanos);
      outlay_json_add_text (line, "currency", budget->currency);
      cJSON_AddRawToObject (line, "thresholds", list);
      cJSON_AddBoolToObject (line, "rollover", budget->rollover);
    }

  outlay_print_json (document);
}

static void
print_budgets (GPtrArray *budgets, const char *defaults)
{
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table =
      outlay_table_new ("llrll", _ ("Feature"), _ ("Month"), _ ("Budget"), _ ("Thresholds"),
                        _ ("Rollover"), NULL);

  for (guint i = 0; i < budgets->len; i++)
    {
      const OutlayBudgetPlan *budget = budgets->pdata[i];

      outlay_table_add (table, budget->feature);
      outlay_table_take (table, outlay_month_to_string (budget->from_month));
      outlay_table_take (table, outlay_wording_money (wording, budget->amount_nanos,
                                                      budget->currency, OUTLAY_MONEY_FULL));
      outlay_table_take (table, describe_thresholds (budget, defaults));
      outlay_table_add (table, budget->rollover ? _ ("yes") : _ ("no"));
    }

  if (outlay_table_n_rows (table) > 0)
    outlay_table_print (table);
}

static OutlayExit
run_list (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) budgets = NULL;
  g_autofree char *defaults = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  budgets = outlay_ledger_list_budgets (ledger, &error);
  if (budgets == NULL ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_THRESHOLDS, &defaults, &error))
    return outlay_cli_fail (error);

  if (cli->json)
    print_budgets_json (budgets, defaults);
  else
    print_budgets (budgets, defaults);

  return OUTLAY_EXIT_DONE;
}

static gboolean
read_plan (char **argv, const char *to, const char *thresholds, OutlayBudgetPlan *plan)
{
  g_autoptr (GError) error = NULL;

  if (!outlay_argument_is_text (_ ("FEATURE"), argv[1]) ||
      !outlay_argument_month (_ ("MONTH"), argv[2], &plan->from_month) ||
      !outlay_argument_amount (_ ("AMOUNT"), argv[3], &plan->amount_nanos) ||
      !outlay_argument_month ("--to", to != NULL ? to : argv[2], &plan->to_month))
    return FALSE;

  if (thresholds != NULL &&
      !outlay_thresholds_parse (thresholds, plan->thresholds, &plan->n_thresholds, &error))
    {
      outlay_cli_misuse ("--thresholds: %s", error->message);
      return FALSE;
    }

  plan->feature = argv[1];
  return TRUE;
}

static OutlayExit
run_set (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *to = NULL;
  g_autofree char *thresholds = NULL;
  OutlayBudgetPlan plan = { 0 };
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("Last month; only MONTH if left out"),
      N_ ("MONTH") },
    { "thresholds", 0, 0, G_OPTION_ARG_FILENAME, &thresholds,
      N_ ("Percents at which to warn; those of the settings if left out"), N_ ("50,80,100") },
    { "rollover", 0, 0, G_OPTION_ARG_NONE, &plan.rollover,
      N_ ("What is left of a month, or over, moves to the next"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 3, 3) ||
      !read_plan (argv, to, thresholds, &plan))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_set_budget (ledger, &plan, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_remove (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint32 month;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 2, 2) ||
      !outlay_argument_month (_ ("MONTH"), argv[2], &month))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_remove_budget (ledger, argv[1], month, &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "list", run_list, "", N_ ("Lists the budgets") },
  { "set", run_set, N_ ("FEATURE MONTH AMOUNT"), N_ ("Sets the budget of a feature") },
  { "remove", run_remove, N_ ("FEATURE MONTH"), N_ ("Removes the budget of a month") },
};

/**
 * outlay_cli_run_budget:
 *
 * `budget list | set | remove`
 */
OutlayExit
outlay_cli_run_budget (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
