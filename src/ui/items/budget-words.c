/* budget-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/items/budget-words.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * outlay_month_has_ended:
 * @snapshot: a snapshot
 * @month: months since 1970
 *
 * Returns: whether no day of @month is still to come
 */
gboolean
outlay_month_has_ended (const OutlaySnapshot *snapshot, gint32 month)
{
  return outlay_month_of_day (snapshot->day + (snapshot->day_counts ? 1 : 0)) > month;
}

static OutlayStandingFacts
collect_facts (const OutlayBudgetLine *line, const OutlaySnapshot *snapshot, gint32 month)
{
  return (OutlayStandingFacts){
    .standing = line->has_budget ? (OutlayStanding) line->state : OUTLAY_STANDING_NONE,
    .currency = snapshot->currency,
    .budget_nanos = line->budget_nanos,
    .actual_nanos = line->actual_nanos,
    .billed_nanos = line->billed_nanos,
    .used_percent = line->used_percent,
    .has_forecast = line->has_forecast,
    .expected_nanos = line->expected_nanos,
    .run_out = line->run_out,
    .data_to = line->data_to,
    .complete = line->complete,
    .ended = outlay_month_has_ended (snapshot, month),
  };
}

/**
 * outlay_budget_line_describe:
 * @line: of the status of @month
 * @snapshot: what it was computed from
 * @month: months since 1970
 * @wording: of the reader
 *
 * Returns: (transfer full): "82% used, runs out 25 Nov"
 */
char *
outlay_budget_line_describe (const OutlayBudgetLine *line,
                             const OutlaySnapshot *snapshot,
                             gint32 month,
                             OutlayWording *wording)
{
  OutlayStandingFacts facts = collect_facts (line, snapshot, month);

  return outlay_wording_standing (wording, &facts);
}

/**
 * outlay_budget_line_head:
 * @line: of the status of @month
 * @snapshot: what it was computed from
 * @month: months since 1970
 * @wording: of the reader
 *
 * Returns: (transfer full): "At risk: runs out 25 Nov", for a place that already says
 *   how much is used
 */
char *
outlay_budget_line_head (const OutlayBudgetLine *line,
                         const OutlaySnapshot *snapshot,
                         gint32 month,
                         OutlayWording *wording)
{
  OutlayStandingFacts facts = collect_facts (line, snapshot, month);

  if (line->has_budget && line->state == OUTLAY_BUDGET_AT_RISK &&
      line->actual_nanos != line->budget_nanos)
    facts.used_percent = NAN;

  return outlay_wording_standing (wording, &facts);
}

/**
 * outlay_forecast_arrow:
 * @wording: of the reader
 * @actual: an amount, or ""
 * @expected: what it is going to be
 *
 * Returns: (transfer full): "7,413 → 11,071"; the arrow points the way the reader reads
 */
char *
outlay_forecast_arrow (OutlayWording *wording, const char *actual, const char *expected)
{
  return g_strconcat (actual, *actual != '\0' ? " " : "",
                      outlay_wording_is_rtl (wording) ? "← " : "→ ", expected, NULL);
}

/**
 * outlay_budget_status_find:
 * @status: of a month
 * @feature: index of a feature
 *
 * Returns: (transfer none) (nullable): its line; %NULL if it has neither budget nor spend
 */
const OutlayBudgetLine *
outlay_budget_status_find (const OutlayBudgetStatus *status, guint32 feature)
{
  for (gsize i = 0; i < status->n_lines; i++)
    if (status->lines[i].feature == feature)
      return &status->lines[i];

  return NULL;
}

/**
 * outlay_feature_ink:
 * @snapshot: a snapshot
 * @feature: index of a feature
 *
 * Returns: its colour, the same everywhere
 */
OutlayInk
outlay_feature_ink (const OutlaySnapshot *snapshot, guint32 feature)
{
  return feature == 0 ? OUTLAY_INK_OTHER
                      : outlay_ink_for_slot ((int) snapshot->features[feature].slot + 1);
}

/**
 * outlay_feature_display_name:
 * @snapshot: a snapshot
 * @feature: index of a feature
 *
 * Returns: (transfer none): its name; that of Unallocated is translated
 */
const char *
outlay_feature_display_name (const OutlaySnapshot *snapshot, guint32 feature)
{
  return feature == 0 ? _ ("Unallocated") : snapshot->features[feature].name;
}
