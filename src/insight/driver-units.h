/* driver-units.h – priced usage of two periods, by feature and model
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inside of drivers.h.
 */

#pragma once

#include "insight/drivers.h"

G_BEGIN_DECLS

/**
 * OutlayDriverClass:
 *
 * What is counted and priced by itself. Input is text, be it cached or not.
 */
typedef enum
{
  OUTLAY_CLASS_INPUT,
  OUTLAY_CLASS_AUDIO_INPUT,
  OUTLAY_CLASS_IMAGE_INPUT,
  OUTLAY_CLASS_SEARCH,
  OUTLAY_CLASS_REQUEST,
  OUTLAY_CLASS_OUTPUT,
  OUTLAY_CLASS_REASONING,
  OUTLAY_CLASS_AUDIO_OUTPUT,
  OUTLAY_CLASS_IMAGE_OUTPUT,
} OutlayDriverClass;

#define OUTLAY_N_CLASSES (OUTLAY_CLASS_IMAGE_OUTPUT + 1)

/**
 * OutlayDriverAmount:
 * @count: how much of it
 * @list_picos: its price without a cache
 * @cost_picos: its price
 */
typedef struct
{
  OutlayWide count;
  OutlayWide list_picos;
  OutlayWide cost_picos;
} OutlayDriverAmount;

/**
 * OutlayDriverCounts:
 * @requests: that did not fail
 * @failed_requests: that failed and are billed
 * @tokens: of requests that did not fail
 * @failed_tokens: of billed requests that failed
 */
typedef struct
{
  OutlayWide requests;
  OutlayWide failed_requests;
  OutlayWide tokens;
  OutlayWide failed_tokens;
} OutlayDriverCounts;

/**
 * OutlayDriverSide:
 * @counts: what volume is measured by
 * @amounts: one for each #OutlayDriverClass
 * @computed_nanos: the price as it was worked out row by row
 * @slack_picos: what roundings can part it from the sum of @amounts, at most
 *
 * One period of a unit.
 */
typedef struct
{
  OutlayDriverCounts counts;
  OutlayDriverAmount amounts[OUTLAY_N_CLASSES];
  OutlayWide computed_nanos;
  OutlayWide slack_picos;
} OutlayDriverSide;

/**
 * OutlayDriverUnit:
 *
 * One model of one feature.
 */
typedef struct
{
  guint32 feature;
  guint32 unit;
  OutlayDriverSide sides[2];
} OutlayDriverUnit;

/**
 * OutlayDriverFeature:
 * @used: it has usage, whether priced or not, in each period
 * @uncounted_tokens: priced tokens of sources that count no requests
 * @counts: sums of its units
 * @computed_nanos: sums of its units
 */
typedef struct
{
  guint32 feature;
  gboolean used[2];
  OutlayWide uncounted_tokens[2];
  OutlayDriverCounts counts[2];
  OutlayWide computed_nanos[2];
} OutlayDriverFeature;

typedef struct _OutlayDriverUnits OutlayDriverUnits;

OutlayDriverUnits *outlay_driver_units_new (void);
void outlay_driver_units_free (OutlayDriverUnits *units);
gboolean outlay_driver_units_add (OutlayDriverUnits *units, const OutlayDriverLine *line);
GPtrArray *outlay_driver_units_list (OutlayDriverUnits *units);
GPtrArray *outlay_driver_units_features (OutlayDriverUnits *units);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDriverUnits, outlay_driver_units_free)

void outlay_driver_unit_split (const OutlayDriverUnit *unit,
                               const OutlayDriverFeature *feature,
                               gboolean by_tokens,
                               double terms[OUTLAY_N_DRIVERS]);

G_END_DECLS
