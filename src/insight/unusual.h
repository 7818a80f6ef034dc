/* unusual.h – days of spend that are not what their series had led to expect
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/anomaly.h"
#include "insight/snapshot.h"

G_BEGIN_DECLS

/**
 * OutlayUnusual:
 * @day: when
 * @feature: index of a feature
 * @model: index of a model
 * @kind: what is odd
 * @cost_nanos: of that day; of shifts the level of the last days
 * @expected_nanos: of that day; of shifts the level before them
 * @score: how many scales it lies off
 *
 * One event of one feature on one model: a spike of one model and a dip of another
 * do not cancel.
 */
typedef struct
{
  gint32 day;
  guint32 feature;
  guint32 model;
  OutlayAnomalyKind kind;
  gint64 cost_nanos;
  gint64 expected_nanos;
  double score;
} OutlayUnusual;

GArray *outlay_unusual_find (const OutlaySnapshot *snapshot,
                             gint32 from,
                             gint32 to,
                             gint64 least_nanos);

G_END_DECLS
