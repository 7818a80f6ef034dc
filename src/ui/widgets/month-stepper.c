/* month-stepper.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/month-stepper.h"

#include "wording/date.h"

#include <glib/gi18n.h>

struct _OutlayMonthStepper
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;

  /* Borrowed references */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkListBox *months;
};

G_DEFINE_FINAL_TYPE (OutlayMonthStepper, outlay_month_stepper, ADW_TYPE_BIN)

static void
update (OutlayMonthStepper *self)
{
  g_autofree char *month = outlay_wording_month (outlay_session_get_wording (self->session),
                                                 outlay_session_get_month (self->session));

  gtk_label_set_label (self->label, month);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  month, -1);
}

static void
on_popover_shown (OutlayMonthStepper *self)
{
  OutlayWording *wording = outlay_session_get_wording (self->session);
  gint32 shown = outlay_session_get_month (self->session);
  GtkWidget *row;
  gint32 first, last;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->months))) != NULL)
    gtk_list_box_remove (self->months, row);

  outlay_session_get_month_range (self->session, &first, &last);
  for (gint32 month = last; month >= first; month--)
    {
      g_autofree char *name = outlay_wording_month (wording, month);
      GtkWidget *label = gtk_label_new (name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (self->months, label);
      if (month == shown)
        gtk_list_box_select_row (self->months,
                                 gtk_list_box_get_row_at_index (self->months, last - month));
    }
}

static void
on_month_chosen (OutlayMonthStepper *self, GtkListBoxRow *row)
{
  gint32 first, last;

  outlay_session_get_month_range (self->session, &first, &last);
  outlay_session_set_month (self->session, last - gtk_list_box_row_get_index (row));
  gtk_menu_button_popdown (self->button);
}

static GtkWidget *
make_popover (OutlayMonthStepper *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->months = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->months), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->months), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Months"), -1);
  g_signal_connect_swapped (self->months, "row-activated", G_CALLBACK (on_month_chosen), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->months));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "menu");
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_popover_shown), self);
  return popover;
}

static GtkWidget *
make_step (const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
outlay_month_stepper_dispose (GObject *object)
{
  OutlayMonthStepper *self = OUTLAY_MONTH_STEPPER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_month_stepper_parent_class)->dispose (object);
}

static void
outlay_month_stepper_class_init (OutlayMonthStepperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_month_stepper_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "monthstepper");
}

static void
outlay_month_stepper_init (OutlayMonthStepper *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_child (self->button, label);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_widget_set_tooltip_text (button, _ ("Choose a Month"));
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), make_step ("outlay-go-previous-symbolic", _ ("Previous Month"),
                                            "win.previous-month"));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box),
                  make_step ("outlay-go-next-symbolic", _ ("Next Month"), "win.next-month"));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * outlay_month_stepper_set_session:
 * @self: a stepper
 * @session: whose month it shows; set once
 */
void
outlay_month_stepper_set_session (OutlayMonthStepper *self, OutlaySession *session)
{
  g_return_if_fail (OUTLAY_IS_MONTH_STEPPER (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
