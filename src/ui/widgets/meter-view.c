/* meter-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/meter-view.h"

#include "ui/widgets/chart-theme.h"

#include <math.h>

#define HEIGHT 14 /* the trough is 8 of them; the tick stands out of it */
#define MIN_WIDTH 48
#define NATURAL_WIDTH 132

struct _OutlayMeterView
{
  GtkWidget parent_instance;

  OutlayBudgetMeter meter;
};

G_DEFINE_FINAL_TYPE (OutlayMeterView, outlay_meter_view, GTK_TYPE_WIDGET)

static void
outlay_meter_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = HEIGHT;
}

static void
outlay_meter_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  OutlayMeterView *self = OUTLAY_METER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  OutlayBudgetMeter meter = self->meter;
  OutlayChartTheme theme;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                          (float) height));

  outlay_chart_theme_of_widget (&theme, widget);
  meter.right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  cairo_translate (cr, 0, (height - HEIGHT) / 2);
  outlay_meter_draw (&meter, cr, width, HEIGHT, &theme);
  cairo_destroy (cr);
}

static void
outlay_meter_view_class_init (OutlayMeterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = outlay_meter_view_measure;
  widget_class->snapshot = outlay_meter_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
  gtk_widget_class_set_css_name (widget_class, "meterview");
}

static void
outlay_meter_view_init (OutlayMeterView *self)
{
  self->meter.used = NAN;
  self->meter.forecast = NAN;
  self->meter.end = OUTLAY_METER_LIST_END;
  self->meter.ink = OUTLAY_INK_NEUTRAL;
  outlay_chart_theme_follow (GTK_WIDGET (self));
}

/**
 * outlay_meter_view_new:
 *
 * Returns: (transfer floating): a meter of nothing
 */
GtkWidget *
outlay_meter_view_new (void)
{
  return g_object_new (OUTLAY_TYPE_METER_VIEW, NULL);
}

/**
 * outlay_meter_view_set:
 * @self: a meter
 * @meter: what it shows; the direction follows the text's
 * @words: what a screen reader says: "82 % used, runs out 25 Nov"
 */
void
outlay_meter_view_set (OutlayMeterView *self, const OutlayBudgetMeter *meter, const char *words)
{
  double used;

  g_return_if_fail (OUTLAY_IS_METER_VIEW (self));

  self->meter = *meter;
  used = isfinite (meter->used) ? meter->used * 100.0 : 0.0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, MAX (meter->end * 100.0, used),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, used,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * outlay_meter_of_line:
 * @meter: (out): the meter of a budget
 * @line: of a month's status
 * @in_list: it stands with others, so that all have one scale
 */
void
outlay_meter_of_line (OutlayBudgetMeter *meter, const OutlayBudgetLine *line, gboolean in_list)
{
  double budget = (double) line->budget_nanos;

  *meter = (OutlayBudgetMeter){ .used = NAN, .forecast = NAN, .ink = OUTLAY_INK_NEUTRAL };
  if (line->has_budget && line->budget_nanos > 0)
    {
      meter->used = (double) line->actual_nanos / budget;
      if (line->has_forecast)
        meter->forecast = (double) line->expected_nanos / budget;
    }

  meter->end =
      in_list ? OUTLAY_METER_LIST_END : outlay_meter_get_end (meter->used, meter->forecast);
  if (line->state == OUTLAY_BUDGET_OVER)
    meter->ink = OUTLAY_INK_OVER;
  else if (line->state == OUTLAY_BUDGET_AT_RISK)
    meter->ink = OUTLAY_INK_AT_RISK;
}
