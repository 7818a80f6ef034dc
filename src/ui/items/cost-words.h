/* cost-words.h – costs beside the spend, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/snapshot.h"
#include "wording/wording.h"

G_BEGIN_DECLS

const char *outlay_cost_kind_name (OutlayCostKind kind);
char *outlay_cost_item_describe (const OutlayCostItem *item,
                                 OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;
const char *outlay_token_share_question (double percent);

G_END_DECLS
