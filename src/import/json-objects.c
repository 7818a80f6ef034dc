/* json-objects.c – cJSON, and the only file of this room that knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/json-objects.h"

#include "core/json-scan.h"

#include <cjson/cJSON.h>
#include <string.h>

#define MAX_NAME 128 /* bytes of a member's name in a path */

/**
 * outlay_json_parse:
 * @text: a JSON object whose numbers are in quotes, as the scanner makes it
 * @length: of @text, in bytes
 *
 * Returns: (transfer full) (nullable): the object, or %NULL if @text is not one
 */
OutlayJson *
outlay_json_parse (const char *text, gsize length)
{
  OutlayJson *json = cJSON_ParseWithLength (text, length);

  if (!cJSON_IsObject (json))
    g_clear_pointer (&json, cJSON_Delete);

  return json;
}

static gboolean
on_wrapped (const OutlayJsonItem *item, gpointer user_data, GError **error)
{
  OutlayJson **wrapped = user_data;

  if (item->problem != NULL || *wrapped != NULL)
    return FALSE; /* nobody asks why */

  *wrapped = outlay_json_parse (item->text, item->length);
  return *wrapped != NULL;
}

/**
 * outlay_json_parse_loose:
 * @text: any JSON object or array, as files write it
 *
 * Returns: (transfer full) (nullable): what @text holds, or %NULL if it is not JSON
 */
OutlayJson *
outlay_json_parse_loose (const char *text)
{
  static const char *const paths[] = { "[]", NULL };
  g_autoptr (OutlayJson) wrapped = NULL;
  g_autoptr (OutlayJsonScan) scan = NULL;
  gsize length = strlen (text);

  while (g_ascii_isspace (*text))
    text++, length--;
  if (*text != '{' && *text != '[')
    return NULL;

  scan = outlay_json_scan_new (paths, NULL, on_wrapped, &wrapped);
  if (!outlay_json_scan_feed (scan, "{\"value\":", 9, NULL) ||
      !outlay_json_scan_feed (scan, text, length, NULL) ||
      !outlay_json_scan_feed (scan, "}", 1, NULL) || !outlay_json_scan_finish (scan, NULL))
    return NULL;

  return cJSON_DetachItemFromObjectCaseSensitive (wrapped, "value");
}

void
outlay_json_free (OutlayJson *json)
{
  cJSON_Delete (json);
}

/* A member that is JSON in a string is put into the object once, as what it holds. */
static OutlayJson *
unwrap (OutlayJson *parent, OutlayJson *member)
{
  OutlayJson *inner;

  if (!cJSON_IsString (member) || (member->valuestring[0] != '{' && member->valuestring[0] != '['))
    return member;

  inner = outlay_json_parse_loose (member->valuestring);
  if (inner == NULL)
    return member;

  cJSON_free (inner->string);
  inner->string = cJSON_malloc (strlen (member->string) + 1);
  strcpy (inner->string, member->string);
  cJSON_ReplaceItemViaPointer (parent, member, inner);
  return inner;
}

/**
 * outlay_json_get:
 * @object: (nullable): an object
 * @path: names of members, a dot between them
 *
 * Returns: (transfer none) (nullable): the member, or %NULL if there is none
 */
OutlayJson *
outlay_json_get (OutlayJson *object, const char *path)
{
  while (object != NULL && *path != '\0')
    {
      gsize length = strcspn (path, ".");
      char name[MAX_NAME];
      OutlayJson *member;

      g_return_val_if_fail (length < MAX_NAME, NULL);
      memcpy (name, path, length);
      name[length] = '\0';
      path += length + (path[length] == '.' ? 1 : 0);

      member = cJSON_GetObjectItemCaseSensitive (object, name);
      object = member != NULL ? unwrap (object, member) : NULL;
    }

  return object;
}

/**
 * outlay_json_value:
 * @json: (nullable): a value
 *
 * Returns: (transfer none): its text: `true` and `false` for those, "" for null,
 *   objects and arrays
 */
const char *
outlay_json_value (const OutlayJson *json)
{
  if (cJSON_IsString (json))
    return json->valuestring;
  if (cJSON_IsBool (json))
    return cJSON_IsTrue (json) ? "true" : "false";

  return "";
}

/**
 * outlay_json_text:
 * @object: (nullable): an object
 * @path: names of members, a dot between them
 *
 * Returns: (transfer none): the member's text, "" if there is none
 */
const char *
outlay_json_text (OutlayJson *object, const char *path)
{
  return outlay_json_value (outlay_json_get (object, path));
}

/**
 * outlay_json_name:
 * @json: a member of an object
 *
 * Returns: (transfer none): its name; "" for an element of an array
 */
const char *
outlay_json_name (const OutlayJson *json)
{
  return json->string != NULL ? json->string : "";
}

/**
 * outlay_json_first:
 * @json: (nullable): an object or array
 *
 * Returns: (transfer none) (nullable): its first member
 */
OutlayJson *
outlay_json_first (const OutlayJson *json)
{
  return cJSON_IsObject (json) || cJSON_IsArray (json) ? json->child : NULL;
}

/**
 * outlay_json_next:
 * @json: a member of an object or array
 *
 * Returns: (transfer none) (nullable): the next one
 */
OutlayJson *
outlay_json_next (const OutlayJson *json)
{
  return json->next;
}
