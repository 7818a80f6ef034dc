/* reasons.c – why a budget is over: what changed since the month before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same days of both months are set beside each other. What is said is what
 * was counted: requests, tokens a request, the model that cost most. It names a
 * mechanism, never a motive.
 */

#include "report/parts.h"

#include "core/date.h"
#include "core/money.h"
#include "wording/date.h"
#include "wording/number.h"
#include "wording/status.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Changes below these percent are not worth a word. */
#define LEAST_CHANGE 3.0

typedef struct
{
  gint64 cost_nanos;
  gint64 n_requests;
  gint64 n_prompt_tokens;
  gint64 n_output_tokens;
} Sums;

static void
sum_days (const OutlaySnapshot *snapshot, guint32 feature, gint32 from, gint32 to, Sums *sums)
{
  gsize n_cells = 0;
  const OutlayCell *cells = outlay_cube_feature (&snapshot->cube, feature, from, to, &n_cells);

  memset (sums, 0, sizeof *sums);
  for (gsize i = 0; i < n_cells; i++)
    {
      outlay_nanos_add (&sums->cost_nanos, cells[i].cost_nanos);
      sums->n_requests += cells[i].usage.count[OUTLAY_REQUESTS];
      sums->n_prompt_tokens += outlay_usage_prompt_tokens (&cells[i].usage);
      sums->n_output_tokens += cells[i].usage.count[OUTLAY_OUTPUT_TOKENS];
    }
}

/* The model that cost most, and what. */
static guint32
find_dearest (const OutlaySnapshot *snapshot,
              guint32 feature,
              gint32 from,
              gint32 to,
              gint64 *cost_nanos)
{
  g_autofree gint64 *costs = g_new0 (gint64, snapshot->n_models + 1);
  gsize n_cells = 0;
  const OutlayCell *cells = outlay_cube_feature (&snapshot->cube, feature, from, to, &n_cells);
  guint32 dearest = 0;

  for (gsize i = 0; i < n_cells; i++)
    if (cells[i].model > 0 && cells[i].model < snapshot->n_models)
      outlay_nanos_add (&costs[cells[i].model], cells[i].cost_nanos);
  for (guint32 i = 1; i < snapshot->n_models; i++)
    if (costs[i] > costs[dearest])
      dearest = i;
  *cost_nanos = costs[dearest];
  return dearest;
}

static double
change_of (double before, double after)
{
  return before > 0.0 ? (after - before) / before * 100.0 : NAN;
}

static double
each_of (gint64 amount, gint64 n_requests)
{
  return n_requests > 0 ? (double) amount / (double) n_requests : NAN;
}

/* "requests +34%", or "input tokens a request +85% (3,910 to 7,240)" */
static void
append_change (GString *text,
               const OutlayReportInput *input,
               const char *what,
               double before,
               double after)
{
  double percent = change_of (before, after);
  g_autofree char *change = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!isfinite (percent) || fabs (percent) < LEAST_CHANGE)
    return;
  change = outlay_wording_change (input->wording, percent);
  from = outlay_wording_estimate (input->wording, before, 0);
  to = outlay_wording_estimate (input->wording, after, 0);
  /* Translators: what changed, by how many percent, from and to which number. */
  g_string_append_printf (text, _ ("%s%s %s (%s to %s)"), text->len > 0 ? "; " : "", what, change,
                          from, to);
}

static void
append_cost (GString *text, const OutlayReportInput *input, const Sums *before, const Sums *after)
{
  gint32 first = outlay_month_first_day (input->budget->month - 1);
  gint32 n_days = outlay_report_last_day (input) - outlay_month_first_day (input->budget->month);
  gint32 last = MIN (first + n_days, outlay_month_first_day (input->budget->month) - 1);
  g_autofree char *days = outlay_wording_day_range (input->wording, first, last);
  g_autofree char *change = NULL;

  if (before->cost_nanos <= 0)
    {
      g_string_append_printf (text, _ ("No spend in %s to compare with. "), days);
      return;
    }
  change = outlay_wording_spend_change (input->wording, before->cost_nanos, after->cost_nanos,
                                        input->snapshot->currency);
  /* Translators: "Spend rose by $5.00 (+36%)", then a range of days. */
  g_string_append_printf (text, _ ("%s against %s. "), change, days);
}

