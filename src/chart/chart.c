/* chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/chart.h"

#include <math.h>
#include <string.h>

#define LARGEST 1e300

static void
clear_series (OutlayChartSeries *series)
{
  g_clear_pointer (&series->name, g_free);
  g_clear_pointer (&series->values, g_free);
  g_clear_pointer (&series->lows, g_free);
  g_clear_pointer (&series->highs, g_free);
  g_clear_pointer (&series->label, g_free);
  g_clear_pointer (&series->detail, g_free);
}

/* An infinite number has no place on paper: it is no number. */
static double *
copy_numbers (const double *numbers, gsize n_numbers)
{
  double *copy;

  if (numbers == NULL)
    return NULL;

  copy = g_new (double, n_numbers);
  for (gsize i = 0; i < n_numbers; i++)
    copy[i] = isfinite (numbers[i]) ? CLAMP (numbers[i], -LARGEST, LARGEST) : NAN;

  return copy;
}

static void
replace_numbers (double **field, const double *numbers, gsize n_numbers)
{
  double *copy = copy_numbers (numbers, n_numbers);

  g_free (*field);
  *field = copy;
}

static void
replace_text (char **field, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

static OutlayChartSeries *
peek_series (const OutlayChart *chart, gsize series)
{
  return &g_array_index (chart->series, OutlayChartSeries, series);
}

/**
 * outlay_chart_new:
 * @kind: what it looks like
 * @n_categories: columns, bars or points of a series
 *
 * Returns: (transfer full): a chart without series, with empty labels
 */
OutlayChart *
outlay_chart_new (OutlayChartKind kind, gsize n_categories)
{
  OutlayChart *chart;

  g_return_val_if_fail ((guint) kind < OUTLAY_N_CHART_KINDS, NULL);
  g_return_val_if_fail (n_categories <= G_MAXINT, NULL);

  chart = g_new0 (OutlayChart, 1);
  chart->kind = kind;
  chart->n_categories = n_categories;
  chart->categories = g_new0 (OutlayChartCategory, n_categories);
  chart->series = g_array_new (FALSE, TRUE, sizeof (OutlayChartSeries));
  chart->label_stride = 1;
  chart->legend = TRUE;

  for (gsize i = 0; i < n_categories; i++)
    chart->categories[i].label = g_strdup ("");

  return chart;
}

/**
 * outlay_chart_free:
 * @chart: (nullable) (transfer full): a chart
 */
void
outlay_chart_free (OutlayChart *chart)
{
  if (chart == NULL)
    return;

  for (gsize i = 0; i < chart->n_categories; i++)
    {
      g_free (chart->categories[i].label);
      g_free (chart->categories[i].detail);
    }
  g_free (chart->categories);

  for (gsize i = 0; i < chart->series->len; i++)
    clear_series (peek_series (chart, i));
  g_array_unref (chart->series);

  for (int i = 0; i < OUTLAY_N_CHART_TEXTS; i++)
    g_free (chart->texts[i]);

  g_free (chart->budgets);
  g_free (chart->forecasts);
  g_free (chart->forecast_lows);
  g_free (chart->forecast_highs);
  g_free (chart);
}

/**
 * outlay_chart_set_category:
 * @label: valid UTF-8, one line
 * @detail: (nullable): valid UTF-8, a second line
 */
void
outlay_chart_set_category (OutlayChart *chart,
                           gsize category,
                           const char *label,
                           const char *detail,
                           OutlayChartCategoryFlags flags)
{
  g_return_if_fail (category < chart->n_categories);
  g_return_if_fail (label != NULL);

  replace_text (&chart->categories[category].label, label);
  replace_text (&chart->categories[category].detail, detail);
  chart->categories[category].flags = flags;
}

/**
 * outlay_chart_add_series:
 * @name: shown in the legend
 * @ink: its colour
 * @values: one a category, NAN for none
 *
 * Returns: its index, until the chart is folded
 */
gsize
outlay_chart_add_series (OutlayChart *chart, const char *name, OutlayInk ink, const double *values)
{
  OutlayChartSeries series = { NULL };

  g_return_val_if_fail (name != NULL && values != NULL, 0);
  g_return_val_if_fail ((guint) ink < OUTLAY_N_INKS, 0);

  series.name = g_strdup (name);
  series.ink = ink;
  series.id = chart->series->len;
  series.values = copy_numbers (values, chart->n_categories);
  g_array_append_val (chart->series, series);

  return chart->series->len - 1;
}

/**
 * outlay_chart_set_range:
 * @lows: (nullable): one a category, NAN for none
 * @highs: (nullable): one a category, NAN for none
 *
 * Adds whiskers to the marks of a series.
 */
void
outlay_chart_set_range (OutlayChart *chart, gsize series, const double *lows, const double *highs)
{
  g_return_if_fail (series < chart->series->len);

  replace_numbers (&peek_series (chart, series)->lows, lows, chart->n_categories);
  replace_numbers (&peek_series (chart, series)->highs, highs, chart->n_categories);
}

/**
 * outlay_chart_set_series_label:
 * @label: (nullable): drawn where the line ends
 * @detail: (nullable): drawn under it
 */
void
outlay_chart_set_series_label (OutlayChart *chart,
                               gsize series,
                               const char *label,
                               const char *detail)
{
  g_return_if_fail (series < chart->series->len);

  replace_text (&peek_series (chart, series)->label, label);
  replace_text (&peek_series (chart, series)->detail, detail);
}

/**
 * outlay_chart_set_budget:
 * @budgets: (nullable): one a category, NAN for none
 */
void
outlay_chart_set_budget (OutlayChart *chart, const double *budgets)
{
  replace_numbers (&chart->budgets, budgets, chart->n_categories);
}

/**
 * outlay_chart_set_forecast:
 * @forecasts: (nullable): one a category, NAN for none
 * @lows: (nullable): lower ends of the interval
 * @highs: (nullable): upper ends of the interval
 *
 * Columns take the likely total of a running period; lines take the way on
 * from the last number of series 0.
 */
void
outlay_chart_set_forecast (OutlayChart *chart,
                           const double *forecasts,
                           const double *lows,
                           const double *highs)
{
  replace_numbers (&chart->forecasts, forecasts, chart->n_categories);
  replace_numbers (&chart->forecast_lows, lows, chart->n_categories);
  replace_numbers (&chart->forecast_highs, highs, chart->n_categories);
}

/**
 * outlay_chart_set_text:
 * @text: (nullable): valid UTF-8, one line; an empty text counts as none
 */
void
outlay_chart_set_text (OutlayChart *chart, OutlayChartText which, const char *text)
{
  g_return_if_fail ((guint) which < OUTLAY_N_CHART_TEXTS);

  replace_text (&chart->texts[which], text != NULL && *text != '\0' ? text : NULL);
}

/**
 * outlay_chart_set_formats:
 * @formats: copied; its user data must outlive the chart
 */
void
outlay_chart_set_formats (OutlayChart *chart, const OutlayChartFormats *formats)
{
  chart->formats = *formats;
}

/**
 * outlay_chart_get_series:
 *
 * Returns: (transfer none): a series
 */
const OutlayChartSeries *
outlay_chart_get_series (const OutlayChart *chart, gsize series)
{
  g_return_val_if_fail (series < chart->series->len, NULL);

  return peek_series (chart, series);
}

/**
 * outlay_chart_is_empty:
 *
 * Returns: %TRUE if no series has a number
 */
gboolean
outlay_chart_is_empty (const OutlayChart *chart)
{
  for (gsize i = 0; i < chart->series->len; i++)
    for (gsize category = 0; category < chart->n_categories; category++)
      if (!isnan (peek_series (chart, i)->values[category]))
        return FALSE;

  return TRUE;
}

static double
sum_magnitudes (const OutlayChart *chart, gsize series)
{
  const double *values = peek_series (chart, series)->values;
  double sum = 0;

  for (gsize i = 0; i < chart->n_categories; i++)
    if (!isnan (values[i]))
      sum += fabs (values[i]);

  return sum;
}

static gsize
find_smallest (const GArray *sums)
{
  gsize smallest = 0;

  for (gsize i = 1; i < sums->len; i++)
    if (g_array_index (sums, double, i) <= g_array_index (sums, double, smallest))
      smallest = i;

  return smallest;
}

static void
add_numbers (double *sums, const double *addends, gsize n_numbers)
{
  for (gsize i = 0; i < n_numbers; i++)
    if (isnan (sums[i]))
      sums[i] = addends[i];
    else if (!isnan (addends[i]))
      sums[i] += addends[i];
}

/**
 * outlay_chart_fold:
 * @max_series: how many series keep their own colour, at most %OUTLAY_N_SLOTS
 * @other_name: the name of what is folded
 *
 * Adds the smallest series together, where there are more than @max_series.
 * The sum stands last, on top of a stack, in the ink of Other; the rest keeps
 * its order. Ranges and direct labels of what is folded are dropped.
 */
void
outlay_chart_fold (OutlayChart *chart, gsize max_series, const char *other_name)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (double));
  OutlayChartSeries other = { NULL };

  g_return_if_fail (other_name != NULL);

  max_series = MIN (max_series, OUTLAY_N_SLOTS);
  if (chart->series->len <= max_series)
    return;

  other.name = g_strdup (other_name);
  other.ink = OUTLAY_INK_OTHER;
  other.id = -1;
  other.values = g_new (double, chart->n_categories);
  for (gsize i = 0; i < chart->n_categories; i++)
    other.values[i] = NAN;

  for (gsize i = 0; i < chart->series->len; i++)
    {
      double sum = sum_magnitudes (chart, i);

      g_array_append_val (sums, sum);
    }

  while (chart->series->len > max_series)
    {
      gsize smallest = find_smallest (sums);

      add_numbers (other.values, peek_series (chart, smallest)->values, chart->n_categories);
      clear_series (peek_series (chart, smallest));
      g_array_remove_index (chart->series, (guint) smallest);
      g_array_remove_index (sums, (guint) smallest);
    }

  g_array_append_val (chart->series, other);
}
