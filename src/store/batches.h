/* batches.h – imported files, and what became of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/usage.h"
#include "store/database.h"

G_BEGIN_DECLS

#define OUTLAY_FINGERPRINT_SIZE 32 /* bytes of SHA-256 */

/**
 * OutlayBatchAmount:
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
} OutlayBatchAmount;

/**
 * OutlayBatch:
 * @id: of the table batch; 0 for none
 * @run: one command or drop: its files are parts of one statement
 * @path: as it was given
 * @format: id of its reader
 * @fingerprint: SHA-256 of its bytes
 * @undone: the user took it back
 * @imported: instant
 * @header: the header line of its text
 * @rows: data rows: new + duplicate + changed + rejected + skipped
 * @first_day: day on which the first stored row starts; %G_MAXINT32 for none
 * @last_day: day on which the last stored row starts; %G_MININT32 for none
 * @usage: all it carries; only the five token counts and the requests are kept
 * @has_computed: it carries usage
 * @computed_nanos: what the catalogue says of that
 * @amounts: (element-type OutlayBatchAmount): by currency; empty if it carries no cost
 * @notes: (element-type utf8): what the user should know of it
 */
typedef struct
{
  gint64 id;
  gint64 run;
  char *path;
  char *format;
  guint8 fingerprint[OUTLAY_FINGERPRINT_SIZE];
  gboolean undone;
  gint64 imported;
  char *header;
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
  GPtrArray *amounts;
  GPtrArray *notes;
} OutlayBatch;

OutlayBatch *outlay_batch_new (void);
void outlay_batch_free (OutlayBatch *batch);
OutlayBatchAmount *outlay_batch_amount (OutlayBatch *batch, const char *currency);

gboolean outlay_batches_next_run (OutlayDatabase *database, gint64 *run, GError **error);
gboolean outlay_batches_join (OutlayDatabase *database, gint64 id, gint64 run, GError **error);
gboolean outlay_batches_insert (OutlayDatabase *database, OutlayBatch *batch, GError **error);
gboolean outlay_batches_update (OutlayDatabase *database, OutlayBatch *batch, GError **error);
gboolean outlay_batches_find_active (OutlayDatabase *database,
                                     const guint8 *fingerprint,
                                     gint64 *id,
                                     GError **error);
OutlayBatch *outlay_batches_get (OutlayDatabase *database, gint64 id, GError **error);
GPtrArray *outlay_batches_list (OutlayDatabase *database, GError **error);
gboolean outlay_batches_set_undone (OutlayDatabase *database,
                                    gint64 id,
                                    gboolean undone,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBatch, outlay_batch_free)

G_END_DECLS
