/* categories.c – the labels under the columns and points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Periods are thinned out when they get too many; names are shortened, for a
 * name cannot be guessed from its neighbours.
 */

#include "chart/layout.h"

#include <math.h>

#define LABEL_TOP 4.0
#define LABEL_GAP 8.0

/* Names are turned where a slot is narrower than this, and thinned out where it is narrower than
 * their line. */
#define NARROWEST_NAME 56.0
#define TURNED_SHARE 0.4

/* Measuring more names than could ever be shown costs time and tells nothing. */
#define MOST_NAMES 60

/* The part of the width that the plot has at least, for what is known before it is. */
#define PLOT_SHARE 0.86

static gboolean
has_names (const OutlayChartLayout *layout)
{
  return layout->chart->kind == OUTLAY_CHART_WATERFALL;
}

static gboolean
turns_names (const OutlayChartLayout *layout)
{
  return has_names (layout) && layout->width * PLOT_SHARE / (double) layout->chart->n_categories <
                                   NARROWEST_NAME * layout->theme->text_scale;
}

static double
get_turned_height (const OutlayChartLayout *layout)
{
  gsize stride = layout->chart->n_categories / MOST_NAMES + 1;
  double widest = 0;

  for (gsize i = 0; i < layout->chart->n_categories; i += stride)
    widest = MAX (widest, outlay_text_get_width (layout, layout->chart->categories[i].label,
                                                 OUTLAY_TEXT_AXIS_STRONG));

  return MIN (widest + 1, layout->height * TURNED_SHARE);
}

/* Where nothing may be hatched, the running period says so in words. */
static const char *
get_detail (const OutlayChartLayout *layout, gsize category)
{
  const OutlayChartCategory *it = &layout->chart->categories[category];

  if (it->detail != NULL && *it->detail != '\0')
    return it->detail;

  if (layout->theme->patterned && (it->flags & OUTLAY_CHART_CATEGORY_INCOMPLETE) != 0)
    return layout->chart->texts[OUTLAY_CHART_TEXT_KEY_INCOMPLETE];

  return NULL;
}

/**
 * outlay_layout_get_footer_height:
 *
 * Returns: the height of the category labels: none, one or two lines
 */
double
outlay_layout_get_footer_height (const OutlayChartLayout *layout)
{
  gboolean label = FALSE;
  gboolean detail = FALSE;

  if (turns_names (layout))
    return 2 * LABEL_TOP + get_turned_height (layout);

  for (gsize i = 0; i < layout->chart->n_categories && !detail; i++)
    {
      label = label || *layout->chart->categories[i].label != '\0';
      detail = get_detail (layout, i) != NULL;
    }

  return (label || detail ? LABEL_TOP + outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS)
                          : LABEL_TOP) +
         (detail ? outlay_text_get_line_height (layout, OUTLAY_TEXT_DETAIL) : 0);
}

static OutlayTextStyle
get_style (const OutlayChartLayout *layout, gsize category)
{
  OutlayChartCategoryFlags flags = layout->chart->categories[category].flags;

  if (flags != OUTLAY_CHART_CATEGORY_PLAIN)
    return OUTLAY_TEXT_AXIS_STRONG;

  return has_names (layout) ? OUTLAY_TEXT_NAME : OUTLAY_TEXT_AXIS;
}

/* Columns count back from the running period, lines forward from the first date. */
static gsize
find_anchor (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  gsize anchor = 0;

  if (chart->kind != OUTLAY_CHART_LINES && chart->kind != OUTLAY_CHART_STEPS)
    return chart->n_categories - 1;

  while (anchor + 1 < chart->n_categories && *chart->categories[anchor].label == '\0')
    anchor++;

  return anchor;
}

static gboolean
fits_stride (const OutlayChartLayout *layout, gsize first, gsize stride)
{
  double room = (double) stride * layout->slot_size - LABEL_GAP;

  for (gsize i = first; i < layout->chart->n_categories; i += stride)
    {
      const char *label = layout->chart->categories[i].label;

      if (outlay_text_get_width (layout, label, get_style (layout, i)) > room ||
          outlay_text_get_width (layout, get_detail (layout, i), OUTLAY_TEXT_DETAIL) > room)
        return FALSE;
    }

  return TRUE;
}

static gsize
find_stride (const OutlayChartLayout *layout, gsize anchor)
{
  gsize base = MAX (layout->chart->label_stride, 1);
  double least = 1.5 * outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS);
  gsize stride = (gsize) (least / layout->slot_size) / base * base + base;

  if (layout->slot_size * (double) base >= least)
    stride = base;

  while (stride < layout->chart->n_categories && !fits_stride (layout, anchor % stride, stride))
    stride += MAX (stride / 4 / base, 1) * base;

  return stride;
}

static gsize
get_name_stride (const OutlayChartLayout *layout)
{
  return (gsize) MAX (1, ceil (outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS) /
                               layout->slot_size));
}

static void
add_label (OutlayChartLayout *layout, gsize category, const char *detail)
{
  OutlayLabelSpot spot = { .x = outlay_layout_slot_centre (layout, category),
                           .y = layout->plot.y + layout->plot.height + LABEL_TOP,
                           .align_x = 0.5,
                           .align_y = 0,
                           .category = (int) category };

  if (turns_names (layout))
    {
      spot.upright = TRUE;
      spot.max_width = get_turned_height (layout);
      outlay_layout_add_label (layout, layout->chart->categories[category].label,
                               get_style (layout, category), &spot);
      return;
    }

  if (has_names (layout))
    spot.max_width = layout->slot_size - LABEL_GAP / 2;

  if (outlay_layout_add_label (layout, layout->chart->categories[category].label,
                               get_style (layout, category), &spot))
    {
      spot.y += outlay_text_get_line_height (layout, OUTLAY_TEXT_AXIS);
      outlay_layout_add_label (layout, detail, OUTLAY_TEXT_DETAIL, &spot);
    }
}

/**
 * outlay_layout_add_categories:
 *
 * Adds as many labels as fit. A year that stands under a period which is left
 * out moves on to the next label.
 */
void
outlay_layout_add_categories (OutlayChartLayout *layout)
{
  gsize anchor = find_anchor (layout);
  gsize stride = has_names (layout) ? get_name_stride (layout) : find_stride (layout, anchor);
  const char *pending = NULL;

  for (gsize i = 0; i < layout->chart->n_categories; i++)
    {
      const char *detail = get_detail (layout, i);

      if (detail != NULL)
        pending = detail;

      if (i % stride == anchor % stride)
        {
          add_label (layout, i, pending);
          pending = NULL;
        }
    }
}
