/* undo.c – commands: edits that can be taken back, and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ledger/undo.h"

#include "ledger/import.h"
#include "ledger/ledger-private.h"
#include "store/undo.h"
#include "store/watch.h"

#include <glib/gi18n.h>

/**
 * outlay_ledger_enable_undo:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * From now on, what the commands of this ledger change can be undone.
 */
gboolean
outlay_ledger_enable_undo (OutlayLedger *ledger, GError **error)
{
  if (!ledger->undo && !outlay_undo_enable (ledger->database, error))
    return FALSE;

  ledger->undo = TRUE;
  return TRUE;
}

/**
 * outlay_ledger_begin_edit:
 * @ledger: a ledger
 * @error: return location for an #OutlayStoreError
 *
 * What follows, up to outlay_ledger_end_edit(), is one edit: one transaction, and
 * one step to undo. Of commands without an edit around them, or before it, all until
 * then are one step.
 */
gboolean
outlay_ledger_begin_edit (OutlayLedger *ledger, GError **error)
{
  return outlay_ledger_close_step (ledger, NULL, error) &&
         outlay_database_begin (ledger->database, error);
}

/**
 * outlay_ledger_end_edit:
 * @ledger: a ledger, in an edit
 * @label: what the user has done, as a menu says it after “Undo”
 * @done: %FALSE to take the edit back
 * @error: return location for an #OutlayStoreError
 *
 * A command that has failed leaves nothing; what stands beside it is for @done to say.
 *
 * Returns: %TRUE if it is @done, and in the store
 */
gboolean
outlay_ledger_end_edit (OutlayLedger *ledger, const char *label, gboolean done, GError **error)
{
  gboolean whole = outlay_database_in_transaction (ledger->database);

  if (done && whole && outlay_ledger_close_step (ledger, label, error))
    return outlay_database_commit (ledger->database, error);

  if (done && !whole)
    g_set_error_literal (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAILED,
                         _ ("The change could not be made as a whole"));
  outlay_database_rollback (ledger->database);
  return FALSE;
}

/**
 * outlay_ledger_close_step:
 * @ledger: a ledger
 * @label: (nullable): what the user has done; %NULL for an unnamed change
 * @error: return location for an #OutlayStoreError
 *
 * Makes one step of what has changed since the last one, if undo is enabled. It is
 * for commands that cannot be in an edit, as imports of several files.
 */
gboolean
outlay_ledger_close_step (OutlayLedger *ledger, const char *label, GError **error)
{
  if (!ledger->undo)
    return TRUE;

  return outlay_undo_close_step (ledger->database, label != NULL ? label : _ ("Last Change"),
                                 OUTLAY_MAX_STEPS, error);
}

static gboolean
has_step (OutlayLedger *ledger, gboolean undone, char **label)
{
  g_autofree char *found = NULL;
  gint64 step;

  if (!ledger->undo || !outlay_undo_find_step (ledger->database, undone, &step, &found, NULL) ||
      step == 0)
    return FALSE;

  if (label != NULL)
    *label = g_steal_pointer (&found);
  return TRUE;
}

/**
 * outlay_ledger_can_undo:
 * @ledger: a ledger
 * @label: (out) (optional) (transfer full): what would be undone
 *
 * Returns: %FALSE if there is nothing; @label is untouched then
 */
gboolean
outlay_ledger_can_undo (OutlayLedger *ledger, char **label)
{
  return has_step (ledger, /* undone: */ FALSE, label);
}

/**
 * outlay_ledger_can_redo:
 * @ledger: a ledger
 * @label: (out) (optional) (transfer full): what would be done again
 *
 * Returns: %FALSE if there is nothing; @label is untouched then
 */
gboolean
outlay_ledger_can_redo (OutlayLedger *ledger, char **label)
{
  return has_step (ledger, /* undone: */ TRUE, label);
}

static gboolean
run_entry (OutlayLedger *ledger, const OutlayUndoEntry *entry, GError **error)
{
  if (entry->batch == 0)
    return outlay_undo_change_back (ledger->database, entry, error);
  if (entry->undone)
    return outlay_ledger_undo_import (ledger, entry->batch, error);

  return outlay_ledger_redo_import (ledger, entry->batch, error);
}

static gboolean
run_step (OutlayLedger *ledger, gint64 step, gboolean undone, GError **error)
{
  g_autoptr (GPtrArray) entries = outlay_undo_take_entries (ledger->database, step, error);

  if (entries == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!run_entry (ledger, entries->pdata[i], error))
      return FALSE;

  return outlay_undo_turn_step (ledger->database, step, undone, entries->len, error);
}

static gboolean
turn (OutlayLedger *ledger, gboolean undone, char **label, GError **error)
{
  g_autofree char *found = NULL;
  gint64 step = 0;

  if (!outlay_ledger_close_step (ledger, NULL, error) ||
      (ledger->undo && !outlay_undo_find_step (ledger->database, !undone, &step, &found, error)))
    return FALSE;

  if (step == 0)
    {
      g_set_error_literal (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_NOT_FOUND,
                           undone ? _ ("There is nothing to undo.")
                                  : _ ("There is nothing to redo."));
      return FALSE;
    }

  if (!outlay_database_begin (ledger->database, error))
    return FALSE;

  if (!run_step (ledger, step, undone, error))
    {
      outlay_database_rollback (ledger->database);
      g_prefix_error (error, "%s: ", found);
      return FALSE;
    }

  if (!outlay_database_commit (ledger->database, error))
    return FALSE;

  if (label != NULL)
    *label = g_steal_pointer (&found);
  return TRUE;
}

/**
 * outlay_ledger_undo:
 * @ledger: a ledger
 * @label: (out) (optional) (transfer full): what was undone
 * @error: return location for an error; %OUTLAY_STORE_ERROR_CONFLICT if something else
 *   has changed the same since: nothing is changed then, and the step stays
 */
gboolean
outlay_ledger_undo (OutlayLedger *ledger, char **label, GError **error)
{
  return turn (ledger, /* undone: */ TRUE, label, error);
}

/**
 * outlay_ledger_redo:
 * @ledger: a ledger
 * @label: (out) (optional) (transfer full): what was done again
 * @error: return location for an error, as of outlay_ledger_undo()
 */
gboolean
outlay_ledger_redo (OutlayLedger *ledger, char **label, GError **error)
{
  return turn (ledger, /* undone: */ FALSE, label, error);
}
