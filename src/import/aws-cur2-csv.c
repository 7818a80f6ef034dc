/* aws-cur2-csv.c – the second generation of AWS's cost and usage reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Its schema is fixed; product, tags and cost categories are maps, as JSON.
 */

#include "import/aws-cur.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_aws_cur2_csv = {
  .id = "aws-cur2-csv",
  .title = N_ ("AWS cost and usage report 2.0 (CSV)"),
  .source = "aws-cur",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = outlay_aws_cur_columns,
  .n_columns = OUTLAY_AWS_N_COLUMNS,
  .amount_column = OUTLAY_AWS_COST,
  .currency_column = OUTLAY_AWS_CURRENCY,
  .begin = outlay_aws_cur_begin_second,
  .read = outlay_aws_cur_read,
  .state_new = outlay_aws_cur_state_new,
  .state_free = outlay_aws_cur_state_free,
};
