/* driver-uses.h – usage of two periods, in a few numbers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests.
 */

#pragma once

#include "insight/drivers.h"

#include <math.h>

#define MILLION 1000000

/* A model's usage of a period, in words short enough for a table. Rates are whole units for a
 * million tokens, so that amounts can be worked out by hand; a read from the cache is a tenth. */
typedef struct
{
  guint period;
  guint32 feature;
  guint32 unit;
  gint64 requests;
  gint64 input;
  gint64 cached;
  gint64 output;
  gint64 input_rate; /* 0: no price */
  gint64 output_rate;
  double billed; /* share of the price; 0 is 1 */
  gboolean failed;
} Use;

static inline gint64
price (const OutlayDriverLine *line)
{
  OutlayWide picos[OUTLAY_N_RATES];
  OutlayWide total = 0;
  gint64 nanos = 0;

  if (outlay_rates_cost (&line->rates, &line->usage, picos) != OUTLAY_PRICE_UNPRICED)
    for (guint i = 0; i < OUTLAY_N_RATES; i++)
      total += picos[i];

  g_assert_true (outlay_nanos_from_picos (total, &nanos));
  return nanos;
}

static inline OutlayDriverLine
make_line (const Use *use)
{
  OutlayDriverLine line = { .period = use->period, .feature = use->feature, .unit = use->unit };

  line.rows = 1;
  line.failed = use->failed;
  line.usage.count[OUTLAY_REQUESTS] = use->requests;
  line.usage.count[OUTLAY_INPUT_TOKENS] = use->input;
  line.usage.count[OUTLAY_CACHE_READ_TOKENS] = use->cached;
  line.usage.count[OUTLAY_OUTPUT_TOKENS] = use->output;
  line.uncounted = use->requests == 0 && outlay_usage_tokens (&line.usage) > 0;
  if (use->input_rate > 0)
    {
      outlay_rates_set (&line.rates, OUTLAY_RATE_INPUT, use->input_rate * MILLION);
      outlay_rates_set (&line.rates, OUTLAY_RATE_CACHE_READ, use->input_rate * MILLION / 10);
      outlay_rates_set (&line.rates, OUTLAY_RATE_OUTPUT, use->output_rate * MILLION);
    }

  line.computed_nanos = price (&line);
  line.cost_nanos = line.computed_nanos;
  if (use->billed > 0)
    line.cost_nanos = (gint64) rint ((double) line.computed_nanos * use->billed);

  return line;
}

static inline OutlayDriverLine
make_charge (guint period, guint32 feature, OutlayChargeKind kind, gint64 units)
{
  const OutlayDriverLine line = { .period = period,
                                  .feature = feature,
                                  .kind = kind,
                                  .rows = 1,
                                  .cost_nanos = units * OUTLAY_NANOS_PER_UNIT };

  return line;
}

static inline OutlayDrivers
split (const GArray *lines)
{
  OutlayDrivers drivers;
  OutlayWide sum = 0;

  outlay_drivers_split ((const OutlayDriverLine *) (gpointer) lines->data, lines->len, &drivers);
  for (guint i = 0; i < OUTLAY_N_DRIVERS; i++)
    sum += drivers.term_nanos[i];

  g_assert_true (sum == (OutlayWide) drivers.after_nanos - drivers.before_nanos);
  return drivers;
}

static inline void
assert_near (OutlayDriver driver, gint64 nanos, double expected, double slack)
{
  if (fabs ((double) nanos - expected) > slack)
    g_error ("%s is %" G_GINT64_FORMAT ", not %.3f", outlay_driver_to_string (driver), nanos,
             expected);
}
