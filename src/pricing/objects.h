/* objects.h – the top objects of a catalogue's JSON, numbers kept as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

typedef void (*OutlayObjectFunc) (const cJSON *object, gpointer user_data);

gboolean outlay_price_objects_read (GBytes *json,
                                    const char *const *omit,
                                    OutlayObjectFunc func,
                                    gpointer user_data,
                                    GError **error);
const char *outlay_catalogue_json_text (const cJSON *object, const char *key);

G_END_DECLS
