/* usage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/usage.h"

/**
 * outlay_usage_add:
 * @total: (inout): the sum so far
 * @usage: what to add
 *
 * Returns: %FALSE, and @total untouched, if a sum does not fit
 */
gboolean
outlay_usage_add (OutlayUsage *total, const OutlayUsage *usage)
{
  OutlayUsage sum;

  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (__builtin_add_overflow (total->count[i], usage->count[i], &sum.count[i]))
      return FALSE;

  *total = sum;
  return TRUE;
}

/* Counts of a file could be anything: a sum beyond the range stays at its end. */
static gint64
add_counts (gint64 a, gint64 b)
{
  gint64 sum;

  return __builtin_add_overflow (a, b, &sum) ? G_MAXINT64 : sum;
}

/**
 * outlay_usage_prompt_tokens:
 * @usage: what was used
 *
 * Returns: all input tokens, cached or not: what context tiers are chosen by
 */
gint64
outlay_usage_prompt_tokens (const OutlayUsage *usage)
{
  gint64 written = add_counts (usage->count[OUTLAY_CACHE_WRITE_5M_TOKENS],
                               usage->count[OUTLAY_CACHE_WRITE_1H_TOKENS]);

  return add_counts (add_counts (usage->count[OUTLAY_INPUT_TOKENS],
                                 usage->count[OUTLAY_CACHE_READ_TOKENS]),
                     written);
}

/**
 * outlay_usage_tokens:
 * @usage: what was used
 *
 * Returns: every token, in and out
 */
gint64
outlay_usage_tokens (const OutlayUsage *usage)
{
  return add_counts (outlay_usage_prompt_tokens (usage), usage->count[OUTLAY_OUTPUT_TOKENS]);
}

/**
 * outlay_usage_is_empty:
 * @usage: what was used
 *
 * Returns: %TRUE if every count is 0
 */
gboolean
outlay_usage_is_empty (const OutlayUsage *usage)
{
  for (guint i = 0; i < OUTLAY_N_MEASURES; i++)
    if (usage->count[i] != 0)
      return FALSE;

  return TRUE;
}
