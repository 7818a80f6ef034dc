/* layout.h – where everything of a chart is: what is drawn, and what is hit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For this room and its tests only. A layout is a flat list of marks and one
 * of labels, in pixels of the design (OutlayChartTheme.unit turns them into
 * units of the cairo_t). Each kind of chart adds to the lists; paint.c draws
 * them and hit.c searches them, neither computes a place. Labels are placed
 * in order of weight, and one that would overlap an earlier one is not added.
 */

#pragma once

#include "chart/chart.h"
#include "chart/scale.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * OutlayMarkShape:
 *
 * Box shapes use the mark's box; paths use its points.
 */
typedef enum
{
  OUTLAY_MARK_RECT,     /* box, filled with the ink */
  OUTLAY_MARK_SWATCH,   /* box with round corners, filled with the ink */
  OUTLAY_MARK_OUTLINE,  /* box, dashed */
  OUTLAY_MARK_FOOT,     /* box that is crossed by the zigzag of a cut axis */
  OUTLAY_MARK_WHISKER,  /* box, an I-beam along its longer side */
  OUTLAY_MARK_DOT,      /* box, a disc */
  OUTLAY_MARK_RING,     /* box, a hollow disc */
  OUTLAY_MARK_TRIANGLE, /* box, outlined */
  OUTLAY_MARK_LINE,     /* path */
  OUTLAY_MARK_AREA,     /* closed path, filled */
} OutlayMarkShape;

/**
 * OutlayStroke:
 *
 * How a path is drawn; paint.c holds the table.
 */
typedef enum
{
  OUTLAY_STROKE_GRID,
  OUTLAY_STROKE_BASELINE,
  OUTLAY_STROKE_DATA,
  OUTLAY_STROKE_FORECAST,
  OUTLAY_STROKE_COMPARISON,
  OUTLAY_STROKE_BUDGET,
  OUTLAY_STROKE_CONNECTOR,
  OUTLAY_STROKE_GUIDE,
  OUTLAY_STROKE_BASE,
} OutlayStroke;

typedef enum
{
  OUTLAY_MARK_PLAIN = 0,
  OUTLAY_MARK_HATCHED = 1 << 0, /* running period; words say it where there are patterns */
  OUTLAY_MARK_SEAM = 1 << 1,    /* stands on another segment: leave a gap */
  OUTLAY_MARK_HOLLOW = 1 << 2,  /* the swatch of a hidden series */
  OUTLAY_MARK_LESS = 1 << 3,    /* a step that costs less: always hatched */
} OutlayMarkFlags;

/**
 * OutlayMark:
 * @category: -1 for none
 * @series: -1 for none
 * @first_point: of a path, in the layout's points
 */
typedef struct
{
  OutlayMarkShape shape;
  OutlayMarkFlags flags;
  OutlayStroke stroke;
  OutlayInk ink;
  cairo_rectangle_t box;
  guint first_point;
  guint n_points;
  int category;
  int series;
} OutlayMark;

typedef struct
{
  double x;
  double y;
} OutlayPoint;

/**
 * OutlayTextStyle:
 *
 * Size, weight and strength of a text; text.c holds the table.
 */
typedef enum
{
  OUTLAY_TEXT_AXIS,
  OUTLAY_TEXT_AXIS_STRONG,
  OUTLAY_TEXT_DETAIL,
  OUTLAY_TEXT_NAME,
  OUTLAY_TEXT_NAME_STRONG,
  OUTLAY_TEXT_VALUE,
  OUTLAY_TEXT_LABEL,
  OUTLAY_TEXT_LEGEND,
  OUTLAY_TEXT_KEY,
  OUTLAY_TEXT_NOTE,
  OUTLAY_TEXT_TITLE,
  OUTLAY_N_TEXT_STYLES,
} OutlayTextStyle;

/**
 * OutlayLabel:
 * @text: (transfer full): ready to draw
 * @upright: read from bottom to top
 * @box: its logical extents; what may not overlap is outlay_label_get_ink_box()
 * @category: -1 where it belongs to none
 */
