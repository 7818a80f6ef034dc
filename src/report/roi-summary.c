/* roi-summary.c – the first page, which stands alone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/date.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

/* More bars than these do not fit on the page with the budgets: of A4, and of Letter. */
#define MOST_BARS 6
#define MOST_BARS_LETTER 5

static guint
count_providers (const OutlaySnapshot *snapshot)
{
  g_autoptr (GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    g_hash_table_add (providers, snapshot->accounts[i].provider);
  return g_hash_table_size (providers);
}

static void
add_aside (OutlayReportSection *section, const OutlayReportInput *input, gint32 made_day)
{
  guint n_use_cases = (guint) input->portfolio->n_lines;
  guint n_providers = count_providers (input->snapshot);
  g_autofree char *day = outlay_wording_day_long (input->wording, made_day);
  g_autofree char *use_cases =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u use case", "%u use cases", n_use_cases),
                       n_use_cases);
  g_autofree char *providers =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u provider", "%u providers", n_providers),
                       n_providers);

  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Amounts in %s"),
                                                              input->snapshot->currency));
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("%s, %s"), use_cases, providers));
  outlay_report_section_take_aside (section, g_strdup_printf (_ ("Made %s"), day));
}

/* "1–20 Oct: $19,870", of @text (transfer full). */
static char *
beside_previous (const OutlayReportInput *input, char *text)
{
  g_autofree char *value = text;
  g_autofree char *name = NULL;

  if (!input->previous)
    return NULL;
  name = outlay_report_previous_name (input);
  return g_strdup_printf (_ ("%s: %s"), name, value);
}

static char *
word_estimated (const OutlayReportInput *input)
{
  gsize n_estimated = outlay_report_count_estimated (input->portfolio);

  if (n_estimated == input->portfolio->n_lines)
    return NULL;
  return g_strdup_printf (_ ("%u of %u estimated"), (guint) n_estimated,
                          (guint) input->portfolio->n_lines);
}

static void
add_figures (OutlayReportSection *section, const OutlayReportInput *input)
{
  static const OutlayWorth nothing = { 0 };
  const OutlayWorth *total = &input->portfolio->total;
  const OutlayWorth *before = input->previous ? &input->previous->total : &nothing;
  gboolean had_value = before->has_value;
  gboolean at_least = total->has_value && !outlay_report_is_all_estimated (input->portfolio);
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_FIGURES, NULL);
  OutlayWording *wording = input->wording;

  outlay_report_block_take_figure (block, _ ("Value"),
                                   total->has_value
                                       ? outlay_report_whole (input, total->value_nanos)
                                       : g_strdup (_ ("not estimated")),
                                   had_value
                                       ? beside_previous (input,
                                                          outlay_report_whole (input,
                                                                               before->value_nanos))
                                       : NULL,
                                   word_estimated (input));
  outlay_report_block_take_figure (block, _ ("Cost, all of it"),
                                   outlay_report_whole (input, total->cost_nanos),
                                   beside_previous (input,
                                                    outlay_report_whole (input,
                                                                         before->cost_nanos)),
                                   NULL);
  outlay_report_block_take_figure (block, at_least ? _ ("Net value, at least") : _ ("Net value"),
                                   total->has_value ? outlay_report_whole (input, total->net_nanos)
                                                    : g_strdup ("–"),
                                   had_value
                                       ? beside_previous (input,
                                                          outlay_report_whole (input,
                                                                               before->net_nanos))
                                       : NULL,
                                   NULL);
  outlay_report_block_take_figure (block, at_least ? _ ("ROI, at least") : _ ("ROI"),
                                   outlay_wording_percent (wording,
                                                           total->has_value ? total->roi_percent
                                                                            : NAN,
                                                           0),
                                   had_value
                                       ? beside_previous (input,
                                                          outlay_wording_percent (wording,
                                                                                  before
                                                                                      ->roi_percent,
                                                                                  0))
                                       : NULL,
                                   NULL);
  outlay_report_block_take_figure (
      block, at_least ? _ ("Value to cost, at least") : _ ("Value to cost"),
      outlay_wording_ratio (wording, total->has_value ? total->value_to_cost : NAN),
      had_value ? beside_previous (input, outlay_wording_ratio (wording, before->value_to_cost))
                : NULL,
      NULL);
}

/* One bar of the chart: a use case, or all that there is no room for. */
typedef struct
{
  char *name;
  gboolean has_value;
  gint64 value_nanos;
  gint64 low_nanos;
  gint64 high_nanos;
  gint64 cost_nanos;
} Bar;

static void
add_to_bar (Bar *bar, const OutlayWorth *worth)
{
  bar->cost_nanos += worth->cost_nanos;
  if (!worth->has_value)
    return;
  bar->has_value = TRUE;
  bar->value_nanos += worth->value_nanos;
  bar->low_nanos += worth->has_range ? worth->value_low_nanos : worth->value_nanos;
  bar->high_nanos += worth->has_range ? worth->value_high_nanos : worth->value_nanos;
}

static gsize
fill_bars (Bar *bars, const OutlayReportInput *input, const gsize *order, gsize most)
{
  const OutlayPortfolio *portfolio = input->portfolio;
  gsize n_own = portfolio->n_lines > most ? most - 1 : portfolio->n_lines;
  guint n_others = (guint) (portfolio->n_lines - n_own);

  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      const OutlayUseCaseWorth *line = &portfolio->lines[order[i]];
      Bar *bar = &bars[MIN (i, n_own)];

      if (i < n_own)
        bar->name = g_strdup (input->snapshot->use_cases[line->use_case].name);
      add_to_bar (bar, &line->worth);
    }
  if (n_others > 0)
    bars[n_own].name =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u other", "%u others", n_others),
                         n_others);
  return n_own + (n_others > 0);
}

