/* trend-card.h – value and cost by month, and when it has paid itself back
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_TREND_CARD (outlay_trend_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTrendCard, outlay_trend_card, OUTLAY, TREND_CARD, AdwBin)

void outlay_trend_card_update (OutlayTrendCard *self, OutlaySession *session, gsize use_case);

G_END_DECLS
