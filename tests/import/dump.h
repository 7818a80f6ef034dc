/* dump.h – what a reader says, as text to compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/reader.h"

G_BEGIN_DECLS

char *outlay_dump_read (const OutlayReader *reader,
                        const OutlayReadOptions *options,
                        const char *text,
                        gsize length,
                        gsize piece);

G_END_DECLS
