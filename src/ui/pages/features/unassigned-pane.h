/* unassigned-pane.h – spend that no rule takes, to be assigned to features
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/unassigned.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_UNASSIGNED_PANE (outlay_unassigned_pane_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUnassignedPane, outlay_unassigned_pane, OUTLAY, UNASSIGNED_PANE, AdwBin)

const char *outlay_unassigned_pane_get_field (OutlayUnassignedPane *self);
void outlay_unassigned_pane_show (OutlayUnassignedPane *self,
                                  OutlaySession *session,
                                  const OutlayUnassigned *unassigned);

G_END_DECLS
