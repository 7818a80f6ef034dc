/* legend.c – title, note and the legend, beside, above or below the plot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stack has its legend beside it, in the order of the stack. Other charts
 * have it in the line of the title, or below where that line is too short.
 */

#include "chart/layout.h"

#define NARROW 480.0
#define HEADER_GAP 10.0
#define SWATCH 10.0
#define SWATCH_GAP 6.0
#define ITEM_GAP 16.0
#define BESIDE_GAP 16.0
#define ENTRY_PITCH 21.0
#define KEY_PITCH 18.0
#define WIDEST_BESIDE 0.32

typedef enum
{
  KEY_SERIES,
  KEY_BUDGET,
  KEY_FORECAST,
  KEY_INCOMPLETE,
  KEY_RANGE,
  KEY_MORE,
  KEY_LESS,
} KeyKind;

typedef struct
{
  KeyKind kind;
  int series;
  OutlayInk ink;
  char *text;
  double width;
} Item;

static void
on_clear_item (gpointer data)
{
  g_clear_pointer (&((Item *) data)->text, g_free);
}

static OutlayTextStyle
get_item_style (const Item *item)
{
  return item->kind == KEY_SERIES ? OUTLAY_TEXT_LEGEND : OUTLAY_TEXT_KEY;
}

static void
add_item (GArray *items,
          const OutlayChartLayout *layout,
          KeyKind kind,
          int series,
          OutlayInk ink,
          const char *text)
{
  Item item = { .kind = kind, .series = series, .ink = ink };
  const char *glyph = "";

  if (text == NULL || *text == '\0')
    return;

  if (kind == KEY_MORE)
    glyph = "▲ ";
  else if (kind == KEY_LESS)
    glyph = "▼ ";

  item.text = g_strconcat (glyph, text, NULL);
  item.width =
      SWATCH + SWATCH_GAP + outlay_text_get_width (layout, item.text, get_item_style (&item));
  if (kind == KEY_RANGE)
    item.width += SWATCH / 2;
  g_array_append_val (items, item);
}

static gboolean
has_incomplete (const OutlayChart *chart)
{
  for (gsize i = 0; i < chart->n_categories; i++)
    if ((chart->categories[i].flags & OUTLAY_CHART_CATEGORY_INCOMPLETE) != 0)
      return TRUE;

  return FALSE;
}

static void
collect_series (GArray *items, const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  gboolean lines = chart->kind == OUTLAY_CHART_LINES || chart->kind == OUTLAY_CHART_STEPS;
  gsize n = chart->series->len;

  /* One line needs no legend, nor does one with its name at its end. */
  if (lines && n < 2)
    return;

  for (gsize i = 0; i < n; i++)
    {
      gsize index = chart->kind == OUTLAY_CHART_COLUMNS ? n - 1 - i : i;
      const OutlayChartSeries *series = outlay_chart_get_series (chart, index);

      if (!lines || series->label == NULL)
        add_item (items, layout, KEY_SERIES, (int) index, series->ink, series->name);
      if (series->lows != NULL && !lines)
        add_item (items, layout, KEY_RANGE, -1, OUTLAY_INK_BUDGET,
                  chart->texts[OUTLAY_CHART_TEXT_KEY_RANGE]);
    }
}

static GArray *
collect_items (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));

  g_array_set_clear_func (items, on_clear_item);
  if (!chart->legend || chart->kind == OUTLAY_CHART_TORNADO || outlay_chart_is_empty (chart))
    return items;

  if (chart->kind == OUTLAY_CHART_WATERFALL)
    {
      add_item (items, layout, KEY_MORE, -1, OUTLAY_INK_COSTS_MORE,
                chart->texts[OUTLAY_CHART_TEXT_KEY_MORE]);
      add_item (items, layout, KEY_LESS, -1, OUTLAY_INK_VALUE,
                chart->texts[OUTLAY_CHART_TEXT_KEY_LESS]);
      return items;
    }

  collect_series (items, layout);
  if (chart->budgets != NULL && chart->texts[OUTLAY_CHART_TEXT_BUDGET] == NULL)
    add_item (items, layout, KEY_BUDGET, -1, OUTLAY_INK_BUDGET,
              chart->texts[OUTLAY_CHART_TEXT_KEY_BUDGET]);
  if (chart->forecasts != NULL)
    add_item (items, layout, KEY_FORECAST, -1, OUTLAY_INK_BUDGET,
              chart->texts[OUTLAY_CHART_TEXT_KEY_FORECAST]);
  if (has_incomplete (chart) && !layout->theme->patterned)
    add_item (items, layout, KEY_INCOMPLETE, -1, OUTLAY_INK_NEUTRAL,
              chart->texts[OUTLAY_CHART_TEXT_KEY_INCOMPLETE]);

  return items;
}

