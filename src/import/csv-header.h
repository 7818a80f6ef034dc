/* csv-header.h – separators, names and line ends of CSV text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize outlay_csv_mark_length (const char *text);
char outlay_csv_separator (const char *line, gsize length);
void outlay_csv_append_field (GString *line, const char *field, gsize length, char separator);
guint outlay_csv_inner_lines (const char *row, gsize length);
char *outlay_csv_name (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