/*
 * outlay_report_reason:
 * @feature: index of a feature
 *
 * Returns: (transfer full): what moved its spend since the month before
 */
char *
outlay_report_reason (const OutlayReportInput *input, guint32 feature)
{
  const OutlaySnapshot *snapshot = input->snapshot;
  gint32 from = outlay_month_first_day (input->budget->month);
  gint32 to = MIN (snapshot->day, outlay_month_first_day (input->budget->month + 1) - 1);
  gint32 from_before = outlay_month_first_day (input->budget->month - 1);
  GString *text = g_string_new (NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  gint64 dearest_nanos = 0;
  guint32 dearest;
  Sums before;
  Sums after;

  sum_days (snapshot, feature, from, to, &after);
  sum_days (snapshot, feature, from_before, MIN (from_before + (to - from), from - 1), &before);
  append_cost (text, input, &before, &after);
  append_change (changes, input, _ ("requests"), (double) before.n_requests,
                 (double) after.n_requests);
  append_change (changes, input, _ ("input tokens a request"),
                 each_of (before.n_prompt_tokens, before.n_requests),
                 each_of (after.n_prompt_tokens, after.n_requests));
  append_change (changes, input, _ ("output tokens a request"),
                 each_of (before.n_output_tokens, before.n_requests),
                 each_of (after.n_output_tokens, after.n_requests));
  if (changes->len > 0)
    g_string_append_printf (text, _ ("Counted: %s. "), changes->str);
  dearest = find_dearest (snapshot, feature, from, to, &dearest_nanos);
  if (dearest > 0 && dearest_nanos > 0)
    {
      g_autofree char *cost = outlay_report_full (input, dearest_nanos);

      /* Translators: an amount, then the name of a model. */
      g_string_append_printf (text, _ ("%s of it went to %s."), cost, snapshot->models[dearest]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
needs_reason (const OutlayBudgetLine *line)
{
  return line->has_budget &&
         (line->state == OUTLAY_BUDGET_OVER || line->state == OUTLAY_BUDGET_AT_RISK);
}

/* Whether a budget is over or at risk. */
gboolean
outlay_report_has_reasons (const OutlayReportInput *input)
{
  for (gsize i = 0; i < input->budget->n_lines; i++)
    if (needs_reason (&input->budget->lines[i]))
      return TRUE;
  return FALSE;
}

/*
 * outlay_report_add_reasons:
 *
 * The features that are over their budget or will be, each with its reason.
 */
void
outlay_report_add_reasons (OutlayReportSection *section, const OutlayReportInput *input)
{
  OutlayReportTable *table = NULL;

  for (gsize i = 0; i < input->budget->n_lines; i++)
    {
      const OutlayBudgetLine *line = &input->budget->lines[i];
      OutlayReportRow *row;

      if (!line->has_budget ||
          (line->state != OUTLAY_BUDGET_OVER && line->state != OUTLAY_BUDGET_AT_RISK))
        continue;
      if (!table)
        {
          table = outlay_report_section_add_table (section, _ ("Over budget or at risk, and why"));
          outlay_report_table_add_column (table, _ ("Feature"), OUTLAY_COLUMN_WORDS);
          outlay_report_table_add_column (table, _ ("State"), OUTLAY_COLUMN_WORDS);
          outlay_report_table_add_column (table, _ ("What changed"), OUTLAY_COLUMN_TEXT);
        }
      row = outlay_report_table_add_row (table);
      outlay_report_row_add (row, outlay_report_feature_name (input->snapshot, line->feature))
          ->glyph = line->state == OUTLAY_BUDGET_OVER ? OUTLAY_GLYPH_OVER : OUTLAY_GLYPH_AT_RISK;
      outlay_report_row_take (row, outlay_report_standing (input, line));
      outlay_report_row_take (row, outlay_report_reason (input, line->feature));
    }
}
