/* row-json.c – values of JSON objects, and of rows that come as CSV and as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/format.h"

#include <string.h>

/* More digits than a year: seconds, or a finer count, since 1970. */
#define MIN_UNIX_DIGITS 9
#define SECONDS_DIGITS 10

gint64
outlay_row_json_count (OutlayRow *row, OutlayJson *json, const char *path)
{
  return outlay_row_count_of (row, path, outlay_json_text (json, path));
}

gint64
outlay_row_json_decimal (OutlayRow *row, OutlayJson *json, const char *path, guint scale)
{
  return outlay_row_decimal_of (row, path, outlay_json_text (json, path), scale);
}

/**
 * outlay_row_json_instant:
 * @row: a row
 * @json: (nullable): an object
 * @path: of a member: a date and time, or seconds, milliseconds, micro- or nanoseconds
 *   since 1970 UTC, told apart by their number of digits
 *
 * Returns: the instant, %OUTLAY_UNDATED if there is none; what is none rejects the row
 */
gint64
outlay_row_json_instant (OutlayRow *row, OutlayJson *json, const char *path)
{
  const char *text = outlay_json_text (json, path);
  gsize n_digits = strspn (text, "0123456789");

  if (n_digits >= MIN_UNIX_DIGITS && (text[n_digits] == '\0' || text[n_digits] == '.'))
    return outlay_row_unix_of (row, path,
                               outlay_row_keep (row,
                                                g_strndup (text, MIN (n_digits, SECONDS_DIGITS))));

  return outlay_row_instant_of (row, path, text);
}

/**
 * outlay_row_parse:
 * @row: a row
 * @text: JSON as files write it
 *
 * Returns: (transfer none) (nullable): what @text holds, or %NULL if it is not JSON; it
 *   lives as long as the row
 */
OutlayJson *
outlay_row_parse (OutlayRow *row, const char *text)
{
  OutlayJson *json = outlay_json_parse_loose (text);

  if (json != NULL)
    g_ptr_array_add (row->parsed, json);

  return json;
}

/**
 * outlay_row_value:
 * @row: a row of CSV, or an object
 * @names: names of members, in the order of the format's columns
 * @column: index of one
 *
 * Returns: (transfer none): its text
 */
const char *
outlay_row_value (OutlayRow *row, const OutlayCsvColumn *names, guint column)
{
  const char *text;

  if (row->object == NULL)
    return outlay_row_text (row, column);

  text = outlay_json_text (row->object, names[column].name);
  if (text[0] == '\0' && names[column].alias != NULL)
    text = outlay_json_text (row->object, names[column].alias);

  return text;
}

/**
 * outlay_row_inner:
 * @row: a row of CSV, or an object
 * @names: names of members, in the order of the format's columns
 * @column: index of one
 *
 * Returns: (transfer none) (nullable): the object or array there; CSV has it as JSON text
 */
OutlayJson *
outlay_row_inner (OutlayRow *row, const OutlayCsvColumn *names, guint column)
{
  OutlayJson *json;

  if (row->object == NULL)
    return outlay_row_parse (row, outlay_row_text (row, column));

  json = outlay_json_get (row->object, names[column].name);
  if (json == NULL && names[column].alias != NULL)
    json = outlay_json_get (row->object, names[column].alias);

  return json;
}

/**
 * outlay_record_set_pair:
 * @record: (inout): a record
 * @field: one of its fields
 * @id: an id, or ""
 * @name: its name, or ""
 *
 * The id is the value and the name its label; a name alone is the value.
 */
void
outlay_record_set_pair (OutlayRecord *record, OutlayField field, const char *id, const char *name)
{
  gboolean both = id[0] != '\0' && name[0] != '\0' && strcmp (id, name) != 0;

  record->field[field] = id[0] != '\0' ? id : name;
  record->name[field] = both ? name : NULL;
}
