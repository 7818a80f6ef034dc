/* import.h – commands: files in, taken back, and brought back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayImportedAmount:
 * @currency: of the amount
 * @billed_nanos: what the file says, net
 * @has_control: the file has a sum line
 * @control_nanos: the sum it states
 */
typedef struct
{
  char *currency;
  gint64 billed_nanos;
  gboolean has_control;
  gint64 control_nanos;
} OutlayImportedAmount;

/**
 * OutlayImported:
 * @path: as it was given
 * @format: (nullable): id of its format
 * @batch: the import that holds it; 0 for none
 * @undone: it was taken back
 * @account: (nullable): the provider accounts it holds
 * @imported: instant
 * @sha256: (nullable): of its bytes, in hexadecimal
 * @rows: data rows: new + duplicate + changed + rejected + skipped
 * @first_day: %G_MAXINT32 if no row was stored
 * @last_day: %G_MININT32 if no row was stored
 * @usage: all it carries
 * @has_computed: it carries usage
 * @computed_nanos: what the catalogue says of that
 * @amounts: (element-type OutlayImportedAmount): by currency; empty if it carries no cost
 * @notes: (element-type utf8): what the user should know of it
 * @error: (nullable): why nothing of it is in the store
 *
 * What became of one file.
 */
typedef struct
{
  char *path;
  char *format;
  gint64 batch;
  gboolean undone;
  char *account;
  gint64 imported;
  char *sha256;
  gint64 rows;
  gint64 new_rows;
  gint64 duplicate_rows;
  gint64 changed_rows;
  gint64 rejected_rows;
  gint64 skipped_rows;
  gint64 unpriced_rows;
  gint32 first_day;
  gint32 last_day;
  OutlayUsage usage;
  gboolean has_computed;
  gint64 computed_nanos;
  GArray *amounts;
  GPtrArray *notes;
  GError *error;
} OutlayImported;

/**
 * OutlayImportFile:
 * @path: a file, a folder, or `-` for standard input
 * @bytes: (nullable): what it holds, if it is no file of the disk
 */
typedef struct
{
  const char *path;
  GBytes *bytes;
} OutlayImportFile;

/**
 * OutlayImportProgressFunc:
 * @path: the file being read
 * @n_bytes: bytes read of it so far
 * @user_data: the data given with the function
 */
typedef void (*OutlayImportProgressFunc) (const char *path, goffset n_bytes, gpointer user_data);

/**
 * OutlayImportRequest:
 * @files: (array length=n_files): what to import; of folders, all that is known below
 * @format: (nullable): id of the format; %NULL to find out for each
 * @account: (nullable): the provider account, where a file does not say
 * @all_services: take every line of a cloud bill, not only AI and LLM lines
 * @dry_run: find out what would happen, and leave the store as it is
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called now and then
 * @user_data: handed to @progress
 */
typedef struct
{
  const OutlayImportFile *files;
  gsize n_files;
  const char *format;
  const char *account;
  gboolean all_services;
  gboolean dry_run;
  GCancellable *cancellable;
  OutlayImportProgressFunc progress;
  gpointer user_data;
} OutlayImportRequest;

/**
 * OutlayRejectedRow:
 * @line: of the file
 * @field: the column at fault, or ""
 * @reason: in the user's words
 * @text: the row
 */
typedef struct
{
  gint64 line;
  char *field;
  char *reason;
  char *text;
} OutlayRejectedRow;

/**
 * OutlayFormat:
 * @id: of the format
 * @title: what people call it, translated
 * @provides: (array zero-terminated=1): `usage`, `cost`, `events`…
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *provides[6];
} OutlayFormat;

GPtrArray *outlay_ledger_import (OutlayLedger *ledger,
                                 const OutlayImportRequest *request,
                                 GError **error);
GPtrArray *outlay_ledger_imports (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_undo_import (OutlayLedger *ledger, gint64 batch, GError **error);
gboolean outlay_ledger_redo_import (OutlayLedger *ledger, gint64 batch, GError **error);
GPtrArray *outlay_ledger_rejected_rows (OutlayLedger *ledger,
                                        gint64 batch,
                                        char **header,
                                        GError **error);
GArray *outlay_ledger_formats (void);
void outlay_imported_free (OutlayImported *imported);

G_END_DECLS
