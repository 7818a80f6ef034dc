/* shares-private.h – how lines of spend are shared out over features and use cases
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/lines-private.h"

G_BEGIN_DECLS

/**
 * OutlayFeatureShares:
 * @features: (array length=n_parts): indexes of features of the snapshot
 * @weights: (array length=n_parts): their shares
 */
typedef struct
{
  guint *features;
  OutlayWide *weights;
  gsize n_parts;
} OutlayFeatureShares;

/**
 * OutlayUseShares:
 * @names: (array length=n_parts): names of use cases; %NULL for what none bears
 * @weights: (array length=n_parts): their shares
 */
typedef struct
{
  const char **names;
  OutlayWide *weights;
  gsize n_parts;
} OutlayUseShares;

typedef struct _OutlayShareTable OutlayShareTable;

OutlayShareTable *outlay_share_table_new (OutlayLedger *ledger,
                                          OutlaySpendLines *lines,
                                          const OutlaySnapshot *plans,
                                          GError **error);
void outlay_share_table_free (OutlayShareTable *table);
const OutlayFeatureShares *outlay_share_table_features (OutlayShareTable *table,
                                                        const OutlaySpendLine *line);
const OutlayUseShares *outlay_share_table_use_cases (OutlayShareTable *table, guint feature);

gboolean outlay_spend_line_counts (const OutlaySpendLine *line, const OutlaySnapshot *plans);
void outlay_foreign_add (GArray *foreign, const OutlaySpendLine *line);

G_END_DECLS
