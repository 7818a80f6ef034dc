/* anomaly.h – days that are not what their series had led to expect
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/series-model.h"

G_BEGIN_DECLS

/**
 * OutlayAnomalyKind:
 * @OUTLAY_ANOMALY_SPIKE: a day far above its expectation
 * @OUTLAY_ANOMALY_DIP: a day far below it
 * @OUTLAY_ANOMALY_SHIFT_UP: a new, higher level for a week
 * @OUTLAY_ANOMALY_SHIFT_DOWN: a new, lower level for a week
 * @OUTLAY_ANOMALY_SILENT: longer without spend than ever
 */
typedef enum
{
  OUTLAY_ANOMALY_SPIKE,
  OUTLAY_ANOMALY_DIP,
  OUTLAY_ANOMALY_SHIFT_UP,
  OUTLAY_ANOMALY_SHIFT_DOWN,
  OUTLAY_ANOMALY_SILENT,
} OutlayAnomalyKind;

/**
 * OutlayAnomaly:
 * @kind: what is odd
 * @t: index of the day
 * @expected: of that day; of shifts the level before
 * @actual: of that day; of shifts the level now
 * @score: how many scales it lies off, above 0
 */
typedef struct
{
  OutlayAnomalyKind kind;
  gsize t;
  double expected;
  double actual;
  double score;
} OutlayAnomaly;

const char *outlay_anomaly_kind_to_string (OutlayAnomalyKind kind);
GArray *outlay_anomalies_find (const OutlaySeriesModel *model, double least_amount);

G_END_DECLS
