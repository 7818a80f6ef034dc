/* text-values.h – numbers and dates as spreadsheets write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_decimal_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean outlay_us_date_parse (const char *text, gint64 *instant);
gboolean outlay_name_range (const char *file_name, gboolean inclusive, gint32 *from, gint32 *to);

G_END_DECLS
