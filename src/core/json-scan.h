/* json-scan.h – the objects of a JSON text, one at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is pushed in as it comes, in pieces of any size; objects come out whole,
 * as compact JSON. Numbers come out IN QUOTES, so that a JSON library that would
 * make doubles of them keeps their text: money and counts must not pass through
 * a double.
 *
 * Which objects is said by paths: `[]` is every object of the file, be it an
 * array, one object a line or one after the other; `data[]` is every object of the
 * array “data” of those; `data[].results[]` goes one deeper. Arrays in arrays are
 * seen through, so an array of pages reads like the pages.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_JSON_MAX_DEPTH 64
#define OUTLAY_JSON_MAX_OBJECT (16 * 1024 * 1024) /* bytes */

/**
 * OutlayJsonError:
 * @OUTLAY_JSON_ERROR_SYNTAX: the text is not JSON, or ends too early
 * @OUTLAY_JSON_ERROR_LIMIT: an object is too large, or nested too deeply
 */
typedef enum
{
  OUTLAY_JSON_ERROR_SYNTAX,
  OUTLAY_JSON_ERROR_LIMIT,
} OutlayJsonError;

#define OUTLAY_JSON_ERROR (outlay_json_error_quark ())
GQuark outlay_json_error_quark (void);

/**
 * OutlayJsonItem:
 * @text: the object, compact, its numbers in quotes
 * @length: of @text, in bytes
 * @bucket: an object of the members of the objects around it, the nearest first:
 *   at least the plain ones (no objects or arrays); those after the array are there,
 *   too, as long as the array is below 1 MiB
 * @line: on which it begins, from 1
 * @problem: (nullable): why it cannot be read; @text is then what was read of it
 *
 * Strings are borrowed until the call returns.
 */
typedef struct
{
  const char *text;
  gsize length;
  const char *bucket;
  guint64 line;
  const char *problem;
} OutlayJsonItem;

typedef gboolean (*OutlayJsonFunc) (const OutlayJsonItem *item, gpointer user_data, GError **error);

typedef struct _OutlayJsonScan OutlayJsonScan;

OutlayJsonScan *outlay_json_scan_new (const char *const *paths,
                                      const char *const *omit,
                                      OutlayJsonFunc func,
                                      gpointer user_data);
gboolean outlay_json_scan_feed (OutlayJsonScan *scan,
                                const char *text,
                                gsize length,
                                GError **error);
gboolean outlay_json_scan_finish (OutlayJsonScan *scan, GError **error);
const char *const *outlay_json_scan_first_keys (OutlayJsonScan *scan, guint *n_keys);
void outlay_json_scan_free (OutlayJsonScan *scan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayJsonScan, outlay_json_scan_free)

G_END_DECLS
