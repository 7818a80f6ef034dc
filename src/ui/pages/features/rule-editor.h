/* rule-editor.h – a window that makes rules or changes them, and shows the effect first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/rules.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_RULE_EDITOR (outlay_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRuleEditor, outlay_rule_editor, OUTLAY, RULE_EDITOR, AdwWindow)

void outlay_rule_editor_assign (GtkWindow *parent,
                                OutlaySession *session,
                                const char *const *matches,
                                const char *feature);
void outlay_rule_editor_add (GtkWindow *parent, OutlaySession *session, const char *feature);
void outlay_rule_editor_edit (GtkWindow *parent,
                              OutlaySession *session,
                              GPtrArray *rules,
                              const OutlayLedgerRule *rule);

G_END_DECLS
