/* demo.c – commands: the sample company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/demo.h"

#include "ledger/command-private.h"
#include "ledger/demo-private.h"
#include "ledger/import.h"

#include "sample-resources.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define FOLDER "/io/github/outlay/sample/"

/**
 * outlay_demo_file:
 * @name: of a file of the sample
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it holds
 */
GBytes *
outlay_demo_file (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  return g_resource_lookup_data (outlay_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}

/* A resource ends in no NUL. */
static OutlayJson *
parse (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return outlay_json_parse_loose (text);
}

static OutlayJson *
read_company (GError **error)
{
  g_autoptr (GBytes) bytes = outlay_demo_file ("company.json", error);
  OutlayJson *company;

  if (bytes == NULL)
    return NULL;

  company = parse (bytes);
  if (company == NULL)
    g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID,
                         _ ("The sample company cannot be read. Install Outlay again."));

  return company;
}

static gboolean
check_empty (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) imports = outlay_ledger_imports (ledger, error);

  if (imports == NULL)
    return FALSE;
  if (imports->len == 0)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_EXISTS,
                       _ ("The store holds imports. The sample company goes into an empty store: "
                          "choose another file."));
  return FALSE;
}

static gboolean
import_file (OutlayLedger *ledger, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = outlay_demo_file (name, error);
  OutlayImportFile file = { .path = name, .bytes = bytes };
  OutlayImportRequest request = { .files = &file, .n_files = 1 };
  g_autoptr (GPtrArray) results = NULL;

  results = bytes != NULL ? outlay_ledger_import (ledger, &request, error) : NULL;
  if (results == NULL)
    return FALSE;

  for (guint i = 0; i < results->len; i++)
    {
      OutlayImported *imported = results->pdata[i];

      if (imported->error != NULL)
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&imported->error), "%s: ", name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
load (OutlayLedger *ledger, OutlayJson *company, OutlayDemo *demo, GError **error)
{
  OutlayJson *files = outlay_json_get (company, "files");

  if (!check_empty (ledger, error) || !outlay_demo_add_plans (ledger, company, error) ||
      !outlay_day_parse (outlay_json_text (company, "as_of"), &demo->day, error))
    return FALSE;

  for (OutlayJson *file = outlay_json_first (files); file != NULL;
       file = outlay_json_next (file), demo->n_files++)
    if (!import_file (ledger, outlay_json_value (file), error))
      return FALSE;

  return TRUE;
}

/**
 * outlay_ledger_load_demo:
 * @ledger: a ledger on a store without imports
 * @demo: (out): what came in
 * @error: return location for an error
 *
 * Fills the store with the sample company: a year of exports, its features, rules,
 * budgets, use cases and costs. All of it, or nothing.
 */
gboolean
outlay_ledger_load_demo (OutlayLedger *ledger, OutlayDemo *demo, GError **error)
{
  g_autoptr (OutlayJson) company = read_company (error);
  OutlayDemo loaded = { 0 };

  if (company == NULL || !outlay_database_begin (ledger->database, error) ||
      !outlay_command_end (ledger, load (ledger, company, &loaded, error), error))
    return FALSE;

  *demo = loaded;
  return TRUE;
}
