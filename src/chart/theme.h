/* theme.h – the colours, sizes and patterns of charts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A theme is a plain value: start from a look, then change what the place
 * wants otherwise (accent, font, text scale). A colour is always named by an
 * ink, never typed into a drawing.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * OutlayColour:
 * @red: 0…1
 * @green: 0…1
 * @blue: 0…1
 * @alpha: 0…1, 1 is opaque
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} OutlayColour;

/**
 * OutlayInk:
 *
 * What a colour means. The seven slots and Other belong to features, each
 * feature keeping its own; the rest have one meaning everywhere.
 */
typedef enum
{
  OUTLAY_INK_SLOT_1,
  OUTLAY_INK_SLOT_2,
  OUTLAY_INK_SLOT_3,
  OUTLAY_INK_SLOT_4,
  OUTLAY_INK_SLOT_5,
  OUTLAY_INK_SLOT_6,
  OUTLAY_INK_SLOT_7,
  OUTLAY_INK_OTHER,          /* slot 8 and above, and what has no feature */
  OUTLAY_INK_VALUE,          /* value, saving, the main line */
  OUTLAY_INK_COST,           /* cost; the token part of it */
  OUTLAY_INK_COSTS_MORE,     /* a step that made it dearer */
  OUTLAY_INK_PEOPLE,         /* cost parts after tokens */
  OUTLAY_INK_INFRASTRUCTURE, /* cost parts after tokens */
  OUTLAY_INK_FEES,           /* cost parts after tokens */
  OUTLAY_INK_TOTAL,          /* first and last column of a waterfall */
  OUTLAY_INK_LOW_SIDE,       /* tornado */
  OUTLAY_INK_COMPARISON,     /* an earlier period */
  OUTLAY_INK_BUDGET,         /* budget lines and ticks */
  OUTLAY_INK_OVER,           /* meter: over the budget */
  OUTLAY_INK_AT_RISK,        /* meter: will be over */
  OUTLAY_INK_NEUTRAL,        /* meter: on track */
  OUTLAY_INK_ERROR,          /* glyphs and short texts on plain cards */
  OUTLAY_INK_WARNING,
  OUTLAY_INK_SUCCESS,
  OUTLAY_N_INKS,
} OutlayInk;

#define OUTLAY_N_SLOTS 7

/**
 * OutlayChartLook:
 * @OUTLAY_CHART_LOOK_LIGHT: on a white card
 * @OUTLAY_CHART_LOOK_DARK: on a dark card
 * @OUTLAY_CHART_LOOK_HIGH_CONTRAST: outlines and patterns, on white
 * @OUTLAY_CHART_LOOK_HIGH_CONTRAST_DARK: outlines and patterns, on black
 * @OUTLAY_CHART_LOOK_PRINT: as light, with the black of a page
 * @OUTLAY_CHART_LOOK_GREY: greys and patterns, for a printer without colour
 */
typedef enum
{
  OUTLAY_CHART_LOOK_LIGHT,
  OUTLAY_CHART_LOOK_DARK,
  OUTLAY_CHART_LOOK_HIGH_CONTRAST,
  OUTLAY_CHART_LOOK_HIGH_CONTRAST_DARK,
  OUTLAY_CHART_LOOK_PRINT,
  OUTLAY_CHART_LOOK_GREY,
  OUTLAY_N_CHART_LOOKS,
} OutlayChartLook;

/**
 * OutlayChartTheme:
 * @foreground: text, at full strength
 * @card: what the chart is drawn on; gaps and halos have its colour
 * @accent: the band under the pointer or the cursor
 * @inks: a colour for each #OutlayInk
 * @grid_opacity: of the foreground
 * @baseline_opacity: of the foreground
 * @axis_opacity: of the foreground, for axis text
 * @fan_opacity: of the line's colour, for the forecast's interval
 * @outlined: marks have an outline in the foreground colour
 * @patterned: series are told apart by a pattern too, and the running period
 *   is not hatched but said in words
 * @font_family: (not nullable): one family or a list, borrowed
 * @text_scale: 1 is the designed size; large text is above 1
 * @unit: how many units of the #cairo_t one pixel of the design takes: 1 on a
 *   screen, 0.75 where the units are points
 */
typedef struct
{
  OutlayColour foreground;
  OutlayColour card;
  OutlayColour accent;
  OutlayColour inks[OUTLAY_N_INKS];
  double grid_opacity;
  double baseline_opacity;
  double axis_opacity;
  double fan_opacity;
  gboolean outlined;
  gboolean patterned;
  const char *font_family;
  double text_scale;
  double unit;
} OutlayChartTheme;

void outlay_chart_theme_init (OutlayChartTheme *theme, OutlayChartLook look);
OutlayInk outlay_ink_for_slot (int slot);
OutlayColour outlay_colour_with_alpha (OutlayColour colour, double alpha);

G_END_DECLS
