/* rule-shares.h – which features bear how much, up to 100 %
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayFeatureRule:
 * @feature: name of a feature, known or new
 * @share: millionths
 */
typedef struct
{
  char *feature;
  gint32 share;
} OutlayFeatureRule;

#define OUTLAY_TYPE_RULE_SHARES (outlay_rule_shares_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRuleShares, outlay_rule_shares, OUTLAY, RULE_SHARES, AdwBin)

void outlay_rule_shares_set_session (OutlayRuleShares *self, OutlaySession *session);
void outlay_rule_shares_add (OutlayRuleShares *self, const char *feature, gint32 share);
GArray *outlay_rule_shares_get (OutlayRuleShares *self, char **fault);

G_END_DECLS
