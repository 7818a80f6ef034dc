/* review-rows.h – rows of a review: files, and what they would do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pages/imports/import-order.h"
#include "wording/wording.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayRowCount:
 *
 * What becomes of a row of a file.
 */
typedef enum
{
  OUTLAY_ROWS_NEW,
  OUTLAY_ROWS_CHANGED,
  OUTLAY_ROWS_DUPLICATE,
  OUTLAY_ROWS_SKIPPED,
  OUTLAY_ROWS_REJECTED,
} OutlayRowCount;

#define OUTLAY_N_ROW_COUNTS (OUTLAY_ROWS_REJECTED + 1)

gint64 outlay_review_count_of (const OutlayImported *imported, OutlayRowCount count);

GtkWidget *outlay_review_file_row_new (const OutlayReviewedFile *file,
                                       gboolean format_given,
                                       OutlayWording *wording,
                                       const char *currency);
GtkWidget *outlay_review_count_row_new (const OutlayReviewedFile *file,
                                        OutlayRowCount count,
                                        OutlayWording *wording);
GtkWidget *outlay_review_month_row_new (const OutlayReviewedMonth *month,
                                        const char *currency,
                                        OutlayWording *wording);
void outlay_review_add_controls (GtkListBox *list,
                                 const OutlayReviewedFile *file,
                                 OutlayWording *wording);

G_END_DECLS
