/* value-words.h – methods of value and their inputs, for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "report/roi.h"

G_BEGIN_DECLS

const char *outlay_report_method_name (OutlayValueMethod method);
const char *outlay_report_method_formula (OutlayValueMethod method);
gboolean outlay_report_method_takes_outcomes (OutlayValueMethod method);
const char *outlay_report_key_name (OutlayValueKey key);
gboolean outlay_report_key_is_money (OutlayValueKey key);
char *outlay_report_assumed_text (const OutlayReportInput *input,
                                  OutlayValueKey key) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
