/* window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window.h"

#include "ui/states.h"
#include "ui/widgets/toast.h"
#include "ui/window-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_SESSION = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (OutlayWindow, outlay_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* NULL where there is none of that name. */
const OutlayPlace *
outlay_window_find_place (const char *id)
{
  const OutlayPlace *places;
  gsize n_places;

  places = outlay_places (&n_places);
  for (gsize i = 0; i < n_places; i++)
    if (g_strcmp0 (places[i].id, id) == 0)
      return &places[i];

  return NULL;
}

static void
show_place (OutlayWindow *self)
{
  const OutlayPlace *place = outlay_window_find_place (self->place);

  if (outlay_session_get_snapshot (self->session) == NULL)
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "-failed") != 0)
        gtk_stack_set_visible_child_name (self->stack, "-loading");
    }
  else if (outlay_session_is_empty (self->session) && !place->works_empty)
    gtk_stack_set_visible_child_name (self->stack, "-first-run");
  else
    gtk_stack_set_visible_child_name (self->stack, place->id);

  outlay_sidebar_select (self->sidebar, place->id);
  outlay_window_update_header (self);
  outlay_window_update_actions (self);
}

static void
hand_over_files (OutlayWindow *self)
{
  g_autoptr (GListStore) files = NULL;

  if (self->waiting == NULL || outlay_session_get_snapshot (self->session) == NULL)
    return;

  files = g_steal_pointer (&self->waiting);
  outlay_window_open (self, "imports", "");
  outlay_page_take_files (outlay_window_get_page (self), G_LIST_MODEL (files));
}

static void
on_session_changed (OutlayWindow *self)
{
  show_place (self);
  hand_over_files (self);
}

static void
on_collapsed (OutlayWindow *self)
{
  gboolean narrow = outlay_split_get_collapsed (self->split);
  const OutlayPlace *places;
  gsize n_places;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  outlay_window_update_header (self);
  places = outlay_places (&n_places);
  for (gsize i = 0; i < n_places; i++)
    outlay_page_set_narrow (OUTLAY_PAGE (gtk_stack_get_child_by_name (self->stack, places[i].id)),
                            narrow);
}

static void
on_sidebar_shown (OutlayWindow *self)
{
  if (!outlay_split_get_collapsed (self->split) && self->settings != NULL)
    g_settings_set_boolean (self->settings, "sidebar-visible",
                            outlay_split_get_show_sidebar (self->split));
  outlay_window_update_header (self);
}

static gboolean
on_dropped (OutlayWindow *self, const GValue *value)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_list_store_append (files, file->data);
  outlay_window_take_files (self, G_LIST_MODEL (files));
  return TRUE;
}

/* The figures on the screen are those of before, and say so. */
static void
on_worker_failed (OutlayWindow *self, const GError *error)
{
  outlay_window_set_banner (self, error->message, NULL, NULL);
}

static void
add_pages (OutlayWindow *self)
{
  const OutlayPlace *places;
  gsize n_places;

  gtk_stack_add_named (self->stack, outlay_loading_state_new (), "-loading");
  gtk_stack_add_named (self->stack, outlay_first_run_state_new (), "-first-run");

  places = outlay_places (&n_places);
  for (gsize i = 0; i < n_places; i++)
    {
      OutlayPage *page = g_object_new (places[i].get_type (), "session", self->session, "title",
                                       _ (places[i].title), NULL);

      gtk_stack_add_named (self->stack, GTK_WIDGET (page), places[i].id);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (outlay_window_update_header),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::in-level", G_CALLBACK (outlay_window_update_header),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::in-level", G_CALLBACK (outlay_window_update_actions),
                               self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::header-start",
                               G_CALLBACK (outlay_window_update_header), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::header-end", G_CALLBACK (outlay_window_update_header),
                               self, G_CONNECT_SWAPPED);
    }
}

static gboolean
outlay_window_close_request (GtkWindow *window)
{
  outlay_window_remember (OUTLAY_WINDOW (window));
  return GTK_WINDOW_CLASS (outlay_window_parent_class)->close_request (window);
}

