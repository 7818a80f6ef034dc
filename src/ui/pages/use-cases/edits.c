/* edits.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/edits.h"

#include "ledger/outcomes.h"
#include "ledger/use-cases.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

/* One edit, for the thread that does it and for what is said afterwards. */
typedef struct
{
  char *name;
  char *new_name;
  GArray *parts;
  OutlayValueModel model;
  gboolean has_model;
  gint32 month;
  gint64 count;
  gint64 id;
  OutlayCostEntry cost;

  /* Owned references */
  GtkWidget *widget;
  char *toast;

  OutlayEditedFunc done;
  gpointer user_data;
} Edit;

static Edit *
edit_new (GtkWidget *widget, const char *name)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->widget = g_object_ref (widget);
  edit->name = g_strdup (name);
  return edit;
}

static void
edit_free (Edit *edit)
{
  g_free (edit->name);
  g_free (edit->new_name);
  g_clear_pointer (&edit->parts, g_array_unref);
  g_free (edit->cost.name);
  g_free (edit->cost.use_case);
  g_object_unref (edit->widget);
  g_free (edit->toast);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static void
on_edited (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Edit) edit = data;
  g_autoptr (GError) error = NULL;

  if (!outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error))
    {
      outlay_tell (edit->widget, _ ("Nothing was changed"), error->message);
      return;
    }

  if (edit->toast != NULL)
    outlay_toast (edit->widget, edit->toast, _ ("_Undo"), "win.undo", NULL);
  if (edit->done != NULL)
    edit->done (edit->user_data);
}

/* The worker borrows the edit: on_edited() frees it. */
static void
run (OutlaySession *session, char *label, OutlayEditFunc func, Edit *edit)
{
  outlay_worker_edit_async (outlay_session_get_worker (session), label, func, edit, NULL, NULL,
                            on_edited, edit);
  g_free (label);
}

static void
clear_part (gpointer part)
{
  g_free (((OutlayPart *) part)->feature);
}

/**
 * outlay_parts_new:
 *
 * Returns: (transfer full) (element-type OutlayPart): shares of features, none yet
 */
GArray *
outlay_parts_new (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (OutlayPart));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}

/**
 * outlay_parts_add:
 * @parts: (element-type OutlayPart): shares of features
 * @feature: name of a feature
 * @share: millionths of its spend
 */
void
outlay_parts_add (GArray *parts, const char *feature, gint32 share)
{
  OutlayPart part = { g_strdup (feature), share };

  g_array_append_val (parts, part);
}

static OutlayUseCasePart *
borrow_parts (GArray *parts)
{
  OutlayUseCasePart *borrowed = g_new0 (OutlayUseCasePart, parts->len + 1);

  for (guint i = 0; i < parts->len; i++)
    borrowed[i] = (OutlayUseCasePart){ g_array_index (parts, OutlayPart, i).feature,
                                       g_array_index (parts, OutlayPart, i).share };

  return borrowed;
}

static gboolean
add_use_case (OutlayLedger *ledger, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autofree OutlayUseCasePart *parts = borrow_parts (edit->parts);

  return outlay_ledger_add_use_case (ledger, edit->name, parts, edit->parts->len, error);
}

/**
 * outlay_add_use_case:
 * @widget: of the window that is told of a failure
 * @session: a session
 * @name: its name
 * @parts: (element-type OutlayPart): the features whose spend it bears
 * @done: (nullable): called when it is there
 * @user_data: for @done; lives as long as @widget
 */
void
outlay_add_use_case (GtkWidget *widget,
                     OutlaySession *session,
                     const char *name,
                     GArray *parts,
                     OutlayEditedFunc done,
                     gpointer user_data)
{
  Edit *edit = edit_new (widget, name);

  edit->parts = g_array_ref (parts);
  edit->done = done;
  edit->user_data = user_data;
  run (session, g_strdup_printf (_ ("Add %s"), name), add_use_case, edit);
}

static gboolean
change_use_case (OutlayLedger *ledger, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autofree OutlayUseCasePart *parts = borrow_parts (edit->parts);

  return outlay_ledger_rename_use_case (ledger, edit->name, edit->new_name, error) &&
         outlay_ledger_set_use_case_parts (ledger, edit->new_name, parts, edit->parts->len, error);
}

/**
 * outlay_change_use_case:
 * @widget: of the window that is told of a failure
 * @session: a session
 * @name: of a use case
 * @new_name: what it is called from now on
 * @parts: (element-type OutlayPart): what it bears from now on
 * @done: (nullable): called when it is changed
 * @user_data: for @done; lives as long as @widget
 */
