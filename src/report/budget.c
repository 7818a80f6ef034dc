/* budget.c – the report of a month's budgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"
#include "report/status-json.h"

#include "wording/date.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>

static void
count_states (const OutlayBudgetStatus *budget, guint *n_over, guint *n_at_risk, guint *n_budgets)
{
  for (gsize i = 0; i < budget->n_lines; i++)
    {
      *n_over += budget->lines[i].has_budget && budget->lines[i].state == OUTLAY_BUDGET_OVER;
      *n_at_risk += budget->lines[i].has_budget && budget->lines[i].state == OUTLAY_BUDGET_AT_RISK;
      *n_budgets += budget->lines[i].has_budget != FALSE;
    }
}

static char *
word_left (const OutlayReportInput *input, const OutlayBudgetLine *line)
{
  if (!line->has_budget)
    return g_strdup ("–");
  return outlay_report_whole (input, line->budget_nanos - line->actual_nanos);
}

/*
 * outlay_report_add_budget_figures:
 *
 * The five figures of a budget.
 */
void
outlay_report_add_budget_figures (OutlayReportSection *section,
                                  const OutlayReportInput *input,
                                  const OutlayBudgetLine *line)
{
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_FIGURES, NULL);

  outlay_report_block_take_figure (block, _ ("Spent"),
                                   outlay_report_whole (input, line->actual_nanos),
                                   line->estimated_nanos != 0 ? g_strdup (_ ("partly estimated"))
                                                              : NULL,
                                   NULL);
  outlay_report_block_take_figure (block, _ ("Budget"),
                                   line->has_budget
                                       ? outlay_report_whole (input, line->budget_nanos)
                                       : g_strdup ("–"),
                                   NULL, NULL);
  outlay_report_block_take_figure (block, _ ("Left"), word_left (input, line), NULL, NULL);
  outlay_report_block_take_figure (block, _ ("Used"),
                                   outlay_wording_percent (input->wording, line->used_percent, 0),
                                   NULL, NULL);
  outlay_report_block_take_figure (block, _ ("Forecast"),
                                   line->has_forecast
                                       ? outlay_report_whole (input, line->expected_nanos)
                                       : g_strdup ("–"),
                                   line->has_forecast
                                       ? outlay_report_whole_range (input, line->low_nanos,
                                                                    line->high_nanos)
                                       : NULL,
                                   NULL);
}

static void
add_verdict (OutlayReportSection *section, const OutlayReportInput *input)
{
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_LEAD, NULL);
  guint n_over = 0;
  guint n_at_risk = 0;
  guint n_budgets = 0;
  g_autofree char *standing = outlay_report_standing (input, &input->budget->total);

  count_states (input->budget, &n_over, &n_at_risk, &n_budgets);
  /* Translators: how all budgets together stand, as a sentence. */
  block->strong = g_strdup_printf (_ ("In total: %s."), standing);
  block->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Of %u budget, %u over, %u at risk.",
                                              "Of %u budgets, %u over, %u at risk.", n_budgets),
                                 n_budgets, n_over, n_at_risk);
}

/**
 * outlay_report_budget_new:
 * @input: with a budget; borrowed and read now, but for the wording, which must
 *   outlive the report
 *
 * Returns: (transfer full): the outline of the report
 */
OutlayReportDocument *
outlay_report_budget_new (const OutlayReportInput *input)
{
  OutlayReportDocument *document = outlay_report_document_new (OUTLAY_REPORT_BUDGET);
  OutlayReportInput alone = *input;
  OutlayReportSection *section;

  g_return_val_if_fail (input->budget != NULL, document);
  alone.portfolio = NULL;
  document->title = g_strdup (_ ("Budgets"));
  outlay_report_open (document, &alone);
  document->data = outlay_report_status_json (input->snapshot, input->budget);
  document->sheet = outlay_report_status_sheet (input->snapshot, input->budget);
  section = outlay_report_document_add (document, OUTLAY_SECTION_BUDGETS, document->title);
  outlay_report_add_frame (document, section, &alone);
  outlay_report_add_budget_figures (section, &alone, &input->budget->total);
  add_verdict (section, &alone);
  outlay_report_add_budget_table (section, &alone, _ ("By feature"), 0);
  outlay_report_add_reasons (section, &alone);
  outlay_report_add_sources (document, &alone);
  outlay_report_add_method (document, &alone);
  return document;
}
