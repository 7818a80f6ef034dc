/* roi-use-case.c – the page of one use case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/date.h"
#include "wording/money.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_PARTS 5

static char *
or_dash (gboolean known, char *text)
{
  if (known)
    return text;
  g_free (text);
  return g_strdup ("–");
}

static double
roi_at (gint64 value_nanos, gint64 cost_nanos)
{
  double cost = outlay_nanos_to_estimate (cost_nanos);

  return cost > 0.0 ? (outlay_nanos_to_estimate (value_nanos) - cost) / cost * 100.0 : NAN;
}

static char *
word_roi_range (const OutlayReportInput *input, const OutlayWorth *worth)
{
  double low = roi_at (worth->value_low_nanos, worth->cost_nanos);
  double high = roi_at (worth->value_high_nanos, worth->cost_nanos);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!isfinite (low) || !isfinite (high))
    return NULL;
  from = outlay_wording_percent (input->wording, low, 0);
  to = outlay_wording_percent (input->wording, high, 0);
  /* Translators: a range of percentages. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static char *
word_previous_each (const OutlayReportInput *input, const OutlayUseCaseWorth *line)
{
  for (gsize i = 0; input->previous && i < input->previous->n_lines; i++)
    {
      const OutlayUseCaseWorth *other = &input->previous->lines[i];
      g_autofree char *name = NULL;
      g_autofree char *each = NULL;

      if (other->use_case != line->use_case || !other->worth.has_outcomes ||
          other->worth.outcomes <= 0)
        continue;
      name = outlay_report_previous_name (input);
      each = outlay_wording_money (input->wording, other->worth.cost_per_outcome_nanos,
                                   input->snapshot->currency, OUTLAY_MONEY_EACH);
      return g_strdup_printf (_ ("%s: %s"), name, each);
    }
  return NULL;
}

static void
add_figures (OutlayReportSection *section,
             const OutlayReportInput *input,
             const OutlayUseCaseWorth *line)
{
  const OutlayWorth *worth = &line->worth;
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_FIGURES, NULL);
  gboolean ranged = worth->has_value && worth->has_range;
  gboolean counted = worth->has_outcomes && worth->outcomes > 0;
  g_autofree char *share = outlay_wording_percent (input->wording, worth->token_share_percent, 0);

  outlay_report_block_take_figure (block, _ ("Value"),
                                   worth->has_value
                                       ? outlay_report_whole (input, worth->value_nanos)
                                       : g_strdup (_ ("not estimated")),
                                   ranged
                                       ? outlay_report_whole_range (input, worth->value_low_nanos,
                                                                    worth->value_high_nanos)
                                       : NULL,
                                   NULL);
  outlay_report_block_take_figure (block, _ ("Cost"),
                                   outlay_report_whole (input, worth->cost_nanos),
                                   isfinite (worth->token_share_percent)
                                       ? g_strdup_printf (_ ("%s tokens"), share)
                                       : NULL,
                                   NULL);
  outlay_report_block_take_figure (block, _ ("Net value"),
                                   or_dash (worth->has_value,
                                            outlay_report_whole (input, worth->net_nanos)),
                                   ranged ? outlay_report_whole_range (input,
                                                                       worth->value_low_nanos -
                                                                           worth->cost_nanos,
                                                                       worth->value_high_nanos -
                                                                           worth->cost_nanos)
                                          : NULL,
                                   NULL);
  outlay_report_block_take_figure (block, _ ("ROI"),
                                   outlay_wording_percent (input->wording, worth->roi_percent, 0),
                                   ranged ? word_roi_range (input, worth) : NULL, NULL);
  outlay_report_block_take_figure (block, _ ("Cost an outcome"),
                                   or_dash (counted,
                                            outlay_wording_money (input->wording,
                                                                  worth->cost_per_outcome_nanos,
                                                                  input->snapshot->currency,
                                                                  OUTLAY_MONEY_EACH)),
                                   word_previous_each (input, line), NULL);
}

static const OutlayUseCaseWorth *
find_history (const OutlayReportInput *input, guint32 use_case)
{
  const OutlayPortfolio *history = input->history ? input->history : input->portfolio;

  for (gsize i = 0; i < history->n_lines; i++)
    if (history->lines[i].use_case == use_case)
      return &history->lines[i];
  return NULL;
}

static char *
word_month (const OutlayReportInput *input, gint32 month)
{
  if (!outlay_report_month_is_running (input, month))
    return outlay_wording_month_short (input->wording, month);
  return outlay_wording_day_range (input->wording, outlay_month_first_day (month),
                                   input->snapshot->day);
}

static void
add_trend (OutlayReportDocument *document,
           OutlayReportSection *section,
           const OutlayReportInput *input,
           const OutlayUseCaseWorth *line)
{
  const OutlayUseCaseWorth *trend = find_history (input, line->use_case);
  gint32 first = input->history ? input->history->from_month : input->portfolio->from_month;
  g_autofree double *values = NULL;
  g_autofree double *costs = NULL;
  OutlayChart *chart;

  if (!trend || trend->n_months < 2)
    return;
  values = g_new0 (double, trend->n_months);
  costs = g_new0 (double, trend->n_months);
  chart = outlay_chart_new (OUTLAY_CHART_PAIRS, trend->n_months);
  for (gsize i = 0; i < trend->n_months; i++)
    {
      const OutlayWorth *month = &trend->months[i];
      g_autofree char *label = word_month (input, first + (gint32) i);

      values[i] = month->has_value ? outlay_nanos_to_estimate (month->value_nanos) : NAN;
      costs[i] = outlay_nanos_to_estimate (month->cost_nanos);
      outlay_chart_set_category (chart, i, label, NULL,
                                 outlay_report_month_is_running (input, first + (gint32) i)
                                     ? OUTLAY_CHART_CATEGORY_INCOMPLETE
                                     : OUTLAY_CHART_CATEGORY_PLAIN);
    }
  outlay_chart_add_series (chart, _ ("Value"), OUTLAY_INK_VALUE, values);
  outlay_chart_add_series (chart, _ ("Cost"), OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, _ ("Value and cost by month"));
  if (outlay_report_month_is_running (input, input->portfolio->to_month))
    outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_INCOMPLETE, _ ("To date"));
  outlay_report_set_formats (document, chart);
  outlay_report_section_add (section, OUTLAY_BLOCK_CHART, NULL)->chart = chart;
}

static void
add_part_row (OutlayReportTable *table,
              const OutlayReportInput *input,
              const char *name,
              gint64 nanos,
              gint64 whole_nanos)
{
  OutlayReportRow *row = outlay_report_table_add_row (table);
  double whole = outlay_nanos_to_estimate (whole_nanos);
  double share = whole_nanos != 0 ? outlay_nanos_to_estimate (nanos) / whole * 100.0 : NAN;

  outlay_report_row_add (row, name);
  outlay_report_row_take (row, outlay_wording_percent (input->wording, share, 1));
  outlay_report_row_take (row, outlay_report_number (input, nanos));
}

static void
add_share (OutlayReportSection *section,
           const OutlayReportInput *input,
           const OutlayWorth *worth,
           const gint64 *amounts)
{
  static const OutlayInk inks[N_PARTS] = { OUTLAY_INK_COST, OUTLAY_INK_PEOPLE,
                                           OUTLAY_INK_INFRASTRUCTURE, OUTLAY_INK_FEES,
                                           OUTLAY_INK_OTHER };
  OutlayReportBlock *block;
  g_autofree char *share = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isfinite (worth->token_share_percent))
    return;
  block = outlay_report_section_add (section, OUTLAY_BLOCK_PARTS, _ ("Tokens in the cost"));
  for (int i = 0; i < N_PARTS; i++)
    {
      OutlayReportPart part = { MAX (outlay_nanos_to_estimate (amounts[i]), 0.0), inks[i] };

      g_array_append_val (block->parts, part);
    }
  share = outlay_wording_percent (input->wording, worth->token_share_percent, 0);
  low = outlay_wording_estimate (input->wording, 60, 0);
  high = outlay_wording_percent (input->wording, 80, 0);
  /* Translators: a percentage, then a range of percentages, such as 60–80%. */
  block->text = g_strdup_printf (_ ("Tokens are %s of the cost; %s–%s is typical. The parts stand "
                                    "in the order of the table."),
                                 share, low, high);
  block->half = TRUE;
}

