/* series-cells.h – rows of spend, with a mark that selects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_series_cells_set_up (GtkListView *list, GtkSelectionModel *selection);

G_END_DECLS
