/* langfuse-observations-json.c – the export of Langfuse's observations as JSON, an array or lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/langfuse.h"

#include <glib/gi18n.h>

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "traceId|trace_id",
                                     "usageDetails|usage_details|totalCost|calculatedTotalCost",
                                     "type", "startTime|start_time", NULL };

const OutlayReader outlay_reader_langfuse_observations_json = {
  .id = "langfuse-observations-json",
  .title = N_ ("Langfuse observations (JSON)"),
  .source = "langfuse",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .omit = outlay_langfuse_omit,
  .read = outlay_langfuse_read,
};
