/* budget-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/table-private.h"

#include "wording/date.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  SELECTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayBudgetTable, outlay_budget_table, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* Heads of columns of amounts end where the amounts do. */
static void
align_heads (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_widget_set_hexpand (widget, TRUE);
      gtk_label_set_xalign (GTK_LABEL (widget), 1);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    align_heads (child);
}

/* The year is said where it begins. */
static void
title_columns (OutlayBudgetTable *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  /* Translators: %s is a currency. */
  g_autofree char *head =
      g_strdup_printf (_ ("Monthly budget, %s"), outlay_budget_grid_get_currency (self->grid));

  gtk_column_view_column_set_title (self->name_column, head);

  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    {
      gint32 month = outlay_budget_grid_get_month (self->grid, i);
      g_autofree char *title = i == 0 || month % 12 == 0
                                   ? outlay_wording_month (wording, month)
                                   : outlay_wording_month_name (wording, month);

      gtk_column_view_column_set_title (self->columns[i], title);
    }
  align_heads (gtk_widget_get_first_child (GTK_WIDGET (self->months)));
}

static void
mark_cells (OutlayBudgetTable *self)
{
  OutlayCellView *selected = outlay_budget_table_get_cell (self, self->row, self->column);

  for (guint i = 0; i < self->cells->len; i++)
    {
      OutlayCellView *cell = self->cells->pdata[i];
      gint32 month = outlay_budget_grid_get_month (self->grid, outlay_cell_view_get_column (cell));

      outlay_cell_view_set_selected (cell, cell == selected);
      outlay_cell_view_set_current (cell, month == self->month);
    }
}

static void
show_total (OutlayBudgetTable *self)
{
  OutlayBudgetItem *total = outlay_budget_grid_get_total (self->grid);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->total));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      OutlayCellView *cell = OUTLAY_CELL_VIEW (child);
      gint32 month = outlay_budget_grid_get_month (self->grid, outlay_cell_view_get_column (cell));

      if (outlay_cell_view_get_item (cell) != total)
        outlay_cell_view_set_item (cell, total);
      outlay_cell_view_set_current (cell, month == self->month);
    }
}

/* The month shown, one after it, and as many before as there is room for. */
static gboolean
scroll_to_month (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayBudgetTable *self = OUTLAY_BUDGET_TABLE (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->months_scroller);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double page = gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  double end =
      (double) (self->month - outlay_budget_grid_get_month (self->grid, 0) + 2) * self->width;

  if (page < self->width || upper < end)
    return G_SOURCE_CONTINUE; /* not laid out yet */

  self->scrolling = 0;
  gtk_adjustment_set_value (adjustment, mirrored ? upper - end : end - page);
  return G_SOURCE_REMOVE;
}

static void
reveal (OutlayBudgetTable *self, OutlayCellView *cell)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->months_scroller);
  double page = gtk_widget_get_width (GTK_WIDGET (self->months_scroller));
  graphene_rect_t box;
  double left, right;

  gtk_widget_activate_action (GTK_WIDGET (cell), "list.scroll-to-item", "u", self->row);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->months_scroller), &box))
    return;

  left = (double) box.origin.x;
  right = left + (double) box.size.width;
  if (left < 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + left);
  else if (right > page)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + right - page);
}

static void
outlay_budget_table_dispose (GObject *object)
{
  OutlayBudgetTable *self = OUTLAY_BUDGET_TABLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_BUDGET_TABLE);
  for (guint i = 0; i < OUTLAY_BUDGET_MONTHS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->name_column);
  g_clear_object (&self->heights);
  g_clear_object (&self->grid);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_budget_table_parent_class)->dispose (object);
}

static void
outlay_budget_table_finalize (GObject *object)
{
  g_ptr_array_unref (OUTLAY_BUDGET_TABLE (object)->cells);

  G_OBJECT_CLASS (outlay_budget_table_parent_class)->finalize (object);
}

static void
outlay_budget_table_class_init (OutlayBudgetTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_budget_table_dispose;
  object_class->finalize = outlay_budget_table_finalize;

  /**
   * OutlayBudgetTable::selected:
   *
   * Another cell is selected.
   */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "budgets/budget-table.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, names);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, months);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, names_scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, months_scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, total_scroller);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, total_name);
  gtk_widget_class_bind_template_child (widget_class, OutlayBudgetTable, total);
}

