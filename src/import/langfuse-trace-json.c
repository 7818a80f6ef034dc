/* langfuse-trace-json.c – a trace of Langfuse as it can be downloaded: itself, and its observations
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/langfuse.h"

#include <glib/gi18n.h>

static const char *const paths[] = { "[]", "observations[]", NULL };
static const char *const sniff_paths[] = { "observations[]", NULL };
static const char *const marks[] = { "traceId|trace_id",
                                     "usageDetails|usage_details|totalCost|calculatedTotalCost",
                                     "type", "startTime|start_time", NULL };

/* Before the observations comes the trace, which may be longer than what is looked at. */
static const char *const bare[] = { "trace", OUTLAY_HEAD_CUT, NULL };

const OutlayReader outlay_reader_langfuse_trace_json = {
  .id = "langfuse-trace-json",
  .title = N_ ("Langfuse trace (JSON)"),
  .source = "langfuse",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .sniff_paths = sniff_paths,
  .marks = marks,
  .bare_header = bare,
  .omit = outlay_langfuse_omit,
  .read = outlay_langfuse_read,
};
