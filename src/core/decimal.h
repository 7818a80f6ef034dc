/* decimal.h – decimal text as scaled integers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/money.h"

G_BEGIN_DECLS

gboolean outlay_decimal_parse (const char *text, guint scale, gint64 *value, GError **error);
gboolean outlay_count_parse (const char *text, gint64 *count, GError **error);
char *outlay_decimal_to_string (gint64 value, guint scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
