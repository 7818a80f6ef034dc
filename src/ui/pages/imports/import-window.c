/* import-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/import-window.h"

#include "ui/pages/imports/review-view.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"
#include "wording/number.h"

#include <glib/gi18n.h>

#define TICK_MSEC 100

struct _OutlayImportWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle *title;
  GtkButton *import;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkLabel *doing;
  GtkProgressBar *bar;
  GtkLabel *amount;
  GtkLabel *promise;
  OutlayReviewView *review;

  /* Owned references */
  OutlaySession *session;
  OutlayImportOrder *order;

  guint ticking;      /* source; 0 if nothing runs */
  gboolean importing; /* what runs is the import, not the review */
};

static guint done_signal;

G_DEFINE_FINAL_TYPE (OutlayImportWindow, outlay_import_window, ADW_TYPE_WINDOW)

static void start_review (OutlayImportWindow *self);

static void
name_files (OutlayImportWindow *self)
{
  GPtrArray *files = outlay_import_order_get_files (self->order);
  g_autofree char *title = NULL;

  if (files->len == 1)
    {
      const OutlayOrderedFile *file = files->pdata[0];
      g_autofree char *name = g_path_get_basename (file->path);

      title = g_strdup_printf (_ ("Import %s"), name);
    }
  else
    title =
        g_strdup_printf (ngettext ("Import %u File", "Import %u Files", files->len), files->len);

  adw_window_title_set_title (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_progress (OutlayImportWindow *self)
{
  goffset done, total;
  g_autofree char *path = outlay_import_order_get_progress (self->order, &done, &total);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *read = g_format_size ((guint64) done);
  g_autofree char *all = g_format_size ((guint64) MAX (done, total));
  g_autofree char *amount = NULL;

  if (name != NULL)
    {
      g_autofree char *doing =
          g_strdup_printf (self->importing ? _ ("Importing %s") : _ ("Reading %s"), name);

      gtk_label_set_label (self->doing, doing);
    }

  if (total > 0)
    {
      gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) done / (double) total));
      /* Translators: sizes, as in "12 MB of 40 MB" */
      amount = g_strdup_printf (_ ("%s of %s"), read, all);
    }
  else
    {
      gtk_progress_bar_pulse (self->bar);
      amount = g_strdup_printf (_ ("%s read"), read);
    }

  gtk_label_set_label (self->amount, done > 0 ? amount : "");
}

static gboolean
on_tick (gpointer data)
{
  show_progress (data);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (OutlayImportWindow *self, gboolean importing)
{
  self->importing = importing;
  outlay_import_order_begin (self->order);
  adw_window_title_set_subtitle (self->title,
                                 importing ? _ ("Importing") : _ ("Step 1 of 2: read"));
  gtk_widget_set_visible (GTK_WIDGET (self->import), FALSE);
  gtk_label_set_label (self->doing, importing ? _ ("Importing…") : _ ("Reading…"));
  gtk_label_set_label (self->amount, "");
  gtk_label_set_label (self->promise, importing
                                          ? _ ("Cancel leaves everything as it was")
                                          : _ ("Nothing is changed until you review the rows"));
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  if (self->ticking == 0)
    self->ticking = g_timeout_add (TICK_MSEC, on_tick, self);
}

static void
end_work (OutlayImportWindow *self)
{
  g_clear_handle_id (&self->ticking, g_source_remove);
}

static void
label_button (OutlayImportWindow *self)
{
  gint64 n_rows = outlay_review_view_get_n_rows (self->review);
  gboolean can_import = outlay_review_view_can_import (self->review);
  g_autofree char *count =
      outlay_wording_count (outlay_session_get_wording (self->session), n_rows);
  g_autofree char *label = NULL;

  if (n_rows > 0)
    label =
        g_strdup_printf (ngettext ("_Import %s Row", "_Import %s Rows", (gulong) n_rows), count);
  else
    label = g_strdup (can_import ? _ ("_Import") : _ ("Nothing to Import"));

  gtk_button_set_label (self->import, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), can_import);
  gtk_widget_set_visible (GTK_WIDGET (self->import), TRUE);
  if (can_import)
    {
      gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->import));
      gtk_widget_grab_focus (GTK_WIDGET (self->import));
    }
}

