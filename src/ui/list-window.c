/* list-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/list-window.h"

#define WIDTH 560
#define HEIGHT 640

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/**
 * outlay_list_window_new:
 * @parent: the window below
 * @title: of the new one
 * @page: (out) (transfer none): what lists are added to
 *
 * Returns: (transfer none): a window, owned by GTK, not yet presented; Esc closes it
 */
GtkWidget *
outlay_list_window_new (GtkWindow *parent, const char *title, AdwPreferencesPage **page)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = adw_preferences_page_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), list);
  adw_window_set_content (ADW_WINDOW (window), column);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (on_escape, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (window, keys);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);

  *page = ADW_PREFERENCES_PAGE (list);
  return window;
}

/**
 * outlay_list_window_add_group:
 * @page: of outlay_list_window_new()
 * @title: (nullable): its heading
 *
 * Returns: (transfer none): an empty list
 */
AdwPreferencesGroup *
outlay_list_window_add_group (AdwPreferencesPage *page, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}
