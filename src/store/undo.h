/* undo.h – what edits have changed, noted row by row, to be taken back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Triggers and tables of the connection note, for every row of the plans that is
 * changed, the statement that changes it back; the file's own schema stays as it is.
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayUndoEntry:
 * @batch: an import to be set to @undone; 0: a row, to be changed by @sql
 * @undone: the state that @batch had
 * @sql: (nullable): changes one row back, if it is as it was left
 */
typedef struct
{
  gint64 batch;
  gboolean undone;
  char *sql;
} OutlayUndoEntry;

gboolean outlay_undo_enable (OutlayDatabase *database, GError **error);
gboolean outlay_undo_close_step (OutlayDatabase *database,
                                 const char *label,
                                 guint max_steps,
                                 GError **error);
gboolean outlay_undo_find_step (OutlayDatabase *database,
                                gboolean undone,
                                gint64 *step,
                                char **label,
                                GError **error);
GPtrArray *outlay_undo_take_entries (OutlayDatabase *database, gint64 step, GError **error);
gboolean outlay_undo_change_back (OutlayDatabase *database,
                                  const OutlayUndoEntry *entry,
                                  GError **error);
gboolean outlay_undo_turn_step (OutlayDatabase *database,
                                gint64 step,
                                gboolean undone,
                                guint n_entries,
                                GError **error);

G_END_DECLS
