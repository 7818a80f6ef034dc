/* number-private.h – one way to a formatted number, for the files of this room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wording/number.h"

G_BEGIN_DECLS

char *outlay_wording_format_decimal (OutlayWording *wording,
                                     const char *skeleton,
                                     const char *decimal);

G_END_DECLS
