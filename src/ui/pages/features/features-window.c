/* features-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/features-window.h"

#include "ledger/rules.h"
#include "ledger/unassigned.h"
#include "ui/pages/features/feature-pane.h"
#include "ui/pages/features/unassigned-pane.h"
#include "ui/widgets/toast.h"

#define WINDOW_KEY "outlay-features-window"
#define NARROW_WIDTH 720 /* below it, one pane at a time */

struct _OutlayFeaturesWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget *title;
  GtkWidget *switcher;
  GtkToggleButton *show_unassigned;
  GtkToggleButton *show_features;
  AdwToastOverlay *toasts;
  OutlayUnassignedPane *unassigned;
  OutlayFeaturePane *features;

  /* Owned references */
  OutlaySession *session;
  GCancellable *loading; /* NULL if nothing is being read */

  guint relayout; /* source; 0 if the panes are as the width wants them */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (OutlayFeaturesWindow, outlay_features_window, ADW_TYPE_WINDOW)

/* What the worker reads. */
typedef struct
{
  OutlayUnassigned *unassigned;
  GPtrArray *rules;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->unassigned, outlay_unassigned_free);
  g_clear_pointer (&reading->rules, g_ptr_array_unref);
  g_free (reading);
}

static gpointer
read_spend (OutlayLedger *ledger, gpointer field, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->unassigned = outlay_ledger_unassigned (ledger, field, error);
  if (reading->unassigned != NULL)
    reading->rules = outlay_ledger_list_rules (ledger, error);
  if (reading->rules != NULL)
    return reading;

  free_reading (reading);
  return NULL;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayFeaturesWindow) self = data;
  g_autoptr (GError) error = NULL;
  gpointer value = NULL;
  Reading *reading;

  if (!outlay_worker_run_finish (OUTLAY_WORKER (source), result, &value, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
      return;
    }

  reading = value;
  if (self->session != NULL && outlay_session_get_snapshot (self->session) != NULL)
    {
      g_clear_object (&self->loading);
      outlay_unassigned_pane_show (self->unassigned, self->session, reading->unassigned);
      outlay_feature_pane_show (self->features, self->session, reading->rules);
    }
  free_reading (reading);
}

static void
read_again (OutlayFeaturesWindow *self)
{
  if (outlay_session_get_snapshot (self->session) == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  outlay_worker_run_async (outlay_session_get_worker (self->session), OUTLAY_WORK_READ, read_spend,
                           g_strdup (outlay_unassigned_pane_get_field (self->unassigned)), g_free,
                           free_reading, self->loading, on_read, g_object_ref (self));
}

static void
on_field_chosen (OutlayFeaturesWindow *self)
{
  read_again (self);
}

static void
show_panes (OutlayFeaturesWindow *self)
{
  gboolean unassigned = gtk_toggle_button_get_active (self->show_unassigned);

  gtk_widget_set_visible (self->switcher, self->narrow);
  gtk_widget_set_visible (self->title, !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->unassigned), !self->narrow || unassigned);
  gtk_widget_set_visible (GTK_WIDGET (self->features), !self->narrow || !unassigned);
}

static void
on_switched (OutlayFeaturesWindow *self)
{
  show_panes (self);
}

static gboolean
on_relayout (gpointer data)
{
  OutlayFeaturesWindow *self = data;

  self->relayout = 0;
  show_panes (self);
  return G_SOURCE_REMOVE;
}

static void
outlay_features_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  OutlayFeaturesWindow *self = OUTLAY_FEATURES_WINDOW (widget);
  gboolean narrow = width < NARROW_WIDTH;

  GTK_WIDGET_CLASS (outlay_features_window_parent_class)
      ->size_allocate (widget, width, height, baseline);

  /* What is visible cannot be changed in the middle of this. */
  if (narrow != self->narrow && self->relayout == 0)
    self->relayout = g_idle_add (on_relayout, self);
  self->narrow = narrow;
}

static void
outlay_features_window_dispose (GObject *object)
{
  OutlayFeaturesWindow *self = OUTLAY_FEATURES_WINDOW (object);

  g_clear_handle_id (&self->relayout, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_FEATURES_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_features_window_parent_class)->dispose (object);
}

static void
outlay_features_window_class_init (OutlayFeaturesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_features_window_dispose;
  widget_class->size_allocate = outlay_features_window_size_allocate;

  g_type_ensure (OUTLAY_TYPE_FEATURE_PANE);
  g_type_ensure (OUTLAY_TYPE_UNASSIGNED_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/features-window.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, show_unassigned);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, show_features);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, unassigned);
  gtk_widget_class_bind_template_child (widget_class, OutlayFeaturesWindow, features);
  gtk_widget_class_bind_template_callback (widget_class, on_field_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
outlay_features_window_init (OutlayFeaturesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_toast_set_overlay (GTK_WINDOW (self), self->toasts);
}

static OutlayFeaturesWindow *
make_window (GtkWindow *parent, OutlaySession *session)
{
  OutlayFeaturesWindow *self =
      g_object_new (OUTLAY_TYPE_FEATURES_WINDOW, "transient-for", parent, "destroy-with-parent",
                    TRUE, "application", gtk_window_get_application (parent), NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);

  /* Undo and redo are the parent's, here too. */
  if (G_IS_ACTION_GROUP (parent))
    gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
  read_again (self);
  return self;
}

static void
forget_window (OutlayFeaturesWindow *self, GObject *parent)
{
  g_object_set_data (parent, WINDOW_KEY, NULL);
}

/**
 * outlay_features_window_present:
 * @parent: the window that it belongs to; there is one for each
 * @session: whose spend it is
 */
void
outlay_features_window_present (GtkWindow *parent, OutlaySession *session)
{
  OutlayFeaturesWindow *self = g_object_get_data (G_OBJECT (parent), WINDOW_KEY);

  if (self == NULL)
    {
      self = make_window (parent, session);
      g_object_set_data (G_OBJECT (parent), WINDOW_KEY, self);
      g_signal_connect_object (self, "destroy", G_CALLBACK (forget_window), parent, 0);
    }

  gtk_window_present (GTK_WINDOW (self));
}
