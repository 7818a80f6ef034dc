/* message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/message.h"

#include <glib/gi18n.h>

#define WIDTH 330

typedef struct
{
  OutlayAnswerFunc func;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
on_yes (GtkWindow *window, gpointer button)
{
  Question *question = g_object_get_data (G_OBJECT (window), "outlay-question");
  g_autoptr (GtkWindow) alive = g_object_ref (window);

  question->func (question->user_data);
  gtk_window_destroy (window);
}

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static GtkWidget *
add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_callback_action_new (on_escape, NULL,
                                                                                   NULL)));
  gtk_widget_add_controller (window, keys);
}

/* Heading, body, and a row for the buttons. */
static GtkWidget *
make_window (GtkWidget *parent, const char *heading, const char *body, GtkBox **buttons)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *handle = gtk_window_handle_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *body_label;

  add_label (GTK_BOX (words), heading, "title-4");
  body_label = add_label (GTK_BOX (words), body, "body");
  gtk_widget_add_css_class (words, "message-words");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "message-buttons");
  gtk_box_append (GTK_BOX (column), words);
  gtk_box_append (GTK_BOX (column), row);
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), column);
  adw_window_set_content (ADW_WINDOW (window), handle);

  gtk_window_set_title (GTK_WINDOW (window), heading);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, -1);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_widget_add_css_class (window, "message");
  gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  body_label, NULL, -1);
  close_on_escape (window);
  *buttons = GTK_BOX (row);
  return window;
}

static GtkWidget *
add_button (GtkBox *buttons, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (buttons, button);
  return button;
}

/**
 * outlay_tell:
 * @parent: a widget of the window that it concerns, or the window
 * @heading: what has happened
 * @body: why, what became of it, and the way out
 */
void
outlay_tell (GtkWidget *parent, const char *heading, const char *body)
{
  GtkBox *buttons;
  GtkWidget *window = make_window (parent, heading, body, &buttons);
  GtkWidget *close = add_button (buttons, _ ("_Close"));

  gtk_widget_add_css_class (close, "suggested");
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (gtk_window_close), window);
  gtk_window_set_default_widget (GTK_WINDOW (window), close);
  gtk_window_set_focus (GTK_WINDOW (window), close);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * outlay_ask:
 * @parent: a widget of the window that it concerns, or the window
 * @heading: the question
 * @body: what follows from a yes
 * @verb: what the button says that means yes, with a mnemonic
 * @destructive: it cannot be undone; it is then not what Enter does
 * @func: called on a yes, while the window is still there
 * @user_data: for @func
 * @destroy: (nullable): frees @user_data when the window is gone
 */
void
outlay_ask (GtkWidget *parent,
            const char *heading,
            const char *body,
            const char *verb,
            gboolean destructive,
            OutlayAnswerFunc func,
            gpointer user_data,
            GDestroyNotify destroy)
{
  GtkBox *buttons;
  GtkWidget *window = make_window (parent, heading, body, &buttons);
  GtkWidget *cancel = add_button (buttons, _ ("_Cancel"));
  GtkWidget *yes = add_button (buttons, verb);
  Question *question = g_new (Question, 1);

  *question = (Question){ func, user_data, destroy };
  g_object_set_data_full (G_OBJECT (window), "outlay-question", question, question_free);
  gtk_widget_add_css_class (yes, destructive ? "destructive" : "suggested");
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), window);
  g_signal_connect_swapped (yes, "clicked", G_CALLBACK (on_yes), window);
  gtk_window_set_default_widget (GTK_WINDOW (window), destructive ? cancel : yes);
  gtk_window_set_focus (GTK_WINDOW (window), destructive ? cancel : yes);
  gtk_window_present (GTK_WINDOW (window));
}
