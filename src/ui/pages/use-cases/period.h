/* period.h – the session's month, as the days that have been
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/roi.h"
#include "ui/session.h"

G_BEGIN_DECLS

char *outlay_session_word_period (OutlaySession *session) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_session_word_days_before (OutlaySession *session) G_GNUC_WARN_UNUSED_RESULT;
OutlayReportInput outlay_session_get_words (OutlaySession *session);

G_END_DECLS