typedef struct
{
  PangoLayout *text;
  OutlayTextStyle style;
  gboolean halo;
  gboolean upright;
  cairo_rectangle_t box;
  int category;
} OutlayLabel;

/**
 * OutlayLegendEntry:
 * @series: what a click toggles
 */
typedef struct
{
  cairo_rectangle_t box;
  int series;
} OutlayLegendEntry;

/**
 * OutlayChartLayout:
 * @width: of the chart, in design pixels
 * @height: of the chart, in design pixels
 * @free: what the frame has not used yet
 * @plot: where the marks are
 * @scale: of the value axis
 * @sideways: the value axis runs from left to right
 * @slot_start: where the slot of category 0 begins, before mirroring
 * @slot_size: width of a slot, its height where @sideways
 * @band_end: where the band under the pointer ends, below the category labels
 */
typedef struct
{
  const OutlayChart *chart;
  const OutlayChartTheme *theme;
  guint64 hidden;
  PangoContext *context;
  double width;
  double height;
  cairo_rectangle_t free;
  cairo_rectangle_t plot;
  OutlayScale scale;
  gboolean sideways;
  double slot_start;
  double slot_size;
  double band_end;
  GArray *marks;
  GArray *points;
  GArray *labels;
  GArray *entries;
} OutlayChartLayout;

/* Of a stripe and the gap after it. */
#define OUTLAY_HATCH_PITCH 6.0

/* text.c */
PangoContext *outlay_text_context_new (gboolean right_to_left);
PangoLayout *outlay_text_new (const OutlayChartLayout *layout,
                              const char *text,
                              OutlayTextStyle style);
double outlay_text_get_line_height (const OutlayChartLayout *layout, OutlayTextStyle style);
double outlay_text_get_width (const OutlayChartLayout *layout,
                              const char *text,
                              OutlayTextStyle style);
OutlayColour outlay_text_get_colour (const OutlayChartTheme *theme, OutlayTextStyle style);

/* layout.c */
OutlayChartLayout *outlay_chart_layout_new (const OutlayChart *chart,
                                            double width,
                                            double height,
                                            const OutlayChartTheme *theme,
                                            const OutlayChartState *state);
void outlay_chart_layout_free (OutlayChartLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartLayout, outlay_chart_layout_free)
gboolean outlay_layout_shows (const OutlayChartLayout *layout, gsize series);
double outlay_layout_place (const OutlayChartLayout *layout, double value);
double outlay_layout_slot_centre (const OutlayChartLayout *layout, gsize category);
cairo_rectangle_t outlay_layout_get_slot (const OutlayChartLayout *layout, gsize category);
char *outlay_layout_format (const OutlayChartLayout *layout,
                            OutlayChartFormat format,
                            double value);

/* marks.c */
OutlayMark *outlay_layout_add_box (OutlayChartLayout *layout,
                                   OutlayMarkShape shape,
                                   OutlayInk ink,
                                   cairo_rectangle_t box);
OutlayMark *outlay_layout_add_path (OutlayChartLayout *layout,
                                    OutlayMarkShape shape,
                                    OutlayStroke stroke,
                                    OutlayInk ink,
                                    const OutlayPoint *points,
                                    gsize n_points);
void outlay_layout_add_segment (OutlayChartLayout *layout,
                                OutlayStroke stroke,
                                double x1,
                                double y1,
                                double x2,
                                double y2);

/**
 * OutlayLabelSpot:
 * @x: where the text is tied to
 * @y: where the text is tied to
 * @align_x: 0 begins at @x, 0.5 is centred, 1 ends there
 * @align_y: 0 hangs from @y, 0.5 is centred, 1 stands on it
 * @max_width: ellipsized above it; 0 for no limit
 * @halo: keep lines away from the letters
 * @upright: turned, so that @max_width limits its height
 * @category: -1 for none
 */
