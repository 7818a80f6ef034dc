/* model-name.h – model names inside the descriptions of cloud bills
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *outlay_model_name_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
