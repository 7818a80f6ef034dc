/* python-literal.h – lists and dictionaries as Python prints them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_python_to_json (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
