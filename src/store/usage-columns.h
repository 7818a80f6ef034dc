/* usage-columns.h – the columns that hold an OutlayUsage, in every table alike
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/usage.h"
#include "store/database.h"

G_BEGIN_DECLS

/* In the order of OutlayMeasure. */
#define OUTLAY_USAGE_COLUMNS                                                                       \
  "requests, input, cache_read, cache_write_5m, cache_write_1h, output, reasoning, audio_input, "  \
  "audio_output, image_input, image_output, web_searches, quantity"
#define OUTLAY_USAGE_PLACES "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"

/* Those that most rows have, and the others. */
#define OUTLAY_USAGE_COMMON "requests, input, cache_read, output"
#define OUTLAY_USAGE_RARE                                                                          \
  "cache_write_5m, cache_write_1h, reasoning, audio_input, audio_output, image_input, "            \
  "image_output, web_searches, quantity"
#define OUTLAY_USAGE_RARE_ZEROS "0, 0, 0, 0, 0, 0, 0, 0, 0"

#define OUTLAY_USAGE_SUMS                                                                          \
  "sum(requests), sum(input), sum(cache_read), sum(cache_write_5m), sum(cache_write_1h), "         \
  "sum(output), sum(reasoning), sum(audio_input), sum(audio_output), sum(image_input), "           \
  "sum(image_output), sum(web_searches), sum(quantity)"

int outlay_usage_bind (sqlite3_stmt *statement, int first, const OutlayUsage *usage);
gboolean outlay_usage_is_common (const OutlayUsage *usage);
int outlay_usage_bind_common (sqlite3_stmt *statement, int first, const OutlayUsage *usage);
int outlay_usage_column (sqlite3_stmt *statement, int first, OutlayUsage *usage);

G_END_DECLS