void
outlay_change_use_case (GtkWidget *widget,
                        OutlaySession *session,
                        const char *name,
                        const char *new_name,
                        GArray *parts,
                        OutlayEditedFunc done,
                        gpointer user_data)
{
  Edit *edit = edit_new (widget, name);

  edit->new_name = g_strdup (new_name);
  edit->parts = g_array_ref (parts);
  edit->done = done;
  edit->user_data = user_data;
  run (session, g_strdup_printf (_ ("Change %s"), name), change_use_case, edit);
}

static gboolean
remove_use_case (OutlayLedger *ledger, gpointer data, GError **error)
{
  return outlay_ledger_remove_use_case (ledger, ((Edit *) data)->name, error);
}

/**
 * outlay_remove_use_case:
 * @widget: of the window that gets the toast
 * @session: a session
 * @name: of a use case
 */
void
outlay_remove_use_case (GtkWidget *widget, OutlaySession *session, const char *name)
{
  Edit *edit = edit_new (widget, name);

  edit->toast = g_strdup_printf (_ ("%s removed"), name);
  run (session, g_strdup_printf (_ ("Remove %s"), name), remove_use_case, edit);
}

static gboolean
set_value (OutlayLedger *ledger, gpointer data, GError **error)
{
  Edit *edit = data;

  return edit->has_model ? outlay_ledger_set_value (ledger, edit->name, &edit->model, error)
                         : outlay_ledger_clear_value (ledger, edit->name, error);
}

/**
 * outlay_set_value:
 * @widget: of the window that is told of a failure
 * @session: a session
 * @name: of a use case
 * @model: (nullable): how its value is estimated; %NULL: not at all
 */
void
outlay_set_value (GtkWidget *widget,
                  OutlaySession *session,
                  const char *name,
                  const OutlayValueModel *model)
{
  Edit *edit = edit_new (widget, name);

  edit->has_model = model != NULL;
  if (model != NULL)
    edit->model = *model;
  run (session, g_strdup_printf (_ ("Change value of %s"), name), set_value, edit);
}

static gboolean
set_month_outcomes (OutlayLedger *ledger, gpointer data, GError **error)
{
  Edit *edit = data;

  return outlay_ledger_set_month_outcomes (ledger, edit->name, edit->month, edit->count, error);
}

/**
 * outlay_set_month_outcomes:
 * @widget: of the window that is told of a failure
 * @session: a session
 * @name: of a use case
 * @month: months since 1970
 * @count: outcomes of the month; below 0: not known
 */
void
outlay_set_month_outcomes (GtkWidget *widget,
                           OutlaySession *session,
                           const char *name,
                           gint32 month,
                           gint64 count)
{
  Edit *edit = edit_new (widget, name);

  edit->month = month;
  edit->count = count;
  run (session, g_strdup_printf (_ ("Set outcomes of %s"), name), set_month_outcomes, edit);
}

static gboolean
add_cost (OutlayLedger *ledger, gpointer data, GError **error)
{
  gint64 id;

  return outlay_ledger_add_cost_item (ledger, &((Edit *) data)->cost, &id, error);
}

/**
 * outlay_add_cost:
 * @widget: of the window that is told of a failure
 * @session: a session
 * @entry: what to add
 * @done: (nullable): called when it is there
 * @user_data: for @done; lives as long as @widget
 */
void
outlay_add_cost (GtkWidget *widget,
                 OutlaySession *session,
                 const OutlayCostEntry *entry,
                 OutlayEditedFunc done,
                 gpointer user_data)
{
  Edit *edit = edit_new (widget, entry->name);

  edit->cost = *entry;
  edit->cost.name = g_strdup (entry->name);
  edit->cost.use_case = g_strdup (entry->use_case);
  edit->done = done;
  edit->user_data = user_data;
  run (session, g_strdup_printf (_ ("Add cost %s"), entry->name), add_cost, edit);
}

static gboolean
remove_cost (OutlayLedger *ledger, gpointer data, GError **error)
{
  return outlay_ledger_remove_cost_item (ledger, ((Edit *) data)->id, error);
}

/**
 * outlay_remove_cost:
 * @widget: of the window that gets the toast
 * @session: a session
 * @id: of a cost item
 * @name: of that item
 */
void
outlay_remove_cost (GtkWidget *widget, OutlaySession *session, gint64 id, const char *name)
{
  Edit *edit = edit_new (widget, name);

  edit->id = id;
  edit->toast = g_strdup_printf (_ ("%s removed"), name);
  run (session, g_strdup_printf (_ ("Remove cost %s"), name), remove_cost, edit);
}
