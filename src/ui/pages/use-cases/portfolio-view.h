/* portfolio-view.h – all use cases: figures, chart and table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PORTFOLIO_VIEW (outlay_portfolio_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPortfolioView, outlay_portfolio_view, OUTLAY, PORTFOLIO_VIEW, AdwBin)

void outlay_portfolio_view_update (OutlayPortfolioView *self,
                                   OutlaySession *session,
                                   gboolean narrow);

G_END_DECLS
