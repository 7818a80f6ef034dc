/* rule-matches.h – what a rule matches: conditions that all have to hold
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_RULE_MATCHES (outlay_rule_matches_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRuleMatches, outlay_rule_matches, OUTLAY, RULE_MATCHES, AdwBin)

void outlay_rule_matches_set (OutlayRuleMatches *self, const char *const *matches);
char **outlay_rule_matches_get (OutlayRuleMatches *self);

G_END_DECLS
