/* split.h – a sidebar beside the content, or over it where there is little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_SPLIT (outlay_split_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplit, outlay_split, OUTLAY, SPLIT, GtkWidget)

void outlay_split_set_sidebar (OutlaySplit *self, GtkWidget *sidebar);
void outlay_split_set_content (OutlaySplit *self, GtkWidget *content);
gboolean outlay_split_get_collapsed (OutlaySplit *self);
gboolean outlay_split_get_show_sidebar (OutlaySplit *self);
void outlay_split_set_show_sidebar (OutlaySplit *self, gboolean show);

G_END_DECLS
