/* budget.c – how a month stands against its budgets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/budget.h"

#include "core/money.h"
#include "insight/budget-line.h"

#include <math.h>

static gint64
subtract_nanos (gint64 nanos, gint64 subtracted_nanos)
{
  outlay_nanos_accumulate (&nanos, -subtracted_nanos);
  return nanos;
}

/* A feature's line takes in its children. */
static gboolean
is_within (const OutlaySnapshot *snapshot, guint32 feature, guint32 ancestor)
{
  for (gsize steps = 0; steps < snapshot->n_features; steps++)
    {
      int parent = snapshot->features[feature].parent;

      if (feature == ancestor)
        return TRUE;
      if (parent < 0 || (gsize) parent >= snapshot->n_features)
        return FALSE;
      feature = (guint32) parent;
    }

  return FALSE;
}

static gboolean *
find_members (const OutlaySnapshot *snapshot, guint32 feature)
{
  gboolean *members = g_new0 (gboolean, snapshot->n_features + 1);

  for (guint32 i = 0; i < snapshot->n_features; i++)
    members[i] = feature == G_MAXUINT32 || is_within (snapshot, i, feature);

  return members;
}

static const OutlayBudget *
find_budget (const OutlaySnapshot *snapshot, guint32 feature, gint32 month)
{
  for (gsize i = 0; i < snapshot->n_budgets; i++)
    if (snapshot->budgets[i].feature == feature && snapshot->budgets[i].month == month)
      return &snapshot->budgets[i];

  return NULL;
}

/* A budget with what the months before it moved into it. Only a month that is over
 * moves anything: until then nobody knows what is left of it. */
static gint64
roll_over (const OutlaySnapshot *snapshot, const OutlayBudget *budget, const gboolean *members)
{
  gint32 first = budget->month;
  gint64 carried_nanos = 0;

  for (const OutlayBudget *before = find_budget (snapshot, budget->feature, first - 1);
       before != NULL && before->rollover;
       before = find_budget (snapshot, budget->feature, first - 1))
    first--;

  for (gint32 number = first; number < budget->month; number++)
    {
      const OutlayBudget *past = find_budget (snapshot, budget->feature, number);
      OutlayBudgetMonth month;
      gint64 spent_nanos = 0;
      gint64 estimated_nanos = 0;

      outlay_budget_month_init (&month, snapshot, number);
      if (snapshot->day < month.to)
        {
          carried_nanos = 0;
          break;
        }

      outlay_budget_month_sum (&month, members, &spent_nanos, &estimated_nanos);
      outlay_nanos_accumulate (&carried_nanos, past->amount_nanos);
      carried_nanos = subtract_nanos (carried_nanos, spent_nanos);
    }

  outlay_nanos_accumulate (&carried_nanos, budget->amount_nanos);
  return carried_nanos;
}

/* The budget of a feature in a month: its own, or the sum of its children's. */
static gboolean
find_amount (const OutlayBudgetMonth *month, guint32 feature, guint depth, gint64 *amount_nanos)
{
  const OutlaySnapshot *snapshot = month->snapshot;
  const OutlayBudget *budget = find_budget (snapshot, feature, month->number);
  gboolean found = FALSE;
  gint64 sum_nanos = 0;

  if (budget != NULL)
    {
      g_autofree gboolean *members = find_members (snapshot, feature);

      *amount_nanos = roll_over (snapshot, budget, members);
      return TRUE;
    }

  for (guint32 i = 0; i < snapshot->n_features && depth < snapshot->n_features; i++)
    {
      gint64 child_nanos = 0;

      if (snapshot->features[i].parent == (int) feature && i != feature &&
          find_amount (month, i, depth + 1, &child_nanos))
        {
          outlay_nanos_accumulate (&sum_nanos, child_nanos);
          found = TRUE;
        }
    }

  if (found)
    *amount_nanos = sum_nanos;

  return found;
}

static void
cross_budgets (OutlayBudgetLine *line, const OutlayBudgetMonth *month, const gboolean *members)
{
  const OutlaySnapshot *snapshot = month->snapshot;
  const OutlayBudget *own = find_budget (snapshot, line->feature, month->number);

  for (gsize i = 0; i < snapshot->n_budgets && line->has_budget; i++)
    {
      const OutlayBudget *budget = &snapshot->budgets[i];

      if (own != NULL ? budget == own : budget->month == month->number && members[budget->feature])
        outlay_budget_line_cross (line, budget->thresholds, budget->n_thresholds);
    }
}

