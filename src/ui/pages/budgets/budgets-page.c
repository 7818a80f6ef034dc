/* budgets-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/budgets/budgets-page.h"

#include "wording/date.h"

struct _OutlayBudgetsPage
{
  OutlayPage parent_instance;

  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (OutlayBudgetsPage, outlay_budgets_page, OUTLAY_TYPE_PAGE)

static void
outlay_budgets_page_update (OutlayPage *page)
{
  OutlayBudgetsPage *self = OUTLAY_BUDGETS_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (session),
                                                 outlay_session_get_month (session));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), month);
}

static void
outlay_budgets_page_class_init (OutlayBudgetsPageClass *klass)
{
  OUTLAY_PAGE_CLASS (klass)->update = outlay_budgets_page_update;
}

static void
outlay_budgets_page_init (OutlayBudgetsPage *self)
{
  self->status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status),
                                 "outlay-x-office-calendar-symbolic");
  adw_bin_set_child (ADW_BIN (self), self->status);
}
