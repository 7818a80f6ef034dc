/* csv-table.h – a CSV file as rows of named columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is pushed in, in pieces of any size. Columns are found by name, never by
 * place; the separator (comma, tab or semicolon) is what the header line uses.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define OUTLAY_CSV_MAX_FIELD (1024 * 1024)   /* bytes */
#define OUTLAY_CSV_MAX_ROW (8 * 1024 * 1024) /* bytes */
#define OUTLAY_CSV_MAX_COLUMNS 2000

/**
 * OutlayColumnFlags:
 * @OUTLAY_COLUMN_REQUIRED: without it the file cannot be read
 * @OUTLAY_COLUMN_MARK: with all columns so marked, a file is known as of the format
 * @OUTLAY_COLUMN_MARK_ANY: of the columns so marked, if there are such, one is enough
 */
typedef enum
{
  OUTLAY_COLUMN_REQUIRED = 1 << 0,
  OUTLAY_COLUMN_MARK = 1 << 1,
  OUTLAY_COLUMN_MARK_ANY = 1 << 2,
} OutlayColumnFlags;

/**
 * OutlayCsvColumn:
 * @name: its name; upper and lower case are the same
 * @alias: (nullable): another name of it; the first column of either wins
 * @flags: of #OutlayColumnFlags
 */
typedef struct
{
  const char *name;
  const char *alias;
  guint flags;
} OutlayCsvColumn;

/**
 * OutlayCsvRow:
 * @line: of the file on which the row starts, from 1
 * @field: a text for each column asked for; "" if it is empty, or not in the file
 * @first: the row's first field, whatever its column
 * @problem: (nullable): why the row cannot be read
 *
 * Strings are borrowed until the call returns.
 */
typedef struct
{
  guint64 line;
  const char *const *field;
  const char *first;
  const char *problem;
} OutlayCsvRow;

typedef gboolean (*OutlayCsvFunc) (const OutlayCsvRow *row, gpointer user_data, GError **error);

typedef struct _OutlayCsvTable OutlayCsvTable;

OutlayCsvTable *outlay_csv_table_new (const OutlayCsvColumn *columns,
                                      guint n_columns,
                                      OutlayCsvFunc func,
                                      gpointer user_data);
gboolean outlay_csv_table_feed (OutlayCsvTable *table,
                                const char *text,
                                gsize length,
                                GError **error);
gboolean outlay_csv_table_finish (OutlayCsvTable *table, GError **error);
gboolean outlay_csv_table_has (const OutlayCsvTable *table, guint column);
const char *outlay_csv_table_name (const OutlayCsvTable *table, guint column);
const char *const *outlay_csv_table_names (const OutlayCsvTable *table, guint *n_names);
const char *outlay_csv_table_cell (const OutlayCsvTable *table, guint place);
const char *outlay_csv_table_title (const OutlayCsvTable *table, guint place);
const char *outlay_csv_table_header (const OutlayCsvTable *table);
char *outlay_csv_table_row_text (const OutlayCsvTable *table,
                                 const char *const *omit) G_GNUC_WARN_UNUSED_RESULT;
void outlay_csv_table_free (OutlayCsvTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCsvTable, outlay_csv_table_free)

gboolean outlay_csv_column_is (const OutlayCsvColumn *column, const char *name);
gboolean outlay_csv_require (const OutlayCsvTable *table,
                             const OutlayCsvColumn *column,
                             guint index,
                             GError **error);

G_END_DECLS
