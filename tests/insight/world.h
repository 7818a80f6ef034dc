/* world.h – a small company to ask questions of, in a few lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests. Everything is added to an OutlayWorld; outlay_world_close() makes the
 * snapshot of it. Days are `YYYY-MM-DD`, months `YYYY-MM`, amounts decimal text; a bad
 * one ends the test.
 */

#pragma once

#include "insight/snapshot.h"

G_BEGIN_DECLS

typedef struct _OutlayWorld OutlayWorld;

OutlayWorld *outlay_world_new (const char *day);
void outlay_world_free (OutlayWorld *world);

/* Each returns its index in the snapshot. Feature 0, Unallocated, is there already. */
guint32 outlay_world_feature (OutlayWorld *world, const char *name, int parent);
guint32 outlay_world_model (OutlayWorld *world, const char *name);
guint32 outlay_world_account (OutlayWorld *world,
                              const char *provider,
                              const char *first_day,
                              const char *last_day);
guint32 outlay_world_use_case (OutlayWorld *world, const char *name);

void outlay_world_cover (OutlayWorld *world,
                         guint32 account,
                         const char *from,
                         const char *to,
                         guint8 cover);
void outlay_world_spend (OutlayWorld *world, guint32 feature, const char *day, const char *amount);
void outlay_world_spend_daily (OutlayWorld *world,
                               guint32 feature,
                               const char *from,
                               const char *to,
                               const char *amount);
void outlay_world_add_cell (OutlayWorld *world, const OutlayCell *cell);
OutlayBudget *outlay_world_budget (OutlayWorld *world,
                                   guint32 feature,
                                   const char *month,
                                   const char *amount);
void outlay_world_bear (OutlayWorld *world, guint32 use_case, guint32 feature, gint32 percent);
void outlay_world_outcomes (OutlayWorld *world, guint32 use_case, const char *day, gint64 count);
void outlay_world_method (OutlayWorld *world, guint32 use_case, OutlayValueMethod method);
void outlay_world_input (OutlayWorld *world,
                         guint32 use_case,
                         OutlayValueKey key,
                         const char *value);
OutlayCostItem *outlay_world_cost_item (OutlayWorld *world,
                                        OutlayCostKind kind,
                                        const char *amount,
                                        const char *from_month);

OutlaySnapshot *outlay_world_close (OutlayWorld *world);

gint32 outlay_world_day (const char *text);
gint32 outlay_world_month (const char *text);
gint64 outlay_world_nanos (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWorld, outlay_world_free)

G_END_DECLS
