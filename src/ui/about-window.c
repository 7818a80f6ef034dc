/* about-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/about-window.h"

#include "ui/list-window.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *title;
  const char *text;
} Credit;

static const Credit credits[] = {
  { N_ ("Licence"), N_ ("GNU General Public License, version 3 or later. It comes without any "
                        "warranty.") },
  { N_ ("Price catalogue"), N_ ("genai-prices and the LiteLLM price table, both under the MIT "
                                "License") },
  { N_ ("Icons"),
    N_ ("Copies from the Adwaita icon theme of the GNOME Project, under the GNU Lesser "
        "General Public License, version 3") },
  { N_ ("Privacy"), N_ ("Outlay has no network access. What you import stays in one file on this "
                        "computer.") },
};

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("io.github.outlay.Outlay");
  GtkWidget *name = gtk_label_new ("Outlay");
  GtkWidget *line = gtk_label_new (_ ("What each AI feature costs, and what it brings"));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 128);
  gtk_widget_add_css_class (name, "title-1");
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_justify (GTK_LABEL (line), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), line);
  return head;
}

/**
 * outlay_about_window_present:
 * @parent: the window below
 */
void
outlay_about_window_present (GtkWindow *parent)
{
  AdwPreferencesPage *page;
  GtkWidget *window = outlay_list_window_new (parent, _ ("About Outlay"), &page);
  AdwPreferencesGroup *group = outlay_list_window_add_group (page, NULL);

  adw_preferences_group_add (group, make_head ());
  group = outlay_list_window_add_group (page, NULL);
  add_row (group, _ ("Version"), VERSION);
  for (gsize i = 0; i < G_N_ELEMENTS (credits); i++)
    add_row (group, _ (credits[i].title), _ (credits[i].text));

  gtk_window_present (GTK_WINDOW (window));
}
