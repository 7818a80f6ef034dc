/* use-case-table.c – all use cases in one table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

static void
add_money (OutlayReportRow *row, const OutlayReportInput *input, gboolean known, gint64 nanos)
{
  outlay_report_row_take (row, known ? outlay_report_number (input, nanos) : g_strdup ("–"));
}

static void
add_worth (OutlayReportRow *row, const OutlayReportInput *input, const OutlayWorth *worth)
{
  double roi = worth->has_value ? worth->roi_percent : NAN;

  add_money (row, input, worth->has_value, worth->value_nanos);
  add_money (row, input, TRUE, worth->cost_nanos);
  add_money (row, input, worth->has_value, worth->net_nanos);
  outlay_report_row_take (row, outlay_wording_percent (input->wording, roi, 0));
}

static void
add_sum (OutlayReportTable *table,
         const OutlayReportInput *input,
         const char *name,
         const OutlayWorth *worth,
         gboolean total)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);

  row->total = total;
  outlay_report_row_add (row, name)->dim = !total;
  add_worth (row, input, worth);
  outlay_report_row_add (row,
                         total ? outlay_wording_worth ((OutlayWorthWord) worth->verdict) : NULL);
}

static void
add_columns (OutlayReportTable *table)
{
  outlay_report_table_add_column (table, _ ("Use case"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Value"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Cost"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Net value"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("ROI"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Verdict"), OUTLAY_COLUMN_WORDS);
}

/*
 * outlay_report_add_use_case_table:
 * @order: of the portfolio's lines
 *
 * A page with a row for each use case, which leads to its own page.
 */
void
outlay_report_add_use_case_table (OutlayReportDocument *document,
                                  const OutlayReportInput *input,
                                  const gsize *order)
{
  const OutlayPortfolio *portfolio = input->portfolio;
  OutlayReportSection *section =
      outlay_report_document_add (document, OUTLAY_SECTION_USE_CASES, _ ("Use cases"));
  OutlayReportTable *table = outlay_report_section_add_table (section, NULL);
  OutlayWorth unallocated = { .cost_nanos = portfolio->unallocated_nanos };

  section->subtitle = g_strdup (document->period);
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Amounts in %s"),
                                                              input->snapshot->currency));
  add_columns (table);
  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      const OutlayUseCaseWorth *line = &portfolio->lines[order[i]];
      OutlayReportRow *row = outlay_report_table_add_row (table);
      OutlayReportCell *cell =
          outlay_report_row_add (row, input->snapshot->use_cases[line->use_case].name);

      cell->link = g_strdup_printf ("uc-%u", (guint) i + 1);
      add_worth (row, input, &line->worth);
      cell =
          outlay_report_row_add (row, outlay_wording_worth ((OutlayWorthWord) line->worth.verdict));
      cell->glyph = outlay_report_verdict_glyph (line->worth.verdict);
    }
  if (portfolio->unallocated_nanos != 0)
    add_sum (table, input, _ ("In no use case"), &unallocated, FALSE);
  add_sum (table, input, _ ("Total"), &portfolio->total, TRUE);
  outlay_report_section_take_text (section, OUTLAY_BLOCK_NOTE,
                                   g_strdup (_ ("The total sets all value estimated so far against "
                                                "all cost. A value that is "
                                                "not estimated is unknown, not 0.")));
}
