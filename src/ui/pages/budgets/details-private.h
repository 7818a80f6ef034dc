/* details-private.h – what the files of the details share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/settings.h"
#include "ui/items/budget-fill.h"
#include "ui/pages/budgets/budget-details.h"
#include "ui/widgets/meter-view.h"
#include "ui/widgets/pair-box.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/swatch.h"

G_BEGIN_DECLS

struct _OutlayBudgetDetails
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;
  OutlayBudgetItem *item;

  /* Borrowed references */
  gpointer shown; /* the item that the entries were filled for, to compare */

  /* Template widgets */
  OutlaySwatch *swatch;
  GtkLabel *title;
  OutlayPill *pill;
  GtkLabel *copy_label;
  GtkLabel *fill_label;
  GtkPopover *spread_popover;
  GtkWidget *spread_amount;
  GtkCheckButton *over_year;
  OutlayMeterView *meter;
  GtkLabel *used;
  GtkLabel *thresholds_crossed;
  GtkLabel *carried;
  GtkWidget *amount;
  GtkLabel *spent;
  GtkLabel *forecast;
  GtkLabel *variance;
  GtkWidget *thresholds;
  GtkSwitch *rollover;

  guint column;
  gint32 month;     /* that the entries were filled for */
  gboolean showing; /* the switch is moved by us */
};

void outlay_budget_details_class_init_edits (GtkWidgetClass *klass);

G_END_DECLS
