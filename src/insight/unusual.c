/* unusual.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "insight/unusual.h"

#include "core/money.h"

#include <string.h>

#define MAX_DAYS 1200

/* The daily cost of one feature on one model. */
typedef struct
{
  const OutlaySnapshot *snapshot;
  guint32 feature;
  guint32 model;
  gboolean *used; /* owned: by account */
  gint32 first_day;
  gint32 last_day;   /* last that is whole */
  double *values;    /* owned: one a day */
  gboolean *missing; /* owned: one a day */
} Series;

static gboolean
is_usage (const OutlayCell *cell)
{
  return cell->kind == OUTLAY_CHARGE_NONE || cell->kind == OUTLAY_CHARGE_USAGE;
}

static int
get_cover (const OutlayAccount *account, gint32 day)
{
  if (account->first_day > day || day - account->first_day >= (gint64) account->n_covered)
    return 0;

  return account->covered[day - account->first_day];
}

/* A day is whole when every account in use is; today is, where it is said to count. */
static gboolean
is_whole (const Series *series, gint32 day)
{
  const OutlaySnapshot *snapshot = series->snapshot;

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      int cover;

      if (!series->used[i])
        continue;

      cover = get_cover (&snapshot->accounts[i], day);
      if (cover == 0 || (cover == 1 && !(day == snapshot->day && snapshot->day_counts)))
        return FALSE;
    }

  return TRUE;
}

/* Missing days are as they were a week before; they are told apart, and alert nobody. */
static void
fill_missing (Series *series)
{
  gint32 n = series->last_day - series->first_day + 1;

  for (gint32 i = 0; i < n; i++)
    {
      series->missing[i] = !is_whole (series, series->first_day + i);
      if (series->missing[i] && i > 0)
        series->values[i] =
            MAX (series->values[i], i >= 7 ? series->values[i - 7] : series->values[i - 1]);
    }
}

static gboolean
measure_span (Series *series, const OutlayCell *cells, gsize n_cells)
{
  gboolean any = FALSE;

  series->first_day = G_MAXINT32;
  memset (series->used, 0, series->snapshot->n_accounts * sizeof *series->used);
  for (gsize i = 0; i < n_cells; i++)
    {
      if (cells[i].model != series->model || !is_usage (&cells[i]))
        continue;

      series->first_day = MIN (series->first_day, cells[i].day);
      series->used[cells[i].account] = TRUE;
      any = TRUE;
    }

  if (!any)
    return FALSE;

  series->last_day = series->snapshot->day;
  while (series->last_day >= series->first_day && !is_whole (series, series->last_day))
    series->last_day--;
  series->first_day = MAX (series->first_day, series->last_day - MAX_DAYS + 1);
  return series->last_day >= series->first_day;
}

static void
read_cells (Series *series, const OutlayCell *cells, gsize n_cells)
{
  for (gsize i = 0; i < n_cells; i++)
    if (cells[i].model == series->model && is_usage (&cells[i]) &&
        cells[i].day >= series->first_day && cells[i].day <= series->last_day)
      series->values[cells[i].day - series->first_day] +=
          outlay_nanos_to_estimate (cells[i].cost_nanos);
}

static void
find_in_series (Series *series, gint32 from, gint32 to, gint64 least_nanos, GArray *found)
{
  gsize n = (gsize) (series->last_day - series->first_day + 1);
  g_autoptr (OutlaySeriesModel) model =
      outlay_series_model_new (series->values, n, series->first_day);
  g_autoptr (GArray) anomalies =
      outlay_anomalies_find (model, outlay_nanos_to_estimate (least_nanos));

  for (guint i = 0; i < anomalies->len; i++)
    {
      const OutlayAnomaly *anomaly = &g_array_index (anomalies, OutlayAnomaly, i);
      const OutlayUnusual unusual = {
        .day = series->first_day + (gint32) anomaly->t,
        .feature = series->feature,
        .model = series->model,
        .kind = anomaly->kind,
        .cost_nanos = outlay_nanos_from_estimate (anomaly->actual),
        .expected_nanos = outlay_nanos_from_estimate (anomaly->expected),
        .score = anomaly->score,
      };

      if (unusual.day >= from && unusual.day <= to && !series->missing[anomaly->t])
        g_array_append_val (found, unusual);
    }
}

static void
search_model (Series *series,
              const OutlayCell *cells,
              gsize n_cells,
              gint32 from,
              gint32 to,
              gint64 least_nanos,
              GArray *found)
{
  gsize n;

  if (!measure_span (series, cells, n_cells))
    return;

  n = (gsize) (series->last_day - series->first_day + 1);
  series->values = g_new0 (double, n);
  series->missing = g_new0 (gboolean, n);
  read_cells (series, cells, n_cells);
  fill_missing (series);
  find_in_series (series, from, to, least_nanos, found);
  g_clear_pointer (&series->values, g_free);
  g_clear_pointer (&series->missing, g_free);
}

/* Newest first, then by how much money it is about. */
static int
compare_unusual (gconstpointer a, gconstpointer b)
{
  const OutlayUnusual *left = a;
  const OutlayUnusual *right = b;
  gint64 left_nanos = ABS (left->cost_nanos - left->expected_nanos);
  gint64 right_nanos = ABS (right->cost_nanos - right->expected_nanos);

  if (left->day != right->day)
    return left->day > right->day ? -1 : 1;

  return left_nanos > right_nanos ? -1 : left_nanos < right_nanos;
}

/**
 * outlay_unusual_find:
 * @snapshot: a snapshot
 * @from: first day asked for
 * @to: last day asked for
 * @least_nanos: what an event has to come to, at least
 *
 * Every day is judged by what was known on it, so an event stays what it was.
 *
 * Returns: (transfer full) (element-type OutlayUnusual): the events, newest first
 */
GArray *
outlay_unusual_find (const OutlaySnapshot *snapshot, gint32 from, gint32 to, gint64 least_nanos)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (OutlayUnusual));
  g_autofree gboolean *used = g_new0 (gboolean, MAX (snapshot->n_accounts, 1));
  g_autofree gboolean *seen = g_new0 (gboolean, MAX (snapshot->n_models, 1));
  Series series = { .snapshot = snapshot, .used = used };

  for (guint32 feature = 0; feature < snapshot->n_features; feature++)
    {
      gsize n_cells;
      const OutlayCell *cells =
          outlay_cube_feature (&snapshot->cube, feature, 0, snapshot->day, &n_cells);

      memset (seen, 0, snapshot->n_models * sizeof *seen);
      series.feature = feature;
      for (gsize i = 0; i < n_cells; i++)
        {
          if (seen[cells[i].model])
            continue;

          seen[cells[i].model] = TRUE;
          series.model = cells[i].model;
          search_model (&series, cells, n_cells, from, to, least_nanos, found);
        }
    }

  g_array_sort (found, compare_unusual);
  return found;
}
