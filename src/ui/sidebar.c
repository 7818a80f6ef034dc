/* sidebar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sidebar.h"

#include "ui/places.h"
#include "ui/widgets/status-glyph.h"
#include "wording/date.h"
#include "wording/number.h"

#include <glib/gi18n.h>

struct _OutlaySidebar
{
  AdwBin parent_instance;

  /* Owned references */
  OutlaySession *session;
  GHashTable *badges; /* id of a place: GtkBox, borrowed */

  /* Template widgets */
  GtkListBox *list;
  GtkLabel *organisation;
  GtkLabel *data;
  GtkWidget *footer;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (OutlaySidebar, outlay_sidebar, ADW_TYPE_BIN)

static GtkWidget *
make_row (OutlaySidebar *self, const OutlayPlace *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (place->icon_name);
  GtkWidget *label = gtk_label_new (_ (place->title));
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, place->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (place->title), -1);
  g_hash_table_insert (self->badges, (gpointer) place->id, badge);
  return row;
}

static void
set_badge (OutlaySidebar *self, const char *id, OutlayStatus status, gsize count, const char *words)
{
  GtkWidget *badge = g_hash_table_lookup (self->badges, id);
  g_autofree char *number = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (badge)) != NULL)
    gtk_box_remove (GTK_BOX (badge), child);

  gtk_widget_set_visible (badge, count > 0);
  gtk_widget_set_tooltip_text (badge, words);
  if (count == 0)
    return;

  number = outlay_wording_count (outlay_session_get_wording (self->session), (gint64) count);
  child = gtk_label_new (number);
  gtk_widget_add_css_class (child, "numeric");
  gtk_box_append (GTK_BOX (badge), outlay_status_glyph_new (status));
  gtk_box_append (GTK_BOX (badge), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_budgets (OutlaySidebar *self)
{
  const OutlayBudgetStatus *status = outlay_session_get_budget_status (self->session);
  gsize n_over = 0, n_at_risk = 0;
  g_autofree char *words = NULL;

  for (gsize i = 0; status != NULL && i < status->n_lines; i++)
    {
      n_over += status->lines[i].state == OUTLAY_BUDGET_OVER;
      n_at_risk += status->lines[i].state == OUTLAY_BUDGET_AT_RISK;
    }

  if (n_over > 0)
    words = g_strdup_printf (ngettext ("%d budget is over", "%d budgets are over", n_over),
                             (int) n_over);
  else if (n_at_risk > 0)
    words = g_strdup_printf (ngettext ("%d budget is at risk", "%d budgets are at risk", n_at_risk),
                             (int) n_at_risk);
  set_badge (self, "budgets", n_over > 0 ? OUTLAY_STATUS_OVER : OUTLAY_STATUS_AT_RISK,
             n_over > 0 ? n_over : n_at_risk, words);
}

static char *
describe_data (OutlaySidebar *self, const OutlaySnapshot *snapshot)
{
  g_autoptr (GHashTable) providers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *count = NULL;
  g_autofree char *day = NULL;
  gint32 last = G_MININT32;
  guint n_providers;

  for (gsize i = 0; i < snapshot->n_accounts; i++)
    {
      g_hash_table_add (providers, snapshot->accounts[i].provider);
      if (snapshot->accounts[i].first_day != G_MAXINT32)
        last = MAX (last, snapshot->accounts[i].last_day);
    }

  n_providers = g_hash_table_size (providers);
  if (n_providers == 0 || last == G_MININT32)
    return NULL;

  count = g_strdup_printf (ngettext ("%u provider", "%u providers", n_providers), n_providers);
  day = outlay_wording_day (outlay_session_get_wording (self->session), last);
  /* Translators: as in "3 providers, data to 20 Nov" */
  return g_strdup_printf (_ ("%s, data to %s"), count, day);
}

static void
update (OutlaySidebar *self)
{
  const OutlaySnapshot *snapshot = outlay_session_get_snapshot (self->session);
  const char *organisation = snapshot != NULL ? snapshot->organisation : NULL;
  g_autofree char *data = snapshot != NULL ? describe_data (self, snapshot) : NULL;

  update_budgets (self);
  gtk_label_set_label (self->organisation, organisation != NULL ? organisation : "");
  gtk_widget_set_visible (GTK_WIDGET (self->organisation),
                          organisation != NULL && *organisation != '\0');
  gtk_label_set_label (self->data, data != NULL ? data : "");
  gtk_widget_set_visible (self->footer, data != NULL);
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const OutlayPlace *place;
  gsize n_places;

  place = outlay_places (&n_places) + gtk_list_box_row_get_index (row);
  gtk_list_box_row_set_header (row, place->starts_group
                                        ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL)
                                        : NULL);
}

static void
on_row_activated (OutlaySidebar *self, GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s",
                              gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
outlay_sidebar_dispose (GObject *object)
{
  OutlaySidebar *self = OUTLAY_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_SIDEBAR);
  g_clear_object (&self->session);
  g_clear_pointer (&self->badges, g_hash_table_unref);

  G_OBJECT_CLASS (outlay_sidebar_parent_class)->dispose (object);
}

static void
outlay_sidebar_class_init (OutlaySidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_sidebar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, list);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, organisation);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, data);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, footer);
  gtk_widget_class_bind_template_child (widget_class, OutlaySidebar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
outlay_sidebar_init (OutlaySidebar *self)
{
  const OutlayPlace *places;
  gsize n_places;

  self->badges = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_init_template (GTK_WIDGET (self));

  places = outlay_places (&n_places);
  for (gsize i = 0; i < n_places; i++)
    gtk_list_box_append (self->list, make_row (self, &places[i]));
  gtk_list_box_set_header_func (self->list, add_header, NULL, NULL);
}

/**
 * outlay_sidebar_set_session:
 * @self: a sidebar
 * @session: what badges and footer are of; set once
 */
void
outlay_sidebar_set_session (OutlaySidebar *self, OutlaySession *session)
{
  g_return_if_fail (OUTLAY_IS_SIDEBAR (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * outlay_sidebar_get_menu:
 * @self: a sidebar
 *
 * Returns: (transfer none): the primary menu, for a button of the content too
 */
GMenuModel *
outlay_sidebar_get_menu (OutlaySidebar *self)
{
  g_return_val_if_fail (OUTLAY_IS_SIDEBAR (self), NULL);

  return gtk_menu_button_get_menu_model (self->menu_button);
}

/**
 * outlay_sidebar_open_menu:
 * @self: a sidebar
 */
void
outlay_sidebar_open_menu (OutlaySidebar *self)
{
  g_return_if_fail (OUTLAY_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->menu_button);
}

/**
 * outlay_sidebar_take_focus:
 * @self: a sidebar; the place that is selected gets the focus
 */
void
outlay_sidebar_take_focus (OutlaySidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (OUTLAY_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * outlay_sidebar_select:
 * @self: a sidebar
 * @id: of the place that is shown
 */
void
outlay_sidebar_select (OutlaySidebar *self, const char *id)
{
  const OutlayPlace *places;
  gsize n_places;

  g_return_if_fail (OUTLAY_IS_SIDEBAR (self));

  places = outlay_places (&n_places);
  for (gsize i = 0; i < n_places; i++)
    if (g_str_equal (places[i].id, id))
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
}
