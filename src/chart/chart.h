/* chart.h – a chart as data, and how it is drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart knows no language: names, labels and formatted numbers are handed
 * in. It knows no toolkit either: it draws on any cairo_t, so the window, the
 * PDF, the PNG and the SVG show the same picture. Numbers are doubles, for
 * pixels are estimates; NAN is "no number" and is never drawn as zero.
 *
 * Drawing and hit-testing share one layout (layout.h), so a click means what
 * the eye sees.
 */

#pragma once

#include "chart/theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Narrower than this is drawn, but not promised to be readable. */
#define OUTLAY_CHART_MIN_WIDTH 280

/**
 * OutlayChartKind:
 * @OUTLAY_CHART_COLUMNS: stacked columns; budget ticks; forecast as a dashed rest
 * @OUTLAY_CHART_LINES: lines; the forecast dashed with its fan; budget line
 * @OUTLAY_CHART_STEPS: as lines, but each number holds for its whole slot
 * @OUTLAY_CHART_BARS: horizontal bars, the series of a category under each
 *   other, with low-high whiskers; NAN in a series is the "not estimated" stub
 * @OUTLAY_CHART_PAIRS: columns, the series of a category beside each other
 * @OUTLAY_CHART_WATERFALL: series 0 holds a total where the category has
 *   %OUTLAY_CHART_CATEGORY_TOTAL, else a change
 * @OUTLAY_CHART_TORNADO: series 0 and 1 hold the result at the low and the
 *   high end of a category's input, drawn from the base; what is below it has the
 *   ink of series 0, what is above it that of series 1
 */
typedef enum
{
  OUTLAY_CHART_COLUMNS,
  OUTLAY_CHART_LINES,
  OUTLAY_CHART_STEPS,
  OUTLAY_CHART_BARS,
  OUTLAY_CHART_PAIRS,
  OUTLAY_CHART_WATERFALL,
  OUTLAY_CHART_TORNADO,
  OUTLAY_N_CHART_KINDS,
} OutlayChartKind;

/**
 * OutlayChartCategoryFlags:
 * @OUTLAY_CHART_CATEGORY_INCOMPLETE: the running period: hatched, label strong
 * @OUTLAY_CHART_CATEGORY_TOTAL: a waterfall column that stands on the baseline
 */
typedef enum
{
  OUTLAY_CHART_CATEGORY_PLAIN = 0,
  OUTLAY_CHART_CATEGORY_INCOMPLETE = 1 << 0,
  OUTLAY_CHART_CATEGORY_TOTAL = 1 << 1,
} OutlayChartCategoryFlags;

/**
 * OutlayChartText:
 *
 * Words that a chart may show. A word that is not set is not drawn, and
 * neither is its legend entry.
 */
typedef enum
{
  OUTLAY_CHART_TEXT_TITLE,           /* above, at the start */
  OUTLAY_CHART_TEXT_NOTE,            /* above, at the end */
  OUTLAY_CHART_TEXT_EMPTY,           /* in the middle when there is no number */
  OUTLAY_CHART_TEXT_BUDGET,          /* on the budget line: "Budget $23,000" */
  OUTLAY_CHART_TEXT_FORECAST,        /* at the forecast's end: "Forecast $26,600" */
  OUTLAY_CHART_TEXT_FORECAST_DETAIL, /* under it: "80 %: $25.9k–27.4k" */
  OUTLAY_CHART_TEXT_BUDGET_CROSSING, /* beside the triangle: "26 Nov" */
  OUTLAY_CHART_TEXT_ZERO_CROSSING,   /* beside the ring: "Paid back in August" */
  OUTLAY_CHART_TEXT_BASE,            /* above a tornado's middle: "Net $42,848" */
  OUTLAY_CHART_TEXT_MISSING,         /* beside a stub: "not estimated" */
  OUTLAY_CHART_TEXT_KEY_BUDGET,      /* legend: "Budget" */
  OUTLAY_CHART_TEXT_KEY_FORECAST,    /* legend: "Forecast" */
  OUTLAY_CHART_TEXT_KEY_INCOMPLETE,  /* legend: "To date" */
  OUTLAY_CHART_TEXT_KEY_RANGE,       /* legend: "Low to high" */
  OUTLAY_CHART_TEXT_KEY_MORE,        /* legend: "costs more" */
  OUTLAY_CHART_TEXT_KEY_LESS,        /* legend: "costs less" */
  OUTLAY_N_CHART_TEXTS,
} OutlayChartText;

/**
 * OutlayChartFormat:
 *
 * Writes @value as text. Returns: (transfer full): what to draw; %NULL draws nothing
 */
typedef char *(*OutlayChartFormat) (double value, gpointer user_data);

/**
 * OutlayChartFormats:
 * @axis: (nullable): tick labels, "$10k"
 * @value: (nullable): labels of single marks, "$10,225"; %NULL draws none
 * @change: (nullable): changes of a waterfall, "+2,318"; %NULL uses @value
 * @forecast: (nullable): the label of a forecast column, "$26.6k"; %NULL uses @value
 * @cut: (nullable): the warning that an axis does not start at zero, "Axis starts at $12k"
 * @user_data: for all of them, borrowed
 */
typedef struct
{
  OutlayChartFormat axis;
  OutlayChartFormat value;
  OutlayChartFormat change;
  OutlayChartFormat forecast;
  OutlayChartFormat cut;
  gpointer user_data;
} OutlayChartFormats;

