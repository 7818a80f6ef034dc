/* use-cases-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/use-cases/use-cases-page.h"

#include "wording/date.h"

struct _OutlayUseCasesPage
{
  OutlayPage parent_instance;

  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (OutlayUseCasesPage, outlay_use_cases_page, OUTLAY_TYPE_PAGE)

static void
outlay_use_cases_page_update (OutlayPage *page)
{
  OutlayUseCasesPage *self = OUTLAY_USE_CASES_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (session),
                                                 outlay_session_get_month (session));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), month);
}

static void
outlay_use_cases_page_class_init (OutlayUseCasesPageClass *klass)
{
  OUTLAY_PAGE_CLASS (klass)->update = outlay_use_cases_page_update;
}

static void
outlay_use_cases_page_init (OutlayUseCasesPage *self)
{
  self->status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), "outlay-starred-symbolic");
  adw_bin_set_child (ADW_BIN (self), self->status);
}
