/* format.h – what the file of one format is written with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A format is a constant OutlayReader: a table of columns (or paths of JSON
 * objects) and a function that makes records of one row. The function takes what it
 * needs by the getters below; the first one that cannot be read makes the row a
 * fault, what is emitted after that is dropped.
 */

#pragma once

#include "import/csv-table.h"
#include "import/json-objects.h"
#include "import/reader.h"

G_BEGIN_DECLS

/**
 * OutlayNameRange:
 * @OUTLAY_NAME_RANGE_NONE: the file name says nothing about days
 * @OUTLAY_NAME_RANGE_INCLUSIVE: `2026_02_01_to_2026_02_23` is both days and those between
 * @OUTLAY_NAME_RANGE_EXCLUSIVE: `2025-03-24_2025-04-23` ends before its second day
 */
typedef enum
{
  OUTLAY_NAME_RANGE_NONE,
  OUTLAY_NAME_RANGE_INCLUSIVE,
  OUTLAY_NAME_RANGE_EXCLUSIVE,
} OutlayNameRange;

#define OUTLAY_HEAD_CUT "..."

typedef struct _OutlayRow OutlayRow;

/**
 * OutlayReader:
 * @id: names the format in the store; never changed once released
 * @title: what people see, marked with N_()
 * @source: family of formats whose files replace one another
 * @columns: (array length=n_columns): of a CSV format
 * @amount_column: of a CSV format: what a sum line adds up, or -1
 * @currency_column: of a CSV format: or -1 for US dollars
 * @bare_header: (array zero-terminated=1) (nullable): the only columns of an export
 *   that holds nothing, by which it is known, too; of JSON: marks of its objects
 *   where @sniff_paths leads nowhere
 * @paths: (array zero-terminated=1): of a JSON format: where its objects are
 * @sniff_paths: (array zero-terminated=1) (nullable): where @marks are, if not there
 * @marks: (array zero-terminated=1): of a JSON format: members by which it is known,
 *   `name`, `outer.inner`, `name=value` or `name=beginning*`, with `|` between those
 *   that will do; %OUTLAY_HEAD_CUT is a first object of which only names could be seen
 * @omit: (array zero-terminated=1) (nullable): members, or columns, that must not be kept
 * @is_private: what must not be kept may be anywhere in a row: of a row that is rejected
 *   only its line number is told
 * @name_range: how to read days in the file name
 * @begin: (nullable): looks at the header before the first row
 * @read: makes records of a row
 * @rehearse: a row makes several records: it is read twice, first only to find faults,
 *   so that no part of a bad row is counted
 * @finish: (nullable): after the last row
 * @state_new: (nullable): makes what @read keeps between the rows of a file
 * @state_free: (nullable): frees it
 */
struct _OutlayReader
{
  const char *id;
  const char *title;
  const char *source;
  OutlayRole role;
  OutlayRule rule;
  OutlayProvides provides;

  const OutlayCsvColumn *columns;
  guint n_columns;
  int amount_column;
  int currency_column;
  const char *const *bare_header;

  const char *const *paths;
  const char *const *sniff_paths;
  const char *const *marks;
  const char *const *omit;
  gboolean is_private;

  OutlayNameRange name_range;
  gboolean (*begin) (OutlayReading *reading, GError **error);
  gboolean (*read) (OutlayRow *row, GError **error);
  gboolean rehearse;
  void (*finish) (OutlayReading *reading);
  gpointer (*state_new) (void);
  void (*state_free) (gpointer state);
};

/**
 * OutlayRow:
 * @reading: the file it is of
 * @line: on which it starts
 * @field: a text for each column, of a CSV row
 * @object: the object, of a JSON format
 * @bucket: (nullable): plain members of what is around the object
 *
 * The rest is for row.c and reading.c.
 */
struct _OutlayRow
{
  OutlayReading *reading;
  guint64 line;
  const char *const *field;
  OutlayJson *object;
  OutlayJson *bucket;

  const char *problem_field;
  char *problem;      /* owned, (nullable) */
  GPtrArray *strings; /* owned: texts that live as long as the row */
  GPtrArray *parsed;  /* owned: OutlayJson that live as long as the row */
  gboolean rehearsing;
  guint n_records;
  gboolean skipped;
};

/* Of a row: a text is trimmed, "" is 0; a column that is absent is "". */
const char *outlay_row_name (OutlayRow *row, guint column);
const char *outlay_row_text (OutlayRow *row, guint column);
gint64 outlay_row_count (OutlayRow *row, guint column);
gint64 outlay_row_nanos (OutlayRow *row, guint column);
gint64 outlay_row_instant (OutlayRow *row, guint column);

/* Of a text, which @field is named for in a fault. */
gint64 outlay_row_count_of (OutlayRow *row, const char *field, const char *text);
gint64 outlay_row_decimal_of (OutlayRow *row, const char *field, const char *text, guint scale);
gint64 outlay_row_instant_of (OutlayRow *row, const char *field, const char *text);
gint64 outlay_row_unix_of (OutlayRow *row, const char *field, const char *text);

/* Of an object, or a part of it: what is absent, or null, is "". */
gint64 outlay_row_json_count (OutlayRow *row, OutlayJson *json, const char *path);
gint64 outlay_row_json_decimal (OutlayRow *row, OutlayJson *json, const char *path, guint scale);
gint64 outlay_row_json_instant (OutlayRow *row, OutlayJson *json, const char *path);
OutlayJson *outlay_row_parse (OutlayRow *row, const char *text);

/* Of a row of a format that comes as CSV and as JSON: @names are its columns. */
const char *outlay_row_value (OutlayRow *row, const OutlayCsvColumn *names, guint column);
OutlayJson *outlay_row_inner (OutlayRow *row, const OutlayCsvColumn *names, guint column);

const char *outlay_row_lower (OutlayRow *row, const char *text);
const char *outlay_row_keep (OutlayRow *row, char *text);
void outlay_row_reject (OutlayRow *row, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void outlay_row_skip (OutlayRow *row);
gboolean outlay_row_emit (OutlayRow *row, OutlayRecord *record, GError **error);

/* Of a record. */
void outlay_record_set_pair (OutlayRecord *record,
                             OutlayField field,
                             const char *id,
                             const char *name);

/* Of a file. */
gboolean outlay_reading_has (OutlayReading *reading, guint column);
const OutlayReadOptions *outlay_reading_options (OutlayReading *reading);
gpointer outlay_reading_state (OutlayReading *reading);
OutlayCsvTable *outlay_reading_table (OutlayReading *reading);
void outlay_reading_cover (OutlayReading *reading, gint64 start, gint64 end);
void outlay_reading_control (OutlayReading *reading, const char *currency, gint64 total_nanos);
void outlay_reading_note (OutlayReading *reading, const char *message);
const OutlaySink *outlay_reading_sink (OutlayReading *reading);

G_END_DECLS
