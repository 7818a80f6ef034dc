/* openai-activity.h – the rows of OpenAI's older activity exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

#define OUTLAY_OPENAI_ACTIVITY_N_COLUMNS 24

extern const OutlayCsvColumn outlay_openai_activity_columns[OUTLAY_OPENAI_ACTIVITY_N_COLUMNS];

gboolean outlay_openai_activity_read (OutlayRow *row, GError **error);

G_END_DECLS
