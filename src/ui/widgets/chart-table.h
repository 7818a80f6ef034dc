/* chart-table.h – a chart read as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *outlay_chart_table_new (const OutlayChart *chart, const char *title);

G_END_DECLS
