/* history.c – the daily cost of features, as far as imports cover it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/history.h"

#include "core/money.h"

#define QUARTER 92    /* days without a cell after which an account is no longer used */
#define AROUND 28     /* days to each side that a missing day is filled from */
#define MAX_DAYS 1200 /* days of history: enough for the same days of last year */

/* One account's part of the history. */
typedef struct
{
  const OutlayAccount *account;
  gboolean used;
  gboolean trusted; /* it has nothing but files that may not be whole */
  gint32 last_cell;
  gint32 last_known; /* last day whose cost is whole, or G_MININT32 */
  double *spent;     /* owned: one for each day from Span.from */
} Source;

typedef struct
{
  const OutlaySnapshot *snapshot;
  const gboolean *members;
  gint32 month_from;
  gint32 month_to;
  gint32 from; /* first day of the history */
  gint32 to;   /* last day that can be history */
  Source *sources;
} Span;

static int
get_cover (const OutlayAccount *account, gint32 day)
{
  if (account->first_day > day || day - account->first_day >= (gint64) account->n_covered)
    return 0;

  return account->covered[day - account->first_day];
}

/* The last day of a file may be cut short; the snapshot's own day counts if it is said to. */
static gboolean
is_known (const Span *span, const Source *source, gint32 day)
{
  int cover = get_cover (source->account, day);

  return cover == 2 || (cover == 1 && (source->trusted ||
                                       (day == span->snapshot->day && span->snapshot->day_counts)));
}

static gboolean
is_recurring (const OutlayCell *cell)
{
  switch (cell->kind)
    {
    case OUTLAY_CHARGE_NONE:
    case OUTLAY_CHARGE_USAGE:
    case OUTLAY_CHARGE_TAX:
    case OUTLAY_CHARGE_COMMITMENT:
      return cell->cost_nanos >= 0;
    case OUTLAY_CHARGE_FEE:
    case OUTLAY_CHARGE_CREDIT:
    case OUTLAY_CHARGE_REFUND:
    case OUTLAY_CHARGE_PURCHASE:
    default:
      return FALSE;
    }
}

typedef void (*CellFunc) (Span *span, const OutlayCell *cell, gpointer data);

static void
for_each_cell (Span *span, gint32 from, CellFunc func, gpointer data)
{
  gint32 to = MIN (span->month_to, span->snapshot->day);

  for (guint32 feature = 0; feature < span->snapshot->n_features; feature++)
    {
      const OutlayCell *cells;
      gsize n_cells = 0;

      if (!span->members[feature])
        continue;

      cells = outlay_cube_feature (&span->snapshot->cube, feature, from, to, &n_cells);
      for (gsize i = 0; i < n_cells; i++)
        func (span, &cells[i], data);
    }
}

static void
note_account (Span *span, const OutlayCell *cell, gpointer data)
{
  Source *source = &span->sources[cell->account];

  source->last_cell = MAX (source->last_cell, cell->day);
}

static void
add_cell (Span *span, const OutlayCell *cell, gpointer data)
{
  Source *source = &span->sources[cell->account];

  if (source->spent != NULL && cell->day >= span->from && cell->day <= span->to &&
      is_recurring (cell))
    source->spent[cell->day - span->from] += outlay_nanos_to_estimate (cell->cost_nanos);
}

static void
add_apart (Span *span, const OutlayCell *cell, gpointer data)
{
  OutlayHistory *history = data;
  gboolean fee = cell->kind == OUTLAY_CHARGE_FEE && cell->cost_nanos > 0;

  if (is_recurring (cell))
    return;

  if (cell->day >= span->month_from)
    outlay_nanos_accumulate (&history->apart_nanos, cell->cost_nanos);
  if (fee)
    outlay_nanos_accumulate (&history->fees_due_nanos,
                             cell->day >= span->month_from ? -cell->cost_nanos : cell->cost_nanos);
}

/* Marks the accounts that the features use; FALSE if they never had a cell. */
static gboolean
choose_sources (Span *span)
{
  gint32 recent = MIN (span->month_to, span->snapshot->day) - QUARTER;
  gint32 newest = G_MININT32;

  for_each_cell (span, 0, note_account, NULL);
  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    newest = MAX (newest, span->sources[i].last_cell);

  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    {
      Source *source = &span->sources[i];

      if (source->account->first_day == G_MAXINT32)
        continue;
      if (newest == G_MININT32)
        source->used = TRUE;
      else
        source->used = source->last_cell != G_MININT32 && source->last_cell >= MIN (recent, newest);
    }

  return newest != G_MININT32;
}

static void
judge_coverage (const Span *span, OutlayHistory *history)
{
  gint32 today = MIN (span->month_to, span->snapshot->day);

  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    {
      const OutlayAccount *account = span->sources[i].account;
      gint32 until = MIN (span->month_to, span->to);

      if (!span->sources[i].used || account->first_day > today)
        continue;

      if (history->data_to == G_MININT32)
        history->complete = TRUE;
      history->data_to = MAX (history->data_to, MIN (account->last_day, today));
      for (gint32 day = MAX (span->month_from, account->first_day); day <= until; day++)
        history->complete &= get_cover (account, day) != 0;
    }
}

