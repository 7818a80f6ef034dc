/* pair-box.h – two widgets beside each other, or stacked where there is little room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PAIR_BOX (outlay_pair_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPairBox, outlay_pair_box, OUTLAY, PAIR_BOX, GtkWidget)

G_END_DECLS
