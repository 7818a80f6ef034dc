/* gcp-billing-csv.c – Google Cloud's billing export, flattened into columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/gcp-billing.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_gcp_billing_csv = {
  .id = "gcp-billing-csv",
  .title = N_ ("Google Cloud billing export (CSV)"),
  .source = "gcp-billing",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .columns = outlay_gcp_columns,
  .n_columns = OUTLAY_GCP_N_COLUMNS,
  .amount_column = OUTLAY_GCP_COST,
  .currency_column = OUTLAY_GCP_CURRENCY,
  .read = outlay_gcp_read,
  .rehearse = TRUE,
};
