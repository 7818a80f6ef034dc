/* experts.h – the sum of the days to come, by several experts at once
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "insight/series-model.h"

G_BEGIN_DECLS

/**
 * OutlayRest:
 * @expected: the sum
 * @low: lower end of its 80 % interval
 * @high: upper end
 * @is_sparse: days without spend are the rule: a mean was taken, no expert asked
 */
typedef struct
{
  double expected;
  double low;
  double high;
  gboolean is_sparse;
} OutlayRest;

void outlay_series_model_forecast (const OutlaySeriesModel *model,
                                   gsize t,
                                   gsize n_days,
                                   OutlayRest *rest);

G_END_DECLS
