/* check.c – is the store whole, and does every figure follow from its rows?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ingest/check.h"
#include "core/money.h"
#include "ledger/ledger-private.h"
#include "ledger/spend.h"

#include <glib/gi18n.h>

/* The cube of the snapshot and the answer to a plain question have to be the same spend. */
static gboolean
compare_cube (OutlayLedger *ledger, GPtrArray *faults, GError **error)
{
  g_autoptr (OutlaySnapshot) snapshot = outlay_ledger_snapshot (ledger, error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const OutlaySpendQuery query = { G_MININT32, G_MAXINT32, none, none };
  g_autoptr (OutlaySpend) spend = NULL;
  gint64 cost_nanos = 0;
  OutlayUsage usage = { 0 };

  if (snapshot == NULL)
    return FALSE;

  spend = outlay_ledger_spend (ledger, &query, error);
  if (spend == NULL)
    return FALSE;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      outlay_nanos_add (&cost_nanos, snapshot->cube.cells[i].cost_nanos);
      outlay_usage_add (&usage, &snapshot->cube.cells[i].usage);
    }

  if (cost_nanos != spend->total.cost_nanos ||
      outlay_usage_tokens (&usage) != outlay_usage_tokens (&spend->total.usage))
    g_ptr_array_add (faults, g_strdup (_ ("The totals of the pages are not those of the rows")));
  return TRUE;
}

/**
 * outlay_ledger_check:
 * @ledger: a ledger
 * @faults: (element-type utf8): where to add what is wrong
 * @error: return location for an error
 *
 * Returns: %TRUE if everything could be looked at, whatever was found
 */
gboolean
outlay_ledger_check (OutlayLedger *ledger, GPtrArray *faults, GError **error)
{
  return outlay_database_check (ledger->database, faults, error) &&
         outlay_ingest_check (ledger->database, ledger->book, faults, error) &&
         compare_cube (ledger, faults, error);
}
