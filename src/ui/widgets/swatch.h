/* swatch.h – the colour of a feature, beside its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "chart/theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_SWATCH (outlay_swatch_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySwatch, outlay_swatch, OUTLAY, SWATCH, GtkWidget)

GtkWidget *outlay_swatch_new (OutlayInk ink);
void outlay_swatch_set_ink (OutlaySwatch *self, OutlayInk ink);

G_END_DECLS
