/* table-columns.c – how the table makes its rows and columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/table-private.h"
#include "ui/widgets/swatch.h"

#include <glib/gi18n.h>

#define COLUMN "outlay-column"
#define ROOM 44 /* in a column beside its widest text: padding and glyph */
#define LEAST_WIDTH 128

static void
on_cell_chosen (OutlayCellView *cell, gboolean edit, OutlayBudgetTable *self)
{
  OutlayBudgetItem *item = outlay_cell_view_get_item (cell);
  guint n_items = g_list_model_get_n_items (outlay_budget_grid_get_items (self->grid));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (OutlayBudgetItem) other =
          g_list_model_get_item (outlay_budget_grid_get_items (self->grid), i);

      if (other != item)
        continue;
      if (!outlay_cell_view_is_editing (cell))
        outlay_budget_table_select (self, i, outlay_cell_view_get_column (cell));
      if (edit)
        outlay_budget_table_edit (self, NULL);
      return;
    }
}

static void
on_cell_left (OutlayCellView *cell, OutlayBudgetTable *self)
{
  outlay_budget_table_commit (self, cell);
}

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  OutlayBudgetTable *self = data;
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN));
  GtkWidget *cell = outlay_cell_view_new (column);

  g_signal_connect_object (cell, "chosen", G_CALLBACK (on_cell_chosen), self, 0);
  g_signal_connect_object (cell, "left", G_CALLBACK (on_cell_left), self, 0);
  if (column == 0)
    gtk_size_group_add_widget (self->heights, cell);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cell);
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  OutlayBudgetTable *self = data;
  OutlayCellView *cell = OUTLAY_CELL_VIEW (gtk_list_item_get_child (list_item));
  guint column = outlay_cell_view_get_column (cell);

  outlay_cell_view_set_item (cell, gtk_list_item_get_item (list_item));
  outlay_cell_view_set_selected (cell, column == self->column &&
                                           gtk_list_item_get_position (list_item) == self->row);
  outlay_cell_view_set_current (cell,
                                outlay_budget_grid_get_month (self->grid, column) == self->month);
  g_ptr_array_add (self->cells, cell);
}

static void
on_cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  OutlayBudgetTable *self = data;
  OutlayCellView *cell = OUTLAY_CELL_VIEW (gtk_list_item_get_child (list_item));

  outlay_cell_view_set_item (cell, NULL);
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  OutlayBudgetTable *self = data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_box_append (GTK_BOX (box), outlay_swatch_new (OUTLAY_INK_OTHER));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "budget-name");
  gtk_size_group_add_widget (self->heights, box);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  OutlayBudgetItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);

  outlay_swatch_set_ink (OUTLAY_SWATCH (swatch), outlay_budget_item_get_ink (item));
  gtk_label_set_label (GTK_LABEL (label), outlay_budget_item_get_name (item));
  gtk_widget_set_tooltip_text (label, outlay_budget_item_get_name (item));
}

/* A column holds the widest amounts, in the font that the user has chosen. */
static int
measure_column (OutlayBudgetTable *self)
{
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), "88,888 → 88,888");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return MAX (LEAST_WIDTH, width + ROOM);
}

static GtkColumnViewColumn *
make_column (OutlayBudgetTable *self, guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), COLUMN, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_cell_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_cell_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_cell_unbind), self, 0);
  view_column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_column_set_fixed_width (view_column, self->width);
  gtk_column_view_append_column (self->months, view_column);
  return view_column;
}

static void
make_names (OutlayBudgetTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_name_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_name_bind), self, 0);
  self->name_column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_append_column (self->names, self->name_column);
}

static void
make_totals (OutlayBudgetTable *self)
{
  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    {
      GtkWidget *cell = outlay_cell_view_new (i);

      gtk_widget_set_size_request (cell, self->width, -1);
      gtk_box_append (self->total, cell);
    }
}

/* Adds them all, once. */
void
outlay_budget_table_make_columns (OutlayBudgetTable *self)
{
  self->width = measure_column (self);
  make_names (self);
  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    self->columns[i] = make_column (self, i);
  make_totals (self);
}
