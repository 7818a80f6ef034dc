/* amount-text.h – an amount of money as a person types it, and as it is shown to be edited
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "wording/wording.h"

G_BEGIN_DECLS

gboolean outlay_amount_text_parse (OutlayWording *wording,
                                   const char *text,
                                   gint64 *nanos,
                                   GError **error);
char *outlay_amount_text_from_nanos (OutlayWording *wording,
                                     gint64 nanos,
                                     const char *currency) G_GNUC_WARN_UNUSED_RESULT;
gboolean outlay_amount_text_starts (const char *text);

G_END_DECLS
