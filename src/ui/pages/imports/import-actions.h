/* import-actions.h – take imports back, bring them back, see what they left out
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * `imports.undo` (int64s: imports), `imports.redo` (int64s: imports), `imports.rejected`
 * (int64: an import).
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_import_actions_add (GtkWidget *window, OutlaySession *session);

G_END_DECLS
