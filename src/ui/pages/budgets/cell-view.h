/* cell-view.h – a budget in the grid: what is planned, what came of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_CELL_VIEW (outlay_cell_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCellView, outlay_cell_view, OUTLAY, CELL_VIEW, GtkBox)

GtkWidget *outlay_cell_view_new (guint column);
guint outlay_cell_view_get_column (OutlayCellView *self);
OutlayBudgetItem *outlay_cell_view_get_item (OutlayCellView *self);
void outlay_cell_view_set_item (OutlayCellView *self, OutlayBudgetItem *item);
void outlay_cell_view_set_selected (OutlayCellView *self, gboolean selected);
void outlay_cell_view_set_current (OutlayCellView *self, gboolean current);
gboolean outlay_cell_view_is_editing (OutlayCellView *self);
void outlay_cell_view_edit (OutlayCellView *self, const char *text, gboolean select_all);
char *outlay_cell_view_get_text (OutlayCellView *self) G_GNUC_WARN_UNUSED_RESULT;
void outlay_cell_view_end (OutlayCellView *self);

G_END_DECLS
