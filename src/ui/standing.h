/* standing.h – how a budget stands, as a sentence in the session's language
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

G_BEGIN_DECLS

char *outlay_session_describe_standing (OutlaySession *session,
                                        gint32 month,
                                        const OutlayBudgetLine *line) G_GNUC_WARN_UNUSED_RESULT;
gboolean outlay_session_month_has_ended (OutlaySession *session, gint32 month);

G_END_DECLS
