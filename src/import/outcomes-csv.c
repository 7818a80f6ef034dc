/* outcomes-csv.c – how many outcomes a use case had, a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file does not say of which use case; so it is known here, but not taken.
 */

#include "import/format.h"

#include <glib/gi18n.h>

enum
{
  DATE,
  COUNT,
};

static const OutlayCsvColumn columns[] = {
  [DATE] = { "date", NULL, OUTLAY_COLUMN_REQUIRED },
  [COUNT] = { "count", NULL, OUTLAY_COLUMN_REQUIRED },
};

/* Two words that many a table has: only a file of nothing else is one. */
static const char *const bare_header[] = { "date", "count", NULL };

static gboolean
read_row (OutlayRow *row, GError **error)
{
  outlay_reading_note (row->reading, _ ("The file holds outcomes of a use case; import it there: "
                                        "“outlay-cli outcomes import USE-CASE FILE”"));
  if (outlay_row_instant (row, DATE) == OUTLAY_UNDATED)
    outlay_row_reject (row, "date", "%s", _ ("the date is missing"));
  outlay_row_count (row, COUNT);
  outlay_row_skip (row);
  return TRUE;
}

const OutlayReader outlay_reader_outcomes_csv = {
  .id = "outcomes-csv",
  .title = N_ ("Outcomes of a use case (CSV)"),
  .source = "outcomes",
  .role = OUTLAY_ROLE_OBSERVER,
  .rule = OUTLAY_RULE_BUCKET,
  .provides = OUTLAY_PROVIDES_OUTCOMES,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .amount_column = -1,
  .currency_column = -1,
  .bare_header = bare_header,
  .read = read_row,
};
