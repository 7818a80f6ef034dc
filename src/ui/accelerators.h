/* accelerators.h – the one table of keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application sets them, the window of shortcuts lists them: neither can forget one.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OutlayAccelerator:
 * @action: detailed name of an action; %NULL for a key that a widget handles
 * @keys: up to two accelerators
 * @group: heading, untranslated
 * @title: what it does, untranslated
 */
typedef struct
{
  const char *action;
  const char *keys[3];
  const char *group;
  const char *title;
} OutlayAccelerator;

const OutlayAccelerator *outlay_accelerators (gsize *n_accelerators);
void outlay_accelerators_apply (GtkApplication *application);

G_END_DECLS
