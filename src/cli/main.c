/* main.c – outlay-cli: Outlay without a window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/cli.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* A row a command. */
static const OutlayCliCommand commands[] = {
  { "import", outlay_cli_run_import, N_ ("FILE|DIRECTORY|-…"),
    N_ ("Import exports of providers, clouds and gateways") },
  { "formats", outlay_cli_run_formats, "", N_ ("What can be imported") },
  { "imports", outlay_cli_run_imports, NULL, N_ ("What was imported; undo, redo, rejects") },
  { "spend", outlay_cli_run_spend, "", N_ ("Spend, by anything") },
  { "feature", outlay_cli_run_feature, NULL, N_ ("Features that spend is attributed to") },
  { "rule", outlay_cli_run_rule, NULL, N_ ("Rules by which spend finds its feature") },
  { "budget", outlay_cli_run_budget, NULL, N_ ("Budgets by feature and month") },
  { "status", outlay_cli_run_status, N_ ("[--month MONTH]"),
    N_ ("How a month stands against its budgets") },
  { "forecast", outlay_cli_run_forecast, N_ ("--series FILE.csv [--month MONTH]"),
    N_ ("Where a month of any daily series will end") },
  { "anomalies", outlay_cli_run_anomalies, "", N_ ("Days that are not what was to be expected") },
  { "drivers", outlay_cli_run_drivers, N_ ("--from-month MONTH --to-month MONTH [--feature NAME]"),
    N_ ("Why spend moved between two months") },
  { "use-case", outlay_cli_run_use_case, NULL, N_ ("What spend is for") },
  { "value", outlay_cli_run_value, NULL, N_ ("How the value of a use case is estimated") },
  { "outcomes", outlay_cli_run_outcomes, NULL, N_ ("How many outcomes a use case had") },
  { "cost-item", outlay_cli_run_cost_item, NULL, N_ ("Costs beside the imported spend") },
  { "roi", outlay_cli_run_roi, N_ ("[--month MONTH | --from MONTH --to MONTH] [--use-case NAME]"),
    N_ ("Value against full cost") },
  { "report", outlay_cli_run_report, NULL, N_ ("Reports as PDF, CSV or JSON") },
  { "plan", outlay_cli_run_plan, NULL, N_ ("What if") },
  { "tiers", outlay_cli_run_tiers, N_ ("[--table FILE]"),
    N_ ("Which usage tier each provider account stands in") },
  { "price", outlay_cli_run_price, NULL, N_ ("What usage costs") },
  { "check", outlay_cli_run_check, "", N_ ("Prove that the store is whole") },
  { "backup", outlay_cli_run_backup, N_ ("FILE"), N_ ("Copy the store") },
  { "demo", outlay_cli_run_demo, "", N_ ("Fill an empty store with the sample company") },
  { "config", outlay_cli_run_config, NULL, N_ ("What is set that figures depend on") },
};

typedef struct
{
  char *store;
  char *as_of;
  gboolean json;
  gboolean quiet;
  gboolean version;
  gboolean help;
} Options;

static void
print_help (GOptionContext *context)
{
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
  gsize width = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    width = MAX (width, strlen (commands[i].name));

  g_print ("%s%s\n", text, _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-*s  %s\n", (int) width, commands[i].name, _ (commands[i].summary));
}

static GOptionContext *
make_context (Options *options)
{
  const GOptionEntry entries[] = {
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &options->store, N_ ("The store, made on first use"),
      N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_FILENAME, &options->as_of, N_ ("The day that counts as today"),
      N_ ("YYYY-MM-DD") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, N_ ("Print JSON"), NULL },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &options->quiet, N_ ("Print no progress"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version"), NULL },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, N_ ("Print this help"), NULL },
    G_OPTION_ENTRY_NULL
  };
  GOptionContext *context = g_option_context_new (_ ("COMMAND …"));

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_summary (context, _ ("What each LLM feature cost, whether it will go over "
                                            "budget, and whether it was worth it."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

static OutlayExit
run (OutlayCli *cli, const Options *options, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  cli->store = options->store;
  cli->json = options->json;
  cli->quiet = options->quiet;
  cli->has_day = options->as_of != NULL;
  if (cli->has_day && !outlay_day_parse (options->as_of, &cli->day, &error))
    return outlay_cli_misuse (_ ("--as-of: “%s” is no day. Write it as 2026-09-20."),
                              options->as_of);

  if (argc > 1 && strcmp (argv[1], "--") == 0)
    {
      argc--;
      argv++;
    }

  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Options options = { 0 };
  OutlayCli cli = { 0 };
  OutlayExit status = OUTLAY_EXIT_DONE;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("outlay-cli");

  context = make_context (&options);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    status = outlay_cli_misuse (_ ("%s. “outlay-cli --help” lists the options."), error->message);
  else if (options.version)
    g_print ("outlay-cli %s\n", VERSION);
  else if (options.help)
    print_help (context);
  else
    status = run (&cli, &options, argc, argv);

  g_clear_pointer (&cli.ledger, outlay_ledger_close);
  g_free (options.store);
  g_free (options.as_of);

  if (fflush (stdout) != 0 || ferror (stdout))
    {
      outlay_cli_warn ("%s", _ ("The answer could not be written to standard output."));
      status = OUTLAY_EXIT_FAILED;
    }

  return (int) status;
}
