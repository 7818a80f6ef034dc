/* card.h – making one rate card of several
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/rates.h"

G_BEGIN_DECLS

gboolean outlay_card_add_tier (OutlayRateCard *card, gint64 above, guint *index);
void outlay_card_set (OutlayRateCard *card, OutlayRate rate, gint64 picos);
void outlay_card_scale (OutlayRateCard *card, gint64 micros);
gboolean outlay_card_fill (OutlayRateCard *card, const OutlayRateCard *other);
gboolean outlay_card_agrees (const OutlayRateCard *card, const OutlayRateCard *other);
void outlay_card_begin_long (OutlayRateCard *card);
void outlay_card_of_tier (OutlayRateCard *card,
                          const OutlayRateCard *tier,
                          const OutlayRateCard *standard);
void outlay_card_halve (OutlayRateCard *card, gboolean with_caches);
gboolean outlay_card_is_free (const OutlayRateCard *card);

G_END_DECLS
