/* rows.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pricing/rows.h"

#include "core/date.h"

static gint64
start_of_day (gint64 at)
{
  gint64 second = at % OUTLAY_SECONDS_PER_DAY;

  return at - (second < 0 ? second + OUTLAY_SECONDS_PER_DAY : second);
}

static gboolean
holds (const OutlayPriceRow *row, gint64 at)
{
  int second;

  if (row->when == OUTLAY_ROW_ALWAYS)
    return TRUE;
  if (row->when == OUTLAY_ROW_FROM)
    return at >= row->start;

  second = (int) (at - start_of_day (at));
  if (row->from <= row->to)
    return second >= row->from && second < row->to;

  return second >= row->from || second < row->to;
}

/* The last row that holds wins. */
static const OutlayPriceRow *
choose (const GArray *rows, gint64 at)
{
  for (guint i = rows->len; i > 0; i--)
    {
      const OutlayPriceRow *row = &g_array_index (rows, OutlayPriceRow, i - 1);

      if (holds (row, at))
        return row;
    }

  return NULL;
}

/* The first instant after @at when the second @second of the day comes. */
static gint64
next_second (gint64 at, int second)
{
  gint64 when = start_of_day (at) + second;

  return when > at ? when : when + OUTLAY_SECONDS_PER_DAY;
}

static gint64
next_edge (const GArray *rows, gint64 after, gint64 horizon)
{
  gint64 edge = G_MAXINT64;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayPriceRow *row = &g_array_index (rows, OutlayPriceRow, i);
      gint64 daily = MIN (next_second (after, row->from), next_second (after, row->to));

      if (row->when == OUTLAY_ROW_FROM && row->start > after)
        edge = MIN (edge, row->start);
      if (row->when == OUTLAY_ROW_DAILY && daily <= horizon)
        edge = MIN (edge, daily);
    }

  return edge;
}

static gint64
last_edge (const GArray *rows, gint64 before, gint64 horizon)
{
  gint64 edge = G_MININT64;

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayPriceRow *row = &g_array_index (rows, OutlayPriceRow, i);
      gint64 daily = MAX (next_second (before, row->from), next_second (before, row->to)) -
                     OUTLAY_SECONDS_PER_DAY;

      if (row->when == OUTLAY_ROW_FROM && row->start <= before)
        edge = MAX (edge, row->start);
      if (row->when == OUTLAY_ROW_DAILY && daily >= horizon)
        edge = MAX (edge, daily);
    }

  return edge;
}

static gboolean
differs_within_day (const GArray *rows, gint64 at)
{
  gint64 day = start_of_day (at);

  for (guint i = 0; i < rows->len; i++)
    {
      const OutlayPriceRow *row = &g_array_index (rows, OutlayPriceRow, i);

      if (row->when == OUTLAY_ROW_DAILY &&
          (choose (rows, day + row->from) != choose (rows, day + row->from - 1) ||
           choose (rows, day + row->to) != choose (rows, day + row->to - 1)))
        return TRUE;
    }

  return FALSE;
}

/**
 * outlay_price_rows_find:
 * @rows: (element-type OutlayPriceRow): a model's rows; of those that hold, the last wins
 * @at: seconds since 1970 UTC
 * @span: (out): the row and how long it holds
 *
 * What changes by the time of day changes within a day, so that edges of that
 * kind need not be looked for any further than that.
 */
void
outlay_price_rows_find (const GArray *rows, gint64 at, OutlayPriceSpan *span)
{
  gint64 instant = CLAMP (at, -OUTLAY_INSTANT_MAX, OUTLAY_INSTANT_MAX);
  gint64 edge;

  *span = (OutlayPriceSpan){
    .row = choose (rows, instant),
    .valid_from = G_MININT64,
    .valid_to = G_MAXINT64,
    .by_time_of_day = differs_within_day (rows, instant),
  };

  for (edge = next_edge (rows, instant, instant + OUTLAY_SECONDS_PER_DAY);
       edge != G_MAXINT64 && span->valid_to == G_MAXINT64;
       edge = next_edge (rows, edge, instant + OUTLAY_SECONDS_PER_DAY))
    if (choose (rows, edge) != span->row)
      span->valid_to = edge;

  for (edge = last_edge (rows, instant, instant - OUTLAY_SECONDS_PER_DAY);
       edge != G_MININT64 && span->valid_from == G_MININT64;
       edge = last_edge (rows, edge - 1, instant - OUTLAY_SECONDS_PER_DAY))
    if (choose (rows, edge - 1) != span->row)
      span->valid_from = edge;
}