static void
fill_features (const OutlayBudgetMonth *month, OutlayBudgetLine *lines)
{
  for (guint32 i = 0; i < month->snapshot->n_features; i++)
    {
      g_autofree gboolean *members = find_members (month->snapshot, i);

      lines[i].feature = i;
      lines[i].has_budget = find_amount (month, i, 0, &lines[i].budget_nanos);
      outlay_budget_line_fill (&lines[i], month, members, NULL);
      cross_budgets (&lines[i], month, members);
    }
}

/* The forecast of the whole is the sum of its parts; its interval is its own. */
static void
fill_total (const OutlayBudgetMonth *month, const OutlayBudgetLine *lines, OutlayBudgetLine *total)
{
  g_autofree gboolean *members = find_members (month->snapshot, G_MAXUINT32);
  gint64 expected_nanos = 0;

  total->feature = G_MAXUINT32;
  for (guint32 i = 0; i < month->snapshot->n_features; i++)
    {
      if (month->snapshot->features[i].parent >= 0)
        continue;

      outlay_nanos_accumulate (&expected_nanos, lines[i].has_forecast ? lines[i].expected_nanos
                                                                      : lines[i].actual_nanos);
      if (lines[i].has_budget)
        outlay_nanos_accumulate (&total->budget_nanos, lines[i].budget_nanos);
      total->has_budget |= lines[i].has_budget;
    }

  outlay_budget_line_fill (total, month, members, &expected_nanos);
  cross_budgets (total, month, members);
}

static int
rank_state (OutlayBudgetState state)
{
  switch (state)
    {
    case OUTLAY_BUDGET_OVER:
      return 0;
    case OUTLAY_BUDGET_AT_RISK:
      return 1;
    case OUTLAY_BUDGET_ON_TRACK:
      return 2;
    case OUTLAY_BUDGET_NONE:
    default:
      return 3;
    }
}

/* What lines of one state are ranked by, falling: the excess, the share of the budget
 * that the forecast takes, or what is spent. */
static double
weigh_line (const OutlayBudgetLine *line)
{
  double budget = outlay_nanos_to_estimate (line->budget_nanos);
  gint64 nanos = line->has_forecast ? line->expected_nanos : line->actual_nanos;

  if (line->state == OUTLAY_BUDGET_OVER)
    return outlay_nanos_to_estimate (line->actual_nanos) - budget;
  if (line->state == OUTLAY_BUDGET_NONE)
    return outlay_nanos_to_estimate (line->actual_nanos);

  return line->budget_nanos > 0 ? outlay_nanos_to_estimate (nanos) / budget : 0;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const OutlayBudgetLine *left = a;
  const OutlayBudgetLine *right = b;
  double left_weight = weigh_line (left);
  double right_weight = weigh_line (right);

  if (left->state != right->state)
    return rank_state (left->state) - rank_state (right->state);
  if (left_weight < right_weight || left_weight > right_weight)
    return left_weight > right_weight ? -1 : 1;

  return left->feature < right->feature ? -1 : 1;
}

/**
 * outlay_budget_state_to_string:
 * @state: a state
 *
 * Returns: its name on the command line and in files
 */
const char *
outlay_budget_state_to_string (OutlayBudgetState state)
{
  static const char *const names[] = {
    [OUTLAY_BUDGET_ON_TRACK] = "on-track",
    [OUTLAY_BUDGET_AT_RISK] = "at-risk",
    [OUTLAY_BUDGET_OVER] = "over",
    [OUTLAY_BUDGET_NONE] = "no-budget",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (names), NULL);

  return names[state];
}

/**
 * outlay_budget_status_new:
 * @snapshot: a snapshot
 * @month: months since 1970
 *
 * Returns: (transfer full): how @month stands as of the snapshot's day
 */
OutlayBudgetStatus *
outlay_budget_status_new (const OutlaySnapshot *snapshot, gint32 month)
{
  OutlayBudgetStatus *status = g_new0 (OutlayBudgetStatus, 1);
  OutlayBudgetMonth common;

  outlay_budget_month_init (&common, snapshot, month);
  status->month = month;
  status->lines = g_new0 (OutlayBudgetLine, snapshot->n_features + 1);
  fill_features (&common, status->lines);
  fill_total (&common, status->lines, &status->total);
  if (snapshot->n_features > 0)
    status->unallocated_nanos = status->lines[0].actual_nanos;

  for (gsize i = 0; i < snapshot->n_features; i++)
    if (status->lines[i].has_budget || status->lines[i].actual_nanos != 0)
      status->lines[status->n_lines++] = status->lines[i];
  qsort (status->lines, status->n_lines, sizeof *status->lines, compare_lines);
  return status;
}

/**
 * outlay_budget_status_free:
 * @status: (nullable) (transfer full): a status
 */
void
outlay_budget_status_free (OutlayBudgetStatus *status)
{
  if (status == NULL)
    return;

  g_free (status->lines);
  g_free (status);
}
