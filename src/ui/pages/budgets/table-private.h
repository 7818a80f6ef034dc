/* table-private.h – what the files of the table share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pages/budgets/budget-table.h"
#include "ui/pages/budgets/cell-view.h"

G_BEGIN_DECLS

struct _OutlayBudgetTable
{
  AdwBin parent_instance;

  /* Owned references */
  OutlayBudgetGrid *grid;
  OutlaySession *session;
  GPtrArray *cells;      /* of OutlayCellView, borrowed: those that show an item */
  GtkSizeGroup *heights; /* of names and the amounts beside them */
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *columns[OUTLAY_BUDGET_MONTHS];

  /* Template widgets */
  GtkColumnView *names;
  GtkColumnView *months;
  GtkScrolledWindow *names_scroller;
  GtkScrolledWindow *months_scroller;
  GtkScrolledWindow *total_scroller;
  GtkWidget *total_name;
  GtkBox *total;

  guint row;       /* that is selected */
  guint column;    /* likewise */
  gint32 month;    /* the one that the window shows */
  int width;       /* of a column */
  guint scrolling; /* to the month, in the next frame */
};

OutlayCellView *outlay_budget_table_get_cell (OutlayBudgetTable *self, guint row, guint column);
void outlay_budget_table_make_columns (OutlayBudgetTable *self);
void outlay_budget_table_init_keys (OutlayBudgetTable *self);
void outlay_budget_table_commit (OutlayBudgetTable *self, OutlayCellView *cell);
void outlay_budget_table_edit (OutlayBudgetTable *self, const char *text);

G_END_DECLS
