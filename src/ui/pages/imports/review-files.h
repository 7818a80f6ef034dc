/* review-files.h – as what the files of a review are known, and what only the user can say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pages/imports/import-order.h"
#include "wording/wording.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_REVIEW_FILES (outlay_review_files_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReviewFiles, outlay_review_files, OUTLAY, REVIEW_FILES, AdwBin)

void outlay_review_files_show (OutlayReviewFiles *self,
                               OutlayImportOrder *order,
                               const OutlayReview *review,
                               OutlayWording *wording);

G_END_DECLS
