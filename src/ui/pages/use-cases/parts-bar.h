/* parts-bar.h – what a cost is made of, and where the share of tokens lies
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_N_COST_PARTS 5

#define OUTLAY_TYPE_PARTS_BAR (outlay_parts_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPartsBar, outlay_parts_bar, OUTLAY, PARTS_BAR, GtkWidget)

OutlayInk outlay_cost_part_ink (gsize part);
void outlay_parts_bar_set (OutlayPartsBar *self,
                           const double shares[OUTLAY_N_COST_PARTS],
                           const char *tokens,
                           const char *bracket);

G_END_DECLS
