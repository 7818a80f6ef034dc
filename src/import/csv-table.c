/* csv-table.c – libcsv, and the only file that knows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row's fields lie one after the other in one buffer that is used again for
 * the next row: nothing is allocated for a field.
 */

#include "import/csv-table.h"

#include "import/csv-header.h"
#include "import/reader.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define SLICE 65536      /* bytes given to libcsv at once, so that limits are seen in time */
#define BLOCK_SIZE 16384 /* bytes by which libcsv's buffer grows */

struct _OutlayCsvTable
{
  /* Borrowed */
  const OutlayCsvColumn *columns;
  guint n_columns;
  OutlayCsvFunc func;
  gpointer user_data;

  struct csv_parser parser;
  GString *head;      /* owned, (nullable): text until the header line is whole */
  gsize head_scanned; /* of it */
  gboolean head_quoted;
  gboolean head_filled;
  char separator;

  GPtrArray *names;   /* owned: of the file's columns, in lower case */
  GPtrArray *titles;  /* owned: the same as the file writes them */
  char *header;       /* owned, (nullable): the header line as text */
  int *place;         /* owned: column asked for → column of the file, or -1 */
  const char **field; /* owned: column asked for → text in row */
  char *row;          /* owned: the row's fields, a zero byte behind each */
  gsize row_length;   /* used of it */
  gsize row_size;     /* of its memory */
  gsize *starts;      /* owned: of each field in row, with the end of the last */
  guint n_fields;
  guint64 line;      /* on which the next row starts */
  gboolean after_cr; /* a line feed now belongs to the carriage return before it */
  gboolean unclosed; /* the last field's quotation mark has no partner */
  GError *error;     /* owned, (nullable): the first one; after it nothing is handed on */
};

static const char *
field_text (const OutlayCsvTable *table, guint column)
{
  return table->row + table->starts[column];
}

static gsize
field_length (const OutlayCsvTable *table, guint column)
{
  return table->starts[column + 1] - table->starts[column] - 1;
}

static void
set_limit_error (OutlayCsvTable *table, const char *message)
{
  if (table->error == NULL)
    g_set_error (&table->error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_LIMIT,
                 _ ("The row at line %" PRIu64 " is too large: %s"), table->line, message);
}

static void
grow_row (OutlayCsvTable *table, gsize needed)
{
  while (table->row_size < needed)
    table->row_size *= 2;

  table->row = g_realloc (table->row, table->row_size);
}

static void
on_field (void *text, gsize length, void *data)
{
  OutlayCsvTable *table = data;
  gsize end = table->row_length + length + 1;

  if (table->error != NULL)
    return;

  if (length > OUTLAY_CSV_MAX_FIELD || end > OUTLAY_CSV_MAX_ROW)
    set_limit_error (table, _ ("a quotation mark may be missing its partner"));
  else if (table->n_fields > OUTLAY_CSV_MAX_COLUMNS)
    set_limit_error (table, _ ("it has more than 2000 columns"));
  else
    {
      if (end > table->row_size)
        grow_row (table, end);

      memcpy (table->row + table->row_length, text, length + 1);
      table->row_length = end;
      table->starts[++table->n_fields] = end;
      table->after_cr = FALSE;
    }
}

static gboolean
is_blank (const OutlayCsvTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    if (field_text (table, i)[0] != '\0')
      return FALSE;

  return TRUE;
}

static void
read_header (OutlayCsvTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_ptr_array_add (table->names, outlay_csv_name (field_text (table, i)));
      g_ptr_array_add (table->titles, g_strdup (field_text (table, i)));
    }

  for (guint c = 0; c < table->n_columns; c++)
    for (guint i = 0; i < table->names->len && table->place[c] < 0; i++)
      if (outlay_csv_column_is (&table->columns[c], table->names->pdata[i]))
        table->place[c] = (int) i;

  table->header = outlay_csv_table_row_text (table, NULL);

  for (guint c = 0; c < table->n_columns && table->error == NULL; c++)
    if ((table->columns[c].flags & OUTLAY_COLUMN_REQUIRED) != 0)
      outlay_csv_require (table, &table->columns[c], c, &table->error);
}

/* Trailing empty fields may be missing (spreadsheets cut them off), needed ones not. */
static char *
find_problem (OutlayCsvTable *table)
{
  guint n_fields = table->n_fields;

  if (table->unclosed)
    return g_strdup (_ ("a quotation mark has no partner"));

  for (guint i = table->names->len; i < n_fields; i++)
    if (field_text (table, i)[0] != '\0')
      return g_strdup_printf (_ ("the row has %u fields, the header %u"), n_fields,
                              table->names->len);

  for (guint c = 0; c < table->n_columns; c++)
    if (table->place[c] >= (int) n_fields &&
        (table->columns[c].flags & OUTLAY_COLUMN_REQUIRED) != 0)
      return g_strdup_printf (_ ("the row is cut off after %u of %u fields"), n_fields,
                              table->names->len);

  return NULL;
}

