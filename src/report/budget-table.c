/* budget-table.c – how the budgets stand, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/money.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

G_STATIC_ASSERT ((int) OUTLAY_STANDING_ON_TRACK == (int) OUTLAY_BUDGET_ON_TRACK);
G_STATIC_ASSERT ((int) OUTLAY_STANDING_AT_RISK == (int) OUTLAY_BUDGET_AT_RISK);
G_STATIC_ASSERT ((int) OUTLAY_STANDING_OVER == (int) OUTLAY_BUDGET_OVER);
G_STATIC_ASSERT ((int) OUTLAY_STANDING_NONE == (int) OUTLAY_BUDGET_NONE);
G_STATIC_ASSERT ((int) OUTLAY_WORTH_WORD_WORTH_IT == (int) OUTLAY_VERDICT_WORTH_IT);
G_STATIC_ASSERT ((int) OUTLAY_WORTH_WORD_IF_ASSUMED == (int) OUTLAY_VERDICT_IF_ASSUMED);
G_STATIC_ASSERT ((int) OUTLAY_WORTH_WORD_UNCERTAIN == (int) OUTLAY_VERDICT_UNCERTAIN);
G_STATIC_ASSERT ((int) OUTLAY_WORTH_WORD_COSTS_MORE == (int) OUTLAY_VERDICT_COSTS_MORE);
G_STATIC_ASSERT ((int) OUTLAY_WORTH_WORD_NOT_ESTIMATED == (int) OUTLAY_VERDICT_NOT_ESTIMATED);

/* More budgets than these do not fit on the first page. */
gsize
outlay_report_most_budgets (const OutlayReportDocument *document)
{
  return document->letter ? 6 : 7;
}

/* (transfer full): how a budget stands, as a sentence. */
char *
outlay_report_standing (const OutlayReportInput *input, const OutlayBudgetLine *line)
{
  OutlayStandingFacts facts = {
    .standing = line->has_budget ? (OutlayStanding) line->state : OUTLAY_STANDING_NONE,
    .currency = input->snapshot->currency,
    .budget_nanos = line->budget_nanos,
    .actual_nanos = line->actual_nanos,
    .billed_nanos = line->billed_nanos,
    .used_percent = line->used_percent,
    .has_forecast = line->has_forecast,
    .expected_nanos = line->expected_nanos,
    .run_out = line->run_out,
    .data_to = line->data_to,
    .complete = line->complete,
    .ended = !outlay_report_month_is_running (input, input->budget->month),
  };

  return outlay_wording_standing (input->wording, &facts);
}

static OutlayReportGlyph
glyph_of (const OutlayBudgetLine *line)
{
  if (!line->has_budget)
    return OUTLAY_GLYPH_NONE;
  if (line->state == OUTLAY_BUDGET_OVER)
    return OUTLAY_GLYPH_OVER;
  if (line->actual_nanos == line->budget_nanos)
    return OUTLAY_GLYPH_FULL;
  if (line->state == OUTLAY_BUDGET_AT_RISK)
    return OUTLAY_GLYPH_AT_RISK;
  return line->complete ? OUTLAY_GLYPH_ON_TRACK : OUTLAY_GLYPH_UNKNOWN;
}

static OutlayInk
ink_of (const OutlayBudgetLine *line)
{
  if (line->state == OUTLAY_BUDGET_OVER)
    return OUTLAY_INK_OVER;
  return line->state == OUTLAY_BUDGET_AT_RISK ? OUTLAY_INK_AT_RISK : OUTLAY_INK_NEUTRAL;
}

static void
add_meter (OutlayReportRow *row, const OutlayReportInput *input, const OutlayBudgetLine *line)
{
  OutlayReportCell *cell = outlay_report_row_add (row, NULL);
  double budget = outlay_nanos_to_estimate (line->budget_nanos);

  if (!line->has_budget || line->budget_nanos <= 0)
    return;
  cell->has_meter = TRUE;
  cell->meter = (OutlayReportMeter){
    .used = outlay_nanos_to_estimate (line->actual_nanos) / budget,
    .forecast = line->has_forecast ? outlay_nanos_to_estimate (line->expected_nanos) / budget : NAN,
    .ink = ink_of (line),
    .only_excess = !outlay_report_month_is_running (input, input->budget->month),
  };
}

