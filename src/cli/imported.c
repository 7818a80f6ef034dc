/* imported.c – what became of a file, as JSON and as a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/imports.h"
#include "cli/measures.h"
#include "core/date.h"
#include "core/money.h"
#include "report/json-text.h"
#include "wording/money.h"
#include "wording/number.h"

#include <glib/gi18n.h>

static void
add_amounts (cJSON *object, const OutlayImported *imported)
{
  const GArray *amounts = imported->amounts;
  cJSON *list;

  if (amounts->len == 1)
    {
      const OutlayImportedAmount *amount = &g_array_index (amounts, OutlayImportedAmount, 0);

      outlay_json_add_money (object, "billed", TRUE, amount->billed_nanos);
      outlay_json_add_money (object, "computed", imported->has_computed, imported->computed_nanos);
      outlay_json_add_text (object, "currency", amount->currency);
      return;
    }

  cJSON_AddNullToObject (object, "billed");
  outlay_json_add_money (object, "computed", imported->has_computed, imported->computed_nanos);
  outlay_json_add_text (object, "currency",
                        amounts->len == 0 && imported->has_computed ? "USD" : NULL);
  if (amounts->len < 2)
    return;

  list = cJSON_AddArrayToObject (object, "amounts");
  for (guint i = 0; i < amounts->len; i++)
    {
      const OutlayImportedAmount *amount = &g_array_index (amounts, OutlayImportedAmount, i);
      cJSON *item = cJSON_CreateObject ();

      outlay_json_add_text (item, "currency", amount->currency);
      outlay_json_add_money (item, "billed", TRUE, amount->billed_nanos);
      cJSON_AddItemToArray (list, item);
    }
}

static void
add_control (cJSON *object, const OutlayImported *imported)
{
  for (guint i = 0; i < imported->amounts->len; i++)
    {
      const OutlayImportedAmount *amount =
          &g_array_index (imported->amounts, OutlayImportedAmount, i);
      cJSON *control;

      if (!amount->has_control)
        continue;

      control = cJSON_AddObjectToObject (object, "control");
      outlay_json_add_money (control, "file", TRUE, amount->control_nanos);
      outlay_json_add_money (control, "imported", TRUE, amount->billed_nanos);
      return;
    }
}

static void
add_day (cJSON *object, const char *key, gboolean known, gint32 day)
{
  if (known)
    outlay_json_add_day (object, key, day);
  else
    cJSON_AddNullToObject (object, key);
}

/**
 * outlay_imported_to_json:
 * @imported: what became of a file
 * @listed: as `imports` lists it, with its state and accounts
 *
 * Returns: (transfer full): the object of the contract
 */
cJSON *
outlay_imported_to_json (const OutlayImported *imported, gboolean listed)
{
  cJSON *object = cJSON_CreateObject ();
  gboolean has_days = imported->first_day <= imported->last_day;
  cJSON *notes;

  outlay_json_add_text (object, "path", imported->path);
  outlay_json_add_text (object, "format", imported->format);
  outlay_json_add_count (object, "batch", imported->batch != 0, imported->batch);
  if (listed)
    {
      outlay_json_add_text (object, "state", imported->undone ? "undone" : "active");
      outlay_json_add_text (object, "account", imported->account);
    }
  outlay_json_add_count (object, "rows", TRUE, imported->rows);
  outlay_json_add_count (object, "new", TRUE, imported->new_rows);
  outlay_json_add_count (object, "duplicate", TRUE, imported->duplicate_rows);
  outlay_json_add_count (object, "changed", TRUE, imported->changed_rows);
  outlay_json_add_count (object, "rejected", TRUE, imported->rejected_rows);
  outlay_json_add_count (object, "skipped", TRUE, imported->skipped_rows);
  outlay_json_add_count (object, "unpriced", TRUE, imported->unpriced_rows);
  add_day (object, "from", has_days, imported->first_day);
  add_day (object, "to", has_days, imported->last_day);
  outlay_json_add_usage (object, &imported->usage);
  add_amounts (object, imported);
  add_control (object, imported);
  notes = cJSON_AddArrayToObject (object, "notes");
  for (guint i = 0; i < imported->notes->len; i++)
    cJSON_AddItemToArray (notes, cJSON_CreateString (imported->notes->pdata[i]));
  outlay_json_add_text (object, "error", imported->error != NULL ? imported->error->message : NULL);
  return object;
}

/**
 * outlay_imported_table_new:
 * @listed: as `imports` lists them
 *
 * Returns: (transfer full): an empty table of imports
 */
OutlayTable *
outlay_imported_table_new (gboolean listed)
{
  if (listed)
    return outlay_table_new ("rlllrrl", _ ("Import"), _ ("File"), _ ("Format"), _ ("Period"),
                             _ ("Rows"), _ ("Billed"), _ ("State"), NULL);

  return outlay_table_new ("rllrrrrrr", _ ("Import"), _ ("File"), _ ("Format"), _ ("Rows"),
                           _ ("New"), _ ("Duplicate"), _ ("Changed"), _ ("Rejected"), _ ("Billed"),
                           NULL);
}

static char *
describe_period (const OutlayImported *imported)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (imported->first_day > imported->last_day)
    return g_strdup ("–");

  from = outlay_day_to_string (imported->first_day);
  to = outlay_day_to_string (imported->last_day);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
describe_billed (const OutlayImported *imported, OutlayWording *wording)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < imported->amounts->len; i++)
    {
      const OutlayImportedAmount *amount =
          &g_array_index (imported->amounts, OutlayImportedAmount, i);
      g_autofree char *money =
          outlay_wording_money (wording, amount->billed_nanos, amount->currency, OUTLAY_MONEY_FULL);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", money);
    }

  return g_strdup (text->len > 0 ? text->str : "–");
}

static void
add_number (OutlayTable *table, OutlayWording *wording, gint64 number)
{
  outlay_table_take (table, outlay_wording_count (wording, number));
}

/**
 * outlay_imported_table_add:
 * @table: (inout): a table of outlay_imported_table_new()
 * @wording: in the reader's language
 * @imported: what became of a file
 * @listed: as `imports` lists it
 */
void
outlay_imported_table_add (OutlayTable *table,
                           OutlayWording *wording,
                           const OutlayImported *imported,
                           gboolean listed)
{
  if (imported->batch != 0)
    outlay_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, imported->batch));
  else
    outlay_table_add (table, "–");
  outlay_table_add (table, imported->path);
  outlay_table_add (table, imported->format != NULL ? imported->format : "–");
  if (listed)
    outlay_table_take (table, describe_period (imported));

  add_number (table, wording, imported->rows);
  if (!listed)
    {
      add_number (table, wording, imported->new_rows);
      add_number (table, wording, imported->duplicate_rows);
      add_number (table, wording, imported->changed_rows);
      add_number (table, wording, imported->rejected_rows);
    }
  outlay_table_take (table, describe_billed (imported, wording));
  if (listed)
    outlay_table_add (table, imported->undone ? _ ("undone") : _ ("active"));
}