/* What a day of an account comes to, by its known days around it. */
static double
estimate_day (const Span *span, const Source *source, gint32 day)
{
  gint32 middle = MIN (day, source->last_known + 1);
  gint32 from = MAX (MAX (middle - AROUND, span->from), source->account->first_day);
  gint32 to = MIN (middle + AROUND, source->last_known);
  double sum = 0, weekday_sum = 0;
  int n = 0, n_weekday = 0;

  for (gint32 other = from; other <= to; other++)
    {
      double spent = source->spent[other - span->from];

      if (!is_known (span, source, other))
        continue;

      sum += spent;
      n++;
      if (outlay_day_weekday (other) != outlay_day_weekday (day))
        continue;

      weekday_sum += spent;
      n_weekday++;
    }

  if (n_weekday >= 2)
    return weekday_sum / n_weekday;

  return n > 0 ? sum / n : 0;
}

static void
fill_source (const Span *span, Source *source, gint32 end, OutlayHistory *history)
{
  g_autofree double *filled = g_new0 (double, (gsize) (end - span->from) + 1);

  for (gint32 day = MAX (span->from, source->account->first_day); day <= end; day++)
    if (!is_known (span, source, day))
      {
        double spent = source->spent[day - span->from];
        double extra = estimate_day (span, source, day) - spent;

        filled[day - span->from] = MAX (extra, 0);
        if (day >= span->month_from)
          history->filled += MAX (extra, 0);
      }

  for (gint32 i = 0; i <= end - span->from; i++)
    source->spent[i] += filled[i];
}

static gint32
find_last_known (const Span *span, const Source *source)
{
  gint32 day = MIN (span->to, source->account->last_day);

  while (day >= source->account->first_day && !is_known (span, source, day))
    day--;

  return day >= source->account->first_day ? day : G_MININT32;
}

/* Finds where the history begins and ends; FALSE if there is none. */
static gboolean
measure_span (Span *span, gint32 *end)
{
  *end = G_MININT32;
  span->from = G_MAXINT32;

  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    {
      Source *source = &span->sources[i];

      if (!source->used || source->account->first_day > span->to)
        continue;

      span->from = MIN (span->from, source->account->first_day);
      source->last_known = find_last_known (span, source);
      if (source->last_known == G_MININT32)
        {
          source->trusted = TRUE;
          source->last_known = find_last_known (span, source);
        }
      *end = MAX (*end, source->last_known);
    }

  span->from = MAX (span->from, *end > MAX_DAYS ? *end - MAX_DAYS : 0);
  return *end != G_MININT32 && span->from <= *end;
}

static void
build_values (Span *span, gint32 end, OutlayHistory *history)
{
  gsize n_days = (gsize) (end - span->from) + 1;

  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    if (span->sources[i].used && span->sources[i].last_known != G_MININT32)
      span->sources[i].spent = g_new0 (double, (gsize) MAX (span->to - span->from, 0) + 1);

  for_each_cell (span, span->from, add_cell, NULL);
  history->first_day = span->from;
  history->n_values = n_days;
  history->values = g_new0 (double, n_days);

  for (gsize i = 0; i < span->snapshot->n_accounts; i++)
    {
      Source *source = &span->sources[i];

      if (source->spent == NULL)
        continue;

      fill_source (span, source, end, history);
      for (gsize day = 0; day < n_days; day++)
        history->values[day] += source->spent[day];
    }
}

/**
 * outlay_history_new:
 * @snapshot: a snapshot
 * @members: for each feature of @snapshot: its cost is part of it
 * @month: the month in question: nothing later than it is looked at
 *
 * Returns: (transfer full): the history; without values where there is nothing to
 *   tell a pace by
 */
OutlayHistory *
outlay_history_new (const OutlaySnapshot *snapshot, const gboolean *members, gint32 month)
{
  OutlayHistory *history = g_new0 (OutlayHistory, 1);
  gint32 from = outlay_month_first_day (month);
  gint32 to = from + outlay_month_n_days (month) - 1;
  Span span = {
    .snapshot = snapshot,
    .members = members,
    .month_from = from,
    .month_to = to,
    .to = MIN (to, snapshot->day_counts ? snapshot->day : snapshot->day - 1),
    .sources = g_new0 (Source, snapshot->n_accounts + 1),
  };
  gint32 end;

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      span.sources[i].account = &snapshot->accounts[i];
      span.sources[i].last_cell = G_MININT32;
      span.sources[i].last_known = G_MININT32;
    }

  history->data_to = G_MININT32;
  if (choose_sources (&span))
    {
      if (measure_span (&span, &end))
        build_values (&span, end, history);
      for_each_cell (&span, month > 0 ? outlay_month_first_day (month - 1) : 0, add_apart, history);
    }
  history->fees_due_nanos = MAX (history->fees_due_nanos, 0);
  judge_coverage (&span, history);

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    g_free (span.sources[i].spent);
  g_free (span.sources);
  return history;
}

/**
 * outlay_history_free:
 * @history: (nullable) (transfer full): a history
 */
void
outlay_history_free (OutlayHistory *history)
{
  if (history == NULL)
    return;

  g_free (history->values);
  g_free (history);
}
