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
