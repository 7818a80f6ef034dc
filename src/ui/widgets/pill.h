/* pill.h – a state in words, on a tint of its colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/widgets/status-glyph.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PILL (outlay_pill_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPill, outlay_pill, OUTLAY, PILL, AdwBin)

GtkWidget *outlay_pill_new (OutlayStatus status, const char *text);
void outlay_pill_set (OutlayPill *self, OutlayStatus status, const char *text);

G_END_DECLS
