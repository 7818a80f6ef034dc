/* test-message.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sample-store.h"
#include "ui/widgets/message.h"
#include "ui/widgets/toast.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  guint n_yes;
  guint n_destroyed;
} Answers;

static void
on_yes (gpointer data)
{
  ((Answers *) data)->n_yes++;
}

static void
on_destroyed (gpointer data)
{
  ((Answers *) data)->n_destroyed++;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* The window that was opened last. */
static GtkWindow *
find_message (GtkWindow *parent)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == parent)
        return window;
    }

  return NULL;
}

typedef struct
{
  const char *name;
  const char *button;
  gboolean destructive;
  guint n_yes;
} Case;

static const Case cases[] = {
  { "yes", "_Remove", FALSE, 1 },
  { "no", "_Cancel", FALSE, 0 },
  { "yes-for-good", "_Remove", TRUE, 1 },
};

static void
test_ask (gconstpointer data)
{
  const Case *one = data;
  GtkWidget *parent = gtk_window_new ();
  Answers answers = { 0 };
  GtkWindow *message;

  gtk_window_present (GTK_WINDOW (parent));
  outlay_ask (parent, "Remove it?", "It is gone then.", "_Remove", one->destructive, on_yes,
              &answers, on_destroyed);
  message = find_message (GTK_WINDOW (parent));
  g_assert_nonnull (message);
  g_assert_true (gtk_window_get_modal (message));
  gtk_test_accessible_assert_property (message, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove it?");

  /* Enter never destroys. */
  g_assert_true (gtk_window_get_default_widget (message) ==
                 find_button (GTK_WIDGET (message), one->destructive ? "_Cancel" : "_Remove"));

  g_signal_emit_by_name (find_button (GTK_WIDGET (message), one->button), "clicked");
  g_assert_cmpuint (answers.n_yes, ==, one->n_yes);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (answers.n_destroyed, ==, 1);
  g_assert_null (find_message (GTK_WINDOW (parent)));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* A toast of a window over another appears in the one below. */
static void
test_toast (void)
{
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *dialog = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();

  gtk_window_set_child (GTK_WINDOW (parent), overlay);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (parent));
  outlay_toast_set_overlay (GTK_WINDOW (parent), ADW_TOAST_OVERLAY (overlay));
  gtk_window_present (GTK_WINDOW (parent));
  g_assert_null (find_button (overlay, "Undo"));
  outlay_toast (dialog, "Imported 12 < 13 & more", "Undo", "win.undo", NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (find_button (overlay, "Undo"));

  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (parent));
}

/* Two samples never share a store, only the user can read them, and nothing stays. */
static void
test_sample_store (void)
{
  g_autofree char *one = outlay_sample_store_new (NULL);
  g_autofree char *other = outlay_sample_store_new (NULL);
  g_autofree char *folder = g_path_get_dirname (one);
  GStatBuf state;

  g_assert_cmpstr (one, !=, other);
  g_assert_true (g_str_has_prefix (one, g_get_user_cache_dir ()));
  g_assert_cmpint (g_stat (folder, &state), ==, 0);
  g_assert_cmpint (state.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_set_contents (one, "x", 1, NULL));

  outlay_sample_store_remove (one);
  outlay_sample_store_remove (other);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/message/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_ask);
    }
  g_test_add_func ("/message/toast", test_toast);
  g_test_add_func ("/message/sample-store", test_sample_store);

  return g_test_run ();
}
