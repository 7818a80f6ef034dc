/* empty-state.h – nothing to show yet, and what to do about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *outlay_empty_state_new (const char *icon_name, const char *title, const char *text);
GtkWidget *outlay_empty_state_add_button (GtkWidget *state,
                                          const char *label,
                                          const char *action,
                                          gboolean suggested);
void outlay_empty_state_add_note (GtkWidget *state, const char *text);

G_END_DECLS