static void
add_amount (OutlayReportRow *row,
            const OutlayReportInput *input,
            gboolean known,
            gint64 nanos,
            OutlayMoneyStyle style)
{
  outlay_report_row_take (row, known ? outlay_wording_amount (input->wording, nanos,
                                                              input->snapshot->currency, style)
                                     : g_strdup ("–"));
}

static void
add_line (OutlayReportTable *table,
          const OutlayReportInput *input,
          const OutlayBudgetLine *line,
          const char *name,
          gboolean total)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);
  OutlayReportCell *cell = outlay_report_row_add (row, name);

  row->total = total;
  cell->glyph = total ? OUTLAY_GLYPH_EMPTY : glyph_of (line);
  cell->dim = !total && !line->has_budget;
  if (total)
    outlay_report_row_add (row, NULL);
  else
    add_meter (row, input, line);
  add_amount (row, input, TRUE, line->actual_nanos, OUTLAY_MONEY_FULL);
  add_amount (row, input, line->has_budget, line->budget_nanos, OUTLAY_MONEY_SHORT);
  add_amount (row, input, line->has_forecast, line->expected_nanos, OUTLAY_MONEY_WHOLE);
  outlay_report_row_take (row, outlay_report_standing (input, line))->dim =
      !total && !line->has_budget;
}

static void
add_columns (OutlayReportTable *table)
{
  outlay_report_table_add_column (table, _ ("Feature"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, "", OUTLAY_COLUMN_METER);
  outlay_report_table_add_column (table, _ ("Spent"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Budget"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Forecast"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("State"), OUTLAY_COLUMN_WORDS);
}

/* What there is no room for on the page: a row that says so, with its sums. */
static void
add_rest (OutlayReportTable *table, const OutlayReportInput *input, gsize first)
{
  const OutlayBudgetStatus *budget = input->budget;
  guint n_others = (guint) (budget->n_lines - first);
  OutlayReportRow *row = outlay_report_table_add_row (table);
  OutlayReportCell *cell;
  gint64 spent_nanos = 0;
  gint64 budget_nanos = 0;

  for (gsize i = first; i < budget->n_lines; i++)
    {
      outlay_nanos_add (&spent_nanos, budget->lines[i].actual_nanos);
      outlay_nanos_add (&budget_nanos,
                        budget->lines[i].has_budget ? budget->lines[i].budget_nanos : 0);
    }
  cell = outlay_report_row_take (row, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other",
                                                                    "%u others", n_others),
                                                       n_others));
  cell->dim = TRUE;
  cell->link = g_strdup (OUTLAY_SECTION_BUDGETS);
  outlay_report_row_add (row, NULL);
  add_amount (row, input, TRUE, spent_nanos, OUTLAY_MONEY_FULL);
  add_amount (row, input, TRUE, budget_nanos, OUTLAY_MONEY_SHORT);
  outlay_report_row_add (row, "–");
  outlay_report_row_add (row, _ ("in the list of budgets"))->dim = TRUE;
}

static gboolean
has_unallocated_line (const OutlayBudgetStatus *budget)
{
  for (gsize i = 0; i < budget->n_lines; i++)
    if (budget->lines[i].feature == 0)
      return TRUE;
  return FALSE;
}

/*
 * outlay_report_add_budget_table:
 * @most: lines, before the rest are one row; 0 for all
 */
void
outlay_report_add_budget_table (OutlayReportSection *section,
                                const OutlayReportInput *input,
                                const char *heading,
                                gsize most)
{
  const OutlayBudgetStatus *budget = input->budget;
  const OutlaySnapshot *snapshot = input->snapshot;
  OutlayReportTable *table = outlay_report_section_add_table (section, heading);
  gsize n_shown = most > 0 && budget->n_lines > most ? most - 1 : budget->n_lines;
  OutlayBudgetLine unallocated = { .actual_nanos = budget->unallocated_nanos,
                                   .state = OUTLAY_BUDGET_NONE };

  add_columns (table);
  table->flat = most > 0;
  for (gsize i = 0; i < n_shown; i++)
    add_line (table, input, &budget->lines[i],
              outlay_report_feature_name (snapshot, budget->lines[i].feature), FALSE);
  if (n_shown < budget->n_lines)
    add_rest (table, input, n_shown);
  if (budget->unallocated_nanos != 0 && !has_unallocated_line (budget))
    add_line (table, input, &unallocated, _ ("Unallocated"), FALSE);
  add_line (table, input, &budget->total, _ ("Total"), TRUE);
}
