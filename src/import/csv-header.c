/* csv-header.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/csv-header.h"

#include "import/csv-table.h"
#include "import/reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * outlay_csv_mark_length:
 * @text: the beginning of a file
 *
 * Returns: how many bytes of it are a byte order mark
 */
gsize
outlay_csv_mark_length (const char *text)
{
  return g_str_has_prefix (text, BYTE_ORDER_MARK) ? strlen (BYTE_ORDER_MARK) : 0;
}

/**
 * outlay_csv_separator:
 * @line: a header line
 * @length: of it, in bytes
 *
 * Returns: comma, tab or semicolon: what @line has most of outside quotation marks
 */
char
outlay_csv_separator (const char *line, gsize length)
{
  static const char candidates[] = ",\t;";
  gsize counts[3] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *found = line[i] != '\0' ? strchr (candidates, line[i]) : NULL;

      if (line[i] == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        counts[found - candidates]++;
    }

  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}

/**
 * outlay_csv_name:
 * @text: a field of the header line
 *
 * Returns: (transfer full): the column's name, trimmed, in lower case
 */
char *
outlay_csv_name (const char *text)
{
  g_autofree char *name = NULL;

  name = g_ascii_strdown (text + outlay_csv_mark_length (text), -1);
  g_strdelimit (name, "\"", ' ');
  return g_strdup (g_strstrip (name));
}

/**
 * outlay_csv_append_field:
 * @line: (inout): a line of CSV
 * @field: a field
 * @length: of it, in bytes
 * @separator: of the file
 *
 * Puts quotation marks around what needs them.
 */
void
outlay_csv_append_field (GString *line, const char *field, gsize length, char separator)
{
  const char special[] = { '"', '\n', '\r', separator, '\0' };
  gboolean quote = strpbrk (field, special) != NULL || field[0] == ' ' ||
                   (length > 0 && field[length - 1] == ' ');

  if (quote)
    g_string_append_c (line, '"');
  for (const char *p = field; *p != '\0'; p++)
    g_string_append_len (line, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  if (quote)
    g_string_append_c (line, '"');
}

/**
 * outlay_csv_inner_lines:
 * @row: the fields of a row, a zero byte behind each
 * @length: of @row, in bytes
 *
 * Returns: how many line ends lie inside fields, so that later rows keep their line
 *   numbers
 */
guint
outlay_csv_inner_lines (const char *row, gsize length)
{
  guint n_lines = 0;

  if (memchr (row, '\n', length) == NULL && memchr (row, '\r', length) == NULL)
    return 0;

  for (gsize i = 0; i < length; i++)
    n_lines += row[i] == '\n' || (row[i] == '\r' && row[i + 1] != '\n') ? 1 : 0;

  return n_lines;
}

/**
 * outlay_csv_column_is:
 * @column: a column asked for
 * @name: name of a column of a file
 *
 * Returns: whether it is the one
 */
gboolean
outlay_csv_column_is (const OutlayCsvColumn *column, const char *name)
{
  return g_ascii_strcasecmp (name, column->name) == 0 ||
         (column->alias != NULL && g_ascii_strcasecmp (name, column->alias) == 0);
}

/**
 * outlay_csv_require:
 * @table: a table whose header has been read
 * @column: a column asked for
 * @index: its index
 * @error: return location for an #OutlayReadError
 *
 * Returns: %FALSE with %OUTLAY_READ_ERROR_MISSING_COLUMN if it is not in the file
 */
gboolean
outlay_csv_require (const OutlayCsvTable *table,
                    const OutlayCsvColumn *column,
                    guint index,
                    GError **error)
{
  if (outlay_csv_table_has (table, index))
    return TRUE;

  g_set_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_MISSING_COLUMN,
               _ ("The column “%s” is missing; export the file again with this column, "
                  "and leave the header line as it is"),
               column->name);
  return FALSE;
}