static void
add_chart (OutlayReportDocument *document,
           OutlayReportSection *section,
           const OutlayReportInput *input,
           const gsize *order)
{
  Bar bars[MOST_BARS] = { 0 };
  double values[MOST_BARS];
  double lows[MOST_BARS];
  double highs[MOST_BARS];
  double costs[MOST_BARS];
  gsize n_bars = fill_bars (bars, input, order, document->letter ? MOST_BARS_LETTER : MOST_BARS);
  OutlayChart *chart;

  if (n_bars == 0)
    return;
  chart = outlay_chart_new (OUTLAY_CHART_BARS, n_bars);
  for (gsize i = 0; i < n_bars; i++)
    {
      gboolean ranged = bars[i].has_value && bars[i].low_nanos != bars[i].high_nanos;

      values[i] = bars[i].has_value ? outlay_nanos_to_estimate (bars[i].value_nanos) : NAN;
      lows[i] = ranged ? outlay_nanos_to_estimate (bars[i].low_nanos) : NAN;
      highs[i] = ranged ? outlay_nanos_to_estimate (bars[i].high_nanos) : NAN;
      costs[i] = outlay_nanos_to_estimate (bars[i].cost_nanos);
      outlay_chart_set_category (chart, i, bars[i].name, NULL, OUTLAY_CHART_CATEGORY_PLAIN);
      g_free (bars[i].name);
    }
  outlay_chart_add_series (chart, _ ("Value, likely"), OUTLAY_INK_VALUE, values);
  outlay_chart_set_range (chart, 0, lows, highs);
  outlay_chart_add_series (chart, _ ("Cost"), OUTLAY_INK_COST, costs);
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_TITLE, _ ("Value beside cost"));
  outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_MISSING, _ ("not estimated"));
  if (input->portfolio->total.has_range)
    outlay_chart_set_text (chart, OUTLAY_CHART_TEXT_KEY_RANGE, _ ("Low to high"));
  outlay_report_set_formats (document, chart);
  outlay_report_section_add (section, OUTLAY_BLOCK_CHART, NULL)->chart = chart;
}

static void
append_budget_note (GString *note, const OutlayReportInput *input)
{
  const OutlayBudgetLine *total = &input->budget->total;
  g_autofree char *day = NULL;
  g_autofree char *interval = NULL;

  if (input->budget->n_lines == 0)
    return;
  g_string_append (note, _ ("Vertical mark: all of the budget. "));
  if (!total->has_forecast)
    return;
  day = outlay_wording_day_of_month (input->wording,
                                     outlay_month_first_day (input->budget->month + 1) - 1);
  interval = outlay_wording_interval (input->wording, total->level, total->low_nanos,
                                      total->high_nanos, input->snapshot->currency);
  /* Translators: last day of a month, then "80% interval $25,870–$27,390". */
  g_string_append_printf (note, _ ("Hatched: forecast to %s; %s in total. "), day, interval);
}

static void
append_incomplete (GString *note, const OutlayReportInput *input)
{
  gint32 last = outlay_report_last_day (input);
  guint n_late = 0;

  for (gsize i = 0; i < input->snapshot->n_accounts; i++)
    n_late += input->snapshot->accounts[i].last_day < last;
  if (n_late > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "%u account has no data to the end of the period. ",
                                         "%u accounts have no data to the end of the period. ",
                                         n_late),
                            n_late);
}

static void
add_note (OutlayReportSection *section, const OutlayReportInput *input)
{
  GString *note = g_string_new (NULL);
  g_autofree char *unallocated = NULL;

  if (input->budget)
    append_budget_note (note, input);
  g_string_append (note,
                   _ ("Cost is tokens, provider fees, infrastructure, people and other items. "));
  if (input->portfolio->unallocated_nanos != 0)
    {
      unallocated = outlay_report_full (input, input->portfolio->unallocated_nanos);
      g_string_append_printf (note, _ ("Spend of %s is in no use case, and counts as cost. "),
                              unallocated);
    }
  append_incomplete (note, input);
  g_string_append (note, _ ("Totals tie to the imports on page\u00a0{page:sources}."));
  outlay_report_section_take_text (section, OUTLAY_BLOCK_NOTE, g_string_free (note, FALSE));
}

/*
 * outlay_report_add_summary:
 * @order: of the portfolio's lines
 */
void
outlay_report_add_summary (OutlayReportDocument *document,
                           const OutlayReportInput *input,
                           const gsize *order)
{
  OutlayReportSection *section =
      outlay_report_document_add (document, OUTLAY_SECTION_SUMMARY, document->title);
  const char *organisation = document->organisation;
  g_autofree char *month = NULL;
  g_autofree char *heading = NULL;

  /* Translators: an organisation, then a period. */
  section->subtitle = organisation && *organisation
                          ? g_strdup_printf (_ ("%s, %s"), organisation, document->period)
                          : g_strdup (document->period);
  add_aside (section, input, document->made_day);
  add_figures (section, input);
  outlay_report_add_verdict (section, input);
  add_chart (document, section, input, order);
  if (input->budget && input->budget->n_lines > 0)
    {
      month = outlay_wording_month_name (input->wording, input->budget->month);
      heading = g_strdup_printf (_ ("Budgets in %s"), month);
      outlay_report_add_budget_table (section, input, heading,
                                      outlay_report_most_budgets (document));
    }
  add_note (section, input);
}
