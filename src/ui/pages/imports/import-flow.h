/* import-flow.h – from files to imported rows, with a look between
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_import_flow_start (GtkWidget *widget, OutlaySession *session, GListModel *files);

G_END_DECLS
