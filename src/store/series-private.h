/* series-private.h – what the two files of the series table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/series.h"

G_BEGIN_DECLS

/**
 * OutlayTuple:
 * @data: the texts of a record one behind the other
 * @length: in bytes
 *
 * What a series hangs on, as the importer meets it.
 */
typedef struct
{
  guint8 *data;
  gsize length;
} OutlayTuple;

struct _OutlaySeriesTable
{
  OutlayDatabase *database; /* borrowed */

  /* Owned references */
  GPtrArray *accounts;      /* OutlayStreamAccount */
  GPtrArray *streams;       /* OutlayStream */
  GPtrArray *dimensions;    /* OutlayDimension by id; [0] is the empty text */
  GPtrArray *series;        /* OutlaySeries by id; [0] is NULL */
  GHashTable *by_dimension; /* OutlayDimension, its own key by field and value */
  GHashTable *by_series;    /* OutlaySeries, its own key by all but id */
  GHashTable *by_tuple;     /* OutlayTuple → OutlaySeries: what intern has seen */
  OutlayTuple tuple;        /* the key being looked up */
  gsize tuple_size;         /* of its memory */
};

OutlayDimension *outlay_series_table_add_dimension (OutlaySeriesTable *table,
                                                    gint64 id,
                                                    int field,
                                                    const char *value,
                                                    const char *name);
OutlaySeries *outlay_series_table_add_series (OutlaySeriesTable *table, const OutlaySeries *series);

G_END_DECLS