static void
read_row (OutlayCsvTable *table)
{
  g_autofree char *problem = NULL;
  OutlayCsvRow row = { table->line, table->field, field_text (table, 0), NULL };

  if (table->n_fields != table->names->len || table->unclosed)
    problem = find_problem (table);

  row.problem = problem;
  for (guint c = 0; c < table->n_columns; c++)
    {
      int place = table->place[c];

      table->field[c] =
          place >= 0 && place < (int) table->n_fields ? field_text (table, (guint) place) : "";
    }

  table->func (&row, table->user_data, &table->error);
}

static void
on_row (int end, void *data)
{
  OutlayCsvTable *table = data;
  guint n_lines;

  if (table->error != NULL)
    return;

  if (table->n_fields == 0 && end == '\n' && table->after_cr)
    {
      table->after_cr = FALSE;
      return;
    }

  n_lines = 1 + outlay_csv_inner_lines (table->row, table->row_length);

  if (!is_blank (table))
    {
      if (table->header == NULL)
        read_header (table);
      else
        read_row (table);
    }

  table->line += n_lines;
  table->after_cr = end == '\r';
  table->row_length = 0;
  table->n_fields = 0;
}

static gboolean
check (OutlayCsvTable *table, GError **error)
{
  if (csv_get_buffer_size (&table->parser) > OUTLAY_CSV_MAX_FIELD + BLOCK_SIZE)
    set_limit_error (table, _ ("a quotation mark may be missing its partner"));

  if (table->error == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (table->error));
  return FALSE;
}

