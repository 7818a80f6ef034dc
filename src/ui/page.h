/* page.h – what every place of the window is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page shows what its session says and nothing else. It overrides update(),
 * which runs when the session has changed and the page can be seen; a page that is
 * hidden is updated when it comes up. What a page wants done it asks for by an
 * action: `win.import`, `win.page::budgets`.
 *
 * Icons are ours, so that no icon theme changes them: `outlay-` and the name of the
 * Adwaita icon, "outlay-go-home-symbolic" (src/ui/icons).
 */

#pragma once

#include "ui/session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OUTLAY_TYPE_PAGE (outlay_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (OutlayPage, outlay_page, OUTLAY, PAGE, AdwBin)

/**
 * OutlayPageClass:
 * @update: the session, or whether the page is narrow, has changed: show it
 * @go_to: show the thing of that name, a feature or a use case, "" for the top level;
 *   %FALSE if there is none
 * @take_files: import them; of the place that imports
 * @go_back: leave the level that was gone into; see outlay_page_set_level()
 */
struct _OutlayPageClass
{
  AdwBinClass parent_class;

  void (*update) (OutlayPage *self);
  gboolean (*go_to) (OutlayPage *self, const char *name);
  void (*take_files) (OutlayPage *self, GListModel *files);
  void (*go_back) (OutlayPage *self);
};

OutlaySession *outlay_page_get_session (OutlayPage *self);
const char *outlay_page_get_title (OutlayPage *self);
void outlay_page_set_title (OutlayPage *self, const char *title);
const char *outlay_page_get_subtitle (OutlayPage *self);
gboolean outlay_page_get_narrow (OutlayPage *self);
void outlay_page_set_narrow (OutlayPage *self, gboolean narrow);
GtkWidget *outlay_page_get_header_start (OutlayPage *self);
void outlay_page_set_header_start (OutlayPage *self, GtkWidget *widget);
GtkWidget *outlay_page_get_header_end (OutlayPage *self);
void outlay_page_set_header_end (OutlayPage *self, GtkWidget *widget);
gboolean outlay_page_get_has_month (OutlayPage *self);
gboolean outlay_page_get_in_level (OutlayPage *self);
void outlay_page_set_level (OutlayPage *self, const char *title, const char *subtitle);
void outlay_page_leave_level (OutlayPage *self);
void outlay_page_update (OutlayPage *self);
gboolean outlay_page_go_to (OutlayPage *self, const char *name);
void outlay_page_take_files (OutlayPage *self, GListModel *files);
void outlay_page_go_back (OutlayPage *self);

G_END_DECLS
