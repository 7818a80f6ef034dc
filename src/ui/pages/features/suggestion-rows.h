/* suggestion-rows.h – features that names speak of, each to be accepted with one click
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/unassigned.h"
#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

void outlay_suggestion_rows_fill (GtkListBox *list,
                                  OutlaySession *session,
                                  const OutlayUnassigned *unassigned);

G_END_DECLS
