/* rule-change.h – commands: many rules changed as one, and what that would move
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/rules.h"

G_BEGIN_DECLS

/**
 * OutlayRuleChange:
 * @removed: (element-type gint64): ids of rules that go first
 * @added: (element-type OutlayLedgerRule): rules that come then; their ids are not
 *   read, and a feature that is not there yet is added
 */
typedef struct
{
  GArray *removed;
  GPtrArray *added;
} OutlayRuleChange;

/**
 * OutlayRuleEffect:
 * @month: months since 1970
 * @feature: its name, %OUTLAY_UNALLOCATED for what no rule takes
 * @before_nanos: its cost in the month, in the reporting currency
 * @after_nanos: its cost with the change
 */
typedef struct
{
  gint32 month;
  char *feature;
  gint64 before_nanos;
  gint64 after_nanos;
} OutlayRuleEffect;

OutlayRuleChange *outlay_rule_change_new (void);
OutlayRuleChange *outlay_rule_change_copy (const OutlayRuleChange *change);
void outlay_rule_change_free (OutlayRuleChange *change);
void outlay_rule_change_add (OutlayRuleChange *change,
                             const OutlayLedgerRule *rule,
                             const char *feature,
                             gint32 share,
                             const char *const *matches);

gboolean outlay_ledger_change_rules (OutlayLedger *ledger,
                                     const OutlayRuleChange *change,
                                     GError **error);
GArray *outlay_ledger_preview_rules (OutlayLedger *ledger,
                                     const OutlayRuleChange *change,
                                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRuleChange, outlay_rule_change_free)

G_END_DECLS
