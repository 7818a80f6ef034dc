/* window-header.c – what stands above the page: title, month, actions, banner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window-private.h"

#define BUSY_DELAY_MSEC 400

static void
put (AdwBin *place, GtkWidget *widget)
{
  if (adw_bin_get_child (place) != widget)
    adw_bin_set_child (place, widget);
  gtk_widget_set_visible (GTK_WIDGET (place), widget != NULL);
}

/* A widget leaves one place before it enters another. */
static void
move (AdwBin *from, AdwBin *to, GtkWidget *widget)
{
  g_autoptr (GtkWidget) held = widget != NULL ? g_object_ref (widget) : NULL;

  put (from, NULL);
  put (to, held);
}

/* Title, month and actions of the page that is shown, where there is room for them. */
void
outlay_window_update_header (OutlayWindow *self)
{
  OutlayPage *page = outlay_window_get_page (self);
  gboolean narrow = outlay_split_get_collapsed (self->split);
  gboolean alone = narrow || !outlay_split_get_show_sidebar (self->split);
  gboolean empty = outlay_session_is_empty (self->session);
  gboolean shown = !empty || outlay_window_find_place (self->place)->works_empty;
  GtkWidget *start = shown ? outlay_page_get_header_start (page) : NULL;
  GtkWidget *end = shown ? outlay_page_get_header_end (page) : NULL;
  gboolean stepper = !empty && outlay_page_get_has_month (page);

  adw_window_title_set_title (self->title, outlay_page_get_title (page));
  adw_window_title_set_subtitle (self->title, outlay_page_get_subtitle (page));
  adw_header_bar_set_show_start_title_buttons (self->header, alone);
  gtk_widget_set_visible (self->sidebar_button, alone);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), alone);
  gtk_widget_set_visible (self->back_button, outlay_page_get_in_level (page));

  if (narrow)
    {
      move (self->stepper_place, self->narrow_stepper_place, GTK_WIDGET (self->stepper));
      move (self->start_place, self->narrow_start_place, start);
      move (self->end_place, self->narrow_end_place, end);
    }
  else
    {
      move (self->narrow_stepper_place, self->stepper_place, GTK_WIDGET (self->stepper));
      move (self->narrow_start_place, self->start_place, start);
      move (self->narrow_end_place, self->end_place, end);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->stepper_place), stepper && !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_stepper_place), stepper && narrow);
  gtk_action_bar_set_revealed (self->narrow_actions, narrow && (start != NULL || end != NULL));
}

static gboolean
on_busy_for_long (gpointer data)
{
  OutlayWindow *self = data;

  self->busy_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

/* What is done at once does not make the header bar flicker. */
void
outlay_window_on_busy (OutlayWindow *self, GParamSpec *pspec, OutlayWorker *worker)
{
  g_clear_handle_id (&self->busy_id, g_source_remove);
  if (outlay_worker_get_busy (worker))
    {
      self->busy_id = g_timeout_add (BUSY_DELAY_MSEC, on_busy_for_long, self);
      return;
    }

  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

/**
 * outlay_window_set_banner:
 * @self: a window
 * @text: (nullable): a state that lasts, above the page; %NULL for none
 * @button: (nullable): what can be done about it
 * @action: (nullable): detailed name of its action
 */
void
outlay_window_set_banner (OutlayWindow *self,
                          const char *text,
                          const char *button,
                          const char *action)
{
  g_return_if_fail (OUTLAY_IS_WINDOW (self));

  if (text != NULL)
    gtk_label_set_label (self->banner_text, text);
  if (button != NULL)
    gtk_button_set_label (self->banner_button, button);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->banner_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->banner_button), button != NULL);
  gtk_revealer_set_reveal_child (self->banner, text != NULL);
}
