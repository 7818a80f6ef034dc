/* effect-list.h – what a change of rules would move, month by month, before it is made
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/rule-change.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_EFFECT_LIST (outlay_effect_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayEffectList, outlay_effect_list, OUTLAY, EFFECT_LIST, AdwBin)

void outlay_effect_list_preview (OutlayEffectList *self,
                                 OutlaySession *session,
                                 OutlayRuleChange *change);
void outlay_effect_list_fail (OutlayEffectList *self, const char *fault);
gboolean outlay_effect_list_get_ready (OutlayEffectList *self);
char *outlay_effect_month_words (const GArray *effects,
                                 guint *place,
                                 const char *currency,
                                 OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
