/* series.h – a daily series from a CSV file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "ledger/daily-csv.h"

G_BEGIN_DECLS

OutlayDailySeries *outlay_cli_read_series (const char *path, gint32 last_day);

G_END_DECLS