static void
outlay_budget_table_init (OutlayBudgetTable *self)
{
  GtkAdjustment *across;
  GtkSizeGroup *widths;

  self->cells = g_ptr_array_new ();
  self->heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_budget_table_make_columns (self);
  outlay_budget_table_init_keys (self);

  gtk_scrolled_window_set_vadjustment (self->names_scroller,
                                       gtk_scrolled_window_get_vadjustment (self->months_scroller));
  across = gtk_scrolled_window_get_hadjustment (self->months_scroller);
  gtk_scrolled_window_set_hadjustment (self->total_scroller, across);

  widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (widths, GTK_WIDGET (self->names_scroller));
  gtk_size_group_add_widget (widths, self->total_name);
  g_object_unref (widths);
}

/*
 * outlay_budget_table_get_cell:
 *
 * Returns: (transfer none) (nullable): the widget that shows a cell; %NULL for one that is
 *   scrolled out of sight
 */
OutlayCellView *
outlay_budget_table_get_cell (OutlayBudgetTable *self, guint row, guint column)
{
  g_autoptr (OutlayBudgetItem) item =
      g_list_model_get_item (outlay_budget_grid_get_items (self->grid), row);

  for (guint i = 0; i < self->cells->len && item != NULL; i++)
    {
      OutlayCellView *cell = self->cells->pdata[i];

      if (outlay_cell_view_get_item (cell) == item && outlay_cell_view_get_column (cell) == column)
        return cell;
    }

  return NULL;
}

/**
 * outlay_budget_table_set_grid:
 * @self: a table
 * @grid: what it shows; set once
 * @session: of the window
 */
void
outlay_budget_table_set_grid (OutlayBudgetTable *self,
                              OutlayBudgetGrid *grid,
                              OutlaySession *session)
{
  GListModel *items = outlay_budget_grid_get_items (grid);
  g_autoptr (GtkSelectionModel) names = NULL;
  g_autoptr (GtkSelectionModel) months = NULL;

  g_return_if_fail (OUTLAY_IS_BUDGET_TABLE (self));
  g_return_if_fail (self->grid == NULL);

  self->grid = g_object_ref (grid);
  self->session = g_object_ref (session);
  names = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (items)));
  months = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (items)));
  gtk_column_view_set_model (self->names, names);
  gtk_column_view_set_model (self->months, months);
}

/**
 * outlay_budget_table_update:
 * @self: a table
 *
 * The grid, or the month of the session, is another.
 */
void
outlay_budget_table_update (OutlayBudgetTable *self)
{
  gint32 month = outlay_session_get_month (self->session);
  guint n_rows = g_list_model_get_n_items (outlay_budget_grid_get_items (self->grid));

  g_return_if_fail (OUTLAY_IS_BUDGET_TABLE (self));

  if (month != self->month)
    {
      self->month = month;
      self->column = (guint) (month - outlay_budget_grid_get_month (self->grid, 0));
      if (self->scrolling == 0)
        self->scrolling =
            gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_month, NULL, NULL);
    }
  self->row = n_rows > 0 ? MIN (self->row, n_rows - 1) : 0;
  title_columns (self);
  show_total (self);
  mark_cells (self);
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * outlay_budget_table_select:
 * @self: a table
 * @row: place of a feature
 * @column: place of a month
 *
 * It gets the focus, too.
 */
void
outlay_budget_table_select (OutlayBudgetTable *self, guint row, guint column)
{
  OutlayCellView *cell;

  g_return_if_fail (OUTLAY_IS_BUDGET_TABLE (self));

  self->row = row;
  self->column = column;
  if (self->cells->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->cells->pdata[0]), "list.scroll-to-item", "u",
                                row);
  mark_cells (self);
  cell = outlay_budget_table_get_cell (self, row, column);
  if (cell != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (cell));
      reveal (self, cell);
    }
  g_signal_emit (self, signals[SELECTED], 0);
}

/**
 * outlay_budget_table_get_item:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the selected feature
 */
OutlayBudgetItem *
outlay_budget_table_get_item (OutlayBudgetTable *self)
{
  g_autoptr (OutlayBudgetItem) item = NULL;

  g_return_val_if_fail (OUTLAY_IS_BUDGET_TABLE (self), NULL);

  item = g_list_model_get_item (outlay_budget_grid_get_items (self->grid), self->row);
  return item; /* the grid keeps it */
}

/**
 * outlay_budget_table_get_column:
 * @self: a table
 *
 * Returns: place of the selected month
 */
guint
outlay_budget_table_get_column (OutlayBudgetTable *self)
{
  g_return_val_if_fail (OUTLAY_IS_BUDGET_TABLE (self), 0);

  return self->column;
}
