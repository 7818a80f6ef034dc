/* cell-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/cell-view.h"

#include "ui/widgets/meter-view.h"
#include "ui/widgets/status-glyph.h"

#include <glib/gi18n.h>

struct _OutlayCellView
{
  GtkBox parent_instance;

  /* Owned references */
  OutlayBudgetItem *item;
  GtkWidget *text; /* NULL unless it is being edited */

  /* Template widgets */
  GtkLabel *amount;
  GtkBox *amount_place;
  GtkImage *glyph;
  GtkLabel *second;
  OutlayMeterView *meter;

  gulong on_changed;
  guint column;
};

enum
{
  CHOSEN,
  LEFT,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (OutlayCellView, outlay_cell_view, GTK_TYPE_BOX)

static guint signals[N_SIGNALS];

static void
set_class (OutlayCellView *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static gboolean
is_urgent (const OutlayBudgetCell *cell)
{
  return cell->line.state == OUTLAY_BUDGET_OVER || cell->line.state == OUTLAY_BUDGET_AT_RISK;
}

static void
show_cell (OutlayCellView *self)
{
  const OutlayBudgetCell *cell = outlay_budget_item_get_cell (self->item, self->column);
  gboolean total = outlay_budget_item_is_total (self->item);
  OutlayBudgetMeter meter;

  if (cell == NULL)
    return;

  gtk_label_set_label (self->amount, cell->amount);
  gtk_label_set_label (self->second, cell->second);
  set_class (self, "unplanned", !cell->line.has_budget);
  set_class (self, "future", cell->future);
  gtk_widget_set_visible (GTK_WIDGET (self->glyph), is_urgent (cell));
  outlay_status_glyph_set (self->glyph, outlay_status_of_budget (&cell->line));

  outlay_meter_of_line (&meter, &cell->line, TRUE);
  meter.only_excess = cell->ended;
  outlay_meter_view_set (self->meter, &meter, cell->words);
  gtk_widget_set_visible (GTK_WIDGET (self->meter),
                          !total && !cell->future && cell->line.has_budget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  cell->description, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), cell->words);
}

static void
on_pressed (OutlayCellView *self, int n_press)
{
  g_signal_emit (self, signals[CHOSEN], 0, n_press > 1);
}

static void
on_text_left (OutlayCellView *self)
{
  if (self->text != NULL)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
outlay_cell_view_dispose (GObject *object)
{
  OutlayCellView *self = OUTLAY_CELL_VIEW (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->on_changed, self->item);
  g_clear_object (&self->item);
  self->text = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_CELL_VIEW);

  G_OBJECT_CLASS (outlay_cell_view_parent_class)->dispose (object);
}

static void
outlay_cell_view_class_init (OutlayCellViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_cell_view_dispose;

  /**
   * OutlayCellView::chosen:
   * @edit: twice: it is to be edited
   *
   * It was clicked.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * OutlayCellView::left:
   *
   * The focus has left it while it was being edited.
   */
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  g_type_ensure (OUTLAY_TYPE_METER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/ui/pages/"
                                                             "budgets/cell-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCellView, amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayCellView, amount_place);
  gtk_widget_class_bind_template_child (widget_class, OutlayCellView, glyph);
  gtk_widget_class_bind_template_child (widget_class, OutlayCellView, second);
  gtk_widget_class_bind_template_child (widget_class, OutlayCellView, meter);
  gtk_widget_class_bind_template_callback (widget_class, on_pressed);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_set_css_name (widget_class, "budgetcell");
}

static void
outlay_cell_view_init (OutlayCellView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_cell_view_new:
 * @column: whose month it shows
 *
 * Returns: (transfer floating): a cell
 */
GtkWidget *
outlay_cell_view_new (guint column)
{
  OutlayCellView *self = g_object_new (OUTLAY_TYPE_CELL_VIEW, NULL);

  self->column = column;
  return GTK_WIDGET (self);
}

/**
 * outlay_cell_view_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
outlay_cell_view_get_column (OutlayCellView *self)
{
  return self->column;
}

/**
 * outlay_cell_view_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): its row
 */
OutlayBudgetItem *
outlay_cell_view_get_item (OutlayCellView *self)
{
  return self->item;
}

/**
 * outlay_cell_view_set_item:
 * @self: a cell
 * @item: (nullable): its row from now on
 */
void
outlay_cell_view_set_item (OutlayCellView *self, OutlayBudgetItem *item)
{
  g_return_if_fail (OUTLAY_IS_CELL_VIEW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->on_changed, self->item);
  outlay_cell_view_end (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->on_changed = g_signal_connect_swapped (item, "changed", G_CALLBACK (show_cell), self);
  show_cell (self);
}

/**
 * outlay_cell_view_set_selected:
 * @self: a cell
 * @selected: it is the one of the grid that has the focus, or gets it next
 */
void
outlay_cell_view_set_selected (OutlayCellView *self, gboolean selected)
{
  g_return_if_fail (OUTLAY_IS_CELL_VIEW (self));

  set_class (self, "selected", selected);
  gtk_widget_set_focusable (GTK_WIDGET (self), selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * outlay_cell_view_set_current:
 * @self: a cell
 * @current: it is of the month that the window shows
 */
void
outlay_cell_view_set_current (OutlayCellView *self, gboolean current)
{
  g_return_if_fail (OUTLAY_IS_CELL_VIEW (self));

  set_class (self, "current", current);
}

/**
 * outlay_cell_view_is_editing:
 * @self: a cell
 *
 * Returns: whether an amount is being typed
 */
gboolean
outlay_cell_view_is_editing (OutlayCellView *self)
{
  return self->text != NULL;
}

/**
 * outlay_cell_view_edit:
 * @self: a cell
 * @text: to begin with
 * @select_all: what is typed takes its place
 */
void
outlay_cell_view_edit (OutlayCellView *self, const char *text, gboolean select_all)
{
  GtkEventController *focus;

  g_return_if_fail (OUTLAY_IS_CELL_VIEW (self));

  if (self->text != NULL)
    return;

  self->text = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), 1);
  gtk_text_set_input_purpose (GTK_TEXT (self->text), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_add_css_class (self->text, "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Budget"), -1);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_text_left), self);
  gtk_widget_add_controller (self->text, focus);

  gtk_widget_set_visible (GTK_WIDGET (self->amount), FALSE);
  gtk_box_append (self->amount_place, self->text);
  set_class (self, "editing", TRUE);
  gtk_widget_grab_focus (self->text);
  if (!select_all)
    gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/**
 * outlay_cell_view_get_text:
 * @self: a cell that is being edited
 *
 * Returns: (transfer full): what is typed, without blanks around it
 */
char *
outlay_cell_view_get_text (OutlayCellView *self)
{
  g_return_val_if_fail (self->text != NULL, NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}

/**
 * outlay_cell_view_end:
 * @self: a cell
 *
 * Shows the amount again, whatever was typed.
 */
void
outlay_cell_view_end (OutlayCellView *self)
{
  GtkWidget *text;

  g_return_if_fail (OUTLAY_IS_CELL_VIEW (self));

  if (self->text == NULL)
    return;

  text = g_steal_pointer (&self->text);
  gtk_box_remove (self->amount_place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->amount), TRUE);
  set_class (self, "editing", FALSE);
}
