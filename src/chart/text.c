/* text.c – how a text of a chart is set
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sizes are absolute, hinting of metrics is off and glyphs keep their exact
 * places: a label is as wide on the screen as in the PDF, where a relative
 * size would come out at 96 dots per inch.
 */

#include "chart/layout.h"

#include <string.h>

/* Fallback fonts draw the signs of a change larger than figures. */
#define SIGN_SCALE 0.72

static const struct
{
  double size;    /* design pixels: 12 is 9 pt */
  double opacity; /* of the foreground; 0 is the axis' own */
  gboolean strong;
} style_rows[OUTLAY_N_TEXT_STYLES] = {
  [OUTLAY_TEXT_AXIS] = { 12, 0, FALSE },       [OUTLAY_TEXT_AXIS_STRONG] = { 12, 1, TRUE },
  [OUTLAY_TEXT_DETAIL] = { 12, 0, FALSE },     [OUTLAY_TEXT_NAME] = { 12.5, 1, FALSE },
  [OUTLAY_TEXT_NAME_STRONG] = { 13, 1, TRUE }, [OUTLAY_TEXT_VALUE] = { 12.5, 0, FALSE },
  [OUTLAY_TEXT_LABEL] = { 13, 1, TRUE },       [OUTLAY_TEXT_LEGEND] = { 13, 1, FALSE },
  [OUTLAY_TEXT_KEY] = { 12, 0, FALSE },        [OUTLAY_TEXT_NOTE] = { 12, 0, FALSE },
  [OUTLAY_TEXT_TITLE] = { 14.667, 1, TRUE },
};

/**
 * outlay_text_context_new:
 *
 * Returns: (transfer full): the one way in which this room sets text
 */
PangoContext *
outlay_text_context_new (gboolean right_to_left)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * outlay_text_new:
 * @text: valid UTF-8; a line break is drawn as a space
 *
 * Returns: (transfer full): a text of one line, with tabular figures
 */
PangoLayout *
outlay_text_new (const OutlayChartLayout *layout, const char *text, OutlayTextStyle style)
{
  PangoLayout *set = pango_layout_new (layout->context);
  PangoFontDescription *font = pango_font_description_from_string (layout->theme->font_family);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, style_rows[style].size *
                                                      layout->theme->text_scale * PANGO_SCALE);
  pango_font_description_set_weight (font, style_rows[style].strong ? PANGO_WEIGHT_BOLD
                                                                    : PANGO_WEIGHT_NORMAL);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (g_str_has_prefix (text, "▲") || g_str_has_prefix (text, "▼"))
    {
      PangoAttribute *smaller = pango_attr_scale_new (SIGN_SCALE);

      smaller->end_index = (guint) strlen ("▲");
      pango_attr_list_insert (attributes, smaller);
    }

  pango_layout_set_single_paragraph_mode (set, TRUE);
  pango_layout_set_font_description (set, font);
  pango_layout_set_attributes (set, attributes);
  pango_layout_set_text (set, text, -1);

  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return set;
}

/**
 * outlay_text_get_line_height:
 *
 * Returns: the height that a line of @style takes, whatever its letters
 */
double
outlay_text_get_line_height (const OutlayChartLayout *layout, OutlayTextStyle style)
{
  return style_rows[style].size * layout->theme->text_scale * 1.3;
}

/**
 * outlay_text_get_width:
 * @text: (nullable): valid UTF-8
 *
 * Returns: how wide @text is without a limit, 0 for none
 */
double
outlay_text_get_width (const OutlayChartLayout *layout, const char *text, OutlayTextStyle style)
{
  g_autoptr (PangoLayout) set = NULL;
  PangoRectangle logical;

  if (text == NULL || *text == '\0')
    return 0;

  set = outlay_text_new (layout, text, style);
  pango_layout_get_extents (set, NULL, &logical);

  return pango_units_to_double (logical.width);
}

/**
 * outlay_text_get_colour:
 *
 * Returns: the foreground, as strong as @style asks for
 */
OutlayColour
outlay_text_get_colour (const OutlayChartTheme *theme, OutlayTextStyle style)
{
  double opacity = style_rows[style].opacity;

  return outlay_colour_with_alpha (theme->foreground, opacity > 0 ? opacity : theme->axis_opacity);
}
