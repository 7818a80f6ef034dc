/* apply.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/apply.h"

#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget;
  char *done;
} Waiting;

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (!outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    outlay_toast (waiting->widget, error->message, NULL, NULL, NULL);
  else if (waiting->done != NULL)
    outlay_toast (waiting->widget, waiting->done, _ ("_Undo"), "win.undo", NULL);

  g_object_unref (waiting->widget);
  g_free (waiting->done);
  g_free (waiting);
}

static void
free_edit (gpointer edit)
{
  outlay_budget_edit_free (edit);
}

/**
 * outlay_budgets_apply:
 * @widget: where it comes from
 * @session: of the window
 * @edit: (transfer full): what changes; nothing is done if that is nothing
 * @label: what undo calls it
 * @done: (nullable): what a toast says when it is done, with a way back
 */
void
outlay_budgets_apply (GtkWidget *widget,
                      OutlaySession *session,
                      OutlayBudgetEdit *edit,
                      const char *label,
                      const char *done)
{
  Waiting *waiting;

  if (outlay_budget_edit_get_n_changes (edit) == 0)
    {
      outlay_budget_edit_free (edit);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->widget = g_object_ref (widget);
  waiting->done = g_strdup (done);
  outlay_worker_edit_async (outlay_session_get_worker (session), label, outlay_budget_edit_apply,
                            edit, free_edit, NULL, on_edited, waiting);
}
