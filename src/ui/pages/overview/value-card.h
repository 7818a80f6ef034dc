/* value-card.h – what the month has brought so far, against what it cost
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_VALUE_CARD (outlay_value_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayValueCard, outlay_value_card, OUTLAY, VALUE_CARD, AdwBin)

void outlay_value_card_update (OutlayValueCard *self, OutlaySession *session);

G_END_DECLS
