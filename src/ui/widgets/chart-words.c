/* chart-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-words.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * outlay_chart_write_value:
 * @chart: a chart
 * @value: of it
 *
 * Returns: (transfer full): as the chart itself would write it; "–" for no number
 */
char *
outlay_chart_write_value (const OutlayChart *chart, double value)
{
  const OutlayChartFormats *formats = &chart->formats;
  OutlayChartFormat format = formats->value != NULL ? formats->value : formats->axis;
  char *text = NULL;

  if (isfinite (value) && format != NULL)
    text = format (value, formats->user_data);

  return text != NULL ? text : g_strdup ("–");
}

/**
 * outlay_chart_write_category:
 * @chart: a chart
 * @category: of it
 *
 * Returns: (transfer full): its label, with its detail if it has one
 */
char *
outlay_chart_write_category (const OutlayChart *chart, int category)
{
  const OutlayChartCategory *it = &chart->categories[category];
  const char *label = it->label != NULL ? it->label : "";

  if (it->detail == NULL || *it->detail == '\0')
    return g_strdup (label);

  /* Translators: label and detail of a column of a chart: "November, to 20 Nov" */
  return g_strdup_printf (C_ ("chart", "%s, %s"), label, it->detail);
}

static void
add_column (GArray *columns, const char *name, OutlayInk ink, const double *values)
{
  OutlayChartColumn column = { name, ink, values };

  if (values != NULL)
    g_array_append_val (columns, column);
}

/**
 * outlay_chart_list_columns:
 * @chart: a chart
 *
 * Returns: (transfer full) (element-type OutlayChartColumn): its series, then budget and
 *   forecast where it has them; they borrow from @chart
 */
GArray *
outlay_chart_list_columns (const OutlayChart *chart)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (OutlayChartColumn));

  for (guint i = 0; i < chart->series->len; i++)
    {
      const OutlayChartSeries *series = outlay_chart_get_series (chart, i);

      add_column (columns, series->name, series->ink, series->values);
    }
  add_column (columns, _ ("Budget"), OUTLAY_N_INKS, chart->budgets);
  add_column (columns, _ ("Forecast"), OUTLAY_N_INKS, chart->forecasts);
  return columns;
}

/* All the numbers of a category that can be seen. */
static void
append_numbers (GString *words, const OutlayChart *chart, const OutlayChartState *state)
{
  g_autoptr (GArray) columns = outlay_chart_list_columns (chart);
  const char *separator = "";

  for (guint i = 0; i < columns->len; i++)
    {
      const OutlayChartColumn *column = &g_array_index (columns, OutlayChartColumn, i);
      double value = column->values[state->category];
      g_autofree char *text = outlay_chart_write_value (chart, value);
      gboolean hidden = i < chart->series->len && i < 64 && (state->hidden >> i & 1) != 0;

      if (!isfinite (value) || hidden)
        continue;
      /* Translators: name and number of one part of a chart: "Support chat $412.10" */
      g_string_append (words, separator);
      g_string_append_printf (words, C_ ("chart", "%s %s"), column->name, text);
      separator = "; ";
    }
}

/**
 * outlay_chart_describe:
 * @chart: a chart
 * @state: where its cursor is
 *
 * Returns: (transfer full): "12 November: Support chat $412.10"; "" without a cursor
 */
char *
outlay_chart_describe (const OutlayChart *chart, const OutlayChartState *state)
{
  GString *words = g_string_new (NULL);
  g_autofree char *category = NULL;

  if (state->category < 0 || (gsize) state->category >= chart->n_categories)
    return g_string_free (words, FALSE);

  category = outlay_chart_write_category (chart, state->category);
  g_string_append_printf (words, "%s: ", category);
  if (state->series >= 0 && (guint) state->series < chart->series->len)
    {
      const OutlayChartSeries *series = outlay_chart_get_series (chart, (gsize) state->series);
      g_autofree char *text = outlay_chart_write_value (chart, series->values[state->category]);

      g_string_append_printf (words, C_ ("chart", "%s %s"), series->name, text);
      if (state->series < 64 && (state->hidden >> state->series & 1) != 0)
        g_string_append_printf (words, " (%s)", _ ("hidden"));
    }
  else
    append_numbers (words, chart, state);

  return g_string_free (words, FALSE);
}
