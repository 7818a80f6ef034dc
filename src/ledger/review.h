/* review.h – what an import would do, in full, before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/import.h"

G_BEGIN_DECLS

/**
 * OutlayReviewedFile:
 * @imported: what would become of it; its batch is 0 unless @known
 * @reason: (nullable): by what its format is known, in words
 * @known: the same bytes are in already
 * @unknown_format: nobody knows its format; it can be named in another request
 * @header: (nullable): its header line
 * @rejected: (element-type OutlayRejectedRow): rows that would not be taken
 */
typedef struct
{
  OutlayImported *imported;
  char *reason;
  gboolean known;
  gboolean unknown_format;
  char *header;
  GPtrArray *rejected;
} OutlayReviewedFile;

/**
 * OutlayReviewedMonth:
 * @month: months since 1970
 * @before_nanos: its cost, in the reporting currency
 * @after_nanos: its cost with the import
 */
typedef struct
{
  gint32 month;
  gint64 before_nanos;
  gint64 after_nanos;
} OutlayReviewedMonth;

/**
 * OutlayReview:
 * @files: (element-type OutlayReviewedFile): in the order they were given
 * @months: (element-type OutlayReviewedMonth): those that would change, by month
 * @currency: the reporting currency
 */
typedef struct
{
  GPtrArray *files;
  GArray *months;
  char *currency;
} OutlayReview;

OutlayReview *outlay_ledger_review_import (OutlayLedger *ledger,
                                           const OutlayImportRequest *requests,
                                           gsize n_requests,
                                           GError **error);
void outlay_review_free (OutlayReview *review);

GPtrArray *outlay_ledger_import_together (OutlayLedger *ledger,
                                          const OutlayImportRequest *requests,
                                          gsize n_requests,
                                          GError **error);
GArray *outlay_ledger_replaced_imports (OutlayLedger *ledger, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReview, outlay_review_free)

G_END_DECLS
