/* series-private.h – what the two files of the series table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/series.h"

G_BEGIN_DECLS

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
  GHashTable *by_tuple;     /* Tuple → OutlaySeries: what intern has seen */
  GByteArray *tuple;        /* the key being looked up */
};

OutlayDimension *outlay_series_table_add_dimension (OutlaySeriesTable *table,
                                                    gint64 id,
                                                    int field,
                                                    const char *value,
                                                    const char *name);
OutlaySeries *outlay_series_table_add_series (OutlaySeriesTable *table, const OutlaySeries *series);

G_END_DECLS
