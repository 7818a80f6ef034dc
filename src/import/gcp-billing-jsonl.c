/* gcp-billing-jsonl.c – Google Cloud's billing export, one object a line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/gcp-billing.h"

#include <glib/gi18n.h>

static const char *const paths[] = { "[]", NULL };
static const char *const marks[] = { "service.description|service_description",
                                     "sku.description|sku_description", "usage_start_time", "cost",
                                     NULL };

const OutlayReader outlay_reader_gcp_billing_jsonl = {
  .id = "gcp-billing-jsonl",
  .title = N_ ("Google Cloud billing export (JSON)"),
  .source = "gcp-billing",
  .role = OUTLAY_ROLE_BILL,
  .rule = OUTLAY_RULE_STATEMENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST,
  .amount_column = -1,
  .currency_column = -1,
  .paths = paths,
  .marks = marks,
  .read = outlay_gcp_read,
  .rehearse = TRUE,
};
