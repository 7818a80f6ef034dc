/* importer.h – the one trip of a file into the store, in one transaction
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/context.h"
#include "pricing/price-book.h"
#include "store/batches.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OutlayIngestProgressFunc:
 * @n_bytes: bytes read so far
 * @user_data: the data given with the function
 */
typedef void (*OutlayIngestProgressFunc) (goffset n_bytes, gpointer user_data);

/**
 * OutlayIngestRun:
 * @id: of the table batch; 0 until one of its files is in
 * @known: (element-type gint64): batches that files of the run were already in as
 *
 * Files handed in together are parts of one statement.
 */
typedef struct
{
  gint64 id;
  GArray *known;
} OutlayIngestRun;

/**
 * OutlayIngestRequest:
 * @path: what the file is called; `-` for standard input
 * @stream: its bytes
 * @format: (nullable): id of its format; %NULL to find out
 * @account: (nullable): the provider account, where the file does not say
 * @all_services: take every line of a cloud bill
 * @dry_run: find out what would happen, and leave the store as it is; in a
 *   transaction of the caller it is left to the caller to take it back
 * @run: files handed in together
 * @now: instant of the import
 * @cancellable: (nullable): to stop it
 * @progress: (nullable): called now and then
 * @user_data: handed to @progress
 */
typedef struct
{
  const char *path;
  GInputStream *stream;
  const char *format;
  const char *account;
  gboolean all_services;
  gboolean dry_run;
  OutlayIngestRun *run;
  gint64 now;
  GCancellable *cancellable;
  OutlayIngestProgressFunc progress;
  gpointer user_data;
} OutlayIngestRequest;

OutlayBatch *outlay_ingest (OutlayDatabase *database,
                            OutlayPriceBook *book,
                            const OutlayIngestRequest *request,
                            GError **error);
gboolean outlay_ingest_set_undone (OutlayDatabase *database,
                                   OutlayPriceBook *book,
                                   gint64 batch,
                                   gboolean undone,
                                   GError **error);

G_END_DECLS
