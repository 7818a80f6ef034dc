/* message.h – a window that says one thing, or asks one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * OutlayAnswerFunc:
 * @user_data: as given
 *
 * The user has said yes; who cancels is not called back.
 */
typedef void (*OutlayAnswerFunc) (gpointer user_data);

void outlay_tell (GtkWidget *parent, const char *heading, const char *body);
void outlay_ask (GtkWidget *parent,
                 const char *heading,
                 const char *body,
                 const char *verb,
                 gboolean destructive,
                 OutlayAnswerFunc func,
                 gpointer user_data,
                 GDestroyNotify destroy);

G_END_DECLS
