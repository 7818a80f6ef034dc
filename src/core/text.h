/* text.h – text that leaves the product safely
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_text_is_formula (const char *text);
char *outlay_text_defuse_formula (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void outlay_text_append_csv (GString *csv, const char *text);

G_END_DECLS
