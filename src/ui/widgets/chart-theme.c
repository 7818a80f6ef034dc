/* chart-theme.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/chart-theme.h"

#include <adwaita.h>

#define DESIGNED_POINTS 11.0

/**
 * outlay_chart_theme_of_widget:
 * @theme: (out): light or dark, plain or in high contrast, in the font of @widget, whose
 *   family it borrows until the style changes
 * @widget: what is drawn on
 */
void
outlay_chart_theme_of_widget (OutlayChartTheme *theme, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (contrast)
    outlay_chart_theme_init (theme, dark ? OUTLAY_CHART_LOOK_HIGH_CONTRAST_DARK
                                         : OUTLAY_CHART_LOOK_HIGH_CONTRAST);
  else
    outlay_chart_theme_init (theme, dark ? OUTLAY_CHART_LOOK_DARK : OUTLAY_CHART_LOOK_LIGHT);

  theme->font_family = pango_font_description_get_family (font);
  if (pango_font_description_get_size_is_absolute (font))
    size *= 72.0 / 96.0;
  else if (resolution > 0)
    size *= resolution / 96.0;
  if (size > 0)
    theme->text_scale = size / DESIGNED_POINTS;
}

static void
on_style_changed (GtkWidget *widget)
{
  gtk_widget_queue_resize (widget);
  gtk_widget_queue_draw (widget);
}

/**
 * outlay_chart_theme_follow:
 * @widget: is drawn anew when the desktop becomes dark, light or high in contrast
 */
void
outlay_chart_theme_follow (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style_changed), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style_changed), widget,
                           G_CONNECT_SWAPPED);
}
