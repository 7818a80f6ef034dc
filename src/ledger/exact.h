/* exact.h – numbers that a person types: kept to the last digit, or refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean outlay_exact_parse (const char *text, guint decimals, gint64 *value, GError **error);

G_END_DECLS
