/* usage-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/usage-columns.h"

/**
 * outlay_usage_bind:
 * @statement: a statement
 * @first: number of the first parameter, from 1
 * @usage: what to bind
 *
 * Returns: number of the parameter after the last
 */
int
outlay_usage_bind (sqlite3_stmt *statement, int first, const OutlayUsage *usage)
{
  for (int i = 0; i < OUTLAY_N_MEASURES; i++)
    sqlite3_bind_int64 (statement, first + i, usage->count[i]);

  return first + OUTLAY_N_MEASURES;
}

static const OutlayMeasure common[] = { OUTLAY_REQUESTS, OUTLAY_INPUT_TOKENS,
                                        OUTLAY_CACHE_READ_TOKENS, OUTLAY_OUTPUT_TOKENS };
static const OutlayMeasure rare[] = {
  OUTLAY_CACHE_WRITE_5M_TOKENS, OUTLAY_CACHE_WRITE_1H_TOKENS, OUTLAY_REASONING_TOKENS,
  OUTLAY_AUDIO_INPUT_TOKENS,    OUTLAY_AUDIO_OUTPUT_TOKENS,   OUTLAY_IMAGE_INPUT_TOKENS,
  OUTLAY_IMAGE_OUTPUT_TOKENS,   OUTLAY_WEB_SEARCHES,          OUTLAY_QUANTITY_MICROS,
};

/**
 * outlay_usage_is_common:
 * @usage: what was used
 *
 * Returns: %TRUE if the columns of %OUTLAY_USAGE_RARE are all 0
 */
gboolean
outlay_usage_is_common (const OutlayUsage *usage)
{
  gint64 any = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rare); i++)
    any |= usage->count[rare[i]];

  return any == 0;
}

/**
 * outlay_usage_bind_common:
 * @statement: a statement
 * @first: number of the first parameter, from 1
 * @usage: what to bind of: the columns of %OUTLAY_USAGE_COMMON
 *
 * Returns: number of the parameter after the last
 */
int
outlay_usage_bind_common (sqlite3_stmt *statement, int first, const OutlayUsage *usage)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (common); i++)
    sqlite3_bind_int64 (statement, first + i, usage->count[common[i]]);

  return first + (int) G_N_ELEMENTS (common);
}

/**
 * outlay_usage_column:
 * @statement: a statement with a row
 * @first: number of the first column, from 0
 * @usage: (out): what the columns hold
 *
 * Returns: number of the column after the last
 */
int
outlay_usage_column (sqlite3_stmt *statement, int first, OutlayUsage *usage)
{
  for (int i = 0; i < OUTLAY_N_MEASURES; i++)
    usage->count[i] = sqlite3_column_int64 (statement, first + i);

  return first + OUTLAY_N_MEASURES;
}
