/* json-text.h – numbers, money and dates in JSON, whatever the locale
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

G_BEGIN_DECLS

void outlay_json_add_text (cJSON *object, const char *key, const char *text);
void outlay_json_add_money (cJSON *object, const char *key, gboolean known, gint64 nanos);
void outlay_json_add_count (cJSON *object, const char *key, gboolean known, gint64 count);
void outlay_json_add_number (cJSON *object, const char *key, double number);
void outlay_json_add_day (cJSON *object, const char *key, gint32 day);
void outlay_json_add_month (cJSON *object, const char *key, gint32 month);

G_END_DECLS
