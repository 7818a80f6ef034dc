/* test-split.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/split.h"

#include <adwaita.h>

typedef struct
{
  int width;
  gboolean collapsed;
  gboolean shown; /* the sidebar, as long as nobody asks for it */
} Case;

static const Case cases[] = {
  { 1200, FALSE, TRUE },
  { 720, FALSE, TRUE },
  { 719, TRUE, FALSE },
  { 360, TRUE, FALSE },
};

static gboolean
on_tick (gpointer data)
{
  gboolean *late = data;

  *late = TRUE;
  return G_SOURCE_REMOVE;
}

static void
run_for (guint milliseconds)
{
  gboolean late = FALSE;

  g_timeout_add (milliseconds, on_tick, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static OutlaySplit *
make_split (int width, GtkWidget **window)
{
  OutlaySplit *split = g_object_new (OUTLAY_TYPE_SPLIT, NULL);
  GtkWidget *wide = gtk_label_new ("content");

  /* More than there is room for: the window may be made narrow all the same. */
  gtk_widget_set_size_request (wide, 600, 100);
  outlay_split_set_content (split, wide);
  outlay_split_set_sidebar (split, gtk_button_new_with_label ("sidebar"));

  *window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (*window), FALSE);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (split));
  gtk_window_set_default_size (GTK_WINDOW (*window), width, 300);
  gtk_window_present (GTK_WINDOW (*window));
  run_for (200);
  return split;
}

static void
test_width (gconstpointer data)
{
  const Case *one = data;
  GtkWidget *window;
  OutlaySplit *split = make_split (one->width, &window);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (split)), ==, one->width);
  g_assert_cmpint (outlay_split_get_collapsed (split), ==, one->collapsed);
  g_assert_cmpint (outlay_split_get_show_sidebar (split), ==, one->shown);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is shown beside the content and what is shown over it are remembered apart. */
static void
test_remembers (void)
{
  GtkWidget *window;
  OutlaySplit *split = make_split (1000, &window);

  outlay_split_set_show_sidebar (split, FALSE);
  g_assert_false (outlay_split_get_show_sidebar (split));

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  run_for (200);
  g_assert_true (outlay_split_get_collapsed (split));
  outlay_split_set_show_sidebar (split, TRUE);
  run_for (100);
  g_assert_true (outlay_split_get_show_sidebar (split));

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 300);
  run_for (200);
  g_assert_false (outlay_split_get_collapsed (split));
  g_assert_false (outlay_split_get_show_sidebar (split));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sidebar is where reading starts. */
static void
test_right_to_left (void)
{
  GtkWidget *window;
  OutlaySplit *split = make_split (1000, &window);
  GtkWidget *sidebar = gtk_widget_get_last_child (GTK_WIDGET (split));
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (sidebar, GTK_WIDGET (split), &box));
  g_assert_cmpfloat_with_epsilon (box.origin.x, 0, 0.5);

  gtk_widget_set_direction (GTK_WIDGET (split), GTK_TEXT_DIR_RTL);
  run_for (100);
  g_assert_true (gtk_widget_compute_bounds (sidebar, GTK_WIDGET (split), &box));
  g_assert_cmpfloat_with_epsilon (box.origin.x + box.size.width, 1000, 0.5);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/split/width/%d", cases[i].width);

      g_test_add_data_func (path, &cases[i], test_width);
    }
  g_test_add_func ("/split/right-to-left", test_right_to_left);
  g_test_add_func ("/split/remembers", test_remembers);

  return g_test_run ();
}
