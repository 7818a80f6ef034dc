/* typed-number.h – numbers as people type them in their own language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

gboolean outlay_typed_number_parse (OutlayWording *wording,
                                    const char *text,
                                    guint decimals,
                                    gint64 *value,
                                    GError **error);

G_END_DECLS
