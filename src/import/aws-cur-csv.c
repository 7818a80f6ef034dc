/* aws-cur-csv.c – the first generation of AWS's cost and usage reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its schema depends on the services used; columns are named with slashes, or with
 * underscores where it went through Athena.
 */

#include "import/aws-cur.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_aws_cur_csv = {
  .id = "aws-cur-csv",
  .title = N_ ("AWS cost and usage report (CSV)"),
  .source = "aws-cur",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = outlay_aws_cur_columns,
  .n_columns = OUTLAY_AWS_N_LEGACY_COLUMNS,
  .amount_column = OUTLAY_AWS_COST,
  .currency_column = OUTLAY_AWS_CURRENCY,
  .begin = outlay_aws_cur_begin_legacy,
  .read = outlay_aws_cur_read,
  .state_new = outlay_aws_cur_state_new,
  .state_free = outlay_aws_cur_state_free,
};
