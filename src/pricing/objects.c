/* objects.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/objects.h"

#include "core/json-scan.h"
#include "pricing/price-book.h"

#include <glib/gi18n.h>

typedef struct
{
  OutlayObjectFunc func;
  gpointer user_data;
  guint n_objects;
} Reading;

static gboolean
set_malformed (GError **error)
{
  g_set_error_literal (error, OUTLAY_PRICE_BOOK_ERROR, OUTLAY_PRICE_BOOK_ERROR_MALFORMED,
                       _ ("this is not a price catalogue that can be read"));
  return FALSE;
}

static gboolean
on_object (const OutlayJsonItem *item, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  cJSON *object = item->problem == NULL ? cJSON_ParseWithLength (item->text, item->length) : NULL;

  if (!cJSON_IsObject (object))
    {
      cJSON_Delete (object);
      return set_malformed (error);
    }

  reading->n_objects++;
  reading->func (object, reading->user_data);
  cJSON_Delete (object);

  return TRUE;
}

/**
 * outlay_price_objects_read:
 * @json: the file: an object, or an array of objects
 * @omit: (nullable): members that are of no use
 * @func: takes each object; its numbers are strings
 * @user_data: for @func
 * @error: return location for an #OutlayPriceBookError
 */
gboolean
outlay_price_objects_read (GBytes *json,
                           const char *const *omit,
                           OutlayObjectFunc func,
                           gpointer user_data,
                           GError **error)
{
  static const char *const paths[] = { "[]", NULL };
  Reading reading = { .func = func, .user_data = user_data };
  g_autoptr (OutlayJsonScan) scan = outlay_json_scan_new (paths, omit, on_object, &reading);
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  if (!outlay_json_scan_feed (scan, text, length, NULL) || !outlay_json_scan_finish (scan, NULL) ||
      reading.n_objects == 0)
    return set_malformed (error);

  return TRUE;
}

/**
 * outlay_catalogue_json_text:
 * @object: (nullable): an object
 * @key: a member
 *
 * Returns: (nullable): its text; %NULL if it is none
 */
const char *
outlay_catalogue_json_text (const cJSON *object, const char *key)
{
  const cJSON *member = cJSON_GetObjectItemCaseSensitive (object, key);

  return cJSON_IsString (member) ? member->valuestring : NULL;
}
