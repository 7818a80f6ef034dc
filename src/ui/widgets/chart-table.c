/* chart-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-table.h"

#include "ui/widgets/chart-words.h"

#include <glib/gi18n.h>

/* A row is the text of its cells, with the category first: the table outlives the chart. */
static GStrv
make_row (const OutlayChart *chart, const GArray *columns, int category)
{
  GStrv cells = g_new0 (char *, columns->len + 2);

  cells[0] = outlay_chart_write_category (chart, category);
  for (guint i = 0; i < columns->len; i++)
    cells[i + 1] =
        outlay_chart_write_value (chart,
                                  g_array_index (columns, OutlayChartColumn, i).values[category]);

  return cells;
}

#define OUTLAY_TYPE_CHART_ROW (outlay_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartRow, outlay_chart_row, OUTLAY, CHART_ROW, GObject)

struct _OutlayChartRow
{
  GObject parent_instance;

  GStrv cells; /* owned */
};

G_DEFINE_FINAL_TYPE (OutlayChartRow, outlay_chart_row, G_TYPE_OBJECT)

static void
outlay_chart_row_finalize (GObject *object)
{
  g_strfreev (OUTLAY_CHART_ROW (object)->cells);
  G_OBJECT_CLASS (outlay_chart_row_parent_class)->finalize (object);
}

static void
outlay_chart_row_class_init (OutlayChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_chart_row_finalize;
}

static void
outlay_chart_row_init (OutlayChartRow *self)
{
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  OutlayChartRow *row = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       row->cells[GPOINTER_TO_UINT (column)]);
}

static void
add_column (GtkColumnView *view, const char *title, guint number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (number));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (number));
  gtk_column_view_column_set_expand (column, number == 0);
  gtk_column_view_append_column (view, column);
}

/**
 * outlay_chart_table_new:
 * @chart: a chart; it is not needed afterwards
 * @title: what it is of
 *
 * Returns: (transfer floating): a row a category, a column a series
 */
GtkWidget *
outlay_chart_table_new (const OutlayChart *chart, const char *title)
{
  g_autoptr (GArray) columns = outlay_chart_list_columns (chart);
  GListStore *rows = g_list_store_new (OUTLAY_TYPE_CHART_ROW);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      g_autoptr (OutlayChartRow) row = g_object_new (OUTLAY_TYPE_CHART_ROW, NULL);

      row->cells = make_row (chart, columns, (int) i);
      g_list_store_append (rows, row);
    }

  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  add_column (GTK_COLUMN_VIEW (view), "", 0);
  for (guint i = 0; i < columns->len; i++)
    add_column (GTK_COLUMN_VIEW (view), g_array_index (columns, OutlayChartColumn, i).name, i + 1);
  gtk_widget_add_css_class (view, "chart-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}
