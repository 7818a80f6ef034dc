/* imports.c – outlay-cli imports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/imports.h"

#include "cli/arguments.h"
#include "core/text.h"

#include <glib/gi18n.h>
#include <string.h>

static OutlayExit
list_imports (OutlayCli *cli)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table = outlay_imported_table_new (TRUE);
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;
  cJSON *list = cJSON_AddArrayToObject (document, "imports");
  OutlayLedger *ledger = outlay_cli_ledger (cli);

  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  imports = outlay_ledger_imports (ledger, &error);
  if (imports == NULL)
    return outlay_cli_fail (error);

  for (guint i = 0; i < imports->len; i++)
    {
      cJSON_AddItemToArray (list, outlay_imported_to_json (imports->pdata[i], TRUE));
      outlay_imported_table_add (table, wording, imports->pdata[i], TRUE);
    }

  if (cli->json)
    outlay_print_json (document);
  else
    outlay_table_print (table);

  return OUTLAY_EXIT_DONE;
}

static OutlayExit
run_on_batch (OutlayCli *cli,
              int argc,
              char **argv,
              gboolean (*command) (OutlayLedger *ledger, gint64 batch, GError **error))
{
  g_autoptr (GError) error = NULL;
  OutlayLedger *ledger;
  gint64 batch;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1) ||
      !outlay_argument_count ("BATCH", argv[1], &batch))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  return command (ledger, batch, &error) ? OUTLAY_EXIT_DONE : outlay_cli_fail (error);
}

static OutlayExit
run_undo (OutlayCli *cli, int argc, char **argv)
{
  return run_on_batch (cli, argc, argv, outlay_ledger_undo_import);
}

static OutlayExit
run_redo (OutlayCli *cli, int argc, char **argv)
{
  return run_on_batch (cli, argc, argv, outlay_ledger_redo_import);
}

static void
print_rejects (const GPtrArray *rows, const char *header)
{
  g_autoptr (GString) text = g_string_new ("line,field,reason,row\n");

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayRejectedRow *row = rows->pdata[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT ",", row->line);
      outlay_text_append_csv (text, row->field);
      g_string_append_c (text, ',');
      outlay_text_append_csv (text, row->reason);
      g_string_append_c (text, ',');
      outlay_text_append_csv (text, row->text);
      g_string_append_c (text, '\n');
    }

  g_print ("%s", text->str);
}

static OutlayExit
run_rejects (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *header = NULL;
  OutlayLedger *ledger;
  gint64 batch;

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 1, 1) ||
      !outlay_argument_count ("BATCH", argv[1], &batch))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  rows = outlay_ledger_rejected_rows (ledger, batch, &header, &error);
  if (rows == NULL)
    return outlay_cli_fail (error);

  print_rejects (rows, header);
  return OUTLAY_EXIT_DONE;
}

/**
 * outlay_cli_run_imports:
 *
 * `imports`, `imports undo|redo|rejects BATCH`
 */
OutlayExit
outlay_cli_run_imports (OutlayCli *cli, int argc, char **argv)
{
  static const OutlayCliCommand commands[] = {
    { "undo", run_undo, N_ ("BATCH"), N_ ("Take an import back") },
    { "redo", run_redo, N_ ("BATCH"), N_ ("Bring an import back that was undone") },
    { "rejects", run_rejects, N_ ("BATCH"), N_ ("Write the rejected rows as CSV") },
  };

  if (argc == 1)
    return list_imports (cli);

  return outlay_cli_run_table (cli, commands, G_N_ELEMENTS (commands), argc, argv);
}