static void
add_cost_parts (OutlayReportSection *section,
                const OutlayReportInput *input,
                const OutlayWorth *worth)
{
  const char *const names[N_PARTS] = { _ ("Tokens"), _ ("People"), _ ("Infrastructure"),
                                       _ ("Provider fees"), _ ("Other") };
  const gint64 amounts[N_PARTS] = { worth->tokens_nanos, worth->people_nanos,
                                    worth->infrastructure_nanos, worth->fees_nanos,
                                    worth->other_nanos };
  OutlayReportTable *table = outlay_report_section_add_table (section, _ ("Cost parts"));
  OutlayReportBlock *block = g_ptr_array_index (section->blocks, section->blocks->len - 1);
  OutlayReportRow *total;

  outlay_report_table_add_column (table, _ ("Part"), OUTLAY_COLUMN_TEXT);
  outlay_report_table_add_column (table, _ ("Share"), OUTLAY_COLUMN_NUMBER);
  outlay_report_table_add_column (table, _ ("Amount"), OUTLAY_COLUMN_NUMBER);
  for (int i = 0; i < N_PARTS; i++)
    if (i == 0 || amounts[i] != 0)
      add_part_row (table, input, names[i], amounts[i], worth->cost_nanos);
  add_part_row (table, input, _ ("Total"), worth->cost_nanos, worth->cost_nanos);
  total = g_ptr_array_index (table->rows, table->rows->len - 1);
  total->total = TRUE;
  block->half = TRUE;
  add_share (section, input, worth, amounts);
}

