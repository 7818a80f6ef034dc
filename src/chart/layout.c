/* layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/layout.h"

#include <math.h>

static const OutlayChartState nothing = OUTLAY_CHART_STATE_INIT;

static void
add_empty (OutlayChartLayout *layout)
{
  const OutlayLabelSpot spot = { .x = layout->width / 2,
                                 .y = layout->free.y + layout->free.height / 2,
                                 .align_x = 0.5,
                                 .align_y = 0.5,
                                 .category = -1 };

  layout->plot = layout->free;
  outlay_layout_add_label (layout, layout->chart->texts[OUTLAY_CHART_TEXT_EMPTY], OUTLAY_TEXT_KEY,
                           &spot);
}

static void
add_kind (OutlayChartLayout *layout)
{
  switch (layout->chart->kind)
    {
    case OUTLAY_CHART_COLUMNS:
      outlay_layout_add_columns (layout);
      break;

    case OUTLAY_CHART_LINES:
    case OUTLAY_CHART_STEPS:
      outlay_layout_add_lines (layout);
      break;

    case OUTLAY_CHART_BARS:
      outlay_layout_add_bars (layout);
      break;

    case OUTLAY_CHART_PAIRS:
      outlay_layout_add_pairs (layout);
      break;

    case OUTLAY_CHART_WATERFALL:
      outlay_layout_add_waterfall (layout);
      break;

    case OUTLAY_CHART_TORNADO:
      outlay_layout_add_tornado (layout);
      break;

    case OUTLAY_N_CHART_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
on_clear_label (gpointer data)
{
  g_clear_object (&((OutlayLabel *) data)->text);
}

/**
 * outlay_chart_layout_new:
 * @chart: borrowed; must outlive the layout
 * @width: in units of the cairo_t
 * @height: in units of the cairo_t
 * @theme: borrowed; must outlive the layout
 * @state: (nullable): what is hidden
 *
 * Returns: (transfer full): the places of everything
 */
OutlayChartLayout *
outlay_chart_layout_new (const OutlayChart *chart,
                         double width,
                         double height,
                         const OutlayChartTheme *theme,
                         const OutlayChartState *state)
{
  OutlayChartLayout *layout = g_new0 (OutlayChartLayout, 1);

  layout->chart = chart;
  layout->theme = theme;
  layout->hidden = (state != NULL ? state : &nothing)->hidden;
  layout->context = outlay_text_context_new (chart->right_to_left);
  layout->width = MAX (width / theme->unit, 1);
  layout->height = MAX (height / theme->unit, 1);
  layout->free = (cairo_rectangle_t){ 0, 0, layout->width, layout->height };
  layout->marks = g_array_new (FALSE, FALSE, sizeof (OutlayMark));
  layout->points = g_array_new (FALSE, FALSE, sizeof (OutlayPoint));
  layout->labels = g_array_new (FALSE, FALSE, sizeof (OutlayLabel));
  layout->entries = g_array_new (FALSE, FALSE, sizeof (OutlayLegendEntry));
  g_array_set_clear_func (layout->labels, on_clear_label);

  if (outlay_chart_is_empty (chart))
    {
      outlay_layout_add_header (layout);
      add_empty (layout);
    }
  else
    add_kind (layout);

  if (chart->right_to_left)
    outlay_layout_mirror (layout);

  return layout;
}

/**
 * outlay_chart_layout_free:
 * @layout: (nullable) (transfer full): a layout
 */
void
outlay_chart_layout_free (OutlayChartLayout *layout)
{
  if (layout == NULL)
    return;

  g_object_unref (layout->context);
  g_array_unref (layout->marks);
  g_array_unref (layout->points);
  g_array_unref (layout->labels);
  g_array_unref (layout->entries);
  g_free (layout);
}

/**
 * outlay_layout_shows:
 *
 * Returns: %TRUE unless the reader has hidden the series
 */
gboolean
outlay_layout_shows (const OutlayChartLayout *layout, gsize series)
{
  return series >= 64 || (layout->hidden >> series & 1) == 0;
}

/**
 * outlay_layout_place:
 * @value: a number of the data
 *
 * Returns: its place along the value axis, inside the plot
 */
double
outlay_layout_place (const OutlayChartLayout *layout, double value)
{
  double fraction = outlay_scale_fraction (&layout->scale, value);

  if (layout->sideways)
    return layout->plot.x + fraction * layout->plot.width;

  return layout->plot.y + (1 - fraction) * layout->plot.height;
}

/**
 * outlay_layout_slot_centre:
 *
 * Returns: where the marks of @category are centred, before mirroring
 */
double
outlay_layout_slot_centre (const OutlayChartLayout *layout, gsize category)
{
  return layout->slot_start + ((double) category + 0.5) * layout->slot_size;
}

/**
 * outlay_layout_get_slot:
 *
 * Returns: the part of the chart that belongs to @category, with its label
 */
cairo_rectangle_t
outlay_layout_get_slot (const OutlayChartLayout *layout, gsize category)
{
  double start = layout->slot_start + (double) category * layout->slot_size;
  cairo_rectangle_t slot;

  if (layout->sideways)
    return (cairo_rectangle_t){ 0, start, layout->width, layout->slot_size };

  slot = (cairo_rectangle_t){ start, layout->plot.y, layout->slot_size,
                              layout->band_end - layout->plot.y };
  if (layout->chart->right_to_left)
    slot.x = layout->width - slot.x - slot.width;

  return slot;
}

/**
 * outlay_layout_format:
 * @format: (nullable): one of the chart's formats
 *
 * Returns: (transfer full) (nullable): @value as text
 */
char *
outlay_layout_format (const OutlayChartLayout *layout, OutlayChartFormat format, double value)
{
  if (format == NULL || isnan (value))
    return NULL;

  return format (value, layout->chart->formats.user_data);
}
