/* config.c – outlay-cli config
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/output.h"
#include "ledger/settings.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

static gboolean
collect (OutlayLedger *ledger, const char *key, cJSON *document, OutlayTable *table, GError **error)
{
  for (guint setting = 0; setting < OUTLAY_N_SETTINGS; setting++)
    {
      const char *name = outlay_setting_to_string (setting);
      g_autofree char *value = NULL;

      if (key != NULL && g_strcmp0 (key, name) != 0)
        continue;
      if (!outlay_ledger_get_setting (ledger, setting, &value, error))
        return FALSE;

      outlay_json_add_text (document, name, value);
      outlay_table_add (table, name);
      outlay_table_add (table, value);
    }

  return TRUE;
}

static OutlayExit
run_get (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (OutlayTable) table = outlay_table_new ("ll", _ ("Setting"), _ ("Value"), NULL);
  g_autoptr (GError) error = NULL;
  OutlaySetting setting;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 1))
    return OUTLAY_EXIT_USAGE;
  if (argc > 1 && !outlay_setting_parse (argv[1], &setting, &error))
    return outlay_cli_fail (error);

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!collect (ledger, argc > 1 ? argv[1] : NULL, document, table, &error))
    return outlay_cli_fail (error);

  if (cli->json)
    outlay_print_json (document);
  else if (argc > 1)
    g_print ("%s\n", cJSON_GetStringValue (document->child));
  else
    outlay_table_print (table);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_set (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlaySetting setting;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 2, 2))
    return OUTLAY_EXIT_USAGE;
  if (!outlay_setting_parse (argv[1], &setting, &error))
    return outlay_cli_fail (error);

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_set_setting (ledger, setting, argv[2], &error))
    return outlay_cli_fail (error);

  return OUTLAY_EXIT_DONE;
}

static const OutlayCliCommand commands[] = {
  { "get", run_get, N_ ("[KEY]"), N_ ("Prints a setting, or all of them") },
  { "set", run_set, N_ ("KEY VALUE"),
    N_ ("Sets currency, thresholds, tax, credits, timezone or organisation") },
};

/**
 * outlay_cli_run_config:
 *
 * `config get | set`
 */
OutlayExit
outlay_cli_run_config (OutlayCli *cli, int argc, char **argv)
{
  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
