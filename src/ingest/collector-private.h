/* collector-private.h – what the two files of the collector share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ingest/collector.h"
#include "ingest/fact-buffer.h"

G_BEGIN_DECLS

/* A charge with an amount but no usable day. */
typedef struct
{
  const OutlaySeries *series;
  OutlayFact fact;
} OutlayUndated;

struct _OutlayCollector
{
  const OutlayIngestContext *context; /* borrowed */
  const OutlayIngestRequest *request; /* borrowed */
  const OutlayReader *reader;         /* borrowed */
  GMutex lock; /* of the store and what the context holds, while facts are written */

  /* Owned references */
  OutlayBatch *batch;
  OutlayFactBuffer *facts;
  OutlayRollup *rollup;
  OutlayTouched *touched;
  GArray *parts;   /* OutlayStreamPart */
  GArray *undated; /* OutlayUndated */

  guint part;        /* index of the part of the last record */
  gboolean row_open; /* a record of the row being read has been taken */
  gint32 stated_from;
  gint32 stated_to;
  OutlayFact last_fact; /* the last that was stored of its kind; every key lies behind the first */
  gint32 last_day;      /* touched last, so that the set is asked once a day */
  gint64 last_stream;
  GError *error; /* owned: the first that a callback without one met */
};

void outlay_collector_fill_sink (OutlayCollector *collector, OutlaySink *sink);
void outlay_collector_widen (OutlayCollector *collector,
                             OutlayStreamPart *part,
                             gint32 day,
                             gint64 slice);

G_END_DECLS
