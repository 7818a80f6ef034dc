/* swatch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/swatch.h"

#include "ui/widgets/chart-theme.h"

#define SIZE 10
#define RADIUS 2

struct _OutlaySwatch
{
  GtkWidget parent_instance;

  OutlayInk ink;
};

G_DEFINE_FINAL_TYPE (OutlaySwatch, outlay_swatch, GTK_TYPE_WIDGET)

static void
outlay_swatch_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
outlay_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlaySwatch *self = OUTLAY_SWATCH (widget);
  float x = (float) (gtk_widget_get_width (widget) - SIZE) / 2;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  graphene_rect_t box = GRAPHENE_RECT_INIT (x, y, SIZE, SIZE);
  OutlayChartTheme theme;
  OutlayColour colour;
  GskRoundedRect round;

  outlay_chart_theme_of_widget (&theme, widget);
  colour = theme.inks[self->ink];
  gsk_rounded_rect_init_from_rect (&round, &box, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA){ (float) colour.red, (float) colour.green,
                                         (float) colour.blue, (float) colour.alpha },
                             &box);
  gtk_snapshot_pop (snapshot);
}

static void
outlay_swatch_class_init (OutlaySwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = outlay_swatch_measure;
  widget_class->snapshot = outlay_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "swatch");
}

static void
outlay_swatch_init (OutlaySwatch *self)
{
  self->ink = OUTLAY_INK_OTHER;
  outlay_chart_theme_follow (GTK_WIDGET (self));
}

/**
 * outlay_swatch_new:
 * @ink: outlay_ink_for_slot() of a feature's slot
 *
 * Returns: (transfer floating): a swatch; the name beside it says what it is
 */
GtkWidget *
outlay_swatch_new (OutlayInk ink)
{
  GtkWidget *self = g_object_new (OUTLAY_TYPE_SWATCH, NULL);

  outlay_swatch_set_ink (OUTLAY_SWATCH (self), ink);
  return self;
}

/**
 * outlay_swatch_set_ink:
 * @self: a swatch
 * @ink: its colour
 */
void
outlay_swatch_set_ink (OutlaySwatch *self, OutlayInk ink)
{
  g_return_if_fail (OUTLAY_IS_SWATCH (self));
  g_return_if_fail (ink < OUTLAY_N_INKS);

  self->ink = ink;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
