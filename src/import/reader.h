/* reader.h – what an export format has to say for itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A reader turns the text of one format into records and faults. It opens no
 * file, knows no price, no feature and no database, and keeps nothing between
 * files. To add a format: write NAME.c here, put its row into meson.build, and
 * lay a sample beside its expected records in tests/import/NAME/.
 *
 * Reading is a stream: text is pushed in as it comes, in pieces of any size, and
 * memory stays flat. The text is valid UTF-8 without a byte order mark.
 */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * OutlayRole:
 * @OUTLAY_ROLE_BILL: cost exports and cloud statements
 * @OUTLAY_ROLE_METER: usage exports of the provider
 * @OUTLAY_ROLE_OBSERVER: gateways, traces, session logs
 *
 * Whom to believe about an amount, in this order.
 */
typedef enum
{
  OUTLAY_ROLE_BILL,
  OUTLAY_ROLE_METER,
  OUTLAY_ROLE_OBSERVER,
} OutlayRole;

/**
 * OutlayRule:
 * @OUTLAY_RULE_BUCKET: sums of a span; a file claims (day, project) slices
 * @OUTLAY_RULE_EVENT: single requests with an id of their own
 * @OUTLAY_RULE_STATEMENT: a cloud bill; a file claims billing months
 *
 * How overlapping files of a format are told apart.
 */
typedef enum
{
  OUTLAY_RULE_BUCKET,
  OUTLAY_RULE_EVENT,
  OUTLAY_RULE_STATEMENT,
} OutlayRule;

/**
 * OutlayProvides:
 *
 * What a format carries, as flags.
 */
typedef enum
{
  OUTLAY_PROVIDES_USAGE = 1 << 0,
  OUTLAY_PROVIDES_COST = 1 << 1,
  OUTLAY_PROVIDES_EVENTS = 1 << 2,
  OUTLAY_PROVIDES_OUTCOMES = 1 << 3,
  OUTLAY_PROVIDES_PRICES = 1 << 4,
} OutlayProvides;

/**
 * OutlayFault:
 * @line: of the file, from 1
 * @field: (nullable): the column or key at fault
 * @text: the row as text that can be mended and imported again
 * @message: what is wrong, in the user's words, without line and file
 */
typedef struct
{
  guint64 line;
  const char *field;
  const char *text;
  const char *message;
} OutlayFault;

/**
 * OutlaySink:
 * @record: one good row, or one part of it; %FALSE with the error set stops the reader
 * @row_done: a data row has been read to its end: @n_records records came of it; 0
 *   is an empty bucket, which is no row
 * @fault: one row that is rejected; no record came of it
 * @skip: one row that is read and left out on purpose (another service)
 * @header: (nullable): the header line, as text, for the export of rejected rows
 * @cover: days that the file says it covers, beyond those of its rows
 * @control: a sum line: the file's own total, compared and not counted
 * @note: something about the whole file that the user should know
 * @user_data: handed to each
 *
 * Where a reader puts what it reads. All strings are borrowed until the call returns.
 */
typedef struct
{
  gboolean (*record) (const OutlayRecord *record, gpointer user_data, GError **error);
  void (*row_done) (guint64 line, guint n_records, gpointer user_data);
  void (*fault) (const OutlayFault *fault, gpointer user_data);
  void (*skip) (guint64 line, gpointer user_data);
  void (*header) (const char *text, gpointer user_data);
  void (*cover) (gint32 from, gint32 to, gpointer user_data);
  void (*control) (const char *currency, gint64 total_nanos, gpointer user_data);
  void (*note) (const char *message, gpointer user_data);
  gpointer user_data;
} OutlaySink;

/**
 * OutlayReadOptions:
 * @file_name: without its folder; some formats state their range there
 * @all_services: take every line of a cloud bill, not only AI and LLM lines
 */
typedef struct
{
  const char *file_name;
  gboolean all_services;
} OutlayReadOptions;

typedef struct _OutlayReader OutlayReader;
typedef struct _OutlayReading OutlayReading;

/**
 * OutlayReadError:
 * @OUTLAY_READ_ERROR_EMPTY: the file is empty
 * @OUTLAY_READ_ERROR_UNKNOWN_FORMAT: no reader knows the file
 * @OUTLAY_READ_ERROR_MISSING_COLUMN: a column that the format needs is not there
 * @OUTLAY_READ_ERROR_MALFORMED: the text is broken as a whole
 * @OUTLAY_READ_ERROR_LIMIT: a field, line or nesting is beyond what is sane
 */
typedef enum
{
  OUTLAY_READ_ERROR_EMPTY,
  OUTLAY_READ_ERROR_UNKNOWN_FORMAT,
  OUTLAY_READ_ERROR_MISSING_COLUMN,
  OUTLAY_READ_ERROR_MALFORMED,
  OUTLAY_READ_ERROR_LIMIT,
} OutlayReadError;

#define OUTLAY_READ_ERROR (outlay_read_error_quark ())
GQuark outlay_read_error_quark (void);

/* The table of formats. */
const OutlayReader *const *outlay_readers (gsize *n_readers);
const OutlayReader *outlay_readers_find (const char *id);
const OutlayReader *outlay_readers_sniff (const char *head,
                                          gsize length,
                                          const char *file_name,
                                          char **reason,
                                          GError **error);

/* What a row of it says. */
const char *outlay_reader_id (const OutlayReader *reader);
const char *outlay_reader_title (const OutlayReader *reader);
const char *outlay_reader_source (const OutlayReader *reader);
OutlayRole outlay_reader_role (const OutlayReader *reader);
OutlayRule outlay_reader_rule (const OutlayReader *reader);
OutlayProvides outlay_reader_provides (const OutlayReader *reader);

/* One file. */
OutlayReading *outlay_reading_new (const OutlayReader *reader,
                                   const OutlayReadOptions *options,
                                   const OutlaySink *sink);
gboolean outlay_reading_feed (OutlayReading *reading,
                              const char *text,
                              gsize length,
                              GError **error);
gboolean outlay_reading_finish (OutlayReading *reading, GError **error);
void outlay_reading_free (OutlayReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReading, outlay_reading_free)

G_END_DECLS
