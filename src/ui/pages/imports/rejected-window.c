/* rejected-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/rejected-window.h"

#include "ui/items/reject-item.h"
#include "ui/pages/imports/rejected-table.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <glib/gi18n.h>

struct _OutlayRejectedWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkWidget *export;
  GtkStack *stack;
  GtkColumnView *table;
  AdwToastOverlay *toasts;

  /* Owned references */
  OutlaySession *session;
  GListStore *rows; /* OutlayRejectItem */
};

G_DEFINE_FINAL_TYPE (OutlayRejectedWindow, outlay_rejected_window, ADW_TYPE_WINDOW)

/* What the worker reads. */
typedef struct
{
  gint64 batch;
  char *file;
  GPtrArray *rows;
} Rejected;

static void
free_rejected (gpointer data)
{
  Rejected *rejected = data;

  g_free (rejected->file);
  g_clear_pointer (&rejected->rows, g_ptr_array_unref);
  g_free (rejected);
}

static char *
find_file (OutlayLedger *ledger, gint64 batch, GError **error)
{
  g_autoptr (GPtrArray) imports = outlay_ledger_imports (ledger, error);

  for (guint i = 0; imports != NULL && i < imports->len; i++)
    {
      const OutlayImported *imported = imports->pdata[i];

      if (imported->batch == batch)
        return g_path_get_basename (imported->path);
    }

  return NULL;
}

static gpointer
read_rejected (OutlayLedger *ledger, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *header = NULL;
  Rejected *rejected = g_new0 (Rejected, 1);

  rejected->rows =
      outlay_ledger_rejected_rows (ledger, ((const Rejected *) data)->batch, &header, error);
  if (rejected->rows != NULL)
    rejected->file = find_file (ledger, ((const Rejected *) data)->batch, error);
  if (rejected->file != NULL)
    return rejected;

  free_rejected (rejected);
  return NULL;
}

static void
on_rejected_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayRejectedWindow) self = data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;
  Rejected *rejected;

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &value, &error))
    {
      outlay_tell (GTK_WIDGET (self), _ ("Could not read the rows"), error->message);
      return;
    }

  rejected = value;
  if (self->rows != NULL && rejected != NULL)
    {
      adw_window_title_set_subtitle (self->title, rejected->file);
      outlay_reject_items_append (self->rows, rejected->file, rejected->rows,
                                  outlay_session_get_wording (self->session));
      gtk_widget_set_sensitive (self->export, rejected->rows->len > 0);
      gtk_stack_set_visible_child_name (self->stack, "rows");
    }
  g_clear_pointer (&rejected, free_rejected);
}

static void
on_export (OutlayRejectedWindow *self)
{
  outlay_rejected_table_save (GTK_WINDOW (self), G_LIST_MODEL (self->rows));
}

static void
outlay_rejected_window_dispose (GObject *object)
{
  OutlayRejectedWindow *self = OUTLAY_REJECTED_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_REJECTED_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (outlay_rejected_window_parent_class)->dispose (object);
}

static void
outlay_rejected_window_class_init (OutlayRejectedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_rejected_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/rejected-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, export);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayRejectedWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_rejected_window_init (OutlayRejectedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (OUTLAY_TYPE_REJECT_ITEM);
  outlay_rejected_table_set_up (self->table, G_LIST_MODEL (self->rows), /* with_file: */ FALSE);
  outlay_toast_set_overlay (GTK_WINDOW (self), self->toasts);
}

/**
 * outlay_rejected_window_present:
 * @parent: the window over which it opens
 * @session: whose import it is
 * @batch: of an import
 */
void
outlay_rejected_window_present (GtkWindow *parent, OutlaySession *session, gint64 batch)
{
  OutlayRejectedWindow *self =
      g_object_new (OUTLAY_TYPE_REJECTED_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  Rejected *wanted = g_new0 (Rejected, 1);

  self->session = g_object_ref (session);
  wanted->batch = batch;
  outlay_worker_run_async (outlay_session_get_worker (session), OUTLAY_WORK_READ, read_rejected,
                           wanted, free_rejected, free_rejected, NULL, on_rejected_read,
                           g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
