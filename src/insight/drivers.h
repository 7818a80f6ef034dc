/* drivers.h – why spend moved between two periods
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The change is taken apart in this order, and what a step takes is gone for the
 * next: what is no use of the service; what bills say beyond the price list; cost
 * without usage, or with usage that has no price; features that came or went; and what
 * is left, usage at list prices, feature by feature, by log-mean weights (LMDI-I),
 * which leave no residual.
 */

#pragma once

#include "core/rates.h"
#include "core/record.h"

G_BEGIN_DECLS

/**
 * OutlayDriver:
 * @OUTLAY_DRIVER_VOLUME: requests of the features; tokens where a source counts none
 * @OUTLAY_DRIVER_CONTEXT: input tokens a request, cached ones included; tool calls
 * @OUTLAY_DRIVER_OUTPUT: output tokens a request
 * @OUTLAY_DRIVER_CACHING: what input costs against the same input without a cache
 * @OUTLAY_DRIVER_MIX: the models' shares of a feature's requests
 * @OUTLAY_DRIVER_PRICE: list prices
 * @OUTLAY_DRIVER_RETRIES: billed attempts that failed, for each that did not
 * @OUTLAY_DRIVER_CURRENCY: exchange rates
 * @OUTLAY_DRIVER_BILLING: bills beside the price list, of usage that has a price
 * @OUTLAY_DRIVER_UNMETERED: cost without usage, or with usage that has no price
 * @OUTLAY_DRIVER_REALLOCATED: cost that other rules moved
 * @OUTLAY_DRIVER_NEW_FEATURES: features without usage in the earlier period
 * @OUTLAY_DRIVER_RETIRED_FEATURES: features without usage in the later period
 * @OUTLAY_DRIVER_FEES_CREDITS: fees, credits, refunds, tax, purchases, commitments
 */
typedef enum
{
  OUTLAY_DRIVER_VOLUME,
  OUTLAY_DRIVER_CONTEXT,
  OUTLAY_DRIVER_OUTPUT,
  OUTLAY_DRIVER_CACHING,
  OUTLAY_DRIVER_MIX,
  OUTLAY_DRIVER_PRICE,
  OUTLAY_DRIVER_RETRIES,
  OUTLAY_DRIVER_CURRENCY,
  OUTLAY_DRIVER_BILLING,
  OUTLAY_DRIVER_UNMETERED,
  OUTLAY_DRIVER_REALLOCATED,
  OUTLAY_DRIVER_NEW_FEATURES,
  OUTLAY_DRIVER_RETIRED_FEATURES,
  OUTLAY_DRIVER_FEES_CREDITS,
} OutlayDriver;

#define OUTLAY_N_DRIVERS (OUTLAY_DRIVER_FEES_CREDITS + 1)

/**
 * OutlayDriverLine:
 * @period: 0 is the earlier, 1 the later
 * @feature: any number that stands for a feature
 * @unit: any number that stands for a model in a service tier of a provider
 * @kind: what the charge is for
 * @failed: the requests ended in an error
 * @uncounted: there are tokens, and the source counts no requests
 * @rows: data rows behind it
 * @usage: what was used
 * @rates: the price list for it; without a known rate it has no price
 * @cost_nanos: what it cost
 * @computed_nanos: usage × price list, in the currency of @cost_nanos
 */
typedef struct
{
  guint period;
  guint32 feature;
  guint32 unit;
  OutlayChargeKind kind;
  gboolean failed;
  gboolean uncounted;
  gint64 rows;
  OutlayUsage usage;
  OutlayRates rates;
  gint64 cost_nanos;
  gint64 computed_nanos;
} OutlayDriverLine;

/**
 * OutlayDrivers:
 * @before_nanos: cost of the earlier period
 * @after_nanos: cost of the later period
 * @term_nanos: an amount for each #OutlayDriver; their sum is @after_nanos −
 *   @before_nanos, exactly
 * @by_tokens: of some feature volume is tokens, as its sources count no requests
 */
typedef struct
{
  gint64 before_nanos;
  gint64 after_nanos;
  gint64 term_nanos[OUTLAY_N_DRIVERS];
  gboolean by_tokens;
} OutlayDrivers;

const char *outlay_driver_to_string (OutlayDriver driver);
void outlay_drivers_split (const OutlayDriverLine *lines, gsize n_lines, OutlayDrivers *drivers);

G_END_DECLS
