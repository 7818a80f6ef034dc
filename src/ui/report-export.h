/* report-export.h – the report of a month, as a file the user names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_export_report (GtkWindow *parent, OutlaySession *session);

G_END_DECLS
