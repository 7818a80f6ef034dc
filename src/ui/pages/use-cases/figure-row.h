/* figure-row.h – a name and a figure
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FIGURE_ROW (outlay_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFigureRow, outlay_figure_row, OUTLAY, FIGURE_ROW, GtkListBoxRow)

GtkWidget *outlay_figure_row_new (const char *name, gboolean strong);
void outlay_figure_row_set (OutlayFigureRow *self, const char *figure);
void outlay_figure_row_set_detail (OutlayFigureRow *self, const char *detail);
void outlay_figure_row_add_suffix (OutlayFigureRow *self, GtkWidget *widget);

G_END_DECLS
