/* window-private.h – what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/places.h"
#include "ui/sidebar.h"
#include "ui/split.h"
#include "ui/widgets/month-stepper.h"
#include "ui/window.h"

G_BEGIN_DECLS

struct _OutlayWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned references */
  OutlaySession *session;
  GSettings *settings; /* NULL where the schema is not installed */
  GListStore *waiting; /* files that came before the store was open */
  char *place;         /* id of the place that is shown */

  guint busy_id; /* until the work has gone on for long enough to be shown */

  /* Template widgets */
  OutlaySplit *split;
  OutlaySidebar *sidebar;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *sidebar_button;
  GtkWidget *back_button;
  GtkMenuButton *menu_button;
  OutlayMonthStepper *stepper;
  AdwBin *stepper_place;
  AdwBin *start_place;
  AdwBin *end_place;
  AdwBin *narrow_stepper_place;
  AdwBin *narrow_start_place;
  AdwBin *narrow_end_place;
  GtkActionBar *narrow_actions;
  GtkSpinner *spinner;
  GtkRevealer *banner;
  GtkLabel *banner_text;
  GtkButton *banner_button;
  AdwToastOverlay *toasts;
  GtkStack *stack;
};

OutlayPage *outlay_window_get_page (OutlayWindow *self);
const OutlayPlace *outlay_window_find_place (const char *id);
void outlay_window_update_header (OutlayWindow *self);
void outlay_window_on_busy (OutlayWindow *self, GParamSpec *pspec, OutlayWorker *worker);
void outlay_window_restore (OutlayWindow *self);
void outlay_window_remember (OutlayWindow *self);
void outlay_window_init_actions (OutlayWindow *self);
void outlay_window_update_actions (OutlayWindow *self);

G_END_DECLS
