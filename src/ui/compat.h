/* compat.h – what GTK does in one way on the floor, and in another above it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayFilesFunc:
 * @files: of #GFile, at least one
 * @user_data: as given
 *
 * The user has chosen; who cancels is not called back.
 */
typedef void (*OutlayFilesFunc) (GListModel *files, gpointer user_data);

/**
 * OutlayFileFunc:
 * @file: where to
 * @user_data: as given
 */
typedef void (*OutlayFileFunc) (GFile *file, gpointer user_data);

void outlay_open_files (GtkWindow *parent,
                        const char *title,
                        OutlayFilesFunc func,
                        gpointer user_data);
void outlay_open_file (GtkWindow *parent,
                       const char *title,
                       OutlayFilesFunc func,
                       gpointer user_data);
void outlay_save_file (GtkWindow *parent,
                       const char *title,
                       const char *name,
                       OutlayFileFunc func,
                       gpointer user_data);
void outlay_launch_file (GtkWindow *parent, GFile *file);

G_END_DECLS
