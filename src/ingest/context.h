/* context.h – what the steps of an import work with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/price-cache.h"
#include "store/series.h"

G_BEGIN_DECLS

/**
 * OutlayIngestContext:
 * @database: the store, in a transaction
 * @series: its table of series
 * @prices: prices of series
 *
 * Everything is borrowed.
 */
typedef struct
{
  OutlayDatabase *database;
  OutlaySeriesTable *series;
  OutlayPriceCache *prices;
} OutlayIngestContext;

/**
 * OutlayStreamPart:
 * @stream: which stream
 * @first_day: first day with a row; %G_MAXINT32 if there is none
 * @last_day: last day with a row; %G_MININT32 if there is none
 * @stated_from: first day that the file says it covers; %G_MAXINT32 if it does not
 * @stated_to: last day that it says it covers; %G_MININT32 if it does not
 * @first_slice: first slice that a row claims
 * @last_slice: last slice that a row claims
 * @has_project: a row names its project, so that the file claims by project
 * @grain: a bit for each field that a row fills
 * @last_end: end of its latest span, seconds since 1970 UTC
 *
 * What one file holds of one stream.
 */
typedef struct
{
  const OutlayStream *stream;
  gint32 first_day;
  gint32 last_day;
  gint32 stated_from;
  gint32 stated_to;
  gint64 first_slice;
  gint64 last_slice;
  gboolean has_project;
  gint64 grain;
  gint64 last_end;
} OutlayStreamPart;

G_END_DECLS
