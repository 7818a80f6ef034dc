/* demo.c – outlay-cli demo: the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/demo.h"
#include "cli/output.h"
#include "report/json-text.h"

#include <glib/gi18n.h>

/**
 * outlay_cli_run_demo:
 *
 * `demo`
 */
OutlayExit
outlay_cli_run_demo (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autofree char *day = NULL;
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  OutlayDemo demo;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  if (!outlay_ledger_load_demo (ledger, &demo, &error))
    return outlay_cli_fail (error);

  day = outlay_day_to_string (demo.day);
  outlay_json_add_count (document, "files", TRUE, demo.n_files);
  outlay_json_add_text (document, "as_of", day);
  if (cli->json)
    outlay_print_json (document);
  else if (!cli->quiet)
    g_print (_ ("The sample company is in: %u files. Its last day is %s: ask with --as-of %s.\n"),
             demo.n_files, day, day);

  return OUTLAY_EXIT_DONE;
}
