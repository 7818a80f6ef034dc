/* places.h – the table of the window's places
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

/**
 * OutlayPlace:
 * @id: `win.page::ID` leads there
 * @title: untranslated
 * @icon_name: one of ours
 * @get_type: of its page, an #OutlayPage
 * @starts_group: it has a line above it
 * @works_empty: it is of use before anything was imported; the others then invite to
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  gboolean starts_group;
  gboolean works_empty;
} OutlayPlace;

const OutlayPlace *outlay_places (gsize *n_places);

G_END_DECLS