typedef struct
{
  double x;
  double y;
  double align_x;
  double align_y;
  double max_width;
  gboolean halo;
  gboolean upright;
  int category;
} OutlayLabelSpot;

gboolean outlay_layout_add_label (OutlayChartLayout *layout,
                                  const char *text,
                                  OutlayTextStyle style,
                                  const OutlayLabelSpot *spot);
cairo_rectangle_t outlay_label_get_ink_box (const OutlayLabel *label);
gboolean outlay_layout_covers_bar (const OutlayChartLayout *layout, const cairo_rectangle_t *box);
gboolean outlay_boxes_overlap (const cairo_rectangle_t *a, const cairo_rectangle_t *b);
void outlay_layout_mirror (OutlayChartLayout *layout);

/* frame.c, categories.c, legend.c: around the plot */
void outlay_layout_set_scale (OutlayChartLayout *layout, double min, double max);
void outlay_layout_add_frame (OutlayChartLayout *layout);
void outlay_layout_add_baseline (OutlayChartLayout *layout);
double outlay_layout_get_footer_height (const OutlayChartLayout *layout);
void outlay_layout_add_categories (OutlayChartLayout *layout);
double outlay_layout_get_header_height (const OutlayChartLayout *layout);
void outlay_layout_add_header (OutlayChartLayout *layout);
gboolean outlay_layout_legend_is_beside (const OutlayChartLayout *layout);
void outlay_layout_add_side_legend (OutlayChartLayout *layout);

/* One a kind: fills the plot. */
void outlay_layout_add_columns (OutlayChartLayout *layout);
void outlay_layout_add_pairs (OutlayChartLayout *layout);
void outlay_layout_add_lines (OutlayChartLayout *layout);
void outlay_layout_add_bars (OutlayChartLayout *layout);
void outlay_layout_add_waterfall (OutlayChartLayout *layout);
void outlay_layout_add_tornado (OutlayChartLayout *layout);

/* path.c: lines through numbers */
gsize outlay_path_find_last (const OutlayChartLayout *layout, const double *values);
OutlayPoint outlay_path_get_point (const OutlayChartLayout *layout, gsize category, double value);
void outlay_path_append (const OutlayChartLayout *layout,
                         const double *values,
                         gsize first,
                         gsize end,
                         GArray *points);
void outlay_path_decimate (GArray *points);
double outlay_path_get_distance (const OutlayPoint *from,
                                 const OutlayPoint *to,
                                 double x,
                                 double y);
gboolean outlay_path_crosses_box (const OutlayChartLayout *layout, const cairo_rectangle_t *box);

/* line-labels.c: what is written beside lines */
double outlay_layout_get_line_label_room (const OutlayChartLayout *layout);
void outlay_layout_add_line_labels (OutlayChartLayout *layout);
gboolean outlay_layout_add_near (OutlayChartLayout *layout,
                                 const char *text,
                                 OutlayTextStyle style,
                                 OutlayPoint at,
                                 const int corners[4],
                                 gboolean may_cross);

/* rows.c: what sideways charts have around the plot */
double outlay_layout_get_name_room (const OutlayChartLayout *layout, double share);
void outlay_layout_set_rows (OutlayChartLayout *layout, double top, double bottom);
void outlay_layout_add_names (OutlayChartLayout *layout, OutlayTextStyle style);
cairo_rectangle_t outlay_layout_get_bar (const OutlayChartLayout *layout,
                                         double from,
                                         double to,
                                         double top,
                                         double thickness);

/* paint.c, pattern.c */
void outlay_paint_set_colour (cairo_t *cr, OutlayColour colour);
void outlay_paint_hatch (cairo_t *cr,
                         const cairo_rectangle_t *box,
                         double pitch,
                         OutlayColour stripe);
void outlay_paint_pattern (cairo_t *cr,
                           const cairo_rectangle_t *box,
                           OutlayInk ink,
                           OutlayColour stripe);

G_END_DECLS
