/* imports-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/imports/imports-page.h"

#include "wording/date.h"

struct _OutlayImportsPage
{
  OutlayPage parent_instance;

  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (OutlayImportsPage, outlay_imports_page, OUTLAY_TYPE_PAGE)

static void
outlay_imports_page_update (OutlayPage *page)
{
  OutlayImportsPage *self = OUTLAY_IMPORTS_PAGE (page);
  OutlaySession *session = outlay_page_get_session (page);
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (session),
                                                 outlay_session_get_month (session));

  adw_status_page_set_title (ADW_STATUS_PAGE (self->status), month);
}

static void
outlay_imports_page_class_init (OutlayImportsPageClass *klass)
{
  OUTLAY_PAGE_CLASS (klass)->update = outlay_imports_page_update;
}

static void
outlay_imports_page_init (OutlayImportsPage *self)
{
  self->status = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status), "outlay-folder-download-symbolic");
  adw_bin_set_child (ADW_BIN (self), self->status);
}
