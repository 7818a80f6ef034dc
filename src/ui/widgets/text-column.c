/* text-column.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/text-column.h"

#define MIN_CHARS 9 /* of a column that takes the room that is left */

typedef struct
{
  GType item_type;
  char *property;
  char *detail; /* NULL: it has one line */
  gboolean figure;
  gboolean expand;
  gboolean has_opacity;
} Shape;

static void
shape_free (gpointer data, GClosure *closure)
{
  Shape *shape = data;

  g_free (shape->property);
  g_free (shape->detail);
  g_free (shape);
}

/* The property of whatever item the cell has. */
static void
bind (GtkListItem *cell, GType item_type, const char *property, GtkWidget *widget, const char *name)
{
  GtkExpression *item = gtk_property_expression_new (GTK_TYPE_LIST_ITEM, NULL, "item");
  GtkExpression *value = gtk_property_expression_new (item_type, item, property);

  gtk_expression_bind (value, widget, name, cell);
}

static GtkWidget *
add_line (GtkListItem *cell, const Shape *shape, const char *property)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), shape->figure ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           shape->figure ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_MIDDLE);
  if (shape->figure)
    gtk_widget_add_css_class (label, "numeric");
  bind (cell, shape->item_type, property, label, "label");
  if (shape->expand)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
      bind (cell, shape->item_type, property, label, "tooltip-text");
    }
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  const Shape *shape = data;
  GtkWidget *line = add_line (cell, shape, shape->property);
  GtkWidget *child = line;

  if (shape->detail != NULL)
    {
      GtkWidget *detail = add_line (cell, shape, shape->detail);

      gtk_widget_add_css_class (line, "heading");
      gtk_widget_add_css_class (detail, "caption");
      gtk_widget_add_css_class (detail, "quiet");
      child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (child), line);
      gtk_box_append (GTK_BOX (child), detail);
    }

  if (shape->has_opacity)
    bind (cell, shape->item_type, "opacity", child, "opacity");
  gtk_list_item_set_child (cell, child);
}

static gboolean
has_property (GType item_type, const char *property)
{
  GObjectClass *klass = g_type_class_ref (item_type);
  gboolean has = g_object_class_find_property (klass, property) != NULL;

  g_type_class_unref (klass);
  return has;
}

/**
 * outlay_text_column_sorter_new:
 * @item_type: of the items
 * @property: a number or a text
 *
 * Returns: (transfer full): a sorter by @property
 */
GtkSorter *
outlay_text_column_sorter_new (GType item_type, const char *property)
{
  GtkExpression *expression = gtk_property_expression_new (item_type, NULL, property);

  if (gtk_expression_get_value_type (expression) == G_TYPE_STRING)
    return GTK_SORTER (gtk_string_sorter_new (expression));

  return GTK_SORTER (gtk_numeric_sorter_new (expression));
}

/**
 * outlay_text_column_new:
 * @item_type: of the items; if they have a property “opacity”, the text follows it
 * @column: what it shows
 *
 * Returns: (transfer full): a column
 */
GtkColumnViewColumn *
outlay_text_column_new (GType item_type, const OutlayTextColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (column->title, factory);
  Shape *shape = g_new (Shape, 1);

  *shape = (Shape){
    item_type,      g_strdup (column->property),        g_strdup (column->detail), column->figure,
    column->expand, has_property (item_type, "opacity")
  };
  g_signal_connect_data (factory, "setup", G_CALLBACK (on_setup), shape, shape_free, 0);
  gtk_column_view_column_set_expand (made, column->expand);
  gtk_column_view_column_set_resizable (made, TRUE);
  if (column->sort_by != NULL)
    {
      g_autoptr (GtkSorter) sorter = outlay_text_column_sorter_new (item_type, column->sort_by);

      gtk_column_view_column_set_sorter (made, sorter);
    }

  return made;
}

/**
 * outlay_text_column_append:
 * @view: a view
 * @item_type: as for outlay_text_column_new()
 * @column: what it shows
 *
 * Returns: (transfer none): a new column at the end of @view
 */
GtkColumnViewColumn *
outlay_text_column_append (GtkColumnView *view, GType item_type, const OutlayTextColumn *column)
{
  g_autoptr (GtkColumnViewColumn) made = outlay_text_column_new (item_type, column);

  gtk_column_view_append_column (view, made);
  return made;
}
