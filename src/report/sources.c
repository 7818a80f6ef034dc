/* sources.c – the files that a report rests on, and how its total ties to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many hexadecimal digits of a SHA-256 tell any two files of one store apart. */
#define SHORT_HASH 12

static char *
word_range (const OutlayReportInput *input, const OutlaySourceFile *source)
{
  if (source->from > source->to || source->from < 0)
    return g_strdup ("–");
  return outlay_wording_day_range_long (input->wording, source->from, source->to);
}

static void
add_file (OutlayReportTable *table, const OutlayReportInput *input, const OutlaySourceFile *source)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);
  g_autofree char *name = g_path_get_basename (source->path ? source->path : "");
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  outlay_report_row_add (row, valid);
  outlay_report_row_add (row, source->format);
  outlay_report_row_take (row, word_range (input, source));
  outlay_report_row_take (row, outlay_wording_count (input->wording, source->rows));
  outlay_report_row_take (row,
                          source->sha256 ? g_strndup (source->sha256, SHORT_HASH) : g_strdup ("–"))
      ->dim = TRUE;
  outlay_report_row_take (row, g_strdup_printf ("%" G_GINT64_FORMAT, source->batch));
}

static void
add_files (OutlayReportSection *section, const OutlayReportInput *input)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  OutlayReportTable *table;

  if (snapshot->n_sources == 0)
    {
      outlay_report_section_take_text (section, OUTLAY_BLOCK_TEXT,
                                       g_strdup (_ ("Nothing has been imported.")));
      return;
    }
  table = outlay_report_section_add_table (section, _ ("Files"));
  outlay_report_table_add_column (table, _ ("File"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Format"), OUTLAY_COLUMN_WORDS);
  outlay_report_table_add_column (table, _ ("Period"), OUTLAY_COLUMN_WORDS);
  outlay_report_table_add_column (table, _ ("Rows"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("SHA-256"), OUTLAY_COLUMN_WORDS);
  outlay_report_table_add_column (table, _ ("Batch"), OUTLAY_COLUMN_NUMBER);
  for (gsize i = 0; i < snapshot->n_sources; i++)
    add_file (table, input, &snapshot->sources[i]);
}

static void
add_amount_row (OutlayReportTable *table,
                const OutlayReportInput *input,
                const char *name,
                gint64 nanos,
                gboolean total)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);

  row->total = total;
  outlay_report_row_add (row, name);
  outlay_report_row_take (row, outlay_report_number (input, nanos));
}

static char *
account_name (const OutlayAccount *account)
{
  if (!*account->name)
    return g_strdup (account->provider);
  return g_strdup_printf ("%s, %s", account->provider, account->name);
}

/* Spend of the period by account, and in all. */
static gint64
sum_accounts (const OutlayReportInput *input, gint64 *by_account)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  gint32 from = outlay_report_first_day (input);
  gint32 to = outlay_report_last_day (input);
  gint64 total = 0;

  for (gsize i = 0; i < snapshot->cube.n_cells; i++)
    {
      const OutlayCell *cell = &snapshot->cube.cells[i];

      if (cell->day < from || cell->day > to)
        continue;
      outlay_nanos_add (&total, cell->cost_nanos);
      if (cell->account < snapshot->n_accounts)
        outlay_nanos_add (&by_account[cell->account], cell->cost_nanos);
    }
  return total;
}

/* From spend to full cost, and who bears it. */
static void
add_full_cost (OutlayReportTable *table, const OutlayReportInput *input, gint64 spend)
{
  const OutlayPortfolio *portfolio = input->portfolio;
  gint64 use_cases = 0;

  add_amount_row (table, input, _ ("Cost items: infrastructure, people, fees, other"),
                  portfolio->total.cost_nanos - spend, FALSE);
  add_amount_row (table, input, _ ("Cost, all of it"), portfolio->total.cost_nanos, TRUE);
  for (gsize i = 0; i < portfolio->n_lines; i++)
    outlay_nanos_add (&use_cases, portfolio->lines[i].worth.cost_nanos);
  add_amount_row (table, input, _ ("of which use cases"), use_cases, FALSE);
  add_amount_row (table, input, _ ("of which in no use case"),
                  portfolio->total.cost_nanos - use_cases, FALSE);
}

static void
add_tie (OutlayReportSection *section, const OutlayReportInput *input)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  g_autofree gint64 *by_account = g_new0 (gint64, snapshot->n_accounts + 1);
  gint64 spend = sum_accounts (input, by_account);
  OutlayReportTable *table =
      outlay_report_section_add_table (section, input->portfolio
                                                    ? _ ("From the imports to the cost")
                                                    : _ ("Spend in the imports"));

  outlay_report_table_add_column (table, _ ("Account"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, snapshot->currency, OUTLAY_COLUMN_NUMBER);
  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      g_autofree char *name = account_name (&snapshot->accounts[i]);

      add_amount_row (table, input, name, by_account[i], FALSE);
    }
  add_amount_row (table, input, _ ("Spend in the imports"), spend, TRUE);
  if (input->portfolio)
    add_full_cost (table, input, spend);
}

static void
add_foreign (OutlayReportSection *section, const OutlayReportInput *input)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  OutlayReportTable *table;

  if (snapshot->n_foreign == 0)
    return;
  table = outlay_report_section_add_table (section, _ ("Not converted, not in any total"));
  outlay_report_table_add_column (table, _ ("Currency"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Spend"), OUTLAY_COLUMN_NUMBER);
  for (gsize i = 0; i < snapshot->n_foreign; i++)
    add_amount_row (table, input, snapshot->foreign[i].currency, snapshot->foreign[i].cost_nanos,
                    FALSE);
}

/*
 * outlay_report_add_sources:
 *
 * What was imported, and how the cost of the report comes out of it.
 */
void
outlay_report_add_sources (OutlayReportDocument *document, const OutlayReportInput *input)
{
  OutlayReportSection *section =
      outlay_report_document_add (document, OUTLAY_SECTION_SOURCES, _ ("Sources"));

  section->subtitle = g_strdup (_ ("What was imported, and how the totals tie to it"));
  add_tie (section, input);
  add_foreign (section, input);
  add_files (section, input);
}
