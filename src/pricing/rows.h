/* rows.h – dated rates: which of a model's rows holds at an instant, and for how long
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/rates.h"

G_BEGIN_DECLS

/**
 * OutlayRowWhen:
 * @OUTLAY_ROW_ALWAYS: no condition
 * @OUTLAY_ROW_FROM: from @start on
 * @OUTLAY_ROW_DAILY: every day from second @from to before second @to, UTC
 */
typedef enum
{
  OUTLAY_ROW_ALWAYS,
  OUTLAY_ROW_FROM,
  OUTLAY_ROW_DAILY,
} OutlayRowWhen;

/**
 * OutlayPriceRow:
 * @when: its condition
 * @start: for %OUTLAY_ROW_FROM: seconds since 1970 UTC
 * @from: for %OUTLAY_ROW_DAILY: second of the day, UTC
 * @to: for %OUTLAY_ROW_DAILY: exclusive; less than @from where the span holds midnight
 * @card: the rates
 */
typedef struct
{
  OutlayRowWhen when;
  gint64 start;
  int from;
  int to;
  OutlayRateCard card;
} OutlayPriceRow;

/**
 * OutlayPriceSpan:
 * @row: (nullable): the row that holds; %NULL if none does
 * @valid_from: when it began; %G_MININT64 if always
 * @valid_to: when another takes over; %G_MAXINT64 if never
 * @by_time_of_day: more than one row holds on the day
 */
typedef struct
{
  const OutlayPriceRow *row;
  gint64 valid_from;
  gint64 valid_to;
  gboolean by_time_of_day;
} OutlayPriceSpan;

void outlay_price_rows_find (const GArray *rows, gint64 at, OutlayPriceSpan *span);

G_END_DECLS
