/* use-case-detail.h – one use case: figures, value, cost, trend and outcomes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_USE_CASE_DETAIL (outlay_use_case_detail_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUseCaseDetail, outlay_use_case_detail, OUTLAY, USE_CASE_DETAIL, AdwBin)

void outlay_use_case_detail_update (OutlayUseCaseDetail *self,
                                    OutlaySession *session,
                                    gsize use_case,
                                    gboolean narrow);
void outlay_use_case_detail_suggest (OutlayUseCaseDetail *self, OutlayValueMethod method);

G_END_DECLS
