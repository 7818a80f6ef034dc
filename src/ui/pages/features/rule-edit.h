/* rule-edit.h – a change of rules, made as one edit that can be undone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/rule-change.h"
#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_rule_edit (GtkWidget *widget,
                       OutlaySession *session,
                       OutlayRuleChange *change,
                       const char *label,
                       const char *told);
void outlay_feature_edit (GtkWidget *widget,
                          OutlaySession *session,
                          OutlayEditFunc func,
                          gpointer data,
                          GDestroyNotify destroy,
                          const char *label,
                          const char *told);

G_END_DECLS
