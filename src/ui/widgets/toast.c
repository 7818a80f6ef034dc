/* toast.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/toast.h"

#define OVERLAY_KEY "outlay-toast-overlay"

static AdwToastOverlay *
find_overlay (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (GTK_IS_WINDOW (root))
    {
      gpointer overlay = g_object_get_data (G_OBJECT (root), OVERLAY_KEY);

      if (overlay != NULL)
        return ADW_TOAST_OVERLAY (overlay);
      root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));
    }

  return NULL;
}

/**
 * outlay_toast_set_overlay:
 * @window: a window
 * @overlay: where toasts of @window, and of the windows over it, appear
 */
void
outlay_toast_set_overlay (GtkWindow *window, AdwToastOverlay *overlay)
{
  g_object_set_data (G_OBJECT (window), OVERLAY_KEY, overlay);
}

/**
 * outlay_toast:
 * @widget: a widget of the window that it concerns, or the window
 * @text: what has happened: plain text, no full stop
 * @button: (nullable): label of the way back, "Undo"
 * @action: (nullable): name of its action, "win.undo"
 * @target: (nullable): of the action; a floating one is taken
 */
void
outlay_toast (GtkWidget *widget,
              const char *text,
              const char *button,
              const char *action,
              GVariant *target)
{
  g_autoptr (GVariant) owned = target != NULL ? g_variant_ref_sink (target) : NULL;
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToastOverlay *overlay = find_overlay (widget);
  AdwToast *toast;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (markup);
  if (button != NULL)
    adw_toast_set_button_label (toast, button);
  if (action != NULL)
    adw_toast_set_action_name (toast, action);
  if (owned != NULL)
    adw_toast_set_action_target_value (toast, owned);
  adw_toast_overlay_add_toast (overlay, toast);
}
