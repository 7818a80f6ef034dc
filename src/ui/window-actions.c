/* window-actions.c – what can be done in a window, by menu, key, button or D-Bus
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/about-window.h"
#include "ui/compat.h"
#include "ui/pages/features/features-window.h"
#include "ui/preferences-window.h"
#include "ui/report-export.h"
#include "ui/shortcuts-window.h"
#include "ui/widgets/toast.h"
#include "ui/window-private.h"

#include <glib/gi18n.h>

static void
on_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_window_open (data, g_variant_get_string (parameter, NULL), "");
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *id, *name;

  g_variant_get (parameter, "(&s&s)", &id, &name);
  outlay_window_open (data, id, name);
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_page_go_back (outlay_window_get_page (data));
}

static void
on_files_chosen (GListModel *files, gpointer data)
{
  outlay_window_take_files (data, files);
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_open_files (data, _ ("Import"), on_files_chosen, data);
}

static void
on_features (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_features_window_present (data, OUTLAY_WINDOW (data)->session);
}

static void
on_previous_month (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlaySession *session = OUTLAY_WINDOW (data)->session;

  outlay_session_set_month (session, outlay_session_get_month (session) - 1);
}

static void
on_next_month (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlaySession *session = OUTLAY_WINDOW (data)->session;

  outlay_session_set_month (session, outlay_session_get_month (session) + 1);
}

static void
on_toggle_sidebar (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlaySplit *split = OUTLAY_WINDOW (data)->split;

  outlay_split_set_show_sidebar (split, !outlay_split_get_show_sidebar (split));
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
  else
    outlay_sidebar_open_menu (self->sidebar);
}

static void
tell_outcome (OutlayWindow *self,
              const char *text,
              const GError *error,
              const char *button,
              const char *action)
{
  if (error != NULL)
    outlay_toast (GTK_WIDGET (self), error->message, NULL, NULL, NULL);
  else
    outlay_toast (GTK_WIDGET (self), text, button, action, NULL);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = outlay_worker_undo_finish (OUTLAY_WORKER (source), result, &error);
  /* Translators: %s is an edit, as in "Undone: Set budget of Search" */
  g_autofree char *text = g_strdup_printf (_ ("Undone: %s"), label != NULL ? label : "");

  tell_outcome (self, text, error, _ ("Redo"), "win.redo");
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = outlay_worker_redo_finish (OUTLAY_WORKER (source), result, &error);
  /* Translators: %s is an edit, as in "Redone: Set budget of Search" */
  g_autofree char *text = g_strdup_printf (_ ("Redone: %s"), label != NULL ? label : "");

  tell_outcome (self, text, error, _ ("Undo"), "win.undo");
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = data;

  outlay_worker_undo_async (outlay_session_get_worker (self->session), on_undone,
                            g_object_ref (self));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = data;

  outlay_worker_redo_async (outlay_session_get_worker (self->session), on_redone,
                            g_object_ref (self));
}

static void
on_export_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_export_report (data, OUTLAY_WINDOW (data)->session);
}

static void
on_open_file (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  outlay_launch_file (data, file);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = data;

  outlay_preferences_window_present (data, self->session, self->settings);
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_shortcuts_window_present (data);
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  outlay_about_window_present (data);
}

static void
enable (OutlayWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Which actions make sense now. */
void
outlay_window_update_actions (OutlayWindow *self)
{
  OutlayWorker *worker = outlay_session_get_worker (self->session);
  OutlayPage *page = outlay_window_get_page (self);
  gboolean open = outlay_session_get_snapshot (self->session) != NULL;
  gboolean empty = outlay_session_is_empty (self->session);
  gint32 month = outlay_session_get_month (self->session);
  gboolean by_month = !empty && outlay_page_get_has_month (page);
  gint32 first, last;

  outlay_session_get_month_range (self->session, &first, &last);
  enable (self, "previous-month", by_month && month > first);
  enable (self, "next-month", by_month && month < last);
  enable (self, "back", outlay_page_get_in_level (page));
  enable (self, "import", open);
  enable (self, "features", open);
  enable (self, "export-pdf", !empty);
  enable (self, "preferences", open);
  enable (self, "undo", open && outlay_worker_get_undo_label (worker) != NULL);
  enable (self, "redo", open && outlay_worker_get_redo_label (worker) != NULL);
}

/* Adds the actions, once. */
void
outlay_window_init_actions (OutlayWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "page", .activate = on_page, .parameter_type = "s" },
    { .name = "open", .activate = on_open, .parameter_type = "(ss)" },
    { .name = "back", .activate = on_back },
    { .name = "import", .activate = on_import },
    { .name = "features", .activate = on_features },
    { .name = "previous-month", .activate = on_previous_month },
    { .name = "next-month", .activate = on_next_month },
    { .name = "toggle-sidebar", .activate = on_toggle_sidebar },
    { .name = "menu", .activate = on_menu },
    { .name = "undo", .activate = on_undo },
    { .name = "redo", .activate = on_redo },
    { .name = "export-pdf", .activate = on_export_pdf },
    { .name = "open-file", .activate = on_open_file, .parameter_type = "s" },
    { .name = "preferences", .activate = on_preferences },
    { .name = "shortcuts", .activate = on_shortcuts },
    { .name = "about", .activate = on_about },
  };
  OutlayWorker *worker = outlay_session_get_worker (self->session);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (worker, "notify::undo-label", G_CALLBACK (outlay_window_update_actions),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (worker, "notify::redo-label", G_CALLBACK (outlay_window_update_actions),
                           self, G_CONNECT_SWAPPED);
}
