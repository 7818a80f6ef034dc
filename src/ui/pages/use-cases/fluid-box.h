/* fluid-box.h – as many equal columns as there is room for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_FLUID_BOX (outlay_fluid_box_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFluidBox, outlay_fluid_box, OUTLAY, FLUID_BOX, GtkWidget)

G_END_DECLS
