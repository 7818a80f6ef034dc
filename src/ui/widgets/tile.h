/* tile.h – a caption, a figure, and a quiet word on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_TILE (outlay_tile_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTile, outlay_tile, OUTLAY, TILE, AdwBin)

GtkWidget *outlay_tile_new (const char *caption);
void outlay_tile_set_caption (OutlayTile *self, const char *caption);
void outlay_tile_set (OutlayTile *self, const char *figure, const char *detail);
void outlay_tile_set_hero (OutlayTile *self, gboolean hero);

G_END_DECLS
