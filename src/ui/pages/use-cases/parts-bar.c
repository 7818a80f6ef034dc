/* parts-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/parts-bar.h"

#include "ui/widgets/chart-theme.h"

#include <math.h>

#define BRACKET_LOW 0.6
#define BRACKET_HIGH 0.8
#define BRACKET_HEIGHT 4.0
#define BAR_HEIGHT 22.0
#define GAP 4.0
#define MARKER 5.0
#define TEXT_HEIGHT 16.0
#define NATURAL_WIDTH 280

struct _OutlayPartsBar
{
  GtkWidget parent_instance;

  double shares[OUTLAY_N_COST_PARTS]; /* of 1, tokens first */
  char *tokens;
  char *bracket;
};

G_DEFINE_FINAL_TYPE (OutlayPartsBar, outlay_parts_bar, GTK_TYPE_WIDGET)

static double
text_scale (OutlayPartsBar *self)
{
  OutlayChartTheme theme;

  outlay_chart_theme_of_widget (&theme, GTK_WIDGET (self));
  return theme.text_scale;
}

static void
outlay_parts_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  double texts = 2 * TEXT_HEIGHT * text_scale (OUTLAY_PARTS_BAR (widget));

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int) ceil (texts + BRACKET_HEIGHT + BAR_HEIGHT + 2 * MARKER + 3 * GAP);
}

static void
set_colour (cairo_t *cr, OutlayColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* Centred on @x, and inside the widget. */
static void
draw_text (OutlayPartsBar *self,
           cairo_t *cr,
           const OutlayChartTheme *theme,
           const char *text,
           gboolean strong,
           double x,
           double y)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (9.0 / 11.0));
  if (strong)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_get_pixel_size (layout, &width, &height);

  x = CLAMP (x - width / 2.0, 0, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - width, 0));
  set_colour (cr, outlay_colour_with_alpha (theme->foreground, strong ? 1.0 : 0.75));
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_parts (OutlayPartsBar *self,
            cairo_t *cr,
            const OutlayChartTheme *theme,
            double y,
            gboolean mirrored)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = 0;

  for (gsize i = 0; i < OUTLAY_N_COST_PARTS; i++)
    {
      double extent = self->shares[i] * width;

      if (extent <= 0)
        continue;
      set_colour (cr, theme->inks[outlay_cost_part_ink (i)]);
      cairo_rectangle (cr, mirrored ? width - x - extent : x, y, MAX (extent - 1, 1), BAR_HEIGHT);
      cairo_fill_preserve (cr);
      set_colour (cr, theme->foreground);
      cairo_set_line_width (cr, theme->outlined ? 1.2 : 0);
      if (theme->outlined)
        cairo_stroke (cr);
      cairo_new_path (cr);
      x += extent;
    }
}

static void
outlay_parts_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayPartsBar *self = OUTLAY_PARTS_BAR (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double low = (mirrored ? 1 - BRACKET_HIGH : BRACKET_LOW) * width;
  double extent = (BRACKET_HIGH - BRACKET_LOW) * width;
  double marker = (mirrored ? 1 - self->shares[0] : self->shares[0]) * width;
  double y;
  OutlayChartTheme theme;
  cairo_t *cr;

  outlay_chart_theme_of_widget (&theme, widget);
  y = TEXT_HEIGHT * theme.text_scale;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  draw_text (self, cr, &theme, self->bracket, FALSE, low + extent / 2, 0);
  set_colour (cr, outlay_colour_with_alpha (theme.foreground, 0.3));
  cairo_rectangle (cr, low, y + GAP, extent, BRACKET_HEIGHT);
  cairo_fill (cr);
  y += BRACKET_HEIGHT + 2 * GAP;
  draw_parts (self, cr, &theme, y, mirrored);
  y += BAR_HEIGHT + GAP;
  set_colour (cr, theme.foreground);
  cairo_move_to (cr, marker, y);
  cairo_rel_line_to (cr, MARKER, 2 * MARKER);
  cairo_rel_line_to (cr, -2 * MARKER, 0);
  cairo_close_path (cr);
  cairo_fill (cr);
  draw_text (self, cr, &theme, self->tokens, TRUE, marker, y + 2 * MARKER);
  cairo_destroy (cr);
}

static void
outlay_parts_bar_finalize (GObject *object)
{
  OutlayPartsBar *self = OUTLAY_PARTS_BAR (object);

  g_free (self->tokens);
  g_free (self->bracket);

  G_OBJECT_CLASS (outlay_parts_bar_parent_class)->finalize (object);
}

static void
outlay_parts_bar_class_init (OutlayPartsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_parts_bar_finalize;
  widget_class->measure = outlay_parts_bar_measure;
  widget_class->snapshot = outlay_parts_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
outlay_parts_bar_init (OutlayPartsBar *self)
{
  self->tokens = g_strdup ("");
  self->bracket = g_strdup ("");
  outlay_chart_theme_follow (GTK_WIDGET (self));
}

/**
 * outlay_cost_part_ink:
 * @part: tokens, people, infrastructure, fees, other, from 0
 *
 * Returns: its colour
 */
OutlayInk
outlay_cost_part_ink (gsize part)
{
  static const OutlayInk inks[OUTLAY_N_COST_PARTS] = {
    OUTLAY_INK_COST, OUTLAY_INK_PEOPLE, OUTLAY_INK_INFRASTRUCTURE,
    OUTLAY_INK_FEES, OUTLAY_INK_OTHER,
  };

  return inks[MIN (part, OUTLAY_N_COST_PARTS - 1)];
}

/**
 * outlay_parts_bar_set:
 * @self: a bar
 * @shares: of 1, the share of tokens first
 * @tokens: what that share is, in words
 * @bracket: what is typical, in words
 */
void
outlay_parts_bar_set (OutlayPartsBar *self,
                      const double shares[OUTLAY_N_COST_PARTS],
                      const char *tokens,
                      const char *bracket)
{
  g_autofree char *label = g_strdup_printf ("%s. %s", tokens, bracket);

  g_return_if_fail (OUTLAY_IS_PARTS_BAR (self));

  for (gsize i = 0; i < OUTLAY_N_COST_PARTS; i++)
    self->shares[i] = shares[i];
  g_free (self->tokens);
  g_free (self->bracket);
  self->tokens = g_strdup (tokens);
  self->bracket = g_strdup (bracket);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
