/* import.c – outlay-cli import, formats
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/imports.h"
#include "report/json-text.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <unistd.h>

#define MEBIBYTE (1024 * 1024)
#define PROGRESS_STEP (64 * MEBIBYTE)

typedef struct
{
  gboolean show;
  goffset shown; /* bytes of the file, at the last line */
} Progress;

static void
on_progress (const char *path, goffset n_bytes, gpointer data)
{
  Progress *progress = data;

  if (n_bytes < progress->shown)
    progress->shown = 0;
  if (!progress->show || n_bytes - progress->shown < PROGRESS_STEP)
    return;

  progress->shown = n_bytes;
  g_printerr (_ ("%s: %" PRId64 " MiB read\n"), path, n_bytes / MEBIBYTE);
}

/* What went wrong, where, and what to do, on standard error. */
static OutlayExit
report_faults (OutlayLedger *ledger, const OutlayImported *imported, gboolean dry_run)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *header = NULL;

  if (imported->error != NULL)
    {
      g_printerr ("outlay-cli: %s: %s\n", imported->path, imported->error->message);
      return OUTLAY_EXIT_FAILED;
    }

  for (guint i = 0; i < imported->notes->len; i++)
    g_printerr ("outlay-cli: %s: %s\n", imported->path, (char *) imported->notes->pdata[i]);

  if (imported->rejected_rows == 0)
    return OUTLAY_EXIT_DONE;

  if (imported->batch != 0)
    rows = outlay_ledger_rejected_rows (ledger, imported->batch, &header, NULL);
  for (guint i = 0; rows != NULL && i < rows->len && i < 10; i++)
    {
      const OutlayRejectedRow *row = rows->pdata[i];

      g_printerr ("outlay-cli: %s:%" G_GINT64_FORMAT ": %s%s%s\n", imported->path, row->line,
                  row->field, row->field[0] != '\0' ? ": " : "", row->reason);
    }

  if (imported->batch != 0)
    g_printerr (ngettext ("outlay-cli: %s: %" PRId64 " row rejected, the rest is in. "
                          "“imports rejects %" PRId64 "” writes it out to be mended\n",
                          "outlay-cli: %s: %" PRId64 " rows rejected, the rest is in. "
                          "“imports rejects %" PRId64 "” writes them out to be mended\n",
                          (gulong) imported->rejected_rows),
                imported->path, imported->rejected_rows, imported->batch);
  else
    g_printerr (ngettext ("outlay-cli: %s: %" PRId64 " row would be rejected\n",
                          "outlay-cli: %s: %" PRId64 " rows would be rejected\n",
                          (gulong) imported->rejected_rows),
                imported->path, imported->rejected_rows);
  return OUTLAY_EXIT_REJECTED;
}

static OutlayExit
report_results (const OutlayCli *cli, OutlayLedger *ledger, GPtrArray *results, gboolean dry_run)
{
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (OutlayWording) wording = outlay_wording_new (NULL);
  g_autoptr (OutlayTable) table = outlay_imported_table_new (FALSE);
  cJSON *files = cJSON_AddArrayToObject (document, "files");
  gboolean failed = FALSE;
  gboolean rejected = FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      const OutlayImported *imported = results->pdata[i];
      OutlayExit status = report_faults (ledger, imported, dry_run);

      failed |= status == OUTLAY_EXIT_FAILED;
      rejected |= status == OUTLAY_EXIT_REJECTED;
      cJSON_AddItemToArray (files, outlay_imported_to_json (imported, FALSE));
      if (imported->error == NULL)
        outlay_imported_table_add (table, wording, imported, FALSE);
    }

  if (cli->json)
    outlay_print_json (document);
  else if (!cli->quiet && outlay_table_n_rows (table) > 0)
    outlay_table_print (table);

  return failed ? OUTLAY_EXIT_FAILED : rejected ? OUTLAY_EXIT_REJECTED : OUTLAY_EXIT_DONE;
}

/**
 * outlay_cli_run_import:
 *
 * `import [--format ID] [--account NAME] [--all-services] [--dry-run] FILE|DIRECTORY|- ...`
 */
OutlayExit
outlay_cli_run_import (OutlayCli *cli, int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *account = NULL;
  gboolean all_services = FALSE;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format,
      N_ ("Its format; found out if left out. “formats” lists them"), N_ ("ID") },
    { "account", 0, 0, G_OPTION_ARG_FILENAME, &account,
      N_ ("The provider account, where the file does not say"), N_ ("NAME") },
    { "all-services", 0, 0, G_OPTION_ARG_NONE, &all_services,
      N_ ("Take every line of a cloud bill, not only AI and LLM lines"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
      N_ ("Say what would happen, and change nothing"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GArray) files = g_array_new (FALSE, TRUE, sizeof (OutlayImportFile));
  g_autoptr (GPtrArray) results = NULL;
  g_autoptr (GError) error = NULL;
  OutlayImportRequest request = { 0 };
  Progress progress = { 0 };
  OutlayLedger *ledger;

  if (!outlay_cli_parse (cli, entries, &argc, &argv, 1, G_MAXINT))
    return OUTLAY_EXIT_USAGE;

  ledger = outlay_cli_ledger (cli);
  if (ledger == NULL)
    return OUTLAY_EXIT_FAILED;

  for (int i = 1; i < argc; i++)
    {
      OutlayImportFile file = { argv[i], NULL };

      g_array_append_val (files, file);
    }

  progress.show = !cli->quiet && isatty (STDERR_FILENO);
  request.files = (const OutlayImportFile *) (gpointer) files->data;
  request.n_files = files->len;
  request.format = format;
  request.account = account;
  request.all_services = all_services;
  request.dry_run = dry_run;
  request.progress = on_progress;
  request.user_data = &progress;
  results = outlay_ledger_import (ledger, &request, &error);
  if (results == NULL)
    return outlay_cli_fail (error);

  return report_results (cli, ledger, results, dry_run);
}

/**
 * outlay_cli_run_formats:
 *
 * `formats`: what can be imported
 */
OutlayExit
outlay_cli_run_formats (OutlayCli *cli, int argc, char **argv)
{
  g_autoptr (GArray) formats = NULL;
  g_autoptr (cJSON) document = cJSON_CreateObject ();
  g_autoptr (OutlayTable) table =
      outlay_table_new ("lll", _ ("Format"), _ ("Title"), _ ("Provides"), NULL);
  cJSON *list = cJSON_AddArrayToObject (document, "formats");

  if (!outlay_cli_parse (cli, NULL, &argc, &argv, 0, 0))
    return OUTLAY_EXIT_USAGE;

  formats = outlay_ledger_formats ();
  for (guint i = 0; i < formats->len; i++)
    {
      const OutlayFormat *format = &g_array_index (formats, OutlayFormat, i);
      cJSON *object = cJSON_CreateObject ();
      cJSON *provides;

      outlay_json_add_text (object, "id", format->id);
      outlay_json_add_text (object, "title", format->title);
      provides = cJSON_AddArrayToObject (object, "provides");
      for (guint j = 0; format->provides[j] != NULL; j++)
        cJSON_AddItemToArray (provides, cJSON_CreateString (format->provides[j]));
      cJSON_AddItemToArray (list, object);

      outlay_table_add (table, format->id);
      outlay_table_add (table, format->title);
      outlay_table_take (table, g_strjoinv (", ", (char **) format->provides));
    }

  if (cli->json)
    outlay_print_json (document);
  else
    outlay_table_print (table);

  return OUTLAY_EXIT_DONE;
}
