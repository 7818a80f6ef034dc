/* theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/theme.h"

/* One row an ink, in the order of OutlayInk: 0xrrggbb on a white card, on a dark card, in grey. An
 * alpha below 1 is the foreground at that strength instead. */
typedef struct
{
  guint32 light;
  guint32 dark;
  guint32 grey;
  double of_foreground;
} InkRow;

static const InkRow ink_rows[OUTLAY_N_INKS] = {
  [OUTLAY_INK_SLOT_1] = { 0x148ff2, 0x5987f1, 0x6e6e6e, 0 },
  [OUTLAY_INK_SLOT_2] = { 0xb63800, 0xf49145, 0x8c8c8c, 0 },
  [OUTLAY_INK_SLOT_3] = { 0x017267, 0x9decc0, 0x4d4d4d, 0 },
  [OUTLAY_INK_SLOT_4] = { 0xa85ab4, 0xe29ff5, 0x7d7d7d, 0 },
  [OUTLAY_INK_SLOT_5] = { 0x62377f, 0x917ca6, 0x333333, 0 },
  [OUTLAY_INK_SLOT_6] = { 0xb98b00, 0xe5dd58, 0x919191, 0 },
  [OUTLAY_INK_SLOT_7] = { 0x7d2814, 0xce6820, 0x5e5e5e, 0 },
  [OUTLAY_INK_OTHER] = { 0x91908e, 0xa5a4a1, 0x919191, 0 },
  [OUTLAY_INK_VALUE] = { 0x1c71d8, 0x78aeed, 0x7a7a7a, 0 },
  [OUTLAY_INK_COST] = { 0x3d3846, 0xdeddda, 0x333333, 0 },
  [OUTLAY_INK_COSTS_MORE] = { 0xc64600, 0xffa348, 0x4a4a4a, 0 },
  [OUTLAY_INK_PEOPLE] = { 0x5e5c64, 0xbdbbc1, 0x5e5e5e, 0 },
  [OUTLAY_INK_INFRASTRUCTURE] = { 0x77767b, 0x9c9aa1, 0x777777, 0 },
  [OUTLAY_INK_FEES] = { 0x919095, 0x848289, 0x919191, 0 },
  [OUTLAY_INK_TOTAL] = { 0x6f6e73, 0xa9a7ad, 0x6f6f6f, 0 },
  [OUTLAY_INK_LOW_SIDE] = { 0x8d8c89, 0x8d8b90, 0x919191, 0 },
  [OUTLAY_INK_COMPARISON] = { 0, 0, 0, 0.32 },
  [OUTLAY_INK_BUDGET] = { 0, 0, 0, 0.80 },
  [OUTLAY_INK_OVER] = { 0xc01c28, 0xff7b63, 0x333333, 0 },
  [OUTLAY_INK_AT_RISK] = { 0xb98406, 0xe7c43b, 0x666666, 0 },
  [OUTLAY_INK_NEUTRAL] = { 0, 0, 0, 0.50 },
  [OUTLAY_INK_ERROR] = { 0xc01c28, 0xff7b63, 0x1a1a1a, 0 },
  [OUTLAY_INK_WARNING] = { 0x9c6e03, 0xf8e45c, 0x1a1a1a, 0 },
  [OUTLAY_INK_SUCCESS] = { 0x1b8553, 0x8ff0a4, 0x1a1a1a, 0 },
};

/* One row a look, in the order of OutlayChartLook. */
static const struct
{
  OutlayColour foreground;
  guint32 card;
  guint32 accent;
  double grid_opacity;
  double baseline_opacity;
  double axis_opacity;
  double fan_opacity;
  gboolean contrast;
} look_rows[OUTLAY_N_CHART_LOOKS] = {
  { { 0, 0, 0, 0.8 }, 0xffffff, 0x3584e4, 0.09, 0.45, 0.75, 0.16, FALSE },
  { { 1, 1, 1, 1 }, 0x363636, 0x3584e4, 0.09, 0.45, 0.75, 0.22, FALSE },
  { { 0, 0, 0, 1 }, 0xffffff, 0x1c71d8, 0.30, 0.80, 1.0, 0.16, TRUE },
  { { 1, 1, 1, 1 }, 0x000000, 0x78aeed, 0.30, 0.80, 1.0, 0.22, TRUE },
  { { 0, 0, 0, 0.9 }, 0xffffff, 0x3584e4, 0.09, 0.45, 0.70, 0.16, FALSE },
  { { 0, 0, 0, 1 }, 0xffffff, 0x808080, 0.20, 0.60, 0.80, 0.16, TRUE },
};

static OutlayColour
make_colour (guint32 rgb)
{
  return (OutlayColour){ ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0,
                         (rgb & 0xff) / 255.0, 1.0 };
}

/**
 * outlay_chart_theme_init:
 * @theme: (out): filled
 * @look: where the chart will be seen
 *
 * The family is Cantarell with a fallback, the scale and the unit are 1.
 */
void
outlay_chart_theme_init (OutlayChartTheme *theme, OutlayChartLook look)
{
  gboolean dark = look == OUTLAY_CHART_LOOK_DARK || look == OUTLAY_CHART_LOOK_HIGH_CONTRAST_DARK;

  g_return_if_fail (theme != NULL);
  g_return_if_fail ((guint) look < OUTLAY_N_CHART_LOOKS);

  theme->foreground = look_rows[look].foreground;
  theme->card = make_colour (look_rows[look].card);
  theme->accent = make_colour (look_rows[look].accent);
  theme->grid_opacity = look_rows[look].grid_opacity;
  theme->baseline_opacity = look_rows[look].baseline_opacity;
  theme->axis_opacity = look_rows[look].axis_opacity;
  theme->fan_opacity = look_rows[look].fan_opacity;
  theme->outlined = look_rows[look].contrast;
  theme->patterned = look_rows[look].contrast;
  theme->font_family = "Cantarell, Sans";
  theme->text_scale = 1.0;
  theme->unit = 1.0;

  for (int ink = 0; ink < OUTLAY_N_INKS; ink++)
    {
      const InkRow *row = &ink_rows[ink];

      if (row->of_foreground > 0)
        theme->inks[ink] = outlay_colour_with_alpha (theme->foreground, row->of_foreground);
      else if (look == OUTLAY_CHART_LOOK_GREY)
        theme->inks[ink] = make_colour (row->grey);
      else
        theme->inks[ink] = make_colour (dark ? row->dark : row->light);
    }
}

/**
 * outlay_ink_for_slot:
 * @slot: the number stored with a feature, 1 is the first
 *
 * Returns: its ink; %OUTLAY_INK_OTHER where the slots end, and for no slot
 */
OutlayInk
outlay_ink_for_slot (int slot)
{
  if (slot < 1 || slot > OUTLAY_N_SLOTS)
    return OUTLAY_INK_OTHER;

  return (OutlayInk) (OUTLAY_INK_SLOT_1 + slot - 1);
}

/**
 * outlay_colour_with_alpha:
 * @alpha: 0…1, multiplied with the one that @colour has
 *
 * Returns: @colour, more transparent
 */
OutlayColour
outlay_colour_with_alpha (OutlayColour colour, double alpha)
{
  colour.alpha *= alpha;
  return colour;
}
