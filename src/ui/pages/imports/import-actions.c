/* import-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/import-actions.h"

#include "ui/pages/imports/rejected-window.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

#define GROUP "imports"

/* What the actions of a window work on; the group owns it. */
typedef struct
{
  GtkWidget *window; /* borrowed: it owns the group */
  OutlaySession *session;
} Actions;

/* Imports that are on their way back or forth. */
typedef struct
{
  GtkWidget *window; /* owned */
  GVariant *batches; /* owned */
  gboolean undo;
} Turn;

static void
free_turn (Turn *turn)
{
  g_object_unref (turn->window);
  g_variant_unref (turn->batches);
  g_free (turn);
}

static gboolean
turn_batches (OutlayLedger *ledger, gpointer data, GError **error)
{
  const Turn *turn = data;
  gsize n_batches;
  const gint64 *batches = g_variant_get_fixed_array (turn->batches, &n_batches, sizeof (gint64));

  for (gsize i = 0; i < n_batches; i++)
    if (turn->undo ? !outlay_ledger_undo_import (ledger, batches[i], error)
                   : !outlay_ledger_redo_import (ledger, batches[i], error))
      return FALSE;

  return TRUE;
}

static void
on_turned (GObject *source, GAsyncResult *result, gpointer data)
{
  Turn *turn = data;
  g_autoptr (GError) error = NULL;

  if (!outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    outlay_tell (turn->window,
                 turn->undo ? _ ("Could not undo the import") : _ ("Could not redo the import"),
                 error->message);
  else if (turn->undo)
    outlay_toast (turn->window, _ ("Import undone"), _ ("Redo"), GROUP ".redo", turn->batches);
  else
    outlay_toast (turn->window, _ ("Import redone"), _ ("Undo"), GROUP ".undo", turn->batches);

  free_turn (turn);
}

static void
start_turn (Actions *actions, GVariant *batches, gboolean undo)
{
  Turn *turn = g_new (Turn, 1);

  *turn = (Turn){ g_object_ref (actions->window), g_variant_ref (batches), undo };
  outlay_worker_edit_async (outlay_session_get_worker (actions->session),
                            undo ? _ ("Undo of an Import") : _ ("Redo of an Import"), turn_batches,
                            turn, NULL, NULL, on_turned, turn);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  start_turn (data, parameter, TRUE);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  start_turn (data, parameter, FALSE);
}

static void
on_rejected (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Actions *actions = data;

  outlay_rejected_window_present (GTK_WINDOW (actions->window), actions->session,
                                  g_variant_get_int64 (parameter));
}

static void
free_actions (gpointer data)
{
  Actions *actions = data;

  g_object_unref (actions->session);
  g_free (actions);
}

/**
 * outlay_import_actions_add:
 * @window: the window that gets the actions; toasts on it lead to them
 * @session: whose imports they are
 */
void
outlay_import_actions_add (GtkWidget *window, OutlaySession *session)
{
  const GActionEntry entries[] = {
    { .name = "undo", .activate = on_undo, .parameter_type = "ax" },
    { .name = "redo", .activate = on_redo, .parameter_type = "ax" },
    { .name = "rejected", .activate = on_rejected, .parameter_type = "x" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Actions *actions = g_new (Actions, 1);

  *actions = (Actions){ window, g_object_ref (session) };
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), actions);
  g_object_set_data_full (G_OBJECT (group), "outlay-actions", actions, free_actions);
  gtk_widget_insert_action_group (window, GROUP, G_ACTION_GROUP (group));
}