static void
on_reviewed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  gpointer review = NULL;
  gboolean done = outlay_worker_run_finish (OUTLAY_WORKER (source), result, &review, &error);

  end_work (self);
  if (self->order == NULL || outlay_import_order_is_stopped (self->order))
    {
      g_clear_pointer (&review, outlay_review_free);
      return;
    }

  if (!done)
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

      gtk_window_destroy (GTK_WINDOW (self));
      outlay_tell (GTK_WIDGET (parent), _ ("Could not look at the files"), error->message);
      return;
    }

  outlay_import_order_take_paths (self->order, review);
  outlay_review_view_set (self->review, self->session, self->order, review);
  name_files (self);
  adw_window_title_set_subtitle (self->title, _ ("Step 2 of 2: review"));
  gtk_stack_set_visible_child_name (self->stack, "review");
  label_button (self);
  if (!outlay_review_view_can_import (self->review))
    adw_window_title_set_subtitle (self->title, _ ("Nothing new in this file"));
}

static void
start_review (OutlayImportWindow *self)
{
  begin_work (self, /* importing: */ FALSE);
  outlay_worker_run_async (outlay_session_get_worker (self->session), OUTLAY_WORK_READ,
                           outlay_import_order_review, outlay_import_order_ref (self->order),
                           (GDestroyNotify) outlay_import_order_unref,
                           (GDestroyNotify) outlay_review_free, NULL, on_reviewed,
                           g_object_ref (self));
}

static void
on_review_changed (OutlayImportWindow *self)
{
  start_review (self);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = outlay_worker_edit_finish (OUTLAY_WORKER (source), result, &error);
  GtkWidget *parent;

  end_work (self);
  if (self->order == NULL)
    return;

  parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  if (done)
    g_signal_emit (self, done_signal, 0, outlay_import_order_get_results (self->order));
  gtk_window_destroy (GTK_WINDOW (self));
  if (!done && parent != NULL && !outlay_import_order_is_stopped (self->order))
    outlay_tell (parent, _ ("Could not import"), error->message);
}

static void
on_import (OutlayImportWindow *self)
{
  begin_work (self, /* importing: */ TRUE);
  outlay_worker_edit_async (outlay_session_get_worker (self->session), _ ("Import"),
                            outlay_import_order_perform, outlay_import_order_ref (self->order),
                            (GDestroyNotify) outlay_import_order_unref, NULL, on_imported,
                            g_object_ref (self));
}

/* While the import runs the window waits for it to stop: it may be through already. */
static gboolean
outlay_import_window_close_request (GtkWindow *window)
{
  OutlayImportWindow *self = OUTLAY_IMPORT_WINDOW (window);

  outlay_import_order_stop (self->order);
  if (self->ticking != 0 && self->importing)
    {
      gtk_label_set_label (self->doing, _ ("Stopping…"));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (outlay_import_window_parent_class)->close_request (window);
}

static void
outlay_import_window_dispose (GObject *object)
{
  OutlayImportWindow *self = OUTLAY_IMPORT_WINDOW (object);

  end_work (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_IMPORT_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_import_window_parent_class)->dispose (object);
}

static void
outlay_import_window_finalize (GObject *object)
{
  OutlayImportWindow *self = OUTLAY_IMPORT_WINDOW (object);

  g_clear_pointer (&self->order, outlay_import_order_unref);

  G_OBJECT_CLASS (outlay_import_window_parent_class)->finalize (object);
}

static void
outlay_import_window_class_init (OutlayImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_import_window_dispose;
  object_class->finalize = outlay_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = outlay_import_window_close_request;

  /**
   * OutlayImportWindow::done:
   * @results: (element-type OutlayImported): what became of the files
   */
  done_signal = g_signal_new ("done", OUTLAY_TYPE_IMPORT_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (OUTLAY_TYPE_REVIEW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, import);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, doing);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, promise);
  gtk_widget_class_bind_template_child (widget_class, OutlayImportWindow, review);
  gtk_widget_class_bind_template_callback (widget_class, on_import);
  gtk_widget_class_bind_template_callback (widget_class, on_review_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
outlay_import_window_init (OutlayImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_toast_set_overlay (GTK_WINDOW (self), self->toasts);
}

/**
 * outlay_import_window_new:
 * @parent: the window over which it opens
 * @session: where the files go
 * @order: which files, and how
 *
 * It begins to read at once.
 *
 * Returns: (transfer none): a window; “done” is emitted when the files are in
 */
OutlayImportWindow *
outlay_import_window_new (GtkWindow *parent, OutlaySession *session, OutlayImportOrder *order)
{
  OutlayImportWindow *self =
      g_object_new (OUTLAY_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->order = outlay_import_order_ref (order);
  name_files (self);
  start_review (self);
  return self;
}
