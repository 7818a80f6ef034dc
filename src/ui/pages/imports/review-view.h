/* review-view.h – what an import would do, to be read before it is done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pages/imports/import-order.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_REVIEW_VIEW (outlay_review_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayReviewView, outlay_review_view, OUTLAY, REVIEW_VIEW, AdwBin)

void outlay_review_view_set (OutlayReviewView *self,
                             OutlaySession *session,
                             OutlayImportOrder *order,
                             OutlayReview *review);
gint64 outlay_review_view_get_n_rows (OutlayReviewView *self);
gboolean outlay_review_view_can_import (OutlayReviewView *self);

G_END_DECLS
