/* rule-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/rule-edit.h"

#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *widget; /* owned */
  char *told;
} Edit;

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  Edit *edit = data;
  g_autoptr (GError) error = NULL;

  if (outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    outlay_toast (edit->widget, edit->told, _ ("Undo"), "win.undo", NULL);
  else
    outlay_tell (edit->widget, _ ("Nothing was changed"), error->message);

  g_object_unref (edit->widget);
  g_free (edit->told);
  g_free (edit);
}

/**
 * outlay_feature_edit:
 * @widget: a widget of the window that tells of it
 * @session: whose store it is
 * @func: does it, on the worker's thread
 * @data: (transfer full): for @func
 * @destroy: frees @data
 * @label: what the user does, as a menu says it after “Undo”
 * @told: what has happened, for the toast
 */
void
outlay_feature_edit (GtkWidget *widget,
                     OutlaySession *session,
                     OutlayEditFunc func,
                     gpointer data,
                     GDestroyNotify destroy,
                     const char *label,
                     const char *told)
{
  Edit *edit = g_new (Edit, 1);

  *edit = (Edit){ g_object_ref (widget), g_strdup (told) };
  outlay_worker_edit_async (outlay_session_get_worker (session), label, func, data, destroy, NULL,
                            on_edited, edit);
}

static gboolean
change_rules (OutlayLedger *ledger, gpointer data, GError **error)
{
  return outlay_ledger_change_rules (ledger, data, error);
}

/**
 * outlay_rule_edit:
 * @widget: a widget of the window that tells of it
 * @session: whose rules they are
 * @change: (transfer full): what is to change
 * @label: what the user does, as a menu says it after “Undo”
 * @told: what has happened, for the toast
 */
void
outlay_rule_edit (GtkWidget *widget,
                  OutlaySession *session,
                  OutlayRuleChange *change,
                  const char *label,
                  const char *told)
{
  outlay_feature_edit (widget, session, change_rules, change,
                       (GDestroyNotify) outlay_rule_change_free, label, told);
}
