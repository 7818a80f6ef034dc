/* deepseek-day.h – the days of DeepSeek's exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/format.h"

G_BEGIN_DECLS

void outlay_deepseek_read_day (OutlayRow *row,
                               guint date_column,
                               guint start_column,
                               guint end_column,
                               OutlayRecord *record);
void outlay_deepseek_read_key (const char *key, const char *name, OutlayRecord *record);

G_END_DECLS
