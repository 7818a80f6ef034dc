/* window-settings.c – the window opens as it was closed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window-private.h"

#define SCHEMA "io.github.outlay.Outlay"

/* Without the schema, out of a build folder say, nothing is remembered. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);

  return schema != NULL ? g_settings_new (SCHEMA) : NULL;
}

/* The window as it was closed last. */
void
outlay_window_restore (OutlayWindow *self)
{
  g_autofree char *page = NULL;

  self->settings = open_settings ();
  gtk_window_set_default_size (GTK_WINDOW (self), 1200, 800);
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  outlay_split_set_show_sidebar (self->split,
                                 g_settings_get_boolean (self->settings, "sidebar-visible"));
  page = g_settings_get_string (self->settings, "page");
  if (outlay_window_find_place (page) != NULL)
    {
      g_free (self->place);
      self->place = g_steal_pointer (&page);
    }
}

void
outlay_window_remember (OutlayWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "page", self->place);
}
