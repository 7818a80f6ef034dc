/* spend-labels-private.h – what a line of spend says for a key
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/lines-private.h"
#include "ledger/spend.h"

G_BEGIN_DECLS

/**
 * OutlaySpendLabel:
 * @value: (nullable): what spend is grouped by: an id; %NULL where there is none
 * @name: (nullable): the name beside it
 *
 * The texts live as long as the labels they come from.
 */
typedef struct
{
  const char *value;
  const char *name;
} OutlaySpendLabel;

typedef struct _OutlaySpendLabels OutlaySpendLabels;

OutlaySpendLabels *outlay_spend_labels_new (OutlaySpendLines *lines);
void outlay_spend_labels_free (OutlaySpendLabels *labels);
OutlaySpendLabel outlay_spend_labels_find (OutlaySpendLabels *labels,
                                           const OutlaySpendLine *line,
                                           const OutlaySpendKey *key,
                                           const char *feature,
                                           const char *use_case);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySpendLabels, outlay_spend_labels_free)

G_END_DECLS
