/* chart-theme.h – the look of charts, as the desktop has it now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_chart_theme_of_widget (OutlayChartTheme *theme, GtkWidget *widget);
void outlay_chart_theme_follow (GtkWidget *widget);

G_END_DECLS
