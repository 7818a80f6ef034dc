/* measures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cli/measures.h"

#include "report/json-text.h"

/**
 * outlay_json_add_usage:
 * @object: (inout): a JSON object
 * @usage: what was used
 *
 * Adds requests and the disjoint token counts, as integers.
 */
void
outlay_json_add_usage (cJSON *object, const OutlayUsage *usage)
{
  const gint64 *count = usage->count;

  outlay_json_add_count (object, "requests", TRUE, count[OUTLAY_REQUESTS]);
  outlay_json_add_count (object, "input_tokens", TRUE, count[OUTLAY_INPUT_TOKENS]);
  outlay_json_add_count (object, "cache_read_tokens", TRUE, count[OUTLAY_CACHE_READ_TOKENS]);
  outlay_json_add_count (object, "cache_write_tokens", TRUE,
                         count[OUTLAY_CACHE_WRITE_5M_TOKENS] + count[OUTLAY_CACHE_WRITE_1H_TOKENS]);
  outlay_json_add_count (object, "output_tokens", TRUE, count[OUTLAY_OUTPUT_TOKENS]);
}
