/* json-objects.h – members of JSON objects as text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers are texts, too: they never pass through a double. Where a member is
 * itself JSON written as a string (gateways write objects so), it is read as what
 * it holds.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct cJSON OutlayJson;

OutlayJson *outlay_json_parse (const char *text, gsize length);
OutlayJson *outlay_json_parse_loose (const char *text);
void outlay_json_free (OutlayJson *json);

const char *outlay_json_text (OutlayJson *object, const char *path);
OutlayJson *outlay_json_get (OutlayJson *object, const char *path);
const char *outlay_json_value (const OutlayJson *json);
const char *outlay_json_name (const OutlayJson *json);
OutlayJson *outlay_json_first (const OutlayJson *json);
OutlayJson *outlay_json_next (const OutlayJson *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayJson, outlay_json_free)

G_END_DECLS
