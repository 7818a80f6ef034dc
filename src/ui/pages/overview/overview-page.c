/* overview-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/overview/overview-page.h"

#include "wording/date.h"

struct _OutlayOverviewPage
{
  OutlayPage parent_instance;

  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (OutlayOverviewPage, outlay_overview_page, OUTLAY_TYPE_PAGE)

static void
outlay_overview_page_update (OutlayPage *page)
{
  OutlayOverviewPage *self = OUTLAY_OVERVIEW_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (session),
                                                 outlay_session_get_month (session));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), month);
}

static void
outlay_overview_page_class_init (OutlayOverviewPageClass *klass)
{
  OUTLAY_PAGE_CLASS (klass)->update = outlay_overview_page_update;
}

static void
outlay_overview_page_init (OutlayOverviewPage *self)
{
  self->status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), "outlay-go-home-symbolic");
  adw_bin_set_child (ADW_BIN (self), self->status);
}
