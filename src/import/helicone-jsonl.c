/* helicone-jsonl.c – requests that Helicone saw, as JSON, an array or lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/helicone.h"

#include <glib/gi18n.h>

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "request_created_at", "response_status|response_id",
                                     "prompt_tokens|request_model", NULL };

const OutlayReader outlay_reader_helicone_jsonl = {
  .id = "helicone-jsonl",
  .title = N_ ("Helicone requests (JSON)"),
  .source = "helicone",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .omit = outlay_helicone_omit,
  .read = outlay_helicone_read,
};
