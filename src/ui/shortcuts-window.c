/* shortcuts-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/shortcuts-window.h"

#include "ui/accelerators.h"
#include "ui/list-window.h"

#include <glib/gi18n.h>

static void
add_keys (AdwActionRow *row, const OutlayAccelerator *accelerator)
{
  for (gsize i = 0; accelerator->keys[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GtkWidget *key;
      GdkModifierType modifiers;
      guint value;

      if (!gtk_accelerator_parse (accelerator->keys[i], &value, &modifiers))
        continue;

      label = gtk_accelerator_get_label (value, modifiers);
      key = gtk_label_new (label);
      gtk_widget_add_css_class (key, "key");
      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (row, key);
    }
}

/**
 * outlay_shortcuts_window_present:
 * @parent: the window below
 */
void
outlay_shortcuts_window_present (GtkWindow *parent)
{
  AdwPreferencesPage *page;
  GtkWidget *window = outlay_list_window_new (parent, _ ("Keyboard Shortcuts"), &page);
  AdwPreferencesGroup *group = NULL;
  const OutlayAccelerator *accelerators;
  const char *heading = NULL;
  gsize n_accelerators;

  accelerators = outlay_accelerators (&n_accelerators);
  for (gsize i = 0; i < n_accelerators; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      if (g_strcmp0 (heading, accelerators[i].group) != 0)
        group = outlay_list_window_add_group (page, _ (accelerators[i].group));
      heading = accelerators[i].group;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (accelerators[i].title));
      add_keys (ADW_ACTION_ROW (row), &accelerators[i]);
      adw_preferences_group_add (group, row);
    }

  gtk_window_present (GTK_WINDOW (window));
}
