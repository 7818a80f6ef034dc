/* rule-words.h – what a rule says, in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/rules.h"
#include "wording/wording.h"

G_BEGIN_DECLS

GPtrArray *outlay_rules_like (GPtrArray *rules, const OutlayLedgerRule *rule);
char *outlay_rule_matches_words (const OutlayLedgerRule *rule) G_GNUC_WARN_UNUSED_RESULT;
char *outlay_rule_terms_words (const OutlayLedgerRule *rule,
                               OutlayWording *wording) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
