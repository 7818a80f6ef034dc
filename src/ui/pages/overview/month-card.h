/* month-card.h – the month as one figure, and the chart that proves it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_MONTH_CARD (outlay_month_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayMonthCard, outlay_month_card, OUTLAY, MONTH_CARD, AdwBin)

void outlay_month_card_update (OutlayMonthCard *self, OutlaySession *session);

G_END_DECLS
