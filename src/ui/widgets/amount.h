/* amount.h – a label for a figure: tabular digits, at the end of its cell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/session.h"
#include "wording/money.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *outlay_amount_new (const char *text);
void outlay_amount_set_money (GtkLabel *label,
                              OutlaySession *session,
                              gint64 nanos,
                              OutlayMoneyStyle style);

G_END_DECLS
