/* roi-verdict.c – what the figures come to, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The programme is judged by all value estimated so far against all cost: what
 * nobody has estimated has a cost and no value, so the answer is "at least".
 */

#include "report/parts.h"

#include "core/date.h"
#include "wording/date.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

#define LONGEST_NAME 40

static void
append (GString *text, char *sentence)
{
  if (sentence)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

/* A name that leaves room for the rest of its sentence. */
static char *
name_of (const OutlayReportInput *input, const OutlayUseCaseWorth *line)
{
  const char *name = input->snapshot->use_cases[line->use_case].name;
  g_autofree char *start = NULL;

  if (g_utf8_strlen (name, -1) <= LONGEST_NAME)
    return g_strdup (name);
  start = g_utf8_substring (name, 0, LONGEST_NAME - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* The line with the highest (@sign 1) or the lowest (−1) net value beyond 0. */
static const OutlayUseCaseWorth *
find_extreme (const OutlayPortfolio *portfolio, int sign)
{
  const OutlayUseCaseWorth *found = NULL;
  gint64 best = 0;

  for (gsize i = 0; i < portfolio->n_lines; i++)
    {
      const OutlayWorth *worth = &portfolio->lines[i].worth;

      if (worth->has_value && worth->net_nanos * sign > best)
        {
          best = worth->net_nanos * sign;
          found = &portfolio->lines[i];
        }
    }
  return found;
}

static char *
word_multiple (const OutlayReportInput *input, gboolean all)
{
  const OutlayWorth *total = &input->portfolio->total;
  g_autofree char *times =
      outlay_wording_estimate (input->wording, total->value_to_cost,
                               fabs (total->value_to_cost - round (total->value_to_cost)) < 0.05
                                   ? 0
                                   : 1);

  if (total->verdict == OUTLAY_VERDICT_IF_ASSUMED)
    return g_strdup_printf (
        all ? _ ("The programme brings %s times what it costs, if the assumptions hold.")
            : _ ("The programme brings at least %s times what it costs, if the assumptions hold."),
        times);
  return g_strdup_printf (all ? _ ("The programme brings %s times what it costs.")
                              : _ ("The programme brings at least %s times what it costs."),
                          times);
}

/* The one sentence that the page is about. */
static char *
word_programme (const OutlayReportInput *input)
{
  const OutlayPortfolio *portfolio = input->portfolio;
  const OutlayWorth *total = &portfolio->total;
  gboolean all = outlay_report_is_all_estimated (portfolio);

  if (portfolio->n_lines == 0)
    return g_strdup (_ ("No use case is described yet."));
  if (!total->has_value)
    return g_strdup (_ ("No value is estimated yet."));
  if (total->cost_nanos <= 0 || !isfinite (total->value_to_cost))
    return g_strdup (_ ("There is value, and no cost to set it against."));
  if (total->verdict == OUTLAY_VERDICT_UNCERTAIN)
    return g_strdup (_ ("Whether the programme brings more than it costs is uncertain."));
  if (total->net_nanos == 0)
    return g_strdup (_ ("The programme brings what it costs."));
  if (total->net_nanos < 0)
    return g_strdup (all ? _ ("The programme costs more than it brings.")
                         : _ ("The programme costs more than the value estimated so far."));
  return word_multiple (input, all);
}

static char *
word_range (const OutlayReportInput *input)
{
  const OutlayWorth *total = &input->portfolio->total;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *cost = NULL;

  if (!total->has_value || !total->has_range || total->verdict != OUTLAY_VERDICT_UNCERTAIN)
    return NULL;
  low = outlay_report_whole (input, total->value_low_nanos);
  high = outlay_report_whole (input, total->value_high_nanos);
  cost = outlay_report_whole (input, total->cost_nanos);
  return g_strdup_printf (
      _ ("At the low estimates it brings %s, at the high ones %s; it costs %s."), low, high, cost);
}

static char *
word_best (const OutlayReportInput *input)
{
  const OutlayUseCaseWorth *best = find_extreme (input->portfolio, 1);
  g_autofree char *name = NULL;
  g_autofree char *net = NULL;

  if (!best || input->portfolio->n_lines < 2)
    return NULL;
  name = name_of (input, best);
  net = outlay_report_whole (input, best->worth.net_nanos);
  /* Translators: a use case, then an amount. */
  return g_strdup_printf (_ ("%s brings the most, %s net."), name, net);
}

static char *
word_worst (const OutlayReportInput *input)
{
  const OutlayUseCaseWorth *worst = find_extreme (input->portfolio, -1);
  g_autofree char *name = NULL;
  g_autofree char *more = NULL;

  if (!worst)
    return NULL;
  name = name_of (input, worst);
  more = outlay_report_whole (input, -worst->worth.net_nanos);
  return g_strdup_printf (_ ("%s costs %s more than it brings."), name, more);
}

static char *
word_estimated (const OutlayReportInput *input)
{
  const OutlayPortfolio *portfolio = input->portfolio;
  const OutlayWorth *estimated = &portfolio->estimated;
  gsize n_estimated = outlay_report_count_estimated (portfolio);
  g_autofree char *roi = NULL;
  g_autofree char *ratio = NULL;

  if (n_estimated == 0 || outlay_report_is_all_estimated (portfolio) ||
      !isfinite (estimated->roi_percent))
    return NULL;
  roi = outlay_wording_percent (input->wording, estimated->roi_percent, 0);
  ratio = outlay_wording_ratio (input->wording, estimated->value_to_cost);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The %u estimated use case alone has an ROI of %s, %s.",
                                       "The %u estimated use cases alone have an ROI of %s, %s.",
                                       n_estimated),
                          (guint) n_estimated, roi, ratio);
}

static char *
word_spend (const OutlayReportInput *input)
{
  g_autofree char *cost = NULL;

  if (input->portfolio->total.has_value)
    return NULL;
  cost = outlay_report_full (input, input->portfolio->total.cost_nanos);
  return g_strdup_printf (_ ("The cost of %s stands without a value, which is not a value of 0."),
                          cost);
}

static char *
word_budget (const OutlayReportInput *input)
{
  const OutlayBudgetLine *total = input->budget ? &input->budget->total : NULL;
  g_autofree char *budget = NULL;
  g_autofree char *other = NULL;

  if (!total || !total->has_budget)
    return NULL;
  budget = outlay_report_whole (input, total->budget_nanos);
  if (total->state == OUTLAY_BUDGET_OVER)
    {
      other = outlay_report_full (input, total->actual_nanos - total->budget_nanos);
      return g_strdup_printf (total->billed_nanos > total->budget_nanos
                                  ? _ ("Spend is over the %s budget by %s.")
                                  : _ ("Spend is over the %s budget by about %s (estimated)."),
                              budget, other);
    }
  if (total->state == OUTLAY_BUDGET_AT_RISK && total->run_out != G_MININT32)
    {
      other = outlay_wording_day_of_month (input->wording, total->run_out);
      return g_strdup_printf (_ ("At the present pace, spend passes the %s budget on %s."), budget,
                              other);
    }
  return NULL;
}

/*
 * outlay_report_add_verdict:
 *
 * The sentences under the headline figures.
 */
void
outlay_report_add_verdict (OutlayReportSection *section, const OutlayReportInput *input)
{
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_LEAD, NULL);
  GString *text = g_string_new (NULL);

  append (text, word_range (input));
  append (text, word_spend (input));
  append (text, word_best (input));
  append (text, word_worst (input));
  append (text, word_estimated (input));
  append (text, word_budget (input));
  block->strong = word_programme (input);
  block->text = g_string_free (text, FALSE);
}

/* The state of a verdict as a shape. */
OutlayReportGlyph
outlay_report_verdict_glyph (OutlayVerdict verdict)
{
  switch (verdict)
    {
    case OUTLAY_VERDICT_WORTH_IT:
      return OUTLAY_GLYPH_ON_TRACK;
    case OUTLAY_VERDICT_COSTS_MORE:
      return OUTLAY_GLYPH_OVER;
    case OUTLAY_VERDICT_UNCERTAIN:
    case OUTLAY_VERDICT_IF_ASSUMED:
      return OUTLAY_GLYPH_AT_RISK;
    case OUTLAY_VERDICT_NOT_ESTIMATED:
    default:
      return OUTLAY_GLYPH_UNKNOWN;
    }
}
