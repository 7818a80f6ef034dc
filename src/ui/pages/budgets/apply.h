/* apply.h – an edit of budgets, handed to the worker
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/items/budget-edit.h"
#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void outlay_budgets_apply (GtkWidget *widget,
                           OutlaySession *session,
                           OutlayBudgetEdit *edit,
                           const char *label,
                           const char *done);

G_END_DECLS
