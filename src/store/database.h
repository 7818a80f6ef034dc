/* database.h – the store's one SQLite file: open, migrate, run statements
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A database belongs to one thread at a time.
 */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * OutlayStoreError:
 * @OUTLAY_STORE_ERROR_FOREIGN: the file is no store of ours; it was not touched
 * @OUTLAY_STORE_ERROR_NEWER: a newer Outlay made it; it was not touched
 * @OUTLAY_STORE_ERROR_BUSY: another program holds the store for too long
 * @OUTLAY_STORE_ERROR_FULL: the disk is full
 * @OUTLAY_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @OUTLAY_STORE_ERROR_CORRUPT: the file is damaged
 * @OUTLAY_STORE_ERROR_NOT_FOUND: there is nothing of that name
 * @OUTLAY_STORE_ERROR_EXISTS: there is one of that name already
 * @OUTLAY_STORE_ERROR_INVALID: the value cannot be stored
 * @OUTLAY_STORE_ERROR_CANCELLED: the user stopped it; nothing was changed
 * @OUTLAY_STORE_ERROR_CONFLICT: what was to be changed is not as it was
 * @OUTLAY_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  OUTLAY_STORE_ERROR_FOREIGN,
  OUTLAY_STORE_ERROR_NEWER,
  OUTLAY_STORE_ERROR_BUSY,
  OUTLAY_STORE_ERROR_FULL,
  OUTLAY_STORE_ERROR_READ_ONLY,
  OUTLAY_STORE_ERROR_CORRUPT,
  OUTLAY_STORE_ERROR_NOT_FOUND,
  OUTLAY_STORE_ERROR_EXISTS,
  OUTLAY_STORE_ERROR_INVALID,
  OUTLAY_STORE_ERROR_CANCELLED,
  OUTLAY_STORE_ERROR_CONFLICT,
  OUTLAY_STORE_ERROR_FAILED,
} OutlayStoreError;

#define OUTLAY_STORE_ERROR (outlay_store_error_quark ())
GQuark outlay_store_error_quark (void);

typedef struct _OutlayDatabase OutlayDatabase;

OutlayDatabase *outlay_database_open (const char *path, GError **error);
void outlay_database_close (OutlayDatabase *database);
const char *outlay_database_path (OutlayDatabase *database);
sqlite3 *outlay_database_handle (OutlayDatabase *database);

gboolean outlay_database_begin (OutlayDatabase *database, GError **error);
gboolean outlay_database_commit (OutlayDatabase *database, GError **error);
void outlay_database_rollback (OutlayDatabase *database);

sqlite3_stmt *outlay_database_statement (OutlayDatabase *database, const char *sql, GError **error);
sqlite3_stmt *outlay_database_statement_kept (OutlayDatabase *database,
                                              const char *sql,
                                              GError **error);
gboolean outlay_database_step (OutlayDatabase *database,
                               sqlite3_stmt *statement,
                               gboolean *row,
                               GError **error);
gboolean outlay_database_run (OutlayDatabase *database, sqlite3_stmt *statement, GError **error);
gboolean outlay_database_execute (OutlayDatabase *database, const char *sql, GError **error);
gboolean outlay_database_get_int64 (OutlayDatabase *database,
                                    const char *sql,
                                    gint64 *value,
                                    GError **error);
gint64 outlay_database_last_id (OutlayDatabase *database);
gint64 outlay_database_n_changed (OutlayDatabase *database);
gint64 outlay_database_data_version (OutlayDatabase *database);

gboolean outlay_database_back_up (OutlayDatabase *database, const char *path, GError **error);
gboolean outlay_database_check (OutlayDatabase *database, GPtrArray *faults, GError **error);
gboolean outlay_database_set_error (OutlayDatabase *database, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDatabase, outlay_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
