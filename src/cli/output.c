/* output.c – tables for people, JSON for programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/output.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define GAP 2

struct _OutlayTable
{
  char *alignment;  /* owned: `l` or `r` for each column */
  GPtrArray *cells; /* owned, of strings: row by row, the head first */
};

/* Names come from files: what would move the cursor is shown as a mark. */
static char *
make_printable (char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (shown, g_unichar_iscntrl (c) ? 0xFFFD : c);
    }

  g_free (text);
  return g_string_free (shown, FALSE);
}

/* Columns of a terminal that the text takes. */
static gsize
measure (const char *text)
{
  gsize width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

/**
 * outlay_table_new:
 * @alignment: `l` or `r` for each column
 * @first_head: head of the first column; then those of the others, then %NULL
 *
 * Returns: (transfer full): a table without rows
 */
OutlayTable *
outlay_table_new (const char *alignment, const char *first_head, ...)
{
  OutlayTable *table = g_new0 (OutlayTable, 1);
  va_list args;

  table->alignment = g_strdup (alignment);
  table->cells = g_ptr_array_new_with_free_func (g_free);

  va_start (args, first_head);
  for (const char *head = first_head; head != NULL; head = va_arg (args, const char *))
    outlay_table_add (table, head);
  va_end (args);
  return table;
}

/**
 * outlay_table_add:
 * @table: a table
 * @cell: (nullable): the next cell, row by row; %NULL is unknown
 */
void
outlay_table_add (OutlayTable *table, const char *cell)
{
  outlay_table_take (table, g_strdup (cell != NULL ? cell : "–"));
}

/**
 * outlay_table_take:
 * @table: a table
 * @cell: (transfer full): the next cell, row by row
 */
void
outlay_table_take (OutlayTable *table, char *cell)
{
  g_ptr_array_add (table->cells, make_printable (cell));
}

/**
 * outlay_table_n_rows:
 * @table: a table
 *
 * Returns: how many rows stand under the head
 */
gsize
outlay_table_n_rows (const OutlayTable *table)
{
  return table->cells->len / strlen (table->alignment) - 1;
}

static void
append_cell (GString *line, const char *text, gsize width, char alignment)
{
  int pad = (int) (width - measure (text));

  if (alignment == 'r')
    g_string_append_printf (line, "%*s%s", pad, "", text);
  else
    g_string_append_printf (line, "%s%*s", text, pad, "");
}

/**
 * outlay_table_print:
 * @table: a table
 *
 * Prints it on standard output, columns as wide as they have to be.
 */
void
outlay_table_print (const OutlayTable *table)
{
  gsize n_columns = strlen (table->alignment);
  g_autofree gsize *width = g_new0 (gsize, n_columns);

  for (guint i = 0; i < table->cells->len; i++)
    width[i % n_columns] = MAX (width[i % n_columns], measure (table->cells->pdata[i]));

  for (guint i = 0; i + n_columns <= table->cells->len; i += (guint) n_columns)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (gsize column = 0; column < n_columns; column++)
        {
          append_cell (line, table->cells->pdata[i + column], width[column],
                       table->alignment[column]);
          if (column + 1 < n_columns)
            g_string_append_printf (line, "%*s", GAP, "");
        }
      g_print ("%s\n", g_strchomp (line->str));
    }
}

/**
 * outlay_table_free:
 * @table: (nullable) (transfer full): a table
 */
void
outlay_table_free (OutlayTable *table)
{
  if (table == NULL)
    return;

  g_free (table->alignment);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/**
 * outlay_print_json:
 * @document: a document
 *
 * Prints it on standard output, on several lines.
 */
void
outlay_print_json (const cJSON *document)
{
  char *text = cJSON_Print (document);

  fputs (text, stdout);
  fputc ('\n', stdout);
  cJSON_free (text);
}

/**
 * outlay_print_json_line:
 * @document: a document
 *
 * Prints it on standard output, on one line.
 */
void
outlay_print_json_line (const cJSON *document)
{
  char *text = cJSON_PrintUnformatted (document);

  fputs (text, stdout);
  fputc ('\n', stdout);
  cJSON_free (text);
}
