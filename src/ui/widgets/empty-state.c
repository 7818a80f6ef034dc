/* empty-state.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/empty-state.h"

/**
 * outlay_empty_state_new:
 * @icon_name: what it is about
 * @title: sentence case, no full stop
 * @text: (nullable): a sentence
 *
 * Returns: (transfer floating): an #AdwStatusPage
 */
GtkWidget *
outlay_empty_state_new (const char *icon_name, const char *title, const char *text)
{
  GtkWidget *state = adw_status_page_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *description = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (state), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (state), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (state), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (state), box);
  return state;
}

/**
 * outlay_empty_state_add_button:
 * @state: of outlay_empty_state_new()
 * @label: in header capitals, with a mnemonic
 * @action: (nullable): detailed name of its action
 * @suggested: it is what most will want
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
outlay_empty_state_add_button (GtkWidget *state,
                               const char *label,
                               const char *action,
                               gboolean suggested)
{
  GtkWidget *box = adw_status_page_get_child (ADW_STATUS_PAGE (state));
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * outlay_empty_state_add_note:
 * @state: of outlay_empty_state_new()
 * @text: a quiet line under the buttons
 */
void
outlay_empty_state_add_note (GtkWidget *state, const char *text)
{
  GtkWidget *box = adw_status_page_get_child (ADW_STATUS_PAGE (state));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "quiet");
  gtk_box_append (GTK_BOX (box), label);
}
