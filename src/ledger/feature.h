/* feature.h – commands: the features that spend is attributed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

#define OUTLAY_UNALLOCATED "Unallocated" /* what no rule takes; a reserved name */

/**
 * OutlayFeatureFields:
 * @name: its name
 * @owner: (nullable): who answers for it
 * @cost_centre: (nullable): where it is booked
 * @stage: (nullable): `production`, `development` or `evaluation`
 * @parent: (nullable): name of the feature it is a part of; "" for none
 *
 * %NULL leaves a field as it is; a new feature is then in production, and has
 * no owner, cost centre and parent.
 */
typedef struct
{
  const char *name;
  const char *owner;
  const char *cost_centre;
  const char *stage;
  const char *parent;
} OutlayFeatureFields;

gboolean outlay_ledger_add_feature (OutlayLedger *ledger,
                                    const OutlayFeatureFields *fields,
                                    GError **error);
gboolean outlay_ledger_edit_feature (OutlayLedger *ledger,
                                     const char *name,
                                     const OutlayFeatureFields *fields,
                                     GError **error);
gboolean outlay_ledger_remove_feature (OutlayLedger *ledger, const char *name, GError **error);

G_END_DECLS
