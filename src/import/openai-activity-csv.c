/* openai-activity-csv.c – OpenAI's older activity export, one row a day, key and model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/openai-activity.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_openai_activity_csv = {
  .id = "openai-activity-csv",
  .title = N_ ("OpenAI activity export (CSV)"),
  .source = "openai-activity",
  .role = OUTLAY_ROLE_METER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_USAGE,
  .columns = outlay_openai_activity_columns,
  .n_columns = OUTLAY_OPENAI_ACTIVITY_N_COLUMNS,
  .amount_column = -1,
  .currency_column = -1,
  .name_range = OUTLAY_NAME_RANGE_EXCLUSIVE,
  .read = outlay_openai_activity_read,
};
