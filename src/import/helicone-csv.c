/* helicone-csv.c – requests that Helicone saw, as CSV
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/helicone.h"

#include <glib/gi18n.h>

const OutlayReader outlay_reader_helicone_csv = {
  .id = "helicone-csv",
  .title = N_ ("Helicone requests (CSV)"),
  .source = "helicone",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_EVENT,
  .provides = OUTLAY_PROVIDES_USAGE | OUTLAY_PROVIDES_COST | OUTLAY_PROVIDES_EVENTS,
  .columns = outlay_helicone_columns,
  .n_columns = OUTLAY_HELICONE_N_COLUMNS,
  .amount_column = -1,
  .currency_column = -1,
  .omit = outlay_helicone_omit,
  .read = outlay_helicone_read,
};
