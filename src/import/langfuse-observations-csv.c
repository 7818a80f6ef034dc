/* langfuse-observations-csv.c – the export of Langfuse's observations as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/langfuse.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_langfuse_observations_csv = {
  .id = "langfuse-observations-csv",
  .title = N_ ("Langfuse observations (CSV)"),
  .source = "langfuse",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .columns = outlay_langfuse_columns,
  .n_columns = OUTLAY_LANGFUSE_N_COLUMNS,
  .amount_column = -1,
  .currency_column = -1,
  .omit = outlay_langfuse_omit,
  .read = outlay_langfuse_read,
};