static void
outlay_window_constructed (GObject *object)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  G_OBJECT_CLASS (outlay_window_parent_class)->constructed (object);

  outlay_window_init_actions (self);
  add_pages (self);
  outlay_toast_set_overlay (GTK_WINDOW (self), self->toasts);
  outlay_sidebar_set_session (self->sidebar, self->session);
  outlay_month_stepper_set_session (self->stepper, self->session);
  gtk_menu_button_set_menu_model (self->menu_button, outlay_sidebar_get_menu (self->sidebar));
  outlay_window_restore (self);

  g_signal_connect_swapped (drop, "drop", G_CALLBACK (on_dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  g_signal_connect_object (outlay_session_get_worker (self->session), "failed",
                           G_CALLBACK (on_worker_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_session_get_worker (self->session), "notify::busy",
                           G_CALLBACK (outlay_window_on_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  show_place (self);
  outlay_sidebar_take_focus (self->sidebar);
}

static void
outlay_window_dispose (GObject *object)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (outlay_session_get_worker (self->session), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_object (&self->waiting);
  g_clear_pointer (&self->place, g_free);

  G_OBJECT_CLASS (outlay_window_parent_class)->dispose (object);
}

static void
outlay_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  OutlayWindow *self = OUTLAY_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, OutlayWindow, split);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, header);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, title);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, sidebar_button);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, back_button);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, stepper);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, stepper_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, start_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, end_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, narrow_stepper_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, narrow_start_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, narrow_end_place);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, narrow_actions);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, spinner);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, banner);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, banner_text);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, banner_button);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, toasts);
  gtk_widget_class_bind_template_child (klass, OutlayWindow, stack);
  gtk_widget_class_bind_template_callback (klass, on_collapsed);
  gtk_widget_class_bind_template_callback (klass, on_sidebar_shown);
}

static void
outlay_window_class_init (OutlayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = outlay_window_constructed;
  object_class->dispose = outlay_window_dispose;
  object_class->set_property = outlay_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = outlay_window_close_request;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OUTLAY_TYPE_SPLIT);
  g_type_ensure (OUTLAY_TYPE_SIDEBAR);
  g_type_ensure (OUTLAY_TYPE_MONTH_STEPPER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/window.ui");
  bind_children (widget_class);
}

static void
outlay_window_init (OutlayWindow *self)
{
  self->place = g_strdup ("overview");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The page of the place that is shown, also while it is covered by a state. */
OutlayPage *
outlay_window_get_page (OutlayWindow *self)
{
  return OUTLAY_PAGE (gtk_stack_get_child_by_name (self->stack, self->place));
}

/**
 * outlay_window_new:
 * @application: the application
 * @session: what the window shows
 *
 * Returns: (transfer none): a window, owned by GTK
 */
OutlayWindow *
outlay_window_new (GtkApplication *application, OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_WINDOW, "application", application, "session", session, NULL);
}

/**
 * outlay_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it shows
 */
OutlaySession *
outlay_window_get_session (OutlayWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * outlay_window_open:
 * @self: a window
 * @id: of a place
 * @name: of a thing in it, "" for its top level
 *
 * Returns: whether it is shown
 */
gboolean
outlay_window_open (OutlayWindow *self, const char *id, const char *name)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), FALSE);

  if (outlay_window_find_place (id) == NULL)
    return FALSE;

  g_free (self->place);
  self->place = g_strdup (id);
  show_place (self);
  if (outlay_split_get_collapsed (self->split))
    outlay_split_set_show_sidebar (self->split, FALSE);

  return outlay_page_go_to (outlay_window_get_page (self), name);
}

/**
 * outlay_window_take_files:
 * @self: a window
 * @files: of #GFile: to import, as soon as the store is open
 */
void
outlay_window_take_files (OutlayWindow *self, GListModel *files)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (self));

  if (self->waiting == NULL)
    self->waiting = g_list_store_new (G_TYPE_FILE);
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_list_store_append (self->waiting, file);
    }
  hand_over_files (self);
}

/**
 * outlay_window_fail:
 * @self: a window
 * @error: why its store could not be opened
 */
void
outlay_window_fail (OutlayWindow *self, const GError *error)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (self));

  if (!outlay_window_has_failed (self))
    gtk_stack_add_named (self->stack, outlay_failed_state_new (error), "-failed");
  gtk_stack_set_visible_child_name (self->stack, "-failed");
}

/**
 * outlay_window_has_failed:
 * @self: a window
 *
 * Returns: whether its store could not be opened
 */
gboolean
outlay_window_has_failed (OutlayWindow *self)
{
  g_return_val_if_fail (OUTLAY_IS_WINDOW (self), FALSE);

  return gtk_stack_get_child_by_name (self->stack, "-failed") != NULL;
}
