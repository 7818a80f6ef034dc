/* rejected-table.h – a table of the rows that were not taken, and its export
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_rejected_table_set_up (GtkColumnView *table, GListModel *items, gboolean with_file);
void outlay_rejected_table_save (GtkWindow *window, GListModel *items);

G_END_DECLS