/**
 * OutlayChartCategory:
 * @label: (not nullable): under or beside the mark
 * @detail: (nullable): a second, quieter line
 */
typedef struct
{
  char *label;
  char *detail;
  OutlayChartCategoryFlags flags;
} OutlayChartCategory;

/**
 * OutlayChartSeries:
 * @name: (not nullable): in the legend
 * @ink: its colour
 * @id: the caller's own number; at first the place in which the series was
 *   added, -1 for the series that outlay_chart_fold() makes
 * @values: (not nullable): one a category, NAN for none
 * @lows: (nullable): ends of whiskers
 * @highs: (nullable): ends of whiskers
 * @label: (nullable): direct label at the line's last number
 * @detail: (nullable): under it
 */
typedef struct
{
  char *name;
  OutlayInk ink;
  gint64 id;
  double *values;
  double *lows;
  double *highs;
  char *label;
  char *detail;
} OutlayChartSeries;

/**
 * OutlayChart:
 * @series: of #OutlayChartSeries; the first is the lowest in a stack
 * @budgets: (nullable): one a category, NAN for none
 * @forecasts: (nullable): likely ends of the categories' totals, or the line's way on
 * @forecast_lows: (nullable): lower ends of the interval
 * @forecast_highs: (nullable): upper ends of the interval
 * @base: where a tornado's bars start
 * @label_stride: labels are thinned to multiples of this, 7 for days in weeks
 * @cut_axis: a waterfall may start above zero, and then says so
 * @legend: draw one
 * @right_to_left: mirror everything but the texts
 *
 * Fields may be read freely, and the last five be written.
 */
typedef struct
{
  OutlayChartKind kind;
  gsize n_categories;
  OutlayChartCategory *categories;
  GArray *series;
  double *budgets;
  double *forecasts;
  double *forecast_lows;
  double *forecast_highs;
  char *texts[OUTLAY_N_CHART_TEXTS];
  OutlayChartFormats formats;

  double base;
  gsize label_stride;
  gboolean cut_axis;
  gboolean legend;
  gboolean right_to_left;
} OutlayChart;

/**
 * OutlayChartState:
 * @category: under the pointer or the cursor, -1 for none
 * @series: of the mark under the pointer or the cursor, -1 for none
 * @hidden: bit n hides series n; a hidden series stays in the legend
 */
typedef struct
{
  int category;
  int series;
  guint64 hidden;
} OutlayChartState;

#define OUTLAY_CHART_STATE_INIT                                                                    \
  {                                                                                                \
    -1, -1, 0                                                                                      \
  }

/**
 * OutlayChartPart:
 * @OUTLAY_CHART_PART_NONE: nothing
 * @OUTLAY_CHART_PART_SLOT: beside the marks of a category
 * @OUTLAY_CHART_PART_MARK: on the mark of a category and a series
 * @OUTLAY_CHART_PART_LEGEND: on the legend entry of a series
 */
typedef enum
{
  OUTLAY_CHART_PART_NONE,
  OUTLAY_CHART_PART_SLOT,
  OUTLAY_CHART_PART_MARK,
  OUTLAY_CHART_PART_LEGEND,
} OutlayChartPart;

/* Building: every text and number is copied. */
OutlayChart *outlay_chart_new (OutlayChartKind kind, gsize n_categories) G_GNUC_WARN_UNUSED_RESULT;
void outlay_chart_free (OutlayChart *chart);
void outlay_chart_set_category (OutlayChart *chart,
                                gsize category,
                                const char *label,
                                const char *detail,
                                OutlayChartCategoryFlags flags);
gsize outlay_chart_add_series (OutlayChart *chart,
                               const char *name,
                               OutlayInk ink,
                               const double *values);
void outlay_chart_set_range (OutlayChart *chart,
                             gsize series,
                             const double *lows,
                             const double *highs);
void outlay_chart_set_series_label (OutlayChart *chart,
                                    gsize series,
                                    const char *label,
                                    const char *detail);
void outlay_chart_set_budget (OutlayChart *chart, const double *budgets);
void outlay_chart_set_forecast (OutlayChart *chart,
                                const double *forecasts,
                                const double *lows,
                                const double *highs);
void outlay_chart_set_text (OutlayChart *chart, OutlayChartText which, const char *text);
void outlay_chart_set_formats (OutlayChart *chart, const OutlayChartFormats *formats);
void outlay_chart_fold (OutlayChart *chart, gsize max_series, const char *other_name);
const OutlayChartSeries *outlay_chart_get_series (const OutlayChart *chart, gsize series);
gboolean outlay_chart_is_empty (const OutlayChart *chart);

/* Drawing: sizes and places in units of the cairo_t, from its origin. */
void outlay_chart_draw (const OutlayChart *chart,
                        cairo_t *cr,
                        double width,
                        double height,
                        const OutlayChartTheme *theme,
                        const OutlayChartState *state);
OutlayChartPart outlay_chart_hit (const OutlayChart *chart,
                                  double width,
                                  double height,
                                  const OutlayChartTheme *theme,
                                  const OutlayChartState *state,
                                  double x,
                                  double y,
                                  int *category,
                                  int *series);
gboolean outlay_chart_get_slot (const OutlayChart *chart,
                                double width,
                                double height,
                                const OutlayChartTheme *theme,
                                const OutlayChartState *state,
                                int category,
                                cairo_rectangle_t *slot);
double outlay_chart_natural_height (const OutlayChart *chart, const OutlayChartTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChart, outlay_chart_free)

G_END_DECLS