static void
add_aside (OutlayReportSection *section,
           const OutlayReportInput *input,
           const OutlayUseCase *use_case)
{
  outlay_report_section_take_aside (section, outlay_report_period (input));
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Amounts in %s"),
                                                              input->snapshot->currency));
  if (use_case->has_model)
    outlay_report_section_take_aside (section, g_strdup_printf (_ ("Method: %s"),
                                                                outlay_report_method_name (
                                                                    use_case->model.method)));
}

/*
 * outlay_report_add_use_case:
 * @place: of the use case in the report, from 1
 */
void
outlay_report_add_use_case (OutlayReportDocument *document,
                            const OutlayReportInput *input,
                            const OutlayUseCaseWorth *line,
                            gsize place)
{
  const OutlayUseCase *use_case = &input->snapshot->use_cases[line->use_case];
  g_autofree char *id = g_strdup_printf ("uc-%u", (guint) place);
  OutlayReportSection *section = outlay_report_document_add (document, id, use_case->name);

  section->parent = g_strdup (input->portfolio->n_lines > 1 ? OUTLAY_SECTION_USE_CASES : NULL);
  section->eyebrow =
      g_strdup_printf (_ ("Use case %u of %u"), (guint) place, (guint) input->portfolio->n_lines);
  section->pill = g_strdup (outlay_wording_worth ((OutlayWorthWord) line->worth.verdict));
  section->glyph = outlay_report_verdict_glyph (line->worth.verdict);
  add_aside (section, input, use_case);
  add_figures (section, input, line);
  outlay_report_add_use_case_verdict (section, input, line);
  add_trend (document, section, input, line);
  add_cost_parts (section, input, &line->worth);
  outlay_report_add_assumptions (section, input, line);
}