static void
add_glyph (OutlayChartLayout *layout, const Item *item, double x, double y)
{
  cairo_rectangle_t box = { x, y - SWATCH / 2, SWATCH, SWATCH };
  OutlayMark *mark;

  switch (item->kind)
    {
    case KEY_BUDGET:
      outlay_layout_add_segment (layout, OUTLAY_STROKE_BUDGET, x - 1, y, x + SWATCH + 1, y);
      break;

    case KEY_FORECAST:
      outlay_layout_add_box (layout, OUTLAY_MARK_OUTLINE, item->ink, box);
      break;

    case KEY_RANGE:
      box = (cairo_rectangle_t){ x, y - 3.5, 1.5 * SWATCH, 7 };
      outlay_layout_add_box (layout, OUTLAY_MARK_WHISKER, item->ink, box);
      break;

    case KEY_SERIES:
    case KEY_INCOMPLETE:
    case KEY_MORE:
    case KEY_LESS:
    default:
      mark = outlay_layout_add_box (layout, OUTLAY_MARK_SWATCH, item->ink, box);
      if (item->kind == KEY_INCOMPLETE)
        mark->flags |= OUTLAY_MARK_HATCHED;
      if (item->kind == KEY_LESS)
        mark->flags |= OUTLAY_MARK_LESS;
      if (item->series >= 0 && !outlay_layout_shows (layout, (gsize) item->series))
        mark->flags |= OUTLAY_MARK_HOLLOW;
      break;
    }
}

static void
place_item (OutlayChartLayout *layout, const Item *item, double x, double y, double room)
{
  double before = SWATCH + SWATCH_GAP + (item->kind == KEY_RANGE ? SWATCH / 2 : 0);
  double height = outlay_text_get_line_height (layout, OUTLAY_TEXT_LEGEND);
  const OutlayLabelSpot spot = {
    .x = x + before, .y = y, .align_y = 0.5, .max_width = room - before, .category = -1
  };
  OutlayTextStyle style = get_item_style (item);

  if (item->series >= 0 && !outlay_layout_shows (layout, (gsize) item->series))
    style = OUTLAY_TEXT_KEY;
  if (!outlay_layout_add_label (layout, item->text, style, &spot))
    return;

  add_glyph (layout, item, x, y);
  if (item->series >= 0)
    {
      OutlayLegendEntry entry = { { x - 3, y - height / 2, MIN (item->width, room) + 6, height },
                                  item->series };

      g_array_append_val (layout->entries, entry);
    }
}

static double
sum_widths (GArray *items)
{
  double sum = 0;

  for (gsize i = 0; i < items->len; i++)
    sum += g_array_index (items, Item, i).width + (i > 0 ? ITEM_GAP : 0);

  return sum;
}

static char *
make_note (const OutlayChartLayout *layout)
{
  const OutlayChart *chart = layout->chart;

  if (chart->cut_axis && layout->scale.min > 0)
    return outlay_layout_format (layout, chart->formats.cut, layout->scale.min);

  return g_strdup (chart->texts[OUTLAY_CHART_TEXT_NOTE]);
}

static double
get_header_room (const OutlayChartLayout *layout, const char *note)
{
  const char *title = layout->chart->texts[OUTLAY_CHART_TEXT_TITLE];
  double room = layout->width;

  if (title != NULL)
    room -= outlay_text_get_width (layout, title, OUTLAY_TEXT_TITLE) + ITEM_GAP;
  if (note != NULL)
    room -= outlay_text_get_width (layout, note, OUTLAY_TEXT_NOTE) + ITEM_GAP;

  return room;
}

/* A note that an axis is cut must not get lost: it moves under a long title. */
static gboolean
is_note_below (const OutlayChartLayout *layout, const char *note)
{
  return note != NULL && layout->chart->texts[OUTLAY_CHART_TEXT_TITLE] != NULL &&
         get_header_room (layout, note) < ITEM_GAP;
}

/* Lays the items out in lines from @top on, or only counts the lines. */
static int
flow_items (OutlayChartLayout *layout, GArray *items, double top, double pitch, gboolean place)
{
  double x = 0;
  int line = 0;

  for (gsize i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (x > 0 && x + item->width > layout->width)
        {
          x = 0;
          line++;
        }
      if (place)
        place_item (layout, item, x + 1, top + (line + 0.5) * pitch, layout->width - x - 1);
      x += item->width + ITEM_GAP;
    }

  return items->len > 0 ? line + 1 : 0;
}

/**
 * outlay_layout_legend_is_beside:
 *
 * Returns: %TRUE if the legend stands at the end of the plot
 */
gboolean
outlay_layout_legend_is_beside (const OutlayChartLayout *layout)
{
  return layout->chart->kind == OUTLAY_CHART_COLUMNS && layout->width >= NARROW;
}

static gboolean
needs_header_line (const OutlayChartLayout *layout, const char *note, GArray *items)
{
  if (layout->chart->texts[OUTLAY_CHART_TEXT_TITLE] != NULL || note != NULL)
    return TRUE;

  return items->len > 0 && !outlay_layout_legend_is_beside (layout) &&
         sum_widths (items) <= get_header_room (layout, note);
}