static gboolean
parse (OutlayCsvTable *table, const char *text, gsize length, GError **error)
{
  for (gsize at = 0; at < length; at += SLICE)
    {
      gsize slice = MIN (SLICE, length - at);

      if (csv_parse (&table->parser, text + at, slice, on_field, on_row, table) != slice)
        g_error ("Out of memory"); /* it has no other fault when not strict */
      if (!check (table, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
begin (OutlayCsvTable *table, GError **error)
{
  g_autoptr (GString) head = g_steal_pointer (&table->head);
  gsize mark = outlay_csv_mark_length (head->str);

  table->separator = outlay_csv_separator (head->str, table->head_scanned);
  csv_set_delim (&table->parser, (unsigned char) table->separator);
  return parse (table, head->str + mark, head->len - mark, error);
}

/* Whether the header line is whole. */
static gboolean
scan_head (OutlayCsvTable *table)
{
  for (; table->head_scanned < table->head->len; table->head_scanned++)
    {
      char c = table->head->str[table->head_scanned];

      if (c == '"')
        table->head_quoted = !table->head_quoted;
      else if ((c == '\n' || c == '\r') && !table->head_quoted && table->head_filled)
        return TRUE;

      table->head_filled |= !g_ascii_isspace (c);
    }

  return FALSE;
}

/**
 * outlay_csv_table_new:
 * @columns: (array length=n_columns): the columns asked for; must outlive the table
 * @n_columns: how many
 * @func: takes the rows, in the order of the file
 * @user_data: for @func
 *
 * Returns: (transfer full): a table to be fed
 */
OutlayCsvTable *
outlay_csv_table_new (const OutlayCsvColumn *columns,
                      guint n_columns,
                      OutlayCsvFunc func,
                      gpointer user_data)
{
  OutlayCsvTable *table = g_new0 (OutlayCsvTable, 1);

  table->columns = columns;
  table->n_columns = n_columns;
  table->func = func;
  table->user_data = user_data;
  table->head = g_string_new (NULL);
  table->names = g_ptr_array_new_with_free_func (g_free);
  table->titles = g_ptr_array_new_with_free_func (g_free);
  table->place = g_new (int, n_columns + 1);
  table->field = g_new0 (const char *, n_columns + 1);
  table->row_size = BLOCK_SIZE;
  table->row = g_malloc0 (table->row_size);
  table->starts = g_new0 (gsize, OUTLAY_CSV_MAX_COLUMNS + 2);
  table->line = 1;

  for (guint c = 0; c < n_columns; c++)
    table->place[c] = -1;

  if (csv_init (&table->parser, CSV_APPEND_NULL | CSV_REPALL_NL) != 0)
    g_error ("Out of memory");
  csv_set_blk_size (&table->parser, BLOCK_SIZE);
  return table;
}

/**
 * outlay_csv_table_feed:
 * @table: a table
 * @text: the next piece
 * @length: of @text, in bytes
 * @error: return location for an #OutlayReadError, or what the function set
 *
 * After an error the table can only be freed.
 */
gboolean
outlay_csv_table_feed (OutlayCsvTable *table, const char *text, gsize length, GError **error)
{
  if (table->head == NULL)
    return parse (table, text, length, error);

  g_string_append_len (table->head, text, (gssize) length);
  if (scan_head (table))
    return begin (table, error);

  if (table->head->len <= OUTLAY_CSV_MAX_FIELD)
    return TRUE;

  set_limit_error (table, _ ("the header line has no end"));
  return check (table, error);
}

/**
 * outlay_csv_table_finish:
 * @table: a table that has been fed all the text
 * @error: return location for an #OutlayReadError, or what the function set
 */
gboolean
outlay_csv_table_finish (OutlayCsvTable *table, GError **error)
{
  if (table->head != NULL && !begin (table, error))
    return FALSE;

  /* Being strict for the last byte tells whether it lies inside quotation marks. */
  csv_set_opts (&table->parser, CSV_APPEND_NULL | CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini (&table->parser, on_field, on_row, table) != 0)
    {
      table->unclosed = TRUE;
      csv_set_opts (&table->parser, CSV_APPEND_NULL | CSV_REPALL_NL);
      csv_fini (&table->parser, on_field, on_row, table);
    }

  return check (table, error);
}

/**
 * outlay_csv_table_has:
 * @table: a table whose header has been read
 * @column: index of a column asked for
 *
 * Returns: whether the column is in the file
 */
gboolean
outlay_csv_table_has (const OutlayCsvTable *table, guint column)
{
  return table->place[column] >= 0;
}

/**
 * outlay_csv_table_name:
 * @table: a table whose header has been read
 * @column: index of a column asked for
 *
 * Returns: (transfer none): the name that the file has for it
 */
const char *
outlay_csv_table_name (const OutlayCsvTable *table, guint column)
{
  return table->place[column] >= 0 ? table->titles->pdata[table->place[column]]
                                   : table->columns[column].name;
}

/**
 * outlay_csv_table_names:
 * @table: a table
 * @n_names: (out): how many; 0 until the header has been read
 *
 * Returns: (transfer none): the names of the file's columns, in lower case
 */
const char *const *
outlay_csv_table_names (const OutlayCsvTable *table, guint *n_names)
{
  *n_names = table->names->len;
  return (const char *const *) table->names->pdata;
}

/**
 * outlay_csv_table_cell:
 * @table: a table, while it hands on a row
 * @place: of the file's columns, from 0
 *
 * Returns: (transfer none): the field there, "" if the row is shorter
 */
const char *
outlay_csv_table_cell (const OutlayCsvTable *table, guint place)
{
  return place < table->n_fields ? field_text (table, place) : "";
}

/**
 * outlay_csv_table_title:
 * @table: a table whose header has been read
 * @place: of the file's columns, from 0
 *
 * Returns: (transfer none): the column's name as the file writes it
 */
const char *
outlay_csv_table_title (const OutlayCsvTable *table, guint place)
{
  return table->titles->pdata[place];
}

/**
 * outlay_csv_table_header:
 * @table: a table
 *
 * Returns: (transfer none) (nullable): the header line, or %NULL until it has been read
 */
const char *
outlay_csv_table_header (const OutlayCsvTable *table)
{
  return table->header;
}

/**
 * outlay_csv_table_row_text:
 * @table: a table, while it hands on a row
 * @omit: (nullable) (array zero-terminated=1): names of columns to leave empty
 *
 * Returns: (transfer full): the row as a line of CSV, with the separator of the file
 */
char *
outlay_csv_table_row_text (const OutlayCsvTable *table, const char *const *omit)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      gboolean omitted =
          omit != NULL && i < table->names->len && g_strv_contains (omit, table->names->pdata[i]);

      if (i > 0)
        g_string_append_c (text, table->separator);
      if (!omitted)
        outlay_csv_append_field (text, field_text (table, i), field_length (table, i),
                                 table->separator);
    }

  return g_string_free (text, FALSE);
}

void
outlay_csv_table_free (OutlayCsvTable *table)
{
  if (table == NULL)
    return;

  csv_free (&table->parser);
  if (table->head != NULL)
    g_string_free (table->head, TRUE);
  g_ptr_array_unref (table->names);
  g_ptr_array_unref (table->titles);
  g_free (table->header);
  g_free (table->place);
  g_free (table->field);
  g_free (table->row);
  g_free (table->starts);
  g_clear_error (&table->error);
  g_free (table);
}
