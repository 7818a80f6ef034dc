/* series-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/features/series-cells.h"

#include "ui/items/series-item.h"

#define CELL_KEY "outlay-cell"

/* The mark follows the selection, and the selection the mark. */
static void
on_mark_toggled (GtkCheckButton *mark, GtkSelectionModel *selection)
{
  GtkListItem *cell = g_object_get_data (G_OBJECT (mark), CELL_KEY);
  gboolean marked = gtk_check_button_get_active (mark);
  guint position = gtk_list_item_get_position (cell);

  if (position == GTK_INVALID_LIST_POSITION || marked == gtk_list_item_get_selected (cell))
    return;

  if (marked)
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *mark = gtk_check_button_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *amount = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), amount);
  g_object_set_data (G_OBJECT (mark), CELL_KEY, cell);
  g_object_bind_property (cell, "selected", mark, "active", G_BINDING_SYNC_CREATE);
  g_signal_connect (mark, "toggled", G_CALLBACK (on_mark_toggled), data);
  gtk_list_item_set_child (cell, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  OutlaySeriesItem *item = gtk_list_item_get_item (cell);
  const char *text = outlay_series_item_get_title (item);
  gboolean assignable = outlay_series_item_get_value (item)[0] != '\0';
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (cell));
  GtkWidget *title = gtk_widget_get_next_sibling (mark);
  GtkWidget *amount = gtk_widget_get_next_sibling (title);

  gtk_label_set_label (GTK_LABEL (title), text);
  gtk_widget_set_tooltip_text (title, text);
  gtk_label_set_label (GTK_LABEL (amount), outlay_series_item_get_amount (item));
  gtk_widget_set_sensitive (mark, assignable);
  gtk_list_item_set_selectable (cell, assignable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * outlay_series_cells_set_up:
 * @list: a list of #OutlaySeriesItem
 * @selection: its model
 *
 * Gives @list the factory of its rows.
 */
void
outlay_series_cells_set_up (GtkListView *list, GtkSelectionModel *selection)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), selection);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (list, factory);
}
