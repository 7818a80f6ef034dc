/* openai-activity-json.c – OpenAI's older activity export as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/openai-activity.h"

#include <glib/gi18n.h>

static const char *const paths[] = { "[]", "data[]", NULL };
static const char *const marks[] = { "n_context_tokens_total", "usage_type", "timestamp", NULL };

const OutlayReader outlay_reader_openai_activity_json = {
  .id = "openai-activity-json",
  .title = N_ ("OpenAI activity export (JSON)"),
  .source = "openai-activity",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .name_range = OUTLAY_NAME_RANGE_EXCLUSIVE,
  .read = outlay_openai_activity_read,
};
