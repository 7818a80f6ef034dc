/* chart-tip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-tip.h"

#include "ui/widgets/amount.h"
#include "ui/widgets/chart-words.h"
#include "ui/widgets/swatch.h"

#include <math.h>

#define MAX_CHARS 32

/**
 * outlay_chart_tip_new:
 *
 * A screen reader hears the chart's value text instead.
 *
 * Returns: (transfer floating): an empty tip
 */
GtkWidget *
outlay_chart_tip_new (void)
{
  GtkWidget *tip =
      g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_grid_set_column_spacing (GTK_GRID (tip), 9);
  gtk_grid_set_row_spacing (GTK_GRID (tip), 3);
  gtk_widget_add_css_class (tip, "chart-tip");
  gtk_widget_set_can_target (tip, FALSE);
  return tip;
}

static void
add_row (GtkGrid *tip, int row, const OutlayChartColumn *column, const char *value, gboolean strong)
{
  GtkWidget *name = gtk_label_new (column->name);
  GtkWidget *amount = outlay_amount_new (value);

  if (column->ink != OUTLAY_N_INKS)
    gtk_grid_attach (tip, outlay_swatch_new (column->ink), 0, row, 1, 1);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MAX_CHARS);
  gtk_widget_set_hexpand (name, TRUE);
  if (strong)
    {
      gtk_widget_add_css_class (name, "heading");
      gtk_widget_add_css_class (amount, "heading");
    }
  gtk_grid_attach (tip, name, 1, row, 1, 1);
  gtk_grid_attach (tip, amount, 2, row, 1, 1);
}

/**
 * outlay_chart_tip_fill:
 * @tip: of outlay_chart_tip_new()
 * @chart: a chart
 * @state: where its cursor is
 */
void
outlay_chart_tip_fill (GtkWidget *tip, const OutlayChart *chart, const OutlayChartState *state)
{
  g_autoptr (GArray) columns = NULL;
  g_autofree char *category = NULL;
  GtkWidget *child;
  GtkWidget *title;

  while ((child = gtk_widget_get_first_child (tip)) != NULL)
    gtk_grid_remove (GTK_GRID (tip), child);
  if (state->category < 0)
    return;

  category = outlay_chart_write_category (chart, state->category);
  title = gtk_label_new (category);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_grid_attach (GTK_GRID (tip), title, 0, 0, 3, 1);

  columns = outlay_chart_list_columns (chart);
  for (guint i = 0; i < columns->len; i++)
    {
      const OutlayChartColumn *column = &g_array_index (columns, OutlayChartColumn, i);
      double value = column->values[state->category];
      g_autofree char *text = outlay_chart_write_value (chart, value);
      gboolean hidden = i < chart->series->len && i < 64 && (state->hidden >> i & 1) != 0;

      if (isfinite (value) && !hidden)
        add_row (GTK_GRID (tip), (int) i + 1, column, text, (int) i == state->series);
    }
}
