/* csv.c – a report as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One table: the rows of the report's sheet, with the same keys as its JSON and
 * the same numbers, in the C locale. What is not known is an empty field.
 */

#include "report/csv.h"

#include "core/text.h"

#include <string.h>

/* A list in one field: its items, apart by "; ". */
static char *
join_items (const cJSON *list)
{
  GString *text = g_string_new (NULL);
  const cJSON *item;

  cJSON_ArrayForEach (item, list)
  {
    if (!cJSON_IsString (item) && !cJSON_IsRaw (item))
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", item->valuestring);
  }
  return g_string_free (text, FALSE);
}

static void
append_value (GString *csv, const cJSON *value)
{
  g_autofree char *list = NULL;

  if (cJSON_IsString (value) || cJSON_IsRaw (value))
    outlay_text_append_csv (csv, strcmp (value->valuestring, "null") == 0 && cJSON_IsRaw (value)
                                     ? NULL
                                     : value->valuestring);
  else if (cJSON_IsBool (value))
    g_string_append (csv, cJSON_IsTrue (value) ? "true" : "false");
  else if (cJSON_IsArray (value))
    {
      list = join_items (value);
      outlay_text_append_csv (csv, list);
    }
}

static void
append_head (GString *csv, const cJSON *keys)
{
  const cJSON *key;
  const char *separator = "";

  cJSON_ArrayForEach (key, keys)
  {
    g_string_append (csv, separator);
    outlay_text_append_csv (csv, key->string);
    separator = ",";
  }
  g_string_append (csv, "\r\n");
}

/* The row has the columns of @keys, whatever else it holds. */
static void
append_row (GString *csv, const cJSON *keys, const cJSON *row)
{
  const cJSON *key;
  const char *separator = "";

  cJSON_ArrayForEach (key, keys)
  {
    const cJSON *value = cJSON_GetObjectItemCaseSensitive (row, key->string);

    g_string_append (csv, separator);
    append_value (csv, value);
    separator = ",";
  }
  g_string_append (csv, "\r\n");
}

/**
 * outlay_report_render_csv:
 * @document: an outline
 *
 * Texts that a spreadsheet would take for formulas are defused.
 *
 * Returns: (transfer full): the bytes of a CSV file
 */
GBytes *
outlay_report_render_csv (const OutlayReportDocument *document)
{
  const cJSON *keys = document->sheet->child;
  GString *csv = g_string_new (NULL);
  const cJSON *row;

  append_head (csv, keys);
  cJSON_ArrayForEach (row, document->sheet)
  {
    append_row (csv, keys, row);
  }
  return g_string_free_to_bytes (csv);
}
