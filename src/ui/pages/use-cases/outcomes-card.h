/* outcomes-card.h – how many outcomes a month had: typed, or from a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_OUTCOMES_CARD (outlay_outcomes_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayOutcomesCard, outlay_outcomes_card, OUTLAY, OUTCOMES_CARD, AdwBin)

void outlay_outcomes_card_update (OutlayOutcomesCard *self, OutlaySession *session, gsize use_case);

G_END_DECLS
