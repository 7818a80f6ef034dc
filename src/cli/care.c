/* care.c – outlay-cli check, backup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/output.h"

#include <glib/gi18n.h>

/**
 * outlay_cli_run_check:
 *
 * `check`: exits with 1 when something is wrong
 */
OutlayExit
outlay_cli_run_check (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  cJSON *list;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;
  if (!outlay_ledger_check (ledger, faults, &error))
    return outlay_cli_fail (error);

  cJSON_AddBoolToObject (document, "ok", faults->len == 0);
  list = cJSON_AddArrayToObject (document, "faults");
  for (guint i = 0; i < faults->len; i++)
    {
      cJSON_AddItemToArray (list, cJSON_CreateString (faults->pdata[i]));
      outlay_cli_warn ("%s", (const char *) faults->pdata[i]);
    }

  if (cli->json)
    outlay_print_json (document);
  else if (faults->len == 0 && !cli->quiet)
    g_print ("%s\n", _ ("The store is whole, and every figure follows from its rows."));

  return faults->len == 0 ? OUTLAY_EXIT_DONE : OUTLAY_EXIT_FAILED;
}

/**
 * outlay_cli_run_backup:
 *
 * `backup FILE`
 */
OutlayExit
outlay_cli_run_backup (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  return outlay_ledger_back_up (ledger, argv[1], &error) ? OUTLAY_EXIT_DONE
                                                         : outlay_cli_fail (error);
}
