/* batch-cells.h – columns of the table of imports that are more than text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_batch_state_column_append (GtkColumnView *view);
void outlay_batch_action_column_append (GtkColumnView *view);

G_END_DECLS
