/* cost-items.c – commands: costs beside the imported spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/cost-items.h"

#include "ledger/command-private.h"
#include "ledger/settings.h"
#include "store/cost-items.h"
#include "store/use-cases.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define MAX_MONTHS 1200

/**
 * outlay_cost_entry_free:
 * @entry: (nullable) (transfer full): an entry
 */
void
outlay_cost_entry_free (OutlayCostEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->use_case);
  g_free (entry->name);
  g_free (entry->currency);
  g_free (entry);
}

static char *
name_use_case (GPtrArray *use_cases, gint64 id)
{
  for (guint i = 0; i < use_cases->len; i++)
    {
      const OutlayUseCaseRow *row = use_cases->pdata[i];

      if (row->id == id)
        return g_strdup (row->name);
    }

  return NULL;
}

static OutlayCostEntry *
describe_item (const OutlayCostItemRow *row, GPtrArray *use_cases)
{
  OutlayCostEntry *entry = g_new0 (OutlayCostEntry, 1);

  entry->id = row->id;
  entry->use_case = name_use_case (use_cases, row->use_case);
  entry->share = (OutlayCostShare) row->share;
  entry->kind = (OutlayCostKind) row->kind;
  entry->name = g_strdup (row->name);
  entry->amount_nanos = row->amount_nanos;
  entry->currency = g_strdup (row->currency);
  entry->once = row->once;
  entry->n_months = row->n_months;
  entry->from_month = row->from_month;
  entry->to_month = row->to_month;
  return entry;
}

/**
 * outlay_ledger_list_cost_items:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * Returns: (transfer full) (element-type OutlayCostEntry) (nullable): all, by id, in
 *   the currency they were stated in
 */
GPtrArray *
outlay_ledger_list_cost_items (OutlayLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_cost_entry_free);
  g_autoptr (GPtrArray) use_cases = outlay_use_cases_list (ledger->database, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (use_cases == NULL)
    return NULL;

  rows = outlay_cost_items_list (ledger->database, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (entries, describe_item (rows->pdata[i], use_cases));

  return g_steal_pointer (&entries);
}

static gboolean
check_entry (const OutlayCostEntry *entry, GError **error)
{
  const char *fault = NULL;

  if (!outlay_command_check_name (entry->name, error))
    return FALSE;

  if ((entry->use_case != NULL) != (entry->share == OUTLAY_COST_DIRECT))
    fault = _ ("A cost belongs to a use case, or is shared. Say one of them.");
  else if (entry->amount_nanos < 0)
    fault = _ ("A cost cannot be negative.");
  else if (entry->n_months < 1 || entry->n_months > MAX_MONTHS)
    fault = _ ("A one-off is spread over 1 to 1200 months.");
  else if (!entry->once && entry->n_months != 1)
    fault = _ ("Only a one-off is spread over months. A monthly cost has a last month.");
  else if (entry->once && entry->to_month != G_MAXINT32)
    fault = _ ("A one-off has no last month. Say over how many months it is spread.");
  else if (entry->to_month < entry->from_month)
    fault = _ ("A cost cannot end before it begins. Check its months.");

  if (fault == NULL)
    return TRUE;

  g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_INVALID, fault);
  return FALSE;
}

static gboolean
add_item (OutlayLedger *ledger, const OutlayCostEntry *entry, gint64 *id, GError **error)
{
  g_autofree char *currency = NULL;
  OutlayCostItemRow row = {
    .share = (int) entry->share,
    .kind = (int) entry->kind,
    .name = entry->name,
    .amount_nanos = entry->amount_nanos,
    .once = entry->once,
    .n_months = entry->n_months,
    .from_month = entry->from_month,
    .to_month = entry->to_month,
  };

  if (!check_entry (entry, error) ||
      (entry->use_case != NULL &&
       !outlay_command_find_use_case (ledger, entry->use_case, &row.use_case, error)) ||
      !outlay_ledger_get_setting (ledger, OUTLAY_SETTING_CURRENCY, &currency, error))
    return FALSE;

  row.currency = currency;
  return outlay_cost_items_add (ledger->database, &row, id, error);
}

/**
 * outlay_ledger_add_cost_item:
 * @ledger: a ledger
 * @entry: what to add; its id is not read
 * @id: (out): its id
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_add_cost_item (OutlayLedger *ledger,
                             const OutlayCostEntry *entry,
                             gint64 *id,
                             GError **error)
{
  gint64 added = 0;

  if (!outlay_database_begin (ledger->database, error) ||
      !outlay_command_end (ledger, add_item (ledger, entry, &added, error), error))
    return FALSE;

  *id = added;
  return TRUE;
}

static gboolean
remove_item (OutlayLedger *ledger, gint64 id, GError **error)
{
  if (!outlay_cost_items_remove (ledger->database, id, error))
    return FALSE;

  if (outlay_database_n_changed (ledger->database) > 0)
    return TRUE;

  g_set_error (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
               _ ("There is no cost item %" PRId64 ". List the cost items to see their numbers."),
               id);
  return FALSE;
}

/**
 * outlay_ledger_remove_cost_item:
 * @ledger: a ledger
 * @id: of a cost item
 * @error: return location for an #OutlayLedgerError
 */
gboolean
outlay_ledger_remove_cost_item (OutlayLedger *ledger, gint64 id, GError **error)
{
  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  return outlay_command_end (ledger, remove_item (ledger, id, error), error);
}
