/* rules.h – commands: the rules by which spend finds its feature
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/ledger.h"

G_BEGIN_DECLS

/**
 * OutlayLedgerRule:
 * @id: of the store
 * @feature: name of the feature that gets the share
 * @share: millionths, 1 to 1000000
 * @priority: the lower comes first, then the lower id
 * @valid_from: first day, or %G_MININT32
 * @valid_to: last day, or %G_MAXINT32
 * @matches: (array zero-terminated=1): `FIELD=GLOB` texts; all have to match
 */
typedef struct
{
  gint64 id;
  char *feature;
  gint32 share;
  gint32 priority;
  gint32 valid_from;
  gint32 valid_to;
  char **matches;
} OutlayLedgerRule;

void outlay_ledger_rule_free (OutlayLedgerRule *rule);
GPtrArray *outlay_ledger_list_rules (OutlayLedger *ledger, GError **error);
gboolean outlay_ledger_add_rule (OutlayLedger *ledger,
                                 const OutlayLedgerRule *rule,
                                 gint64 *id,
                                 GError **error);
gboolean outlay_ledger_remove_rule (OutlayLedger *ledger, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLedgerRule, outlay_ledger_rule_free)

G_END_DECLS
