/* cube.h – the daily spend that everything is computed from, in memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell is one (day, feature, model, account, kind of charge). It is bounded by
 * days × features × models, whatever the number of rows imported.
 */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * OutlayCell:
 * @day: days since 1970 UTC
 * @feature: index of a feature; 0 is Unallocated
 * @model: index of a model name; 0 is none
 * @account: index of a provider account
 * @kind: what the charge is for; %OUTLAY_CHARGE_NONE for usage that no bill covers
 * @cost_nanos: what budgets, drivers and ROI use, in the reporting currency:
 *   billed + estimated, tax and credits as the settings say
 * @billed_nanos: the part of @cost_nanos' sources that a bill states, net
 * @computed_nanos: tokens × catalogue price
 * @estimated_nanos: the part of @cost_nanos that no bill states yet
 * @amount_nanos: the charge itself, also where the settings keep it out of
 *   @cost_nanos (tax, credits)
 * @usage: what was used
 * @unpriced_rows: rows of usage that no price is known for
 */
typedef struct
{
  gint32 day;
  guint32 feature;
  guint32 model;
  guint32 account;
  OutlayChargeKind kind;
  gint64 cost_nanos;
  gint64 billed_nanos;
  gint64 computed_nanos;
  gint64 estimated_nanos;
  gint64 amount_nanos;
  OutlayUsage usage;
  gint64 unpriced_rows;
} OutlayCell;

/**
 * OutlayCube:
 *
 * Cells, sorted by (feature, day, model, account, kind), no two alike.
 */
typedef struct
{
  OutlayCell *cells; /* owned */
  gsize n_cells;
} OutlayCube;

void outlay_cube_clear (OutlayCube *cube);
const OutlayCell *outlay_cube_feature (const OutlayCube *cube,
                                       guint32 feature,
                                       gint32 from,
                                       gint32 to,
                                       gsize *n_cells);

typedef struct _OutlayCubeBuilder OutlayCubeBuilder;

OutlayCubeBuilder *outlay_cube_builder_new (void);
void outlay_cube_builder_add (OutlayCubeBuilder *builder, const OutlayCell *cell);
void outlay_cube_builder_finish (OutlayCubeBuilder *builder, OutlayCube *cube);

G_END_DECLS
