/* edits.h – what the user changes about use cases, each one step of undo
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ledger/cost-items.h"
#include "ui/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayEditedFunc:
 * @user_data: as given
 *
 * The edit is done, and the session shows it; of one that failed the user was told.
 */
typedef void (*OutlayEditedFunc) (gpointer user_data);

/**
 * OutlayPart:
 * @feature: name of a feature
 * @share: millionths of its spend
 */
typedef struct
{
  char *feature;
  gint32 share;
} OutlayPart;

GArray *outlay_parts_new (void);
void outlay_parts_add (GArray *parts, const char *feature, gint32 share);

void outlay_add_use_case (GtkWidget *widget,
                          OutlaySession *session,
                          const char *name,
                          GArray *parts,
                          OutlayEditedFunc done,
                          gpointer user_data);
void outlay_change_use_case (GtkWidget *widget,
                             OutlaySession *session,
                             const char *name,
                             const char *new_name,
                             GArray *parts,
                             OutlayEditedFunc done,
                             gpointer user_data);
void outlay_remove_use_case (GtkWidget *widget, OutlaySession *session, const char *name);
void outlay_set_value (GtkWidget *widget,
                       OutlaySession *session,
                       const char *name,
                       const OutlayValueModel *model);
void outlay_set_month_outcomes (GtkWidget *widget,
                                OutlaySession *session,
                                const char *name,
                                gint32 month,
                                gint64 count);
void outlay_add_cost (GtkWidget *widget,
                      OutlaySession *session,
                      const OutlayCostEntry *entry,
                      OutlayEditedFunc done,
                      gpointer user_data);
void outlay_remove_cost (GtkWidget *widget, OutlaySession *session, gint64 id, const char *name);
void outlay_import_outcomes (GtkWidget *widget,
                             OutlaySession *session,
                             const char *name,
                             GFile *file);

G_END_DECLS
