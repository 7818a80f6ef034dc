/* feature.h – the features that spend is attributed to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * OutlayFeatureRow:
 * @id: from 1; 0 is Unallocated, which has no row
 * @parent: id of the parent, or 0
 * @slot: colour slot, from 0
 */
typedef struct
{
  gint64 id;
  char *name;
  char *owner;
  char *cost_centre;
  char *stage;
  gint64 parent;
  gint64 slot;
} OutlayFeatureRow;

void outlay_feature_row_free (OutlayFeatureRow *row);
GPtrArray *outlay_features_list (OutlayDatabase *database, GError **error);
gboolean outlay_features_add (OutlayDatabase *database,
                              const OutlayFeatureRow *row,
                              gint64 *id,
                              GError **error);
gboolean outlay_features_update (OutlayDatabase *database,
                                 const OutlayFeatureRow *row,
                                 GError **error);
gboolean outlay_features_remove (OutlayDatabase *database, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFeatureRow, outlay_feature_row_free)

G_END_DECLS
