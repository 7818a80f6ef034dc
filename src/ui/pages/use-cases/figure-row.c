/* figure-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/figure-row.h"

struct _OutlayFigureRow
{
  GtkListBoxRow parent_instance;

  /* Borrowed references */
  GtkBox *box;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *figure;
};

G_DEFINE_FINAL_TYPE (OutlayFigureRow, outlay_figure_row, GTK_TYPE_LIST_BOX_ROW)

static void
outlay_figure_row_class_init (OutlayFigureRowClass *klass)
{
}

static GtkLabel *
make_label (float xalign)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, xalign);
  return label;
}

static void
outlay_figure_row_init (OutlayFigureRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->name = make_label (0);
  self->detail = make_label (0);
  self->figure = make_label (1);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_wrap (self->detail, TRUE);
  gtk_label_set_max_width_chars (self->name, 24);
  gtk_label_set_max_width_chars (self->detail, 34);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "quiet");
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), FALSE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));

  gtk_box_append (self->box, words);
  gtk_box_append (self->box, GTK_WIDGET (self->figure));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

/**
 * outlay_figure_row_new:
 * @name: what the figure is
 * @strong: it is a result
 *
 * Returns: (transfer floating): a row without a figure
 */
GtkWidget *
outlay_figure_row_new (const char *name, gboolean strong)
{
  OutlayFigureRow *self = g_object_new (OUTLAY_TYPE_FIGURE_ROW, NULL);

  gtk_label_set_label (self->name, name);
  if (strong)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (self->figure), "heading");
    }
  return GTK_WIDGET (self);
}

/**
 * outlay_figure_row_set:
 * @self: a row
 * @figure: formatted
 */
void
outlay_figure_row_set (OutlayFigureRow *self, const char *figure)
{
  g_return_if_fail (OUTLAY_IS_FIGURE_ROW (self));

  gtk_label_set_label (self->figure, figure);
}

/**
 * outlay_figure_row_set_detail:
 * @self: a row
 * @detail: (nullable): a quiet line under the name
 */
void
outlay_figure_row_set_detail (OutlayFigureRow *self, const char *detail)
{
  g_return_if_fail (OUTLAY_IS_FIGURE_ROW (self));

  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
}

/**
 * outlay_figure_row_add_suffix:
 * @self: a row
 * @widget: (transfer floating): after the figure
 */
void
outlay_figure_row_add_suffix (OutlayFigureRow *self, GtkWidget *widget)
{
  g_return_if_fail (OUTLAY_IS_FIGURE_ROW (self));

  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_box_append (self->box, widget);
}