/**
 * outlay_layout_get_header_height:
 *
 * Returns: what title, note and a legend above or below take from the height
 */
double
outlay_layout_get_header_height (const OutlayChartLayout *layout)
{
  g_autoptr (GArray) items = collect_items (layout);
  g_autofree char *note = make_note (layout);
  double height = 0;

  if (needs_header_line (layout, note, items))
    height += outlay_text_get_line_height (layout, OUTLAY_TEXT_TITLE) + HEADER_GAP;
  if (is_note_below (layout, note))
    height += outlay_text_get_line_height (layout, OUTLAY_TEXT_NOTE);
  if (!outlay_layout_legend_is_beside (layout) &&
      sum_widths (items) > get_header_room (layout, note))
    height += flow_items ((OutlayChartLayout *) layout, items, 0, 0, FALSE) * ENTRY_PITCH *
              layout->theme->text_scale;

  return height;
}

static void
add_below (OutlayChartLayout *layout, GArray *items)
{
  double pitch = ENTRY_PITCH * layout->theme->text_scale;
  double height = flow_items (layout, items, 0, pitch, FALSE) * pitch;

  /* A legend that leaves no room for the chart is not worth it. */
  if (height > layout->free.height / 2)
    return;

  layout->free.height -= height;
  flow_items (layout, items, layout->free.y + layout->free.height + pitch * 0.1, pitch, TRUE);
}

/**
 * outlay_layout_add_header:
 *
 * Adds title and note, and the legend if it is not beside the plot.
 */
void
outlay_layout_add_header (OutlayChartLayout *layout)
{
  g_autoptr (GArray) items = collect_items (layout);
  g_autofree char *note = make_note (layout);
  double line = outlay_text_get_line_height (layout, OUTLAY_TEXT_TITLE);
  double room = get_header_room (layout, note);
  double x = layout->width;
  double below = 0;
  OutlayLabelSpot spot = { .y = line / 2, .align_y = 0.5, .category = -1 };

  if (needs_header_line (layout, note, items))
    {
      outlay_layout_add_label (layout, layout->chart->texts[OUTLAY_CHART_TEXT_TITLE],
                               OUTLAY_TEXT_TITLE, &spot);
      if (is_note_below (layout, note))
        {
          spot.y = line + outlay_text_get_line_height (layout, OUTLAY_TEXT_NOTE) / 2;
          below = outlay_text_get_line_height (layout, OUTLAY_TEXT_NOTE);
        }
      else
        {
          spot.x = x;
          spot.align_x = 1;
        }
      if (outlay_layout_add_label (layout, note, OUTLAY_TEXT_NOTE, &spot))
        x -= outlay_text_get_width (layout, note, OUTLAY_TEXT_NOTE) + ITEM_GAP;
      layout->free.y += line + below + HEADER_GAP;
      layout->free.height = MAX (layout->free.height - line - below - HEADER_GAP, 1);
    }

  if (outlay_layout_legend_is_beside (layout) || items->len == 0)
    return;

  if (sum_widths (items) > room)
    {
      add_below (layout, items);
      return;
    }

  x -= sum_widths (items);
  for (gsize i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      place_item (layout, item, x, line / 2, item->width + 1);
      x += item->width + ITEM_GAP;
    }
}

static double
get_pitch (const Item *item, double squeeze)
{
  return (item->kind == KEY_SERIES ? ENTRY_PITCH : KEY_PITCH) * squeeze;
}

/**
 * outlay_layout_add_side_legend:
 *
 * Adds the legend at the end of the line, first the series in the order of
 * the stack, then the keys, and takes its width from what is free.
 */
void
outlay_layout_add_side_legend (OutlayChartLayout *layout)
{
  g_autoptr (GArray) items = collect_items (layout);
  double least = outlay_text_get_line_height (layout, OUTLAY_TEXT_KEY) * 0.95;
  double scale = layout->theme->text_scale;
  double room = layout->free.height;
  double widest = 0;
  double height = 0;
  double squeeze;
  double y = layout->free.y + 4;

  for (gsize i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      widest = MAX (widest, item->width);
      height += get_pitch (item, scale);
    }

  if (items->len == 0)
    return;

  widest = MIN (widest + 1, layout->width * WIDEST_BESIDE);
  squeeze = scale * CLAMP ((room - KEY_PITCH / 2) / height, least / (KEY_PITCH * scale), 1);

  for (gsize i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      double pitch = get_pitch (item, squeeze);

      if (i > 0 && item->kind != KEY_SERIES && item[-1].kind == KEY_SERIES)
        y += KEY_PITCH / 2 * squeeze;
      if (y + pitch > layout->free.y + room + 1)
        break;
      place_item (layout, item, layout->width - widest, y + pitch / 2, widest);
      y += pitch;
    }

  layout->free.width -= widest + BESIDE_GAP;
}
