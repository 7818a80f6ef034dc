/* cost-card.h – what a use case costs: parts, and the items beside its spend
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_COST_CARD (outlay_cost_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCostCard, outlay_cost_card, OUTLAY, COST_CARD, AdwBin)

void outlay_cost_card_update (OutlayCostCard *self, OutlaySession *session, gsize use_case);

G_END_DECLS
