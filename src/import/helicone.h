/* helicone.h – requests that Helicone saw, from its exports of any shape
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_HELICONE_N_COLUMNS 13

extern const OutlayCsvColumn outlay_helicone_columns[OUTLAY_HELICONE_N_COLUMNS];
extern const char *const outlay_helicone_omit[];

gboolean outlay_helicone_read (OutlayRow *row, GError **error);

G_END_DECLS
