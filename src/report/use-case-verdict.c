/* use-case-verdict.c – whether one use case is worth it, in sentences
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/parts.h"

#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>

static const char *
word_verdict (const OutlayWorth *worth)
{
  switch (worth->verdict)
    {
    case OUTLAY_VERDICT_WORTH_IT:
      return worth->has_range ? _ ("Worth it even at the low estimate.")
                              : _ ("Worth it at the stated estimate.");
    case OUTLAY_VERDICT_IF_ASSUMED:
      return _ ("Worth it if the assumptions hold.");
    case OUTLAY_VERDICT_UNCERTAIN:
      return _ ("Uncertain: the estimates span what it costs.");
    case OUTLAY_VERDICT_COSTS_MORE:
      return worth->has_range ? _ ("Costs more than it brings, even at the high estimate.")
                              : _ ("Costs more than it brings.");
    case OUTLAY_VERDICT_NOT_ESTIMATED:
    default:
      return _ ("The value is not estimated.");
    }
}

static void
append_value (GString *text, const OutlayReportInput *input, const OutlayWorth *worth)
{
  g_autofree char *cost = outlay_report_whole (input, worth->cost_nanos);
  g_autofree char *value = NULL;
  g_autofree char *high = NULL;

  if (!worth->has_value)
    {
      g_string_append_printf (text,
                              _ ("Its cost of %s counts; its value is unknown, which is not 0."),
                              cost);
      return;
    }
  if (worth->has_range)
    {
      value = outlay_report_whole (input, worth->value_low_nanos);
      high = outlay_report_whole (input, worth->value_high_nanos);
      g_string_append_printf (text, _ ("It brings between %s and %s, and costs %s."), value, high,
                              cost);
      return;
    }
  value = outlay_report_whole (input, worth->value_nanos);
  g_string_append_printf (text, _ ("It brings %s and costs %s."), value, cost);
}

static void
append_assumed (GString *text, const OutlayReportInput *input, const OutlayWorth *worth)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < worth->n_assumed; i++)
    {
      g_autofree char *as = outlay_report_assumed_text (input, worth->assumed[i]);

      g_string_append_printf (list, "%s%s %s", i > 0 ? ", " : "",
                              outlay_report_key_name (worth->assumed[i]), as);
    }
  /* Translators: a list of inputs such as "Review rate assumed 100%". */
  if (list->len > 0)
    g_string_append_printf (text, _ (" Left out: %s."), list->str);
  g_string_free (list, TRUE);
}

static void
append_milestones (GString *text, const OutlayReportInput *input, const OutlayWorth *worth)
{
  g_autofree char *number = NULL;

  if (worth->has_value && worth->break_even_outcomes >= 0)
    {
      number = outlay_wording_count (input->wording, worth->break_even_outcomes);
      g_string_append_printf (text, _ (" It breaks even at %s outcomes."), number);
    }
  g_clear_pointer (&number, g_free);
  if (!isfinite (worth->payback_months))
    return;
  number = outlay_wording_estimate (input->wording, worth->payback_months, 1);
  g_string_append_printf (text, _ (" What was paid once is paid back after %s months."), number);
}

/* Features of the use case that are over their budget, or will be. */
static void
append_budgets (GString *text, const OutlayReportInput *input, const OutlayUseCase *use_case)
{
  for (gsize i = 0; input->budget && i < input->budget->n_lines; i++)
    {
      const OutlayBudgetLine *line = &input->budget->lines[i];
      g_autofree char *standing = NULL;
      gboolean is_own = FALSE;

      for (gsize j = 0; j < use_case->n_features; j++)
        is_own |= use_case->features[j].feature == line->feature;
      if (!is_own || (line->state != OUTLAY_BUDGET_OVER && line->state != OUTLAY_BUDGET_AT_RISK))
        continue;
      standing = outlay_report_standing (input, line);
      /* Translators: a feature, then how its budget stands. */
      g_string_append_printf (text, _ (" Budget of %s: %s."),
                              input->snapshot->features[line->feature].name, standing);
    }
}

/*
 * outlay_report_add_use_case_verdict:
 *
 * The sentences under the figures of a use case.
 */
void
outlay_report_add_use_case_verdict (OutlayReportSection *section,
                                    const OutlayReportInput *input,
                                    const OutlayUseCaseWorth *line)
{
  OutlayReportBlock *block = outlay_report_section_add (section, OUTLAY_BLOCK_LEAD, NULL);
  GString *text = g_string_new (NULL);

  append_value (text, input, &line->worth);
  append_milestones (text, input, &line->worth);
  append_assumed (text, input, &line->worth);
  append_budgets (text, input, &input->snapshot->use_cases[line->use_case]);
  block->strong = g_strdup (word_verdict (&line->worth));
  block->text = g_string_free (text, FALSE);
}
